"""Ballots as workbooks: cells that are locked, lists, stored values, and LibreOffice computing the same."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec
import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from criteria.errors import SaveError, StudyError
from criteria.files.ballot_collection import collect
from criteria.files.ballot_merge import merge
from criteria.files.ballot_plan import plan_ballot
from criteria.files.ballot_reader import read_ballot
from criteria.files.ballot_responses import present_responses
from criteria.model.people import WEIGHT_METHODS, JudgementScale, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.report.ballot import ballot_bytes, write_ballot
from criteria.template import new_study
from criteria.weighting.elicited import stakeholder_weights
from tests.support.ballots import WHEN, Paper, answered, paper
from tests.support.programs import LibreOffice

Rows = list[list[Any]]
STUDY = new_study()
BLANK = STUDY.stakeholders[0]
#: Every function that a ballot may use: Excel 2013, LibreOffice and Google Sheets have them all.
SHARED = {
    "ABS", "AND", "COUNT", "COUNTIF", "EXP", "IF", "IFERROR", "INDEX", "INT", "ISNUMBER", "LN", "MATCH",
    "MAX", "MIN", "MINVERSE", "MMULT", "OR", "POWER", "ROUND", "SUM", "SUMPRODUCT", "TRIM",
}  # fmt: skip


def book(data: bytes, **options: Any) -> Any:
    return load_workbook(io.BytesIO(data), **options)


def formulas(data: bytes) -> list[str]:
    return [
        cell.value for sheet in book(data).worksheets for row in sheet.iter_rows() for cell in row
        if cell.data_type == "f"
    ]  # fmt: skip


@pytest.mark.parametrize("method", WEIGHT_METHODS)
def test_that_only_answer_cells_are_unlocked(method: WeightMethod) -> None:
    sheet = paper(STUDY, BLANK, method)
    answers = {(row + 1, column + 1) for asked in sheet.data.asked for row, column in asked.cells}
    for page in sheet.book.worksheets:
        assert page.protection.sheet
        assert page.protection.password is None
        unlocked = {(c.row, c.column) for row in page.iter_rows() for c in row if not c.protection.locked}
        assert unlocked == (answers if page.title == "Questions" else set())
    assert sheet.hidden.sheet_state == "veryHidden"


@pytest.mark.parametrize("method", WEIGHT_METHODS)
def test_that_every_answer_cell_has_a_rule_with_words(method: WeightMethod) -> None:
    sheet = paper(STUDY, BLANK, method)
    rules = sheet.questions.data_validations.dataValidation
    covered = {cell for rule in rules for area in str(rule.sqref).split() for cell in [area]}
    names = {
        sheet.questions.cell(r + 1, c + 1).coordinate for asked in sheet.data.asked for r, c in asked.cells
    }
    flat = {
        cell.coordinate
        for area in covered
        for row in (sheet.questions[area] if ":" in area else ((sheet.questions[area],),))
        for cell in row
    }
    assert names == flat
    assert all(rule.error and rule.showErrorMessage for rule in rules)


@pytest.mark.parametrize("method", WEIGHT_METHODS)
def test_that_only_shared_functions_are_used_and_none_is_volatile(method: WeightMethod) -> None:
    found = {
        name
        for text in formulas(ballot_bytes(STUDY, BLANK, method, WHEN))
        for name in re.findall(r"([A-Z]+)\(", text)
    }
    assert found <= SHARED


def test_that_answers_are_not_shown_unless_asked_for() -> None:
    person = answered(STUDY, BLANK, "swing")
    blind, shown = (Paper(ballot_bytes(STUDY, person, "swing", WHEN, prefill=p)) for p in (False, True))
    row, column = blind.data.asked[0].cells[0]
    assert blind.questions.cell(row + 1, column + 1).value is None
    assert shown.questions.cell(row + 1, column + 1).value == person.swings["P1"]


def test_that_equal_ballots_have_equal_bytes() -> None:
    assert ballot_bytes(STUDY, BLANK, "swing", WHEN) == ballot_bytes(STUDY, BLANK, "swing", WHEN)


def test_that_hostile_names_never_become_formulas() -> None:
    name = '=HYPERLINK("http://x","y")'
    criteria = tuple(msgspec.structs.replace(c, name=name) if c.id == "N1" else c for c in STUDY.criteria)
    study: Study = msgspec.structs.replace(STUDY, title="=1+1", purpose="@SUM(A1)", criteria=criteria)
    person = msgspec.structs.replace(BLANK, name="+cmd|' /C calc'!A0")
    own = formulas(ballot_bytes(STUDY, BLANK, "pairwise", WHEN))
    found = formulas(ballot_bytes(study, person, "pairwise", WHEN))
    assert len(found) == len(own)
    assert not any("HYPERLINK" in text for text in found)


def test_that_paper_panes_and_properties_are_set() -> None:
    found = book(ballot_bytes(STUDY, BLANK, "pairwise", WHEN))
    sheet = found["Questions"]
    assert (sheet.freeze_panes, sheet.print_title_rows, int(sheet.page_setup.paperSize)) == ("A5", "$4:$4", 9)
    assert found.properties.title == "Ballot of Decision maker: New study"
    assert found.properties.modified.isoformat() == "2026-11-20T09:00:00"
    assert found.security.lockStructure


def test_that_rows_have_room_for_every_answer_that_best_worst_offers() -> None:
    """At ten points a line takes 13 points; the longest strength takes two in a column of 24."""
    sheet = book(ballot_bytes(STUDY, BLANK, "best_worst"))["Questions"]
    items = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 5).protection.locked is False]
    assert items
    assert all(sheet.row_dimensions[row].height >= 2 * 13 for row in items)
    choices = [row for row in range(5, sheet.max_row + 1) if sheet.cell(row, 2).value == "The most important"]
    labels = [max(len(str(sheet.cell(row + 2 + k, 2).value)) for k in range(4)) for row in choices]
    assert max(labels) > 24
    for row, length in zip(choices, labels, strict=True):
        assert sheet.row_dimensions[row].height >= 13 * -(-length // 24)


def test_that_a_refusing_disk_leaves_what_was_there(tmp_path: Path) -> None:
    write_ballot(tmp_path / "a.xlsx", STUDY, BLANK, "swing", WHEN)
    assert zipfile.is_zipfile(tmp_path / "a.xlsx")
    with pytest.raises(SaveError):
        write_ballot(tmp_path / "gone" / "a.xlsx", STUDY, BLANK, "swing", WHEN)


def test_that_nothing_to_weigh_is_told() -> None:
    criteria = tuple(msgspec.structs.replace(c, active=c.id == "N1") for c in STUDY.criteria)
    with pytest.raises(StudyError, match="nothing to weigh"):
        ballot_bytes(msgspec.structs.replace(STUDY, criteria=criteria), BLANK)


def test_that_uneven_trees_are_asked_about_where_there_is_a_choice() -> None:
    """One premise with a single criterion, one with eight: weights of all criteria are still products."""
    moved = {"S1": "P1", "S2": "P1", "S3": "P1", "S4": "P1"}
    criteria = tuple(
        msgspec.structs.replace(c, premise=moved.get(c.id, c.premise), active=c.id not in ("A2", "A3", "A4"))
        for c in STUDY.criteria
    )
    study = msgspec.structs.replace(STUDY, criteria=criteria)
    person = answered(study, BLANK, "pairwise", 3)
    rows = list(
        book(ballot_bytes(study, person, "pairwise", WHEN, prefill=True), data_only=True)[
            "Your weights"
        ].iter_rows(max_col=3, values_only=True)
    )
    first = block(rows, "All criteria")
    expected = stakeholder_weights(study, person)
    assert [rows[first + place][1] for place in range(13)] == pytest.approx(
        expected.values.tolist(), abs=1e-9
    )


def filled(study: Study, person: Stakeholder, path: Path) -> Path:
    """The drop-downs filled in by a hand that stores no results: LibreOffice has to compute them all."""
    blank = msgspec.structs.replace(
        person, judgements=(), points={}, swings={}, ratings={}, orders={}, best_worst={}
    )
    sheet = paper(study, blank)
    return sheet.fill(present_responses(sheet.data.plan, person)).save(path)


def computed(path: Path) -> dict[str, Rows]:
    """The values of all sheets as they are stored, shares as shares."""
    workbook = CalamineWorkbook.from_path(path)
    return {n: workbook.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in workbook.sheet_names}


def block(rows: Sequence[Sequence[Any]], title: str) -> int:
    """The row under the heads of a group on the sheet of weights."""
    return next(
        place + 2
        for place, row in enumerate(rows)
        if row[0] == title and not row[1] and rows[place + 1][1] == "Weight"
    )


CASES: tuple[tuple[WeightMethod, float, dict[str, str], JudgementScale], ...] = (
    ("pairwise", 0.0, {}, "linear"),
    ("pairwise", 0.5, {}, "linear"),
    ("pairwise", 0.5, {"incomplete": "lambda_max", "random_index": "saaty_1980"}, "balanced_n"),
    ("pairwise", 0.5, {"incomplete": "harker", "prioritisation": "geometric_mean"}, "power"),
    ("swing", 0.0, {}, "linear"),
    ("direct", 0.0, {}, "linear"),
    ("rating", 0.0, {}, "linear"),
    ("rank_order", 0.0, {}, "linear"),
)


@pytest.mark.parametrize(("method", "gaps", "ways", "scale"), CASES)
def test_that_libreoffice_computes_the_weights_of_the_program(
    method: WeightMethod, gaps: float, ways: dict[str, str], scale: JudgementScale, libreoffice: LibreOffice,
    tmp_path: Path,
) -> None:  # fmt: skip
    settings = msgspec.structs.replace(STUDY.settings, **ways)
    study = msgspec.structs.replace(STUDY, settings=settings)
    person = answered(study, msgspec.structs.replace(BLANK, judgement_scale=scale), method, 5, gaps)
    path = libreoffice.convert(filled(study, person, tmp_path / "b.xlsx"), "xlsx", tmp_path / "out")
    sheets = computed(path)
    rows = sheets["Your weights"]
    plan, expected = plan_ballot(study, person), stakeholder_weights(study, person)
    for node in expected.nodes:
        first = block(rows, plan.node_name(node.node))
        values = [rows[first + place][1] for place in range(len(node.children))]
        assert values == pytest.approx(list(node.weights), abs=1e-9)
        if method == "pairwise":
            cr = None if node.consistency is None else node.consistency.cr
            assert rows[first + len(node.children)][1] == ("–" if cr is None else pytest.approx(cr, abs=1e-9))
    first = block(rows, "All criteria")
    values = [rows[first + place][1] for place in range(len(expected.criteria))]
    assert values == pytest.approx(expected.values.tolist(), abs=1e-9)
    texts = [value for rows in sheets.values() for row in rows for value in row if isinstance(value, str)]
    assert [text for text in texts if text.startswith("#")] == []


def test_that_libreoffice_judges_best_worst_answers_alike(libreoffice: LibreOffice, tmp_path: Path) -> None:
    person = answered(STUDY, BLANK, "best_worst", 5)
    path = libreoffice.convert(filled(STUDY, person, tmp_path / "b.xlsx"), "xlsx", tmp_path / "out")
    rows = computed(path)["Your weights"]
    plan = plan_ballot(STUDY, person)
    for node in stakeholder_weights(STUDY, person).nodes:
        place = next(p for p, row in enumerate(rows) if row[0] == plan.node_name(node.node))
        assert node.check is not None
        assert rows[place + 1][1] == pytest.approx(node.check.figure, abs=1e-9)
        assert rows[place + 2][1] == pytest.approx(node.check.limit, abs=1e-9)
        assert ("fit together" in str(rows[place + 1][2])) == node.check.is_passed


@pytest.mark.parametrize("kind", ["ods", "xls"])
@pytest.mark.parametrize("method", ["pairwise", "best_worst", "rank_order", "swing"])
def test_that_other_formats_come_back_whole(
    kind: str, method: WeightMethod, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    person = answered(STUDY, BLANK, method, 5)
    path = libreoffice.convert(filled(STUDY, person, tmp_path / "b.xlsx"), kind, tmp_path / "out")
    ballot = read_ballot(path)
    found = collect(STUDY, [ballot], "2026-11-22T10:00:00")
    assert {f.code for f in found.entries[0].findings} <= {"other-program", "other-method"}
    merged = merge(STUDY, found, [0], "2026-11-22T10:00:00").stakeholders[0]
    expected = stakeholder_weights(STUDY, person).values
    assert stakeholder_weights(STUDY, merged).values == pytest.approx(expected, abs=1e-9)


@pytest.mark.parametrize("method", ["pairwise", "best_worst", "rank_order", "rating"])
def test_that_stored_values_are_those_of_libreoffice(
    method: WeightMethod, libreoffice: LibreOffice, tmp_path: Path
) -> None:
    """A cell refilled by hand has no stored result, so every number below was computed anew."""
    person = answered(STUDY, BLANK, method, 7, 0.4)
    data = ballot_bytes(STUDY, person, method, WHEN, prefill=True)
    stored = book(data, data_only=True)
    path = libreoffice.convert(filled(STUDY, person, tmp_path / "b.xlsx"), "xlsx", tmp_path / "out")
    found = computed(path)
    for sheet in stored.worksheets[:-1]:
        for row in sheet.iter_rows():
            for cell in row:
                other = value_at(found[sheet.title], cell.row, cell.column)
                if isinstance(cell.value, float | int):
                    assert other == pytest.approx(cell.value, rel=1e-9, abs=1e-9), (
                        sheet.title,
                        cell.coordinate,
                    )
                else:
                    assert (other or "") == (cell.value or ""), (sheet.title, cell.coordinate)


def value_at(rows: Rows, row: int, column: int) -> object:
    inside = row <= len(rows) and column <= len(rows[row - 1])
    return rows[row - 1][column - 1] if inside else None
