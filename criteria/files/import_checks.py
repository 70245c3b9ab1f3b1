"""What is wrong with a table as a whole: its columns, its ids, and what its reader noticed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from criteria.checks.problem import Severity
from criteria.files.column_mapping import ColumnMapping, ColumnTarget
from criteria.files.column_words import ColumnKind
from criteria.files.import_problem import ImportProblem, Place
from criteria.files.notes import NoteCode, TableNote, note_sentence
from criteria.model.fields import profile_field
from criteria.model.study import Study

#: So many unknown columns are more than a table of projects has beside its own.
MANY_COLUMNS = 50
#: Notes about single cells that reading the cell itself turns into a problem.
_TOLD_BY_CELL = frozenset({NoteCode.ERROR_VALUE, NoteCode.NOT_A_NUMBER})
_UNEVEN = frozenset({NoteCode.LONG_ROW, NoteCode.SHORT_ROW})
_OTHER_SHEETS = frozenset({NoteCode.HIDDEN_SHEET, NoteCode.EMPTY_SHEET, NoteCode.NOT_A_TABLE})


def mapping_problems(mapping: ColumnMapping, study: Study, place: Place) -> Iterator[ImportProblem]:
    """No heads, columns that clash, ids that are missing altogether, and columns that are not taken over."""
    if mapping.header_row is None:
        clause = (
            "no row names the columns of projects; name them in one row, such as project_id, title, country, "
            "N1, N2, or start from the data-entry workbook."
        )
        yield place.problem("error", "no-heads", clause)
        return
    for group in mapping.clashes:
        names = " and ".join(column.label for column in group)
        clause = f"columns {names} both hold {target_name(study, group[0])}; leave all but one out."
        yield place.problem(
            "error", "column-clash", clause, mapping.header_row, group[1].index, group[1].head
        )
    if mapping.column("profile", "id") is None:
        clause = "no column holds the ids of the projects; add one, or accept the ids that are proposed."
        yield place.problem("error", "no-id-column", clause)
    yield from _left_out(mapping, place)
    absent = [c.id for c in study.active_criteria if mapping.column("value", c.id) is None]
    if absent:
        clause = f"no column holds {', '.join(absent)}; these scores stay as they are, or missing."
        yield place.problem("note", "criteria-without-column", clause)


def _left_out(mapping: ColumnMapping, place: Place) -> Iterator[ImportProblem]:
    for column in mapping.columns:
        if column.kind == "none":
            clause = f"{column.label} is not taken over; assign it if it should be."
            yield place.problem(
                "note", "column-left-out", clause, mapping.header_row, column.index, column.head
            )
    unknown = sum(column.kind == "none" for column in mapping.columns)
    known = len(mapping.columns) - unknown
    if unknown > max(MANY_COLUMNS, known):
        clause = (
            f"{unknown} columns are not known and only {known} are; check that this is the table of "
            "projects, or accept that the others are left out."
        )
        yield place.problem("error", "mostly-unknown-columns", clause)
    derived = [column.label for column in mapping.columns if column.kind == "derived"]
    if derived:
        clause = f"not taken over, since the program computes it itself: {', '.join(derived)}."
        yield place.problem("note", "derived-column", clause)


def target_name(study: Study, column: ColumnTarget) -> str:
    """The name of what a column holds, as in "People reached (A2), low"."""
    if column.kind == "profile":
        return profile_field(column.target).name
    names: Mapping[ColumnKind, str] = {"value": "", "low": ", low", "high": ", high", "source": ", source",
                                       "year": ", year", "note": ", note"}  # fmt: skip
    criterion = study.criterion(column.target)
    return f"{criterion.name} ({criterion.id}){names[column.kind]}"


def note_problems(
    notes: Sequence[TableNote], mapping: ColumnMapping, rows: Collection[int], place: Place
) -> Iterator[ImportProblem]:
    """What the reader noticed in the sheet that is read; `rows` are those taken over, counted from 0."""
    taken = {column.index for column in mapping.columns if column.taken}
    heads = {column.index: column.head for column in mapping.columns}
    for note in notes:
        if note.sheet not in ("", place.sheet) or (note.code in _OTHER_SHEETS and note.sheet != place.sheet):
            continue
        inside = note.row is None or note.row in rows
        used = inside and (note.column is None or note.column in taken)
        if used and note.code in _TOLD_BY_CELL and note.row is not None:
            continue
        severity, code = _severity(note, inside, used)
        if severity is not None:
            head = heads.get(note.column, "") if note.column is not None else ""
            yield place.problem(severity, code, note_sentence(note), note.row, note.column, head)


def _severity(note: TableNote, inside: bool, used: bool) -> tuple[Severity | None, str]:
    if note.code in _UNEVEN:
        return ("error" if inside and note.row is not None else None), "uneven-row"
    if note.code is NoteCode.FORMULA_WITHOUT_RESULT:
        return ("error" if used else "note"), note.code.value
    if note.code in (NoteCode.MIXED_ENCODING, NoteCode.MERGED_CELLS):
        return ("warning" if inside else "note"), note.code.value
    return "note", note.code.value
