"""Cells as the text that spreadsheets exchange: tabs between columns, one row a line, quotes where needed."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from criteria.edits.projects import next_project_id
from criteria.errors import StudyError
from criteria.files.column_words import match_head
from criteria.files.typed_cells import add_texts, cell_text, read_cell, set_texts
from criteria.model.study import Study

Grid = tuple[tuple[str, ...], ...]
#: How a spreadsheet recognises a formula; such text is quoted when it leaves.
_FORMULA = ("=", "+", "@", "-")
#: The column of results of the screening, as the table names it.
SCREENING_HEAD = "screening"
#: Heads of the table itself that no file uses.
_OWN_HEADS = {"eur m": "budget_eur", "screening": SCREENING_HEAD}
_PART = "a part of a score"
#: So many cells that do not fit are named in one refusal.
_MOST_TOLD = 5


def text_of_grid(rows: Iterable[Iterable[str]]) -> str:
    """The rows as a spreadsheet copies them; an apostrophe guards text that would start a formula there."""
    out = io.StringIO()
    writer = csv.writer(out, dialect="excel-tab", lineterminator="\n")
    writer.writerows([[_harmless(cell) for cell in row] for row in rows])
    return out.getvalue()


def grid_of_text(text: str) -> Grid:
    """The rows of a text from the clipboard, all of one length; blank lines are rows of blank cells."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    rows = list(csv.reader(io.StringIO(lines, newline="\n"), dialect="excel-tab"))
    width = max((1, *(len(row) for row in rows)))
    return tuple(tuple(_plain(cell) for cell in (*row, *[""] * (width - len(row)))) for row in rows)


def _harmless(cell: str) -> str:
    if not cell.startswith(_FORMULA) or _is_number(cell):
        return cell
    return f"'{cell}"


def _plain(cell: str) -> str:
    found = cell.strip()
    return found[1:] if found.startswith("'") and found[1:].startswith(_FORMULA) else found


def _is_number(cell: str) -> bool:
    try:
        float(cell)
    except ValueError:
        return False
    return True


@dataclass(frozen=True)
class Target:
    """Where a paste goes: the projects from the current row down and the columns from the current one on.

    `fixed` are cells that are worked out: a paste may only repeat what they show.
    """

    projects: tuple[str, ...]
    columns: tuple[str, ...]
    fixed: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class PastePlan:
    """Texts for cells of projects there are, and for projects to be added below them."""

    texts: Mapping[tuple[str, str], str]
    added: Mapping[str, Mapping[str, str]]

    @property
    def cells(self) -> int:
        """How many cells are filled."""
        return len(self.texts) + sum(len(row) for row in self.added.values())

    def apply(self, study: Study) -> Study:
        """The study with everything pasted, or a StudyError that names the cells that do not fit."""
        try:
            changed = set_texts(study, self.texts)
            return add_texts(changed, len(changed.projects), self.added) if self.added else changed
        except StudyError as error:
            refusals = self._refusals(study)
            if len(refusals) < 2:
                raise
            raise StudyError(_told(refusals)) from error

    def _refusals(self, study: Study) -> list[str]:
        """Why cells cannot be read, each in one sentence."""
        added = {
            (project, column): text for project, row in self.added.items() for column, text in row.items()
        }
        found = []
        for (project_id, column), text in {**self.texts, **added}.items():
            try:
                read_cell(study, project_id, column, text)
            except StudyError as error:
                found.append(str(error))
        return found


def _told(refusals: list[str]) -> str:
    more = f"; the first {_MOST_TOLD} are" if len(refusals) > _MOST_TOLD else ""
    return f"{len(refusals)} cells do not fit{more}: {' '.join(refusals[:_MOST_TOLD])}"


def plan_paste(study: Study, grid: Grid, target: Target) -> PastePlan:
    """Where each text of a grid goes; StudyError past the last column or in worked-out cells.

    A first row of column heads is recognised and its columns are found by name; with an id among them,
    rows go to the projects they name, whatever the order on show.
    """
    named = header_columns(study, grid[0]) if grid else ()
    if named:
        return _plan_named(study, _with_units(grid), named, target)
    if grid and len(grid[0]) > len(target.columns):
        raise StudyError(
            f"The copied block is {len(grid[0])} columns wide, but only {len(target.columns)} are left from "
            f"here on; start further left or show more columns."
        )
    return _plan_rows(study, grid, target.columns, target.projects, target)


