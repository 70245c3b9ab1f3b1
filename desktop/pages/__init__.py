"""One room for each step of the decision."""
