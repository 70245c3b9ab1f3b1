"""What an .xlsx workbook holds besides values: a quick look first, event by event where it finds any."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field
from itertools import pairwise

from criteria.errors import UnsafeFileError
from criteria.files.archive import Archive, damaged
from criteria.files.cells import position
from criteria.files.marks import MOST_TEXT, Mark, SheetMarks
from criteria.files.sheet_tags import sheet_tags
from criteria.files.xml_events import DamagedXmlError, walk

_WORKBOOK = "xl/workbook.xml"
_SHARED_STRINGS = "xl/sharedStrings.xml"
_STYLES = "xl/styles.xml"
_SHORTEST_REFERENCE = len('<c t="s"><v>0</v></c>')
_REFERENCE = re.compile(rb"=[\"']s[\"'][^>]*>\s*<(?:\w+:)?v>([0-9]{1,9})<")
_STRING = re.compile(rb"<(?:\w+:)?si[ >]")


def scan_ooxml(archive: Archive) -> dict[str, SheetMarks]:
    """The marks of each worksheet by its name; refuses sheets that reach too far or break off.

    Raises `UnsafeFileError` or `UnreadableFileError`.
    """
    percent_styles = _percent_styles(archive)
    _check_text_volume(archive)
    marks = {}
    for name, part in _sheet_parts(archive).items():
        if part in archive.parts:
            marks[name] = _scan_sheet(archive, name, archive.parts[part], percent_styles)
    return marks


def _sheet_parts(archive: Archive) -> dict[str, str]:
    """The part that holds each sheet, by the name of the sheet."""
    targets: dict[str, str] = {}
    identifiers: dict[str, str] = {}

    def relationship(element: str, attributes: dict[str, str]) -> None:
        if element == "Relationship":
            target = attributes.get("Target", "")
            full = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
            targets[attributes.get("Id", "")] = full

    def sheet(element: str, attributes: dict[str, str]) -> None:
        if element == "sheet":
            key = next((value for name, value in attributes.items() if name.endswith(":id")), "")
            identifiers[attributes.get("name", "")] = key

    try:
        walk(archive.part("xl/_rels/workbook.xml.rels"), relationship)
        walk(archive.part(_WORKBOOK), sheet)
    except DamagedXmlError as error:
        raise damaged(archive.path, f"the list of sheets breaks off: {error}") from error
    if not identifiers:
        raise damaged(archive.path, "it has no sheets")
    return {name: targets.get(key, "") for name, key in identifiers.items()}


def _percent_styles(archive: Archive) -> frozenset[str]:
    """The numbers of the cell styles that show a value as per cent."""
    styles = archive.parts.get(_STYLES, b"")
    if not styles:
        return frozenset()
    formats = {"9", "10"}
    found: list[str] = []
    state = {"inside": False, "count": 0}

    def start(element: str, attributes: dict[str, str]) -> None:
        if element == "numFmt" and "%" in attributes.get("formatCode", ""):
            formats.add(attributes.get("numFmtId", ""))
        elif element == "cellXfs":
            state["inside"] = True
        elif element == "xf" and state["inside"]:
            if attributes.get("numFmtId") in formats:
                found.append(str(state["count"]))
            state["count"] += 1

    def end(element: str) -> None:
        if element == "cellXfs":
            state["inside"] = False

    try:
        walk(styles, start, end)
    except DamagedXmlError as error:
        raise damaged(archive.path, f"the part {_STYLES} breaks off: {error}") from error
    return frozenset(found)


def _check_text_volume(archive: Archive) -> None:
    """Refuses long texts that very many cells repeat: small on the disk, they would fill the memory."""
    strings = archive.parts.get(_SHARED_STRINGS, b"")
    starts = [match.start() for match in _STRING.finditer(strings)]
    lengths = [after - at for at, after in pairwise([*starts, len(strings)])]
    longest = max(lengths, default=0)
    most_references = sum(map(len, archive.parts.values())) // _SHORTEST_REFERENCE
    if longest * most_references <= MOST_TEXT:
        return
    volume = 0
    for content in archive.parts.values():
        for number in _REFERENCE.findall(content):
            index = int(number)
            volume += lengths[index] if index < len(lengths) else 0
    if volume > MOST_TEXT:
        raise UnsafeFileError(
            f"“{archive.path.name}” repeats long texts in very many cells ({volume / 1e6:,.0f} MB in all), "
            "as memory bombs do, and was not opened; copy the table into a new workbook."
        )


def _scan_sheet(archive: Archive, sheet: str, xml: bytes, percent_styles: frozenset[str]) -> SheetMarks:
    tags = sheet_tags(xml)
    if tags is not None and tags.is_in_order:
        marks = tags.marks(percent_styles)
        if not marks.excess:
            return marks
    scan = _CellScan(percent_styles)
    try:
        walk(xml, scan.start, scan.end, scan.text)
    except DamagedXmlError as error:
        raise damaged(archive.path, f"sheet “{sheet}” breaks off: {error}") from error
    scan.marks.check_extent(archive.path, sheet)
    if scan.is_unsorted:
        raise damaged(archive.path, f"the rows of sheet “{sheet}” are not in order")
    return scan.marks


@dataclass(slots=True)
class _CellScan:
    """Listens to the events of one sheet."""

    percent_styles: frozenset[str]
    marks: SheetMarks = field(default_factory=SheetMarks)
    is_unsorted: bool = False
    row: int = -1
    column: int = -1
    attributes: dict[str, str] = field(default_factory=dict)
    has_formula: bool = False
    is_value: bool = False
    value: str = ""

    def start(self, element: str, attributes: dict[str, str]) -> None:
        if element == "c":
            self.attributes = attributes
            self.has_formula, self.is_value, self.value = False, False, ""
            self._move_to(attributes.get("r", ""))
        elif element == "row":
            self._begin_row(attributes.get("r", ""))
        elif element == "f":
            self.has_formula = True
        elif element in {"v", "t"}:
            self.is_value = True

    def text(self, text: str) -> None:
        if self.is_value:
            self.value += text

    def end(self, element: str) -> None:
        if element in {"v", "t"}:
            self.is_value = False
        elif element == "c":
            self._mark()

    def _begin_row(self, number: str) -> None:
        row = int(number) - 1 if number.isdecimal() and len(number) < 10 else self.row + 1
        self.is_unsorted |= row <= self.row
        self.row, self.column = row, -1

    def _move_to(self, reference: str) -> None:
        place = position(reference)
        if place is None:
            self.column += 1
            return
        self.is_unsorted |= place[0] < self.row
        self.row, self.column = place

    def _mark(self) -> None:
        kind = self.attributes.get("t", "n")
        mark = Mark(self.row, self.column, text=self.value)
        if self.value:
            self.marks.reaches(self.row, self.column)
        if kind == "e":
            self.marks.errors.append(mark)
        elif self.has_formula and not self.value and kind != "str":
            self.marks.without_result.append(mark)
        elif kind == "n" and self.value and self.attributes.get("s") in self.percent_styles:
            self.marks.percent.append(mark)
