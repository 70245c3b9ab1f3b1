"""Pure functions from one Study to the next: the only place where a Study changes."""
