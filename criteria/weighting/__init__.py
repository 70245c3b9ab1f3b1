"""Weights of criteria: pairwise comparisons, their consistency, groups and scales of judgement."""
