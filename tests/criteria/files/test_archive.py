"""Archives unpacked under limits; the bombs of `unreadable_files` are tried in test_tables."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from criteria.errors import UnreadableFileError, UnsafeFileError
from criteria.files.archive import MOST_PARTS, open_archive, part_names
from tests.support.workbooks import Part, lying_archive, packed

PATH = Path("projects.xlsx")


def test_that_the_xml_parts_are_unpacked_and_packed_again() -> None:
    data = packed({"mimetype": b"text", "a.xml": b"<a/>", "b.rels": b"<b/>", "c.png": b"\x89PNG"})
    archive = open_archive(PATH, data)
    assert archive.parts == {"mimetype": b"text", "a.xml": b"<a/>", "b.rels": b"<b/>"}
    with zipfile.ZipFile(archive.repacked()) as again:
        assert {name: again.read(name) for name in again.namelist()} == archive.parts
        assert {info.compress_type for info in again.infolist()} == {zipfile.ZIP_STORED}


def test_that_paths_out_of_the_archive_are_left_out() -> None:
    data = packed(
        {"a.xml": b"<a/>", "../evil.xml": b"<e/>", "x/../../evil.xml": b"<e/>", "/etc/evil.xml": b"<e/>"}
    )
    assert set(open_archive(PATH, data).parts) == {"a.xml"}


def test_that_empty_and_foreign_parts_beside_the_table_are_left_out() -> None:
    data = packed(
        {"a.xml": b"<a/>", "Configurations2/current.xml": b"", "item1.xml": "<i/>".encode("utf-16")}
    )
    assert set(open_archive(PATH, data).parts) == {"a.xml"}


def test_that_workbooks_may_hold_other_documents_as_objects() -> None:
    inner = packed({"word/document.xml": b"<d/>"})
    data = packed({"a.xml": b"<a/>", "xl/embeddings/letter.docx": inner, "Object 1": inner})
    assert set(open_archive(PATH, data).parts) == {"a.xml"}


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_that_an_archive_in_the_archive_is_unsafe(method: int) -> None:
    data = lying_archive([Part("a.xml", b"<a/>"), Part("b.zip", packed({"c": b"d"}), method=method)])
    with pytest.raises(UnsafeFileError, match=r"projects\.xlsx.*another archive inside \(b\.zip\)"):
        open_archive(PATH, data)


@pytest.mark.parametrize("claimed_size", [3, 5])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_that_a_part_of_another_size_than_stated_is_damage(claimed_size: int, method: int) -> None:
    data = lying_archive([Part("a.xml", b"<a/>", method=method, claimed_size=claimed_size)])
    with pytest.raises(UnreadableFileError, match=r"a\.xml does not have the content"):
        open_archive(PATH, data)


def test_that_a_missing_part_is_named() -> None:
    with pytest.raises(UnreadableFileError, match=r"projects\.xlsx.*content\.xml is missing"):
        open_archive(PATH, packed({"a.xml": b"<a/>"})).part("content.xml")


def test_that_many_parts_are_refused_before_they_are_listed() -> None:
    with pytest.raises(UnsafeFileError, match="10,001 parts"):
        part_names(PATH, b"PK\x01\x02" * (MOST_PARTS + 1))


def test_that_tightly_packed_small_parts_are_harmless() -> None:
    spaces = b"<a>" + b" " * 9_000_000 + b"</a>"
    assert open_archive(PATH, packed({"a.xml": spaces})).parts["a.xml"] == spaces


def test_that_a_local_header_out_of_place_is_damage() -> None:
    data = bytearray(packed({"a.xml": b"<a/>"}))
    data[0:4] = b"XXXX"
    with pytest.raises(UnreadableFileError, match="damaged"):
        open_archive(PATH, bytes(data))
