"""Choosing projects under a budget."""
