"""Multi-criteria decision analysis of AI cooperation projects; no Qt anywhere below this package."""

#: The version of the program, which the package, the window and every export show.
__version__ = "0.1.0"
