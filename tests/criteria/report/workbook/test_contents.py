"""Which sheets a workbook has."""

from __future__ import annotations

from criteria.ranking.results import rank
from criteria.report.workbook.contents import contents
from criteria.report.workbook.draft import Draft, Provenance
from criteria.report.workbook.write import workbook
from tests.criteria.report.workbook import cases, cells


def names(make: object) -> list[str]:
    results = rank(make())  # type: ignore[operator]
    return [page.place.sheet for page in contents(Draft(results, Provenance()))]


def test_that_the_summary_comes_first_and_is_written_last(draft: Draft) -> None:
    pages = contents(draft)
    assert pages[0].place.sheet == "Summary"
    assert pages[0].late
    assert names(cases.small)[:4] == ["Summary", "Projects", "Scores", "Criteria"]


def test_that_sheets_appear_only_where_they_have_content() -> None:
    assert "Waivers" not in names(cases.small)
    assert "Waivers" in names(cases.waived_and_unknown)
    assert {"Project comparisons", "Project priorities"} <= set(names(cases.compared_projects))


def test_that_the_file_has_the_sheets_in_this_order() -> None:
    data = workbook(rank(cases.small()), Provenance())
    assert data is not None
    assert list(cells.read(data)) == names(cases.small)


def test_that_sheet_names_are_short_enough_and_different() -> None:
    found = names(cases.compared_projects)
    assert len(set(found)) == len(found)
    assert max(map(len, found)) <= 31
