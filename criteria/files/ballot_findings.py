"""What is found in a returned ballot: a code, how grave it is, and a sentence with place and remedy."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import msgspec

from criteria.files.cells import cell_name

#: A note asks for nothing, a decision for consent before merging; what is refused cannot be merged.
Gravity = Literal["note", "decision", "refusal"]
FindingCode = Literal[
    "unreadable", "not-a-ballot", "data-damaged", "newer-format", "questions-missing", "foreign-study",
    "unknown-stakeholder", "already-merged", "no-answers", "identical",
    "duplicate", "late", "half-filled", "changes-answers", "older-structure", "not-asked", "set-aside",
    "stake-changed", "other-title", "other-name", "other-method", "question-changed", "question-missing",
    "question-added", "unknown-answer", "not-a-number", "out-of-range", "one-sided", "contradiction",
    "off-scale", "renamed-sheet", "moved", "typed", "other-program", "unchanged", "kept-resting",
    "zero-rules-group",
]  # fmt: skip
_GRAVITY: Mapping[str, Gravity] = MappingProxyType(
    {
        **dict.fromkeys(
            ("unreadable", "not-a-ballot", "data-damaged", "newer-format", "questions-missing",
             "foreign-study",
             "unknown-stakeholder", "already-merged", "no-answers", "identical"),
            "refusal",
        ),
        **dict.fromkeys(
            ("renamed-sheet", "moved", "typed", "other-program", "unchanged", "kept-resting"), "note"
        ),
    }
)  # fmt: skip


class Finding(msgspec.Struct, frozen=True):
    """One observation; `where` names file, sheet and cell, `clause` says what is the case and what to do."""

    code: FindingCode
    gravity: Gravity
    where: str
    clause: str

    @property
    def message(self) -> str:
        """The whole sentence, place first."""
        return f"{self.where}: {self.clause}"


def finding(
    code: FindingCode,
    file: str,
    clause: str,
    sheet: str = "",
    cell: tuple[int, int] | None = None,
    gravity: Gravity | None = None,
) -> Finding:
    """A finding about a file, a sheet of it or a cell (row and column, from 0) of that sheet."""
    parts = [f"“{file}”"]
    if sheet:
        parts.append(f"sheet “{sheet}”")
    if cell is not None:
        parts.append(f"cell {cell_name(*cell)}")
    return Finding(code, gravity or _GRAVITY.get(code, "decision"), ", ".join(parts), clause)
