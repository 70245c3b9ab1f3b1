"""Delimited text in the encodings and spellings that offices and publishers use."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.errors import UnreadableFileError, UnsafeFileError
from criteria.files.csv_reader import likely_delimiter, read_delimited
from criteria.files.notes import NoteCode

PATH = Path("projects.csv")
TEXT = "id,country\nP1,Côte d’Ivoire\n"


@pytest.mark.parametrize(
    ("encoding", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("windows-1252", "windows-1252"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
    ],
)
def test_that_the_encoding_is_found_out(encoding: str, found: str) -> None:
    text = read_delimited(PATH, TEXT.encode(encoding))
    assert text.encoding == found
    assert text.rows == (("id", "country"), ("P1", "Côte d’Ivoire"))
    assert text.notes == ()


def test_that_a_given_encoding_and_delimiter_win() -> None:
    text = read_delimited(PATH, "a;b\n1,2;ô\n".encode("mac-roman"), encoding="mac-roman", delimiter=",")
    assert text.rows == (("a;b", None), ("1", "2;ô"))


def test_that_a_given_utf_8_still_drops_the_byte_order_mark() -> None:
    assert read_delimited(PATH, TEXT.encode("utf-8-sig"), encoding="utf-8").rows[0] == ("id", "country")


@pytest.mark.parametrize(
    ("data", "encoding", "sentence"),
    [
        (b"id\nC\xf4te\n", "utf-8", "Line 2 of “projects.csv” holds bytes that are not UTF-8"),
        (b"\xef\xbb\xbfid\nC\xf4te\n", None, "Line 2 of “projects.csv” holds bytes that are not UTF-8;"),
        (b"id\n\x81\n", None, "neither UTF-8 nor Windows-1252"),
        (b"id\n1\n", "klingon", "encoding “klingon” is unknown"),
        ("id,land\nP1,é\nP2,ô".encode()[:-1], None, "breaks off in the middle of a letter"),
        (b"id\n\x00\n", None, r"binary data \(first in line 2\)"),
        (b"\xff\xfei\x00\x00\x00", None, "binary data"),
    ],
)
def test_that_undecodable_text_is_refused_with_its_line(
    data: bytes, encoding: str | None, sentence: str
) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_delimited(PATH, data, encoding=encoding)


def test_that_one_accent_at_the_very_end_is_windows_text() -> None:
    assert read_delimited(PATH, b"id,title\nP1,caf\xe9").rows[1] == ("P1", "café")


def test_that_a_mixture_of_encodings_is_noted() -> None:
    data = "id,land\nP1,Côte\n".encode() + "P2,Côte\n".encode("windows-1252")
    notes = read_delimited(PATH, data).notes
    assert [(note.code, note.detail) for note in notes] == [(NoteCode.MIXED_ENCODING, "3")]


@pytest.mark.parametrize(
    ("text", "delimiter"),
    [
        ("a,b,c\n1,2,3\n", ","),
        ("a;b;c\n1,5;2,5;3,5\n2,5;1,5;0,5\n", ";"),
        ("a\tb\tc\n1,5\t2;5\t3\n", "\t"),
        ('title,tags\n"x; y","a;b;c"\n"z","d"\n', ","),
        ('title;text\n"a, b, c";"d, e"\n', ";"),
        ('Source\n\n"Country Name","Code","1960",\n"Aruba","ABW","",\n"Kenya","KEN","",\n', ","),
        ("one column\nonly\n", ","),
        ("", ","),
    ],
)
def test_that_the_delimiter_is_the_one_that_parts_evenly(text: str, delimiter: str) -> None:
    assert likely_delimiter(text) == delimiter


def test_that_quoted_values_may_hold_delimiters_quotes_and_line_breaks() -> None:
    text = read_delimited(PATH, b'id,text\r\nP1,"a ""b"", c\r\nd"\r\nP2,e\r\n')
    assert text.rows == (("id", "text"), ("P1", 'a "b", c\nd'), ("P2", "e"))


def test_that_old_line_ends_are_line_ends() -> None:
    assert read_delimited(PATH, b"a;b\r1;2\r").rows == (("a", "b"), ("1", "2"))


def test_that_a_line_naming_the_delimiter_is_no_row() -> None:
    text = read_delimited(PATH, b"sep=;\r\na,b;c\r\n1,2;3\r\n")
    assert text.delimiter == ";"
    assert text.rows == (("a,b", "c"), ("1,2", "3"))


def test_that_empty_lines_keep_the_row_numbers_and_rows_are_padded() -> None:
    text = read_delimited(PATH, b"Source\n\na,b,c\n1,,\n\n\n")
    assert text.rows == (("Source", None, None), (None,) * 3, ("a", "b", "c"), ("1", None, None))
    assert text.notes == ()


def test_that_rows_of_another_length_are_noted() -> None:
    text = read_delimited(PATH, b"a,b,c\n1,2,3\n1,2,3,4\n1,2,3,,,\n1,2\n")
    assert [(note.code, note.row, note.detail) for note in text.notes] == [
        (NoteCode.LONG_ROW, 2, "1 more cell"),
        (NoteCode.SHORT_ROW, 4, "1 fewer cell"),
    ]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b'a,b\n1,"open\n2,3\n', "row 2 of “projects.csv” is never closed"),
        (b'a,b\n1,"x"y"\n', "Line 2 of “projects.csv” has a quotation mark inside"),
        (
            b'a,b\n1,"' + b"x" * 140_000 + b'"\n',
            "Row 2 of “projects.csv” has a cell of more than 131,072 letters",
        ),
        (b"\xef\xbb\xbf \r\n,,\r\n", "is empty"),
    ],
)
def test_that_broken_text_is_refused_with_its_place(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableFileError, match=sentence):
        read_delimited(PATH, data)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a,b\n" + b"x" * 1_000_001, "Line 2 of “projects.csv” has 1,000,001 letters"),
        (b"," * 2_000 + b"x\n", "2,001 columns"),
    ],
)
def test_that_endless_lines_are_unsafe(data: bytes, sentence: str) -> None:
    with pytest.raises(UnsafeFileError, match=sentence):
        read_delimited(PATH, data)


plain_cells = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=8)


@given(
    st.integers(2, 5).flatmap(
        lambda width: st.lists(st.lists(plain_cells, min_size=width, max_size=width), min_size=2, max_size=8)
    ),
    st.sampled_from(",;\t"),
)
def test_that_whatever_is_written_by_the_rules_is_read_again(table: list[list[str]], delimiter: str) -> None:
    table = [["first", *("head" for _ in table[0][1:])], *table]
    quoted = [[f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row] for row in table]
    data = "\r\n".join(delimiter.join(row) for row in quoted).encode()
    read = read_delimited(PATH, data, delimiter=delimiter).rows
    expected = [tuple(cell or None for cell in row) for row in table]
    while not any(expected[-1]):
        expected.pop()
    assert read == tuple(expected)