def header_columns(study: Study, row: Sequence[str]) -> tuple[str, ...]:
    """The column of each cell of a row of heads, "" for an empty cell; nothing where the row is no header.

    StudyError where heads name bounds or evidence apart from their score.
    """
    heads = [cell for cell in row if cell.strip()]
    found = [_column_of_head(study, cell) if cell.strip() else "" for cell in row]
    if len(heads) < 2 or None in found:
        return ()
    parts = [cell for cell, column in zip(row, found, strict=True) if column == _PART]
    if parts:
        raise StudyError(
            f"The copied column “{parts[0]}” belongs to a score; write bounds beside the value as 4 (3–5), "
            f"or import the file."
        )
    return tuple(column or "" for column in found)


def _column_of_head(study: Study, head: str) -> str | None:
    """What a head names, `_PART` for a part of a score, None where it names nothing."""
    match = match_head(head, study)
    if match is None:
        return _OWN_HEADS.get(_folded(head))
    if match.kind in ("profile", "value"):
        return match.target
    return SCREENING_HEAD if match.kind == "derived" else _PART


def _with_units(grid: Grid) -> Grid:
    """The rows below the heads; amounts under a head such as budget_eur are euros, not millions."""
    in_euros = {place for place, head in enumerate(grid[0]) if _folded(head) == "budget eur"}
    return tuple(
        tuple(f"EUR {cell}" if cell and place in in_euros else cell for place, cell in enumerate(row))
        for row in grid[1:]
    )


def _plan_named(study: Study, rows: Grid, columns: tuple[str, ...], target: Target) -> PastePlan:
    twice = sorted({column for column in columns if column and columns.count(column) > 1})
    if twice:
        raise StudyError(f"Two of the copied columns are called {twice[0]}; copy each column once.")
    if "id" not in columns:
        return _plan_rows(study, rows, columns, target.projects, target)
    place = columns.index("id")
    ids = tuple(row[place] for row in rows)
    if "" in ids:
        raise StudyError(
            f"Row {ids.index('') + 2} of the copied block has no project id; fill it in and copy again."
        )
    others = tuple("" if column == "id" else column for column in columns)
    known = {project.id for project in study.projects}
    texts: dict[tuple[str, str], str] = {}
    added: dict[str, dict[str, str]] = {}
    for project_id, row in zip(ids, rows, strict=True):
        cells = {column: text for column, text in zip(others, row, strict=True) if column}
        if project_id in known:
            texts |= {(project_id, column): text for column, text in cells.items()}
        else:
            added[project_id] = cells
    return _checked(PastePlan(texts, added), target)


def _plan_rows(
    study: Study, rows: Grid, columns: Sequence[str], projects: tuple[str, ...], target: Target
) -> PastePlan:
    texts: dict[tuple[str, str], str] = {}
    added: dict[str, dict[str, str]] = {}
    taken = {project.id for project in study.projects}
    for place, row in enumerate(rows):
        cells = {column: text for column, text in zip(columns, row, strict=False) if column}
        if place < len(projects):
            texts |= {(projects[place], column): text for column, text in cells.items()}
            continue
        project_id = cells.pop("id", "") or _free_id(study, taken)
        taken.add(project_id)
        added[project_id] = cells
    return _checked(PastePlan(texts, added), target)


def _checked(plan: PastePlan, target: Target) -> PastePlan:
    """The plan without worked-out cells; StudyError where one of them would have to change."""
    known = {column for _, column in target.fixed}
    for cell, text in plan.texts.items():
        if cell[1] in known and text and text != target.fixed.get(cell, text):
            raise StudyError(
                f"{cell[0]}: the result of the screening is worked out and cannot be pasted; "
                f"leave that column out."
            )
    texts = {cell: text for cell, text in plan.texts.items() if cell[1] not in known}
    added = {
        project_id: {column: text for column, text in row.items() if column not in known and text}
        for project_id, row in plan.added.items()
    }
    return PastePlan(texts, added)


def _free_id(study: Study, taken: set[str]) -> str:
    first = next_project_id(study)
    if first not in taken:
        return first
    number = len(taken) + 1
    while f"P{number:02d}" in taken:
        number += 1
    return f"P{number:02d}"


def fill_down_texts(
    study: Study, block: Sequence[tuple[str, str]], source: str
) -> dict[tuple[str, str], str]:
    """Texts that repeat, in each column of a block of cells, what the project `source` has there."""
    project = study.project(source)
    return {(project_id, column): cell_text(study, project, column) for project_id, column in block}


def _folded(text: str) -> str:
    return " ".join(text.replace("_", " ").casefold().split())
