"""Any file in: sheets of cells, or one sentence; never a traceback."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from criteria.errors import ProportioError, UnreadableFileError
from criteria.files.notes import NoteCode
from criteria.files.sniff import FileKind
from criteria.files.tables import Sheet, read_tables
from tests.support.bad_file import Recipe
from tests.support.bad_tables import bad_tables, example_table, write_csv, write_xlsx
from tests.support.unreadable_files import example_csv, unreadable_files
from tests.support.workbooks import ods_parts, packed, repacked, written, xls, xls_number, xlsx

FIXTURES = Path(__file__).parents[2] / "files" / "tables"


@pytest.mark.parametrize("recipe", unreadable_files(), ids=lambda recipe: recipe.name)
def test_that_an_unreadable_file_is_refused_in_one_sentence(recipe: Recipe, tmp_path: Path) -> None:
    bad = recipe.made(tmp_path)
    with pytest.raises(ProportioError) as caught:
        read_tables(bad.path)
    sentence = str(caught.value)
    assert caught.value.exit_code == bad.exit_code
    assert bad.fragment in sentence
    assert bad.path.name in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert len(sentence) < 300


@pytest.mark.parametrize("recipe", bad_tables(), ids=lambda recipe: recipe.name)
def test_that_tables_with_bad_data_can_at_least_be_read(recipe: Recipe, tmp_path: Path) -> None:
    assert recipe.exit_code == 1
    assert read_tables(recipe.made(tmp_path).path).sheets[0].rows


def test_that_at_least_forty_five_bad_files_have_different_names() -> None:
    names = [recipe.name for recipe in (*unreadable_files(), *bad_tables())]
    assert len(set(names)) == len(names) >= 45


def test_that_the_example_is_read_alike_as_text_and_as_workbook(tmp_path: Path) -> None:
    table = example_table()
    write_csv(tmp_path / "a.csv", table, ";")
    write_xlsx(tmp_path / "a.xlsx", table)
    text, workbook = read_tables(tmp_path / "a.csv"), read_tables(tmp_path / "a.xlsx")
    assert (text.kind, text.encoding, text.delimiter) == (FileKind.CSV, "utf-8", ";")
    assert (workbook.kind, workbook.encoding, workbook.delimiter) == (FileKind.XLSX, "", "")
    assert text.notes == workbook.notes == ()
    for row, other in zip(text.sheets[0].rows, workbook.sheets[0].rows, strict=True):
        for cell, same in zip(row, other, strict=True):
            assert same == (float(str(cell)) if isinstance(same, float) else cell)


def test_that_the_shipped_example_is_read_from_a_text_path() -> None:
    path = Path(__file__).parents[3] / "resources" / "example" / "portfolio.csv"
    table = read_tables(str(path))
    assert table.path == path
    assert table.encoding == "utf-8-sig"
    assert len(table.sheets[0].rows) == 25
    assert {len(row) for row in table.sheets[0].rows} == {54}


def test_that_encoding_and_delimiter_can_be_given(tmp_path: Path) -> None:
    path = written(tmp_path, "a.csv", "a;b,c\nô;1,2\n".encode("mac-roman"))
    table = read_tables(path, encoding="mac-roman", delimiter=",")
    assert table.sheets == (Sheet("", (("a;b", "c"), ("ô;1", "2"))),)


def test_that_a_workbook_under_another_ending_is_read_and_noted(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xls", xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'))
    table = read_tables(path)
    assert table.kind is FileKind.XLSX
    assert [note.code for note in table.notes] == [NoteCode.OTHER_TYPE]


def test_that_an_error_in_a_sheet_is_no_empty_sheet(tmp_path: Path) -> None:
    path = written(tmp_path, "a.xlsx", xlsx('<row r="1"><c r="A1" t="e"><v>#REF!</v></c></row>'))
    assert read_tables(path).sheets[0].rows == (("#REF!",),)


SOUND: dict[str, Callable[[], bytes]] = {
    ".csv": lambda: example_csv()[:3_000],
    ".xlsx": (FIXTURES / "projects.xlsx").read_bytes,
    ".xls": (FIXTURES / "projects.xls").read_bytes,
    ".ods": (FIXTURES / "projects.ods").read_bytes,
}


def reads_or_says_why(path: Path) -> None:
    """Reads a file; anything that is not one of our errors fails the test."""
    try:
        read_tables(path)
    except UnreadableFileError as error:
        sentence = str(error)
    else:
        sentence = path.name
    assert path.name in sentence


@pytest.mark.parametrize("ending", SOUND)
@pytest.mark.parametrize("part", range(20))
def test_that_a_file_cut_anywhere_is_read_or_refused(ending: str, part: int, tmp_path: Path) -> None:
    data = SOUND[ending]()
    reads_or_says_why(written(tmp_path, f"cut{ending}", data[: len(data) * part // 20]))


@pytest.mark.parametrize("ending", SOUND)
def test_that_a_file_with_flipped_bytes_is_read_or_refused(
    ending: str, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    data, dice = SOUND[ending](), random.Random(7)
    for count in (1, 2, 5, 20) * 15:
        changed = bytearray(data)
        for _ in range(count):
            changed[dice.randrange(len(changed))] = dice.randrange(256)
        reads_or_says_why(written(tmp_path, f"flipped{ending}", bytes(changed)))
    capfd.readouterr()


TOKENS = [
    b"<",
    b">",
    b'"',
    b"-1",
    b"9999999",
    b"\xff",
    b"\0",
    b"&x;",
    b"<f/>",
    b"</row>",
    b'<c r="XFD1048576">',
]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    ending=st.sampled_from([".xlsx", ".ods"]),
    part=st.sampled_from(["sheet1.xml", "workbook.xml", "styles.xml", "content.xml", "sharedStrings.xml"]),
    edits=st.lists(
        st.tuples(st.floats(0, 1), st.sampled_from(TOKENS), st.integers(0, 9)), min_size=1, max_size=4
    ),
)
def test_that_tampered_xml_is_read_or_refused(
    ending: str, part: str, edits: list[tuple[float, bytes, int]], tmp_path: Path
) -> None:
    def tampered(name: str, content: bytes) -> bytes:
        if not name.endswith(part):
            return content
        for where, token, overwritten in edits:
            at = int(len(content) * where)
            content = content[:at] + token + content[at + overwritten :]
        return content

    reads_or_says_why(written(tmp_path, f"tampered{ending}", repacked(SOUND[ending](), tampered)))


@given(data=st.binary(max_size=200))
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_that_any_bytes_are_read_or_refused(tmp_path: Path, data: bytes) -> None:
    for ending, start in (
        (".csv", b""),
        (".xlsx", b"PK\x03\x04"),
        (".xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ):
        reads_or_says_why(written(tmp_path, f"noise{ending}", start + data))


def test_that_small_sound_files_of_each_kind_are_read(tmp_path: Path) -> None:
    number = '<table:table-cell office:value-type="float" office:value="7"/>'
    contents = {
        "a.xlsx": xlsx('<row r="1"><c r="A1"><v>7</v></c></row>'),
        "a.ods": packed(ods_parts(f"<table:table-row>{number}</table:table-row>")),
        "a.xls": xls(xls_number(0, 0, 7.0)),
    }
    for name, content in contents.items():
        assert read_tables(written(tmp_path, name, content)).sheets == (Sheet("Projects", ((7.0,),)),)


def test_that_the_guards_cost_little_beside_reading(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    dice = random.Random(1)
    choices: list[Callable[[], object]] = [
        dice.random,
        lambda: dice.randint(1, 7),
        lambda: f"some text {dice.randint(1, 500)}",
        lambda: None,
    ]
    write_xlsx(tmp_path / "a.xlsx", [[dice.choice(choices)() for _ in range(60)] for _ in range(600)])

    def alone() -> None:
        CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_index(0).to_python(skip_empty_area=False)

    def guarded() -> None:
        read_tables(tmp_path / "a.xlsx")

    # Measured 1.4; the bound leaves room for a busy machine and still catches a scan of every element (3).
    assert min(seconds(guarded) for _ in range(7)) < 2.2 * min(seconds(alone) for _ in range(7))


def seconds(work: Callable[[], None]) -> float:
    """The time one piece of work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
