"""Text files with delimiters: their encoding and delimiter found out, their cells left as text."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from criteria.errors import UnreadableFileError, UnsafeFileError
from criteria.files.cells import Row
from criteria.files.marks import SheetMarks
from criteria.files.notes import NoteCode, TableNote, shortened

DELIMITERS = (",", ";", "\t")
WINDOWS = "windows-1252"
LONGEST_LINE = 1_000_000
_LONGEST_CELL = 131_072
_SAMPLE_LINES = 100
_DELIMITER_NAMES = {",": "comma", ";": "semicolon", "\t": "tab"}
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Two bytes or more that are one letter in UTF-8 and hardly ever meet in Windows-1252.
_UTF8_LETTER = re.compile(rb"[\xc3-\xf4][\x80-\xbf]+")
_SEPARATOR_LINE = re.compile(r"\"?sep=([,;\t])\"?\r?\n?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DelimitedText:
    """The rows of a text file, all of one length, and how they were read."""

    encoding: str
    delimiter: str
    rows: tuple[Row, ...]
    notes: tuple[TableNote, ...]


def read_delimited(
    path: Path, data: bytes, *, encoding: str | None = None, delimiter: str | None = None
) -> DelimitedText:
    """The rows of a text file; encoding and delimiter are found out where they are not given.

    Row numbers are those of a spreadsheet program: a value may span lines, and a first line "sep=;" only
    names the delimiter. Numbers stay text. Raises `UnreadableFileError` or `UnsafeFileError`.
    """
    text, encoding, notes = _decoded(path, data, encoding)
    _check_text(path, text)
    separator = _SEPARATOR_LINE.match(text)
    if separator:
        text = text[separator.end() :]
    if delimiter is None:
        delimiter = separator[1] if separator else likely_delimiter(text)
    records = _records(path, text, delimiter)
    return DelimitedText(encoding, delimiter, _rectangular(records), (*notes, *_uneven(records)))


def likely_delimiter(text: str) -> str:
    """The delimiter that parts the first records most evenly; a comma where none parts them."""
    lines = list(islice(io.StringIO(text, newline=""), _SAMPLE_LINES))
    best, best_score = ",", (0.0, 0)
    for delimiter in ("\t", ";", ","):
        records = csv.reader(lines, delimiter=delimiter)
        try:
            widths = Counter(len(record) for record in records if any(record))
        except csv.Error:
            continue
        width, count = max(widths.items(), key=lambda item: (item[1], item[0]), default=(1, 0))
        score = (count / widths.total(), width) if width > 1 else (0.0, 0)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _decoded(path: Path, data: bytes, encoding: str | None) -> tuple[str, str, tuple[TableNote, ...]]:
    """The text, its encoding, and a note where two encodings seem mixed."""
    marked = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), None)
    chosen = encoding or marked or "utf-8"
    if chosen == "utf-8" and marked == "utf-8-sig":
        chosen = marked
    try:
        if b"\0" in data and not chosen.lower().startswith(("utf-16", "utf16", "utf-32", "utf32")):
            line = data[: data.index(b"\0")].count(b"\n") + 1
            raise UnreadableFileError(
                f"“{path.name}” holds binary data (first in line {line}), not text; "
                "export the table again as CSV in UTF-8."
            )
        return data.decode(chosen), chosen, ()
    except LookupError as error:
        raise UnreadableFileError(
            f"The encoding “{encoding}” is unknown; choose UTF-8 or Windows-1252."
        ) from error
    except UnicodeDecodeError as error:
        if encoding is not None or marked is not None:
            raise _undecodable(path, error, f"not {chosen.upper().removesuffix('-SIG')}") from error
        return _as_windows(path, data, error)


def _as_windows(
    path: Path, data: bytes, failure: UnicodeDecodeError
) -> tuple[str, str, tuple[TableNote, ...]]:
    # All before the failure is sound UTF-8; where that is plain ASCII, the last byte may be a whole letter.
    is_cut = failure.reason == "unexpected end of data" and failure.end >= len(data)
    if is_cut and not data[: failure.start].isascii():
        raise UnreadableFileError(
            f"“{path.name}” breaks off in the middle of a letter (line {data.count(10) + 1}); copy it again."
        ) from failure
    try:
        text = data.decode(WINDOWS)
    except UnicodeDecodeError as error:
        raise _undecodable(path, error, "neither UTF-8 nor Windows-1252") from error
    if not _UTF8_LETTER.search(data):
        return text, WINDOWS, ()
    line = data[: failure.start].count(b"\n") + 1
    return text, WINDOWS, (TableNote(NoteCode.MIXED_ENCODING, detail=str(line)),)


def _undecodable(path: Path, failure: UnicodeDecodeError, encoding: str) -> UnreadableFileError:
    line = failure.object[: failure.start].count(b"\n") + 1
    return UnreadableFileError(
        f"Line {line} of “{path.name}” holds bytes that are {encoding}; save the file as UTF-8."
    )


def _check_text(path: Path, text: str) -> None:
    if not text.strip("\ufeff \t\r\n,;"):
        raise UnreadableFileError(f"“{path.name}” is empty: it holds no text; export the table again.")
    if "\0" in text:
        raise UnreadableFileError(
            f"“{path.name}” holds binary data, not text; export it again as CSV in UTF-8."
        )
    if len(text) <= LONGEST_LINE:
        return
    for number, line in enumerate(io.StringIO(text, newline=""), 1):
        if len(line) > LONGEST_LINE:
            raise UnsafeFileError(
                f"Line {number} of “{path.name}” has {len(line):,} letters, more than the {LONGEST_LINE:,} "
                "that are read; check that it is a table with line breaks."
            )


def _records(path: Path, text: str, delimiter: str) -> list[list[str]]:
    """The records of the text by RFC 4180; the first empty records keep their place."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    extent = SheetMarks()
    try:
        for record in reader:
            records.append(record)
            extent.reaches(len(records) - 1, len(record) - 1)
            if not len(records) % 1000:
                extent.check_extent(path, "")
    except csv.Error as error:
        line = reader.line_num
        if "unexpected end" in str(error):
            raise UnreadableFileError(
                f"A quotation mark in row {len(records) + 1} of “{path.name}” is never closed; "
                "close it or copy the file again."
            ) from error
        if "field limit" in str(error):
            raise UnreadableFileError(
                f"Row {len(records) + 1} of “{path.name}” has a cell of more than {_LONGEST_CELL:,} "
                "letters; look for a quotation mark that is never closed."
            ) from error
        raise UnreadableFileError(
            f"Line {line} of “{path.name}” has a quotation mark inside a quoted value; "
            f"write it twice, and part values by a {_DELIMITER_NAMES.get(delimiter, delimiter)} only."
        ) from error
    extent.check_extent(path, "")
    return records


