"""The sheet Problems, and what the cover says of it."""

from __future__ import annotations

from collections.abc import Callable

from criteria.model.study import Study
from criteria.problem_words import message
from criteria.problems import find_problems
from criteria.ranking.results import rank
from criteria.report.workbook.draft import Draft, Provenance
from criteria.report.workbook.problems import problem_sentences
from tests.criteria.report.workbook import cases, cells, group_cases
from tests.support.studies import with_zero

SheetsOf = Callable[[Callable[[], Study]], cells.Sheets]


def one_zero() -> Study:
    """A group in which one member gives nothing to a premise."""
    return with_zero(group_cases.session(), "P3")


def many_zeros() -> Study:
    """A group in which one member gives nothing to a premise and to nine criteria."""
    return with_zero(group_cases.session(), "P3", "N1", "N2", "N3", "S1", "S2", "A1", "A2", "H1", "H2")


def odd_name() -> Study:
    """A group whose names could be taken for formulas."""
    return with_zero(group_cases.session(), "P3", who="=1+1")


def test_that_every_problem_has_a_row_the_gravest_first(sheets_of: SheetsOf) -> None:
    sheet, study = sheets_of(one_zero)["Problems"], one_zero()
    problems = find_problems(study)
    told = [sheet[f"D{row}"].value for row in range(5, 5 + len(problems))]
    assert told == [message(problem, study) for problem in problems]
    assert [sheet[f"A{row}"].value for row in range(5, 5 + len(problems))] == [p.severity for p in problems]
    assert f"D{5 + len(problems)}" not in sheet
    row = next(row for row, problem in enumerate(problems, start=5) if problem.code == "zero-rules-group")
    assert sheet[f"B{row}"].value == "zero rules group"
    assert sheet[f"C{row}"].value == "stakeholder ST-Nay Nay, under the goal"


def test_that_it_is_all_text(sheets_of: SheetsOf) -> None:
    sheets = sheets_of(odd_name)
    assert any("=1+1" in str(cell.value) for cell in sheets["Problems"].values())
    assert not [name for name, cell in sheets["Problems"].items() if cell.formula]


def test_that_the_cover_counts_them_and_names_the_zero(sheets_of: SheetsOf) -> None:
    text = " ".join(str(cell.value) for cell in sheets_of(one_zero)["Summary"].values())
    assert "Found at export: 1 warning" in text
    name = one_zero().name_of("P3")
    assert f"Nay gives {name} under the goal no weight at all, which makes its weight zero" in text


def test_that_many_zeros_do_not_fill_the_cover() -> None:
    told = problem_sentences(Draft(rank(many_zeros()), Provenance()))
    assert len(told) == 7
    assert told[-1] == "5 further zeros of this kind."


def test_that_a_study_without_problems_has_no_such_sheet() -> None:
    quiet = Draft(rank(cases.small()), Provenance())
    quiet.__dict__["problems"] = ()
    from criteria.report.workbook.contents import contents

    assert problem_sentences(quiet) == ()
    assert "Problems" not in [page.place.sheet for page in contents(quiet)]
