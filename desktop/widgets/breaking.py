"""Places where a word too long for a narrow column may be broken."""

from __future__ import annotations

import re

SOFT_HYPHEN = "\u00ad"
LONGEST = 16
"""Letters that fit a narrow column; longer words get places to break at."""

_TAG = re.compile(r"(<[^>]+>)")
_LONG_WORD = re.compile(rf"(?<![&\w])[^\W\d_]{{{LONGEST + 1},}}(?!;)")


def breakable(html: str) -> str:
    """The text with soft hyphens in words of more than LONGEST letters; tags and entities stay whole."""
    parts = _TAG.split(html)
    return "".join(part if part.startswith("<") else _LONG_WORD.sub(_with_places, part) for part in parts)


def _with_places(found: re.Match[str]) -> str:
    """Every second letter is a place, but no stump of less than four letters stands alone."""
    word = found.group()
    middle = (word[place : place + 2] for place in range(4, len(word) - 4, 2))
    end = 4 + 2 * len(range(4, len(word) - 4, 2))
    return SOFT_HYPHEN.join((word[:4], *middle, word[end:])) if end < len(word) else word
