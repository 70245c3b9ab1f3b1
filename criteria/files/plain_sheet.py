"""A quick look at the XML of a worksheet: most are so plain that nothing but their values needs reading."""

from __future__ import annotations

import re
from itertools import pairwise

import numpy as np
import numpy.typing as npt

_Bytes = npt.NDArray[np.uint8]
_ROW = re.compile(rb'<row (?:[^<>]*\s)?r="([0-9]{1,4})"')
#: The longest look ahead from the start of a tag.
_MARGIN = 12


def is_plain_sheet(xml: bytes) -> bool:
    """Whether all cells are near, in order, spelled as usual, and neither formulas nor errors.

    Near is above row 10,000 and before column AAA. Array operations pass over the bytes: looking at each
    element in turn would take longer than reading the values.
    """
    start, end = xml.find(b"<sheetData>"), xml.rfind(b"</sheetData>")
    if start < 0 or end < start or len(xml) < end + _MARGIN or b't="e"' in xml:
        return False
    codes = np.frombuffer(xml, dtype=np.uint8)
    tags = np.flatnonzero(codes[start + 1 : end] == ord("<")) + start + 1
    first, second, third = codes[tags + 1], codes[tags + 2], codes[tags + 3]
    is_cell = (first == ord("c")) & (second == ord(" "))
    is_row = (first == ord("r")) & (second == ord("o")) & (third == ord("w"))
    is_known = (
        is_cell
        | is_row
        | (first == ord("/"))
        | ((first == ord("v")) & (second == ord(">")))
        | ((first == ord("i")) & (second == ord("s")) & (third == ord(">")))
        | ((first == ord("t")) & ((second == ord(">")) | (second == ord(" "))))
    )
    return bool(is_known.all()) and _are_near(codes, tags[is_cell]) and _are_in_order(xml, tags[is_row])


def _are_near(codes: _Bytes, cells: npt.NDArray[np.intp]) -> bool:
    """Whether each cell names itself by one or two letters and up to four digits before anything else."""
    spelled = (codes[cells + 3] == ord("r")) & (codes[cells + 4] == ord("=")) & (codes[cells + 5] == ord('"'))
    far_column = _is_letter(codes[cells + 8])
    far_row = _is_digit(codes[cells + 7]) & _is_digit(codes[cells + 11])
    far_row |= _is_letter(codes[cells + 7]) & _is_digit(codes[cells + 12])
    return bool(spelled.all()) and not bool(far_column.any() or far_row.any())


def _are_in_order(xml: bytes, rows: npt.NDArray[np.intp]) -> bool:
    matches = [_ROW.match(xml, at) for at in rows.tolist()]
    numbers = [int(match[1]) for match in matches if match]
    return len(numbers) == len(matches) and all(before < after for before, after in pairwise(numbers))


def _is_letter(codes: _Bytes) -> npt.NDArray[np.bool_]:
    return codes >= ord("A")


def _is_digit(codes: _Bytes) -> npt.NDArray[np.bool_]:
    return (codes >= ord("0")) & (codes <= ord("9"))
