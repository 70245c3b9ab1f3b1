"""The smallest change of anything in a study that gives the first place, or the first k, to others."""
