"""What the reader of a table noticed and the user should know: a code with its place, and its sentence."""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, replace

from criteria.files.cells import cell_name

#: So many places are named one by one for each kind of note and sheet; the rest is counted.
NAMED_PLACES = 50


class NoteCode(enum.StrEnum):
    """The kinds of observation that reading a table can leave behind."""

    HIDDEN_SHEET = "hidden-sheet"
    EMPTY_SHEET = "empty-sheet"
    NOT_A_TABLE = "not-a-table"
    MERGED_CELLS = "merged-cells"
    FORMULA_WITHOUT_RESULT = "formula-without-result"
    ERROR_VALUE = "error-value"
    NOT_A_NUMBER = "not-a-number"
    PERCENT = "percent"
    LONG_ROW = "long-row"
    SHORT_ROW = "short-row"
    MIXED_ENCODING = "mixed-encoding"
    OTHER_TYPE = "other-type"


@dataclass(frozen=True, slots=True)
class TableNote:
    """One observation; `row` and `column` count from 0, None where the whole sheet or file is meant."""

    code: NoteCode
    sheet: str = ""
    row: int | None = None
    column: int | None = None
    detail: str = ""


_SENTENCES = {
    NoteCode.HIDDEN_SHEET: "Sheet {sheet} is hidden; it was read all the same.",
    NoteCode.EMPTY_SHEET: "Sheet {sheet} is empty.",
    NoteCode.NOT_A_TABLE: "Sheet {sheet} holds a chart or a macro instead of cells and was left out.",
    NoteCode.MERGED_CELLS: "Cells {detail}{of_sheet} are merged; the value counts for the first one only.",
    NoteCode.FORMULA_WITHOUT_RESULT: "Cell {cell}{of_sheet} holds a formula without a stored result; "
    "open and save the file in your spreadsheet program, then import again.",
    NoteCode.ERROR_VALUE: "Cell {cell}{of_sheet} shows the error {detail}; correct its formula or clear it.",
    NoteCode.NOT_A_NUMBER: "Cell {cell}{of_sheet} holds {detail}, which is no finite number; "
    "correct or clear it.",
    NoteCode.PERCENT: "Cell {cell}{of_sheet} is shown as per cent and is read as {detail}, "
    "the number in front of the sign.",
    NoteCode.LONG_ROW: "Row {row} has {detail} than most rows; "
    "put quotation marks around values that contain the delimiter.",
    NoteCode.SHORT_ROW: "Row {row} has {detail} than most rows; check that the file is complete.",
    NoteCode.MIXED_ENCODING: "The text is partly UTF-8 and partly not (first in line {detail}), "
    "so some letters may be wrong; save the file as UTF-8.",
    NoteCode.OTHER_TYPE: "The content is {detail}, although the name of the file says something else.",
}
_COUNTED = {
    NoteCode.MERGED_CELLS: "{detail} more ranges of merged cells{of_sheet}.",
    NoteCode.FORMULA_WITHOUT_RESULT: "{detail} more cells{of_sheet} hold a formula without a stored result.",
    NoteCode.ERROR_VALUE: "{detail} more cells{of_sheet} show an error.",
    NoteCode.NOT_A_NUMBER: "{detail} more cells{of_sheet} hold no finite number.",
    NoteCode.PERCENT: "{detail} more cells{of_sheet} are shown as per cent.",
    NoteCode.LONG_ROW: "{detail} more rows are longer than the others.",
    NoteCode.SHORT_ROW: "{detail} more rows are shorter than the others.",
}


def note_sentence(note: TableNote) -> str:
    """The note as one English sentence that names sheet and cell and, where there is one, the remedy."""
    counted = note.row is None and note.code in _COUNTED
    pattern = (_COUNTED if counted else _SENTENCES)[note.code]
    place = cell_name(note.row, note.column) if note.row is not None and note.column is not None else ""
    return pattern.format(
        sheet=f"“{note.sheet}”",
        of_sheet=f" of sheet “{note.sheet}”" if note.sheet else "",
        cell=place,
        row=None if note.row is None else note.row + 1,
        detail=note.detail,
    )


def shortened(notes: Iterable[TableNote]) -> tuple[TableNote, ...]:
    """The notes of one sheet and kind; those past `NAMED_PLACES` become one with a count and no place."""
    everything = tuple(notes)
    if len(everything) <= NAMED_PLACES:
        return everything
    named = everything[:NAMED_PLACES]
    rest = replace(named[0], row=None, column=None, detail=str(len(everything) - NAMED_PLACES))
    return (*named, rest)
