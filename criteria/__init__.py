"""Multi-criteria decision analysis of AI cooperation projects; no Qt anywhere below this package."""
