"""Colours, sizes, icons and style of the whole program, and the only place that knows a colour value."""
