"""What stands in the way of taking over a table, with the cell it stands in."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.checks.problem import Severity
from criteria.files.cells import cell_name

#: Errors that a user may wave through: the text is then taken over as written, ids are given.
ACCEPTABLE = frozenset({
    "missing-id", "no-id-column", "unknown-word", "unknown-safeguard", "unknown-country",
    "unknown-country-code", "country-code-mismatch", "uneven-row",
    "mostly-unknown-columns",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """One finding; `where` is the place in words, `row` and `column` count from 0, None for the whole."""

    severity: Severity
    code: str
    where: str
    message: str
    row: int | None = None
    column: int | None = None

    @property
    def acceptable(self) -> bool:
        """Whether the user may accept it instead of correcting the file."""
        return self.code in ACCEPTABLE


@dataclass(frozen=True, slots=True)
class Place:
    """Where things are in one sheet of one file; text files have no sheet name."""

    file: str
    sheet: str

    def words(self, row: int | None = None, column: int | None = None, head: str = "") -> str:
        """The place in words, as in "call.xlsx, sheet Projects, row 7, column N1 (F7)"."""
        parts = [self.file]
        if self.sheet:
            parts.append(f"sheet {self.sheet}")
        if row is not None:
            parts.append(f"row {row + 1}")
        if row is not None and column is not None:
            parts.append(f"column {head} ({cell_name(row, column)})" if head else cell_name(row, column))
        return ", ".join(parts)

    def problem(
        self, severity: Severity, code: str, clause: str, row: int | None = None, column: int | None = None,
        head: str = "",
    ) -> ImportProblem:  # fmt: skip
        """A problem whose sentence is the place, a colon and the clause."""
        where = self.words(row, column, head)
        return ImportProblem(severity, code, where, f"{where}: {clause}", row, column)
