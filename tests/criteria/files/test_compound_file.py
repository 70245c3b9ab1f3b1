"""Compound files, sound and broken."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from criteria.errors import UnreadableFileError
from criteria.files.compound_file import CompoundFile
from tests.support.workbooks import CompoundParts

FIXTURE = Path(__file__).parents[2] / "files" / "tables" / "projects.xls"
PATH = Path("projects.xls")
SOUND = CompoundParts({"Workbook": bytes(range(256)) * 20, "Other": b"x"}).packed()
_TABLE = 512


def changed(at: int, *numbers: int) -> bytes:
    data = bytearray(SOUND)
    struct.pack_into(f"<{len(numbers)}I", data, at, *numbers)
    return bytes(data)


def test_that_streams_are_found_by_name() -> None:
    container = CompoundFile(PATH, SOUND)
    assert container.names == {"Root Entry", "Workbook", "Other"}
    assert container.stream("Workbook") == bytes(range(256)) * 20


def test_that_small_streams_of_an_office_program_are_found() -> None:
    container = CompoundFile(FIXTURE, FIXTURE.read_bytes())
    assert "Workbook" in container.names
    assert container.stream("\x05SummaryInformation")[:4] == b"\xfe\xff\x00\x00"


def test_that_a_short_last_sector_is_filled_up() -> None:
    assert SOUND.endswith(bytes(300))
    assert CompoundFile(PATH, SOUND[:-300]).content == SOUND


@pytest.mark.parametrize(
    "data",
    [
        SOUND[:40],
        SOUND[:600],
        SOUND[: len(SOUND) // 2],
        changed(_TABLE + 4 * 2, 2),
        changed(_TABLE + 4 * 2, 100_000),
        changed(_TABLE + 4 * 1, 1),
        changed(48, 500),
        changed(68, 3),
        changed(76, 9_999),
        changed(28, 0x0007_FFFE),
    ],
)
def test_that_chains_that_loop_or_leave_the_file_are_damage(data: bytes) -> None:
    with pytest.raises(UnreadableFileError, match="do not fit together"):
        CompoundFile(PATH, data)


def test_that_an_unknown_stream_is_damage() -> None:
    with pytest.raises(UnreadableFileError, match="damaged"):
        CompoundFile(PATH, SOUND).stream("Book")
