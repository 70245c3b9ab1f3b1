"""The hierarchy, scales and value functions."""
