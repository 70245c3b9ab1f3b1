"""The one exception that ends a command with a sentence instead of a traceback."""

from __future__ import annotations


class DevError(Exception):
    """A command cannot go on; `str(error)` says why and what to do."""
