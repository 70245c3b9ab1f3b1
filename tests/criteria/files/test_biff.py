"""What .xls workbooks say of their cells beside values."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from criteria.errors import UnreadableFileError
from criteria.files.biff import scan_biff
from criteria.files.compound_file import CompoundFile
from criteria.files.marks import Mark, SheetMarks
from tests.support.workbooks import CompoundParts, xls, xls_number

Record = tuple[int, bytes]


def scanned(*records: Record, workbook: tuple[Record, ...] = ()) -> SheetMarks:
    (marks,) = scan_biff(CompoundFile(Path("projects.xls"), xls(*records, workbook=workbook)))
    return marks


def dimensions(*numbers: int) -> Record:
    return 0x0200, struct.pack("<IIHHH", *numbers, 0)


def formula(row: int, column: int, result: bytes) -> Record:
    return 0x0006, struct.pack("<HHH8s", row, column, 0, result)


def test_that_errors_are_found_as_values_and_as_results() -> None:
    marks = scanned(
        xls_number(0, 0, 1.0),
        (0x0205, struct.pack("<HHHBB", 1, 2, 0, 0x2A, 1)),
        (0x0205, struct.pack("<HHHBB", 1, 3, 0, 1, 0)),
        formula(2, 0, b"\x02\0\x07\0\0\0\xff\xff"),
        formula(2, 1, struct.pack("<d", 7.5)),
        formula(2, 2, b"\x00\0\x00\0\0\0\xff\xff"),
    )
    assert marks.errors == [Mark(1, 2, text="#N/A"), Mark(2, 0, text="#DIV/0!")]
    assert (marks.last_row, marks.last_column) == (2, 3)


def test_that_per_cent_is_told_by_the_format_of_a_number() -> None:
    workbook = (
        (0x041E, struct.pack("<HHB", 164, 4, 0) + b"0.0%"),
        *((0x00E0, struct.pack("<HH16x", 0, number)) for number in (0, 9, 164)),
    )
    many = (
        struct.pack("<HH", 4, 1) + struct.pack("<HI", 0, 0) + struct.pack("<HI", 2, 0) + struct.pack("<H", 2)
    )
    marks = scanned(
        (0x0203, struct.pack("<HHHd", 0, 0, 0, 1.0)),
        (0x0203, struct.pack("<HHHd", 1, 0, 1, 0.5)),
        (0x027E, struct.pack("<HHHI", 2, 0, 2, 0)),
        (0x00FD, struct.pack("<HHHI", 3, 0, 2, 0)),
        (0x00BD, many),
        workbook=workbook,
    )
    assert marks.percent == [Mark(1, 0), Mark(2, 0), Mark(4, 2)]
    assert (marks.last_row, marks.last_column) == (4, 2)


@pytest.mark.parametrize("size", [(0, 65_536, 0, 256), (0, 0, 0, 0), (3, 10, 2, 4)])
def test_that_possible_sizes_are_read(size: tuple[int, ...]) -> None:
    assert scanned(dimensions(*size)) == SheetMarks()


@pytest.mark.parametrize("size", [(0, 4_000_000_000, 0, 256), (9, 3, 0, 1), (0, 65_536, 0, 60_000)])
def test_that_impossible_sizes_are_damage(size: tuple[int, ...]) -> None:
    with pytest.raises(UnreadableFileError, match="impossible size"):
        scanned(dimensions(*size))


@pytest.mark.parametrize(
    "stream",
    [
        b"",
        struct.pack("<HHH", 0x0809, 2, 0),
        struct.pack("<HH", 0x000A, 0),
        struct.pack("<HHI", 0x0085, 4, 999_999) + struct.pack("<HH", 0x000A, 0),
        struct.pack("<HH", 0x0809, 0xFFFF),
    ],
)
def test_that_streams_that_break_off_are_damage(stream: bytes) -> None:
    container = CompoundFile(Path("projects.xls"), CompoundParts({"Book": stream}).packed())
    with pytest.raises(UnreadableFileError, match=r"projects\.xls"):
        scan_biff(container)
