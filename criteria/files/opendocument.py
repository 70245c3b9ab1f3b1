"""What an .ods spreadsheet holds besides values, found event by event in its one content part."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from criteria.errors import UnsafeFileError
from criteria.files.archive import Archive, damaged, password_protected
from criteria.files.marks import MOST_TEXT, Mark, SheetMarks
from criteria.files.sniff import foreign_file
from criteria.files.xml_events import DamagedXmlError, walk

_CELLS = {"table-cell", "covered-table-cell"}
#: Older programs store an error as a text that only its formula gives away.
_ERROR_TEXT = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!)|Err:5\d\d")


def scan_opendocument(archive: Archive) -> dict[str, SheetMarks]:
    """The marks of each sheet by its name; refuses passwords and repetitions that reach too far.

    Raises `UnsafeFileError` or `UnreadableFileError`.
    """
    if b"encryption-data" in archive.parts.get("META-INF/manifest.xml", b""):
        raise password_protected(archive.path)
    if b"opendocument.spreadsheet" not in archive.part("mimetype"):
        raise foreign_file(archive.path, "another kind of OpenDocument file")
    scan = _ContentScan()
    try:
        walk(archive.part("content.xml"), scan.start, scan.end, scan.text)
    except DamagedXmlError as error:
        raise damaged(archive.path, f"its content breaks off: {error}") from error
    for sheet, marks in scan.sheets.items():
        marks.check_extent(archive.path, sheet)
    if scan.volume > MOST_TEXT:
        raise UnsafeFileError(
            f"“{archive.path.name}” repeats long texts in very many cells ({scan.volume / 1e6:,.0f} MB in "
            "all), as memory bombs do, and was not opened; copy the table into a new workbook."
        )
    return scan.sheets


@dataclass(slots=True)
class _ContentScan:
    """Listens to the events of all sheets; positions count repeated rows and cells."""

    sheets: dict[str, SheetMarks] = field(default_factory=dict)
    volume: int = 0
    marks: SheetMarks = field(default_factory=SheetMarks)
    row: int = 0
    column: int = 0
    row_repeats: int = 1
    cell_repeats: int = 1
    attributes: dict[str, str] = field(default_factory=dict)
    is_in_cell: bool = False
    value: list[str] = field(default_factory=list)

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if element in _CELLS:
            self.attributes, self.is_in_cell = attributes, True
            self.value.clear()
            self.cell_repeats = _count(attributes.get("table:number-columns-repeated"))
        elif element == "annotation":
            self.is_in_cell = False
        elif element == "table-row":
            self.row_repeats, self.column = _count(attributes.get("table:number-rows-repeated")), 0
        elif element == "table":
            self.marks = SheetMarks()
            self.sheets[attributes.get("table:name", "")] = self.marks
            self.row, self.column = 0, 0

    def text(self, text: str) -> None:
        if self.is_in_cell:
            self.value.append(text)

    def end(self, element: str) -> None:
        if element in _CELLS:
            self._mark()
            self.is_in_cell = False
            self.column += self.cell_repeats
        elif element == "annotation":
            self.is_in_cell = True
        elif element == "table-row":
            self.row += self.row_repeats

    def _mark(self) -> None:
        kind = self.attributes.get("office:value-type", "")
        has_formula = "table:formula" in self.attributes
        value = "".join(self.value)
        mark = Mark(self.row, self.column, self.row_repeats, self.cell_repeats, value)
        if kind:
            self.marks.reaches(self.row + self.row_repeats - 1, self.column + self.cell_repeats - 1)
            self.volume += len(value) * self.row_repeats * self.cell_repeats
        if self.attributes.get("calcext:value-type") == "error" or (
            has_formula and _ERROR_TEXT.fullmatch(value)
        ):
            self.marks.errors.append(mark)
        elif kind == "percentage":
            self.marks.percent.append(mark)
        elif has_formula and not kind:
            self.marks.without_result.append(mark)
        rows = _count(self.attributes.get("table:number-rows-spanned"))
        columns = _count(self.attributes.get("table:number-columns-spanned"))
        if rows > 1 or columns > 1:
            self.marks.merged.append(Mark(self.row, self.column, rows, columns))


def _count(text: str | None) -> int:
    """A repetition, at least 1; an absurd one stays absurd so that the limits see it."""
    return max(int(text), 1) if text and text.isdecimal() and len(text) < 12 else 1
