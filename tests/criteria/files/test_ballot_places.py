"""Questions are found by number and text, wherever they stand."""

from __future__ import annotations

from criteria.files.ballot_places import locate
from criteria.files.ballot_sheet import BallotData
from criteria.files.tables import Sheet
from criteria.model.study import Study
from criteria.template import new_study
from tests.support.ballots import Paper, paper

STUDY: Study = new_study()


def opened() -> Paper:
    return paper(STUDY, STUDY.stakeholders[0])


def sheet_of(given: Paper, name: str = "Questions") -> Sheet:
    return Sheet(name, tuple(given.questions.iter_rows(values_only=True)))


def data(given: Paper) -> BallotData:
    return given.data


def test_that_the_sheet_is_known_by_its_text() -> None:
    given = opened()
    other = Sheet("Questions", ((1.0, "something"), (2.0, "else")))
    found = locate("b.xlsx", (other, sheet_of(given, "Sheet3")), data(given))
    assert found is not None
    assert found.sheet == "Sheet3"
    assert [one.code for one in found.findings] == ["renamed-sheet"]


def test_that_inserted_rows_do_no_harm() -> None:
    given = opened()
    given.questions.insert_rows(3, 2)
    found = locate("b.xlsx", (sheet_of(given),), data(given))
    assert found is not None
    assert found.cells[1][0] == (8, 3)
    assert {one.code for one in found.findings} == {"moved"}


def test_that_a_lost_number_is_found_by_the_text() -> None:
    given = opened()
    given.questions.cell(7, 1).value = None
    found = locate("b.xlsx", (sheet_of(given),), data(given))
    assert found is not None
    assert 1 in found.cells
    assert found.findings == []


def test_that_a_sheet_without_most_questions_is_none() -> None:
    given = opened()
    assert locate("b.xlsx", (Sheet("Questions", ()),), data(given)) is None


def test_that_cells_beyond_the_end_are_empty() -> None:
    given = opened()
    found = locate("b.xlsx", (sheet_of(given),), data(given))
    assert found is not None
    assert found.value((5000, 3)) is None
