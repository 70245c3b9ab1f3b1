"""Exit codes, and the one way in which commands speak to people."""

from __future__ import annotations

import sys

DONE, PROBLEMS, USAGE, UNREADABLE = 0, 1, 2, 3


def say(sentence: str) -> None:
    """Writes a sentence to stderr; stdout is for results."""
    print(sentence, file=sys.stderr)


def usage_error(sentence: str) -> int:
    """Says what is wrong with the words of a call, and how to see what is right."""
    say(f"{sentence} See “proportio --help”.")
    return USAGE
