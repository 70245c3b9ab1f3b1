"""Any table file as sheets of cells: one entrance for .xlsx, .xls, .ods and delimited text."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from criteria.errors import UnreadableFileError
from criteria.files.cells import Row
from criteria.files.csv_reader import read_delimited
from criteria.files.notes import NoteCode, TableNote
from criteria.files.sheet_reader import read_workbook
from criteria.files.sniff import KIND_NAMES, TABLE_ENDINGS, FileKind, read_table_bytes, table_kind


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name ("" for text files) and its rows from A1, all of one length."""

    name: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class TableFile:
    """A table file as read: its sheets in order and how it was read; workbooks have no encoding."""

    path: Path
    kind: FileKind
    encoding: str
    delimiter: str
    sheets: tuple[Sheet, ...]
    notes: tuple[TableNote, ...]


def read_tables(
    path: str | os.PathLike[str], *, encoding: str | None = None, delimiter: str | None = None
) -> TableFile:
    """The sheets of a table file; `encoding` and `delimiter` override what is found out for text files.

    Raises `UnreadableFileError` or, for content built to harm, `UnsafeFileError`; both name file and remedy.
    """
    path = Path(path)
    data = read_table_bytes(path)
    kind = table_kind(path, data)
    if kind is FileKind.CSV:
        text = read_delimited(path, data, encoding=encoding, delimiter=delimiter)
        return TableFile(path, kind, text.encoding, text.delimiter, (Sheet("", text.rows),), text.notes)
    sheets, notes = read_workbook(path, data, kind)
    if not any(value is not None for _, rows in sheets for row in rows for value in row):
        raise UnreadableFileError(f"“{path.name}” is empty: none of its sheets holds a cell; check the file.")
    if TABLE_ENDINGS[path.suffix.lower()] is not kind:
        notes = (TableNote(NoteCode.OTHER_TYPE, detail=KIND_NAMES[kind]), *notes)
    return TableFile(path, kind, "", "", tuple(Sheet(name, rows) for name, rows in sheets), notes)
