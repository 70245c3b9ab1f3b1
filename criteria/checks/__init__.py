"""One file per part of a study that is looked over; `criteria.problems` joins them."""
