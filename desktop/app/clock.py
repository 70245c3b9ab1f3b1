"""The time as it is written on record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

#: Gives the time now as ISO 8601 text; tests give one of their own.
Clock = Callable[[], str]


def local_time() -> str:
    """The local time with its distance from UTC, to the second."""
    return datetime.now().astimezone().isoformat(timespec="seconds")
