"""A worksheet's XML as spreadsheet programs spell it, its cells found by array operations on the bytes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from criteria.files.marks import Mark, SheetMarks

_Bytes = npt.NDArray[np.uint8]
_Numbers = npt.NDArray[np.int64]
_VALUE = re.compile(rb"<v>([^<]*)</v>")
_ERROR = re.compile(rb' t="e"')
#: An empty text, an error and a text of its own are results, too.
_OWN_RESULT = re.compile(rb' t="(?:str|e|inlineStr)"')
#: The longest look ahead from the start of a tag, `<c r="XFD1048576"`.
_MARGIN = 16
_ROOM = b" " * _MARGIN


@dataclass(frozen=True, slots=True)
class _Digits:
    nought: int
    lowest: int
    highest: int
    base: int
    most: int


_LETTERS = _Digits(ord("A") - 1, 1, 26, 26, most=3)
_DIGITS = _Digits(ord("0"), 0, 9, 10, most=7)


@dataclass(frozen=True, slots=True)
class SheetTags:
    """Where the cells of a sheet start in its XML and which row and column, from 0, each of them names."""

    xml: bytes
    starts: _Numbers
    rows: _Numbers
    columns: _Numbers
    formulas: _Numbers
    filled: _Numbers

    @property
    def is_in_order(self) -> bool:
        """Whether no cell stands in a row above the one before it."""
        return not bool((np.diff(self.rows) < 0).any())

    def marks(self, percent_styles: Collection[str]) -> SheetMarks:
        """The marks of the sheet; blank cells count for its extent."""
        errors = self._cells_at(match.start() for match in _ERROR.finditer(self.xml))
        percent = self._of_styles(percent_styles)
        return SheetMarks(
            errors=[self._mark(cell) for cell in errors if b' t="e"' in self._tag(cell)],
            without_result=[
                self._mark(cell) for cell in self._without_value() if not _OWN_RESULT.search(self._tag(cell))
            ],
            percent=[mark for mark in map(self._mark, percent) if mark.text],
            last_row=int(self.rows.max(initial=-1)),
            last_column=int(self.columns.max(initial=-1)),
        )

    def _without_value(self) -> list[int]:
        """The cells with a formula and nothing between the tags of their value."""
        with_formula = self._owners(self.formulas)
        has_value = np.zeros(len(self.starts), dtype=bool)
        if with_formula.size:
            has_value[self._owners(self.filled)] = True
        return [int(cell) for cell in with_formula[~has_value[with_formula]]]

    def _of_styles(self, styles: Collection[str]) -> list[int]:
        """The cells with a number in one of these styles."""
        if not styles:
            return []
        pattern = re.compile(rb' s="(?:%s)"' % b"|".join(style.encode() for style in styles))
        cells = self._cells_at(match.start() for match in pattern.finditer(self.xml))
        return [cell for cell in cells if self._is_number(self._tag(cell), pattern)]

    @staticmethod
    def _is_number(tag: bytes, style: re.Pattern[bytes]) -> bool:
        return bool(style.search(tag)) and (b" t=" not in tag or b' t="n"' in tag)

    def _owners(self, positions: _Numbers) -> _Numbers:
        """The numbers of the cells that hold what stands at the positions."""
        return np.searchsorted(self.starts, positions, side="right").astype(np.int64) - 1

    def _cells_at(self, positions: Iterable[int]) -> list[int]:
        owners = self._owners(np.fromiter(positions, dtype=np.int64))
        return [int(cell) for cell in np.unique(owners) if cell >= 0]

    def _tag(self, cell: int) -> bytes:
        start = int(self.starts[cell])
        return self.xml[start : self.xml.index(b">", start)]

    def _mark(self, cell: int) -> Mark:
        start = int(self.starts[cell])
        end = int(self.starts[cell + 1]) if cell + 1 < len(self.starts) else len(self.xml)
        value = _VALUE.search(self.xml, start, end)
        text = value[1].decode("utf-8", "replace") if value else ""
        return Mark(int(self.rows[cell]), int(self.columns[cell]), text=text)


def sheet_tags(xml: bytes) -> SheetTags | None:
    """The cells of a worksheet, None where its XML is spelled in a way that needs reading event by event."""
    start, end = xml.find(b"<sheetData>"), xml.rfind(b"</sheetData>")
    if start < 0 or end < start:
        return None
    codes = np.frombuffer(xml + _ROOM, dtype=np.uint8)
    tags = np.flatnonzero(codes[start + 1 : end] == ord("<")) + start + 1
    first, second, third = codes[tags + 1], codes[tags + 2], codes[tags + 3]
    is_cell = (first == ord("c")) & (second == ord(" "))
    is_formula = (first == ord("f")) & _is_end_of_name(second)
    is_empty = (second == ord("/")) | ((second == ord(" ")) & (third == ord("/")))
    is_value = (first == ord("v")) & ((second == ord(">")) | is_empty)
    is_known = (
        is_cell
        | is_formula
        | is_value
        | (first == ord("/"))
        | ((first == ord("r")) & (second == ord("o")) & (third == ord("w")))
        | ((first == ord("i")) & (second == ord("s")) & (third == ord(">")))
        | ((first == ord("t")) & _is_end_of_name(second))
    )
    cells = tags[is_cell]
    places = _places(codes, cells) if bool(is_known.all()) else None
    if places is None:
        return None
    is_filled = is_value & (second == ord(">")) & (third != ord("<"))
    return SheetTags(xml, cells, *places, tags[is_formula], tags[is_filled])


def _places(codes: _Bytes, cells: _Numbers) -> tuple[_Numbers, _Numbers] | None:
    """The rows and columns that the cells name, None where one does not name itself first and plainly."""
    spelled = (codes[cells + 3] == ord("r")) & (codes[cells + 4] == ord("=")) & (codes[cells + 5] == ord('"'))
    columns, after_letters = _number(codes, cells + 6, _LETTERS)
    rows, end = _number(codes, after_letters, _DIGITS)
    whole = spelled & (columns > 0) & (rows > 0) & (codes[end] == ord('"'))
    return (rows - 1, columns - 1) if bool(whole.all()) else None


def _number(codes: _Bytes, at: _Numbers, digits: _Digits) -> tuple[_Numbers, _Numbers]:
    """The numbers written at the positions, 0 where there is none, and the positions behind them."""
    values = np.zeros(len(at), dtype=np.int64)
    is_open = np.ones(len(at), dtype=bool)
    for _ in range(digits.most):
        digit = codes[at].astype(np.int64) - digits.nought
        is_open &= (digit >= digits.lowest) & (digit <= digits.highest)
        values = np.where(is_open, values * digits.base + digit, values)
        at = at + is_open
    return values, at


def _is_end_of_name(codes: _Bytes) -> npt.NDArray[np.bool_]:
    ends: npt.NDArray[np.bool_] = (codes == ord(">")) | (codes == ord(" ")) | (codes == ord("/"))
    return ends
