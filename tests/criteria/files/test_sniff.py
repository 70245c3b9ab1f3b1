"""What kind of file it is, whatever it is called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from criteria.errors import UnreadableFileError
from criteria.files.sniff import TABLE_ENDINGS, FileKind, read_table_bytes, table_kind
from tests.support.workbooks import ods_parts, packed, xls, xlsx

CONTENT = {
    FileKind.CSV: b"id,title\n",
    FileKind.XLSX: xlsx(""),
    FileKind.XLS: xls(),
    FileKind.ODS: packed(ods_parts("")),
}


@pytest.mark.parametrize("ending", TABLE_ENDINGS)
def test_that_each_ending_is_read_as_its_kind(ending: str) -> None:
    kind = TABLE_ENDINGS[ending]
    assert table_kind(Path(f"projects{ending.upper()}"), CONTENT[kind]) is kind


@pytest.mark.parametrize("found", [FileKind.XLSX, FileKind.XLS, FileKind.ODS])
def test_that_a_workbook_under_the_ending_of_another_is_read_by_its_content(found: FileKind) -> None:
    for ending in (".xlsx", ".xls", ".ods"):
        assert table_kind(Path(f"projects{ending}"), CONTENT[found]) is found


@pytest.mark.parametrize(
    ("start", "meaning"),
    [
        (b"%PDF-1.4", "a PDF document"),
        (b"\xff\xd8\xff\xe0", "a JPEG picture"),
        (b"GIF89a", "a GIF picture"),
        (b"{\\rtf1", "an RTF document"),
        (b"BZh9", r"a compressed file \(bzip2\)"),
        (b"7z\xbc\xaf\x27\x1c", r"a compressed file \(7z\)"),
        (b"SQLite format 3\0", "a database"),
        (b"MZ\x90\0", "a program"),
        (b"\t\x04\x06\x00\0\0", "a workbook of Excel 4"),
        (b"\n <!DOCTYPE html>\n<html>", "a web page"),
        (b"\xef\xbb\xbf<!-- saved --><table>", "a web page"),
        (b'<?xml version="1.0"?><Workbook/>', "an XML file"),
    ],
)
@pytest.mark.parametrize("ending", [".csv", ".xls"])
def test_that_foreign_content_is_named(start: bytes, meaning: str, ending: str) -> None:
    with pytest.raises(UnreadableFileError, match=f"“projects{ending}” is {meaning}.*not a table"):
        table_kind(Path(f"projects{ending}"), start)


def test_that_a_presentation_is_named() -> None:
    with pytest.raises(UnreadableFileError, match="PowerPoint"):
        table_kind(Path("talk.xlsx"), packed({"ppt/presentation.xml": b"<p/>"}))


@pytest.mark.parametrize("text", [b"PK is a country code\n", b"<5,>6\n", b"title\n%PDF,1\n", b"MIZ,1\n"])
def test_that_text_that_only_looks_foreign_is_text(text: bytes) -> None:
    assert table_kind(Path("projects.csv"), text) is FileKind.CSV


def test_that_the_content_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "projects.csv"
    path.write_bytes(b"id\r\n")
    assert read_table_bytes(path) == b"id\r\n"


def test_that_a_file_without_permission_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "projects.csv"
    path.write_bytes(b"id\n")

    def locked(_path: Path) -> bytes:
        raise PermissionError(13, "locked")

    monkeypatch.setattr(Path, "read_bytes", locked)
    with pytest.raises(UnreadableFileError, match=r"“projects\.csv” cannot be opened.*another program"):
        read_table_bytes(path)


def test_that_a_failing_disk_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "projects.csv"
    path.write_bytes(b"id\n")

    def broken(_path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", broken)
    with pytest.raises(UnreadableFileError, match=r"“projects\.csv” cannot be read \(Input/output error\)"):
        read_table_bytes(path)


@pytest.mark.parametrize("name", ["a\0b.csv", "x" * 5000 + ".csv"])
def test_that_an_impossible_name_is_no_crash(name: str) -> None:
    with pytest.raises(UnreadableFileError):
        read_table_bytes(Path(name))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes there")
def test_that_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    path = tmp_path / "pipe.csv"
    os.mkfifo(path)
    with pytest.raises(UnreadableFileError, match="not an ordinary file"):
        read_table_bytes(path)
