"""Which column of a table goes where: proposed from its heads, listed in full, changed by the user."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from criteria.files.cells import Row, cell_text, column_name
from criteria.files.column_words import ColumnKind, HeadMatch, match_head
from criteria.model.study import Study

#: Heads are looked for in so many rows; what stands above them is a preamble.
DEEPEST_HEAD = 60
#: A row that names fewer columns than this is no head.
FEWEST_HEADS = 2


@dataclass(frozen=True, slots=True)
class ColumnTarget:
    """One column: its place from 0, its head, and what it holds of which profile field or criterion."""

    index: int
    head: str
    kind: ColumnKind
    target: str = ""
    strong: bool = True

    @property
    def taken(self) -> bool:
        """Whether the column is taken over."""
        return self.kind not in ("derived", "none")

    @property
    def label(self) -> str:
        """The head with the letter of the column, "column F" where it has no head."""
        letter = column_name(self.index)
        return f"{self.head} ({letter})" if self.head else f"column {letter}"


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """The columns of a sheet; rows before `first_row` are head and preamble, None where no head was found."""

    header_row: int | None
    first_row: int
    columns: tuple[ColumnTarget, ...]

    def column(self, kind: ColumnKind, target: str) -> ColumnTarget | None:
        """The first column that holds this, None where there is none."""
        return next((c for c in self.columns if (c.kind, c.target) == (kind, target)), None)

    @property
    def clashes(self) -> tuple[tuple[ColumnTarget, ...], ...]:
        """Columns that want to fill the same place, which only the user can decide."""
        groups: dict[tuple[str, str], list[ColumnTarget]] = defaultdict(list)
        for column in self.columns:
            if column.taken:
                groups[column.kind, column.target].append(column)
        return tuple(tuple(group) for group in groups.values() if len(group) > 1)

    def assigned(self, index: int, kind: ColumnKind, target: str = "") -> ColumnMapping:
        """The mapping with one column sent elsewhere, or left out with the kind "none"."""
        columns = tuple(
            replace(column, kind=kind, target=target, strong=True) if column.index == index else column
            for column in self.columns
        )
        return replace(self, columns=columns)


@dataclass(frozen=True, slots=True)
class _Head:
    row: int
    height: int
    texts: tuple[str, ...]
    matches: tuple[HeadMatch | None, ...]

    @property
    def worth(self) -> tuple[int, int]:
        """How much the row explains, names twice as much as synonyms; of equals a single row wins."""
        found = {(m.kind, m.target): 1 + m.strong for m in self.matches if m is not None}
        return sum(found.values()), -self.height

    @property
    def named(self) -> int:
        """How many different things the row names."""
        return len({(m.kind, m.target) for m in self.matches if m is not None})


def propose_mapping(rows: Sequence[Row], study: Study, header_row: int | None = None) -> ColumnMapping:
    """Where the columns of a sheet seem to belong; `header_row` (from 0) overrides the search for the heads.

    Of a preamble, merged group heads above heads and a second row of names below them only the heads count.
    """
    head = _find_head(rows, study, header_row)
    if head is None:
        return ColumnMapping(None, 0, ())
    columns = tuple(
        _target(index, text, match)
        for index, (text, match) in enumerate(zip(head.texts, head.matches, strict=True))
        if text or any(row[index] is not None for row in rows[head.row + head.height :])
    )
    first_row = head.row + head.height
    while first_row < len(rows) and _repeats_head(rows[first_row], head, study):
        first_row += 1
    return ColumnMapping(head.row, first_row, _without_weak_rivals(columns))


def _find_head(rows: Sequence[Row], study: Study, header_row: int | None) -> _Head | None:
    places = range(min(len(rows), DEEPEST_HEAD)) if header_row is None else [header_row]
    best: _Head | None = None
    for place in places:
        for head in _heads_at(rows, place, study):
            if head.named >= FEWEST_HEADS and (best is None or head.worth > best.worth):
                best = head
    return best


def _heads_at(rows: Sequence[Row], place: int, study: Study) -> list[_Head]:
    """The row read as heads by itself, and as groups over the heads in the next row."""
    single = tuple(cell_text(cell) if isinstance(cell, str) else "" for cell in rows[place])
    heads = [_head(place, 1, single, study)]
    if place + 1 < len(rows) and any(single) and not all(single):
        below = tuple(cell_text(cell) if isinstance(cell, str) else "" for cell in rows[place + 1])
        heads.append(_head(place, 2, _joined(single, below, study), study))
    return heads


def _head(place: int, height: int, texts: tuple[str, ...], study: Study) -> _Head:
    return _Head(place, height, texts, tuple(match_head(text, study) for text in texts))


def _joined(groups: tuple[str, ...], below: tuple[str, ...], study: Study) -> tuple[str, ...]:
    """Heads of two rows: a group holds until the next one; what both say together wins, then the lower."""
    texts, group = [], ""
    for upper, lower in zip(groups, below, strict=True):
        group = upper or group
        together = f"{group} {lower}".strip()
        options = [text for text in (together, lower, upper) if text and match_head(text, study)]
        texts.append(options[0] if options else (lower or upper))
    return tuple(texts)


def _target(index: int, text: str, match: HeadMatch | None) -> ColumnTarget:
    if match is None:
        return ColumnTarget(index, text, "none")
    return ColumnTarget(index, text, match.kind, match.target, match.strong)


def _repeats_head(row: Row, head: _Head, study: Study) -> bool:
    """Whether most cells of a row name their own column again, as names below ids do."""
    texts = [(cell, match) for cell, match in zip(row, head.matches, strict=True) if cell is not None]
    same = 0
    for cell, match in texts:
        found = match_head(cell, study) if isinstance(cell, str) else None
        same += found is not None and match is not None and found.target == match.target
    return len(texts) >= FEWEST_HEADS and same * 2 > len(texts)


def _without_weak_rivals(columns: tuple[ColumnTarget, ...]) -> tuple[ColumnTarget, ...]:
    """The columns without synonyms of what one other column names outright; these stay listed as left out."""
    strong = {(column.kind, column.target) for column in columns if column.strong and column.taken}
    return tuple(
        replace(column, kind="none", target="")
        if column.taken and not column.strong and (column.kind, column.target) in strong
        else column
        for column in columns
    )
