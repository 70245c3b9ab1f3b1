"""Lists in sentences: P1, P2 and P3; long ones end with how many more there are."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

#: How many names a sentence bears.
MOST = 4


class ListWords(QObject):
    """Joins names as a sentence does."""

    def joined(self, names: Sequence[str], most: int = MOST) -> str:
        """The names with "and" before the last; beyond `most`, the first ones and how many others."""
        if len(names) <= 1:
            return "".join(names)
        if len(names) <= most:
            return self.tr("{names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
        shown = names[: most - 1]
        return self.tr("{names} and {count} others").format(
            names=", ".join(shown), count=len(names) - len(shown)
        )
