"""Workbooks of the kinds .xlsx, .xls and .ods as rows of cells, after their guards have let them pass."""

from __future__ import annotations

import datetime as dt
import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, cast

from criteria.files.archive import damaged, open_archive, password_protected
from criteria.files.biff import scan_biff
from criteria.files.cells import Cell, Row
from criteria.files.compound_file import CompoundFile
from criteria.files.marks import Mark, SheetMarks
from criteria.files.notes import NoteCode, TableNote, shortened
from criteria.files.ooxml import scan_ooxml
from criteria.files.opendocument import scan_opendocument
from criteria.files.sniff import FileKind

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Sheets: TypeAlias = list[tuple[str, tuple[Row, ...]]]
#: What the library hands over: never None, and clock times and durations besides cells.
_Raw: TypeAlias = int | float | str | bool | dt.time | dt.date | dt.timedelta


def read_workbook(path: Path, data: bytes, kind: FileKind) -> tuple[Sheets, tuple[TableNote, ...]]:
    """The name and rows of each sheet, hidden ones too, and what was noticed on the way.

    Rows and columns start at A1, so positions are those of the spreadsheet program. Error values are texts
    such as "#N/A", percentages the number people see, numbers that are not finite texts, empty cells None.
    Raises `UnsafeFileError` or `UnreadableFileError`.
    """
    if kind is FileKind.XLS:
        container = CompoundFile(path, data)
        return _read_sheets(path, io.BytesIO(container.content), dict(enumerate(scan_biff(container))))
    archive = open_archive(path, data)
    marks = scan_ooxml(archive) if kind is FileKind.XLSX else scan_opendocument(archive)
    return _read_sheets(path, archive.repacked(), marks)


def _read_sheets(
    path: Path, stream: io.BytesIO, marks: dict[int, SheetMarks] | dict[str, SheetMarks]
) -> tuple[Sheets, tuple[TableNote, ...]]:
    """All sheets of a workbook; the marks are found by the number or the name of the sheet."""
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    known = cast("dict[int | str, SheetMarks]", marks)
    sheets: Sheets = []
    notes: list[TableNote] = []
    with _panics_are_damage(path), CalamineWorkbook.from_filelike(stream) as workbook:
        for number, metadata in enumerate(workbook.sheets_metadata):
            name = metadata.name
            if metadata.typ != SheetTypeEnum.WorkSheet:
                notes.append(TableNote(NoteCode.NOT_A_TABLE, name))
                continue
            if metadata.visible != SheetVisibleEnum.Visible:
                notes.append(TableNote(NoteCode.HIDDEN_SHEET, name))
            own = known.get(name) or known.get(number) or SheetMarks()
            rows, more_notes = _rows(name, workbook.get_sheet_by_index(number), own)
            sheets.append((name, rows))
            notes.extend(more_notes)
    return sheets, tuple(notes)


@contextmanager
def _panics_are_damage(path: Path) -> Iterator[None]:
    """Turns whatever the library says of a broken workbook into the one sentence for that."""
    from python_calamine import CalamineError, PasswordError

    try:
        yield
    except PasswordError as error:
        raise password_protected(path) from error
    except (CalamineError, ValueError, OverflowError, OSError, MemoryError) as error:
        raise damaged(path, f"its sheets cannot be read: {error}".rstrip(" :.")) from error
    except BaseException as error:
        # An internal failure of the library arrives as a class that only derives from BaseException.
        if type(error).__name__ == "PanicException":
            raise damaged(path, "its sheets contradict themselves") from error
        raise


def _rows(name: str, sheet: CalamineSheet, marks: SheetMarks) -> tuple[tuple[Row, ...], list[TableNote]]:
    """The finished rows of one sheet with its notes."""
    table = cast("list[list[Cell]]", sheet.to_python(skip_empty_area=False))
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        marks.merged.append(Mark(top, left, bottom - top + 1, right - left + 1))
    odd = _without_odd_values(name, table)
    marks.apply(table)
    notes = [*marks.notes(name, table), *shortened(odd)]
    rows = tuple([tuple([value or (None if value == "" else value) for value in row]) for row in table])
    if not any(any(value is not None for value in row) for row in rows):
        notes.insert(0, TableNote(NoteCode.EMPTY_SHEET, name))
    return rows, notes


def _without_odd_values(name: str, table: list[list[Cell]]) -> list[TableNote]:
    """Replaces, in place, clock times and numbers that are not finite by texts; the notes on the numbers."""
    notes = []
    plain = {str, float, int, bool, dt.date, dt.datetime}
    for number, row in enumerate(table):
        kinds = set(map(type, row))
        if kinds <= plain and (
            float not in kinds or math.isfinite(sum([value for value in row if value.__class__ is float]))
        ):
            continue
        for column, value in enumerate(cast("list[_Raw]", row)):
            if isinstance(value, dt.time | dt.timedelta):
                row[column] = str(value)
            elif isinstance(value, float) and not math.isfinite(value):
                row[column] = str(value)
                notes.append(TableNote(NoteCode.NOT_A_NUMBER, name, number, column, str(value)))
    return notes
