"""The program's version and names of the files it writes."""

from __future__ import annotations

import datetime

from criteria import __version__


def program_version() -> str:
    """The version of the program, as every export shows it."""
    return __version__


def file_name(title: str) -> str:
    """A title as the name of a file on every system, without an ending."""
    kept = "".join(letter if letter.isalnum() or letter in " -_," else " " for letter in title)
    return " ".join(kept.split())[:80] or "study"


def now() -> datetime.datetime:
    """The present moment with its time zone, in whole seconds."""
    return datetime.datetime.now().astimezone().replace(microsecond=0)
