"""The brief as PDF and figures as files."""
