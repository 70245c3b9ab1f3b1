"""What an .xls workbook holds besides values, found record by record (MS-XLS)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from criteria.files.archive import damaged, password_protected
from criteria.files.compound_file import CompoundFile
from criteria.files.marks import Mark, SheetMarks

_FORMULA, _EOF, _FILEPASS, _BOUNDSHEET = 0x0006, 0x000A, 0x002F, 0x0085
_MULRK, _XF, _FORMAT, _LABELSST = 0x00BD, 0x00E0, 0x041E, 0x00FD
_DIMENSION, _NUMBER, _LABEL, _BOOLERR, _RK = 0x0200, 0x0203, 0x0204, 0x0205, 0x027E
_LARGEST_SHEET = 65_536 * 256
_ERROR_NAMES = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}


def scan_biff(container: CompoundFile) -> list[SheetMarks]:
    """The marks of each sheet in the order of the workbook; refuses passwords and damage.

    Raises `UnsafeFileError` or `UnreadableFileError`.
    """
    path = container.path
    if "EncryptedPackage" in container.names:
        raise password_protected(path)
    name = next((name for name in ("Workbook", "Book") if name in container.names), None)
    if name is None:
        raise damaged(path, "it is a compound file without a workbook, perhaps another Office document")
    stream = container.stream(name)
    offsets, percent_styles = _globals(path, stream)
    marks = []
    for number, offset in enumerate(offsets, 1):
        scan = _SheetScan(percent_styles)
        for kind, content in _records(path, stream, offset):
            scan.take(kind, content)
        scan.marks.check_extent(path, str(number))
        if not scan.has_sound_dimensions:
            raise damaged(path, f"sheet {number} states an impossible size")
        marks.append(scan.marks)
    return marks


def _records(path: Path, stream: bytes, offset: int) -> Iterator[tuple[int, bytes]]:
    """The records of one substream, up to its end."""
    at = offset
    while True:
        if at + 4 > len(stream):
            raise damaged(path, "it breaks off in the middle of a sheet")
        kind, length = struct.unpack_from("<HH", stream, at)
        content = stream[at + 4 : at + 4 + length]
        if len(content) < length:
            raise damaged(path, "it breaks off in the middle of a sheet")
        yield kind, content
        if kind == _EOF:
            return
        at += 4 + length


def _globals(path: Path, stream: bytes) -> tuple[list[int], frozenset[int]]:
    """Where the sheets start, and the numbers of the cell styles that show per cent."""
    offsets: list[int] = []
    formats = {9, 10}
    styles: list[int] = []
    for kind, content in _records(path, stream, 0):
        if kind == _FILEPASS and content[:2] != b"\0\0":
            raise password_protected(path)
        if kind == _BOUNDSHEET and len(content) >= 4:
            offsets.append(struct.unpack_from("<I", content)[0])
        elif kind == _FORMAT and len(content) > 2 and b"%" in content[2:]:
            formats.add(struct.unpack_from("<H", content)[0])
        elif kind == _XF and len(content) >= 4:
            styles.append(struct.unpack_from("<H", content, 2)[0])
    if not offsets:
        raise damaged(path, "it has no sheets")
    return offsets, frozenset(index for index, number in enumerate(styles) if number in formats)


@dataclass(slots=True)
class _SheetScan:
    """Listens to the records of one sheet."""

    percent_styles: frozenset[int]
    marks: SheetMarks = field(default_factory=SheetMarks)
    has_sound_dimensions: bool = True

    def take(self, kind: int, content: bytes) -> None:
        if kind == _DIMENSION:
            self._check_dimensions(content)
        elif kind in {_NUMBER, _LABEL, _RK, _LABELSST, _BOOLERR, _FORMULA, _MULRK} and len(content) >= 8:
            row, column, style = struct.unpack_from("<HHH", content)
            if kind == _MULRK:
                self._take_many(row, column, content)
                return
            self.marks.reaches(row, column)
            error = _error_code(kind, content)
            if error is not None:
                self.marks.errors.append(Mark(row, column, text=_ERROR_NAMES.get(error, "#ERROR!")))
            elif style in self.percent_styles and kind in {_NUMBER, _RK, _FORMULA}:
                self.marks.percent.append(Mark(row, column))

    def _take_many(self, row: int, column: int, content: bytes) -> None:
        count = (len(content) - 6) // 6
        self.marks.reaches(row, column + count - 1)
        for step in range(count):
            if struct.unpack_from("<H", content, 4 + 6 * step)[0] in self.percent_styles:
                self.marks.percent.append(Mark(row, column + step))

    def _check_dimensions(self, content: bytes) -> None:
        """Readers reserve memory for the stated size before they see a cell."""
        if len(content) == 14:
            first_row, last_row, first_column, last_column = struct.unpack_from("<IIHH", content)
        elif len(content) == 10:
            first_row, last_row, first_column, last_column = struct.unpack_from("<HHHH", content)
        else:
            self.has_sound_dimensions = False
            return
        rows, columns = last_row - first_row, last_column - first_column
        self.has_sound_dimensions &= rows >= 0 and columns >= 0 and rows * columns <= _LARGEST_SHEET


def _error_code(kind: int, content: bytes) -> int | None:
    """The code of an error value, stored as such or as the result of a formula."""
    if kind == _BOOLERR and content[7]:
        return content[6]
    if kind == _FORMULA and len(content) >= 14 and content[12:14] == b"\xff\xff" and content[6] == 2:
        return content[8]
    return None