def _rectangular(records: list[list[str]]) -> tuple[Row, ...]:
    """The records padded with None to the longest; None for empty cells, one kind of line break."""
    while records and not any(records[-1]):
        records.pop()
    width = max(map(len, records), default=0)
    return tuple(
        (*((value.replace("\r\n", "\n") if "\r" in value else value) or None for value in record),)
        + (None,) * (width - len(record))
        for record in records
    )


def _uneven(records: list[list[str]]) -> tuple[TableNote, ...]:
    """Notes on the records that are longer, or from the first whole one on shorter, than most."""
    widths = [len(record) if any(record) else 0 for record in records]
    counts = Counter(width for width in widths if width)
    if not counts:
        return ()
    usual = max(counts, key=lambda width: (counts[width], width))
    first = widths.index(usual)
    longer, shorter = [], []
    for row, width in enumerate(widths):
        if width > usual and any(records[row][usual:]):
            longer.append(TableNote(NoteCode.LONG_ROW, row=row, detail=_cells(width - usual, "more")))
        elif 0 < width < usual and row > first:
            shorter.append(TableNote(NoteCode.SHORT_ROW, row=row, detail=_cells(usual - width, "fewer")))
    return (*shortened(longer), *shortened(shorter))


def _cells(count: int, comparison: str) -> str:
    return f"{count} {comparison} {'cell' if count == 1 else 'cells'}"
