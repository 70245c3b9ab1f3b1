"""Which sheets a workbook has."""

from __future__ import annotations

from criteria.ranking.results import rank
from criteria.report.workbook.contents import contents
from criteria.report.workbook.draft import Draft, Provenance
from criteria.report.workbook.write import workbook
from tests.criteria.report.workbook import cases, cells, group_cases


def names(make: object) -> list[str]:
    results = rank(make())  # type: ignore[operator]
    return [page.place.sheet for page in contents(Draft(results, Provenance()))]


def test_that_the_summary_comes_first_and_is_written_last(draft: Draft) -> None:
    pages = contents(draft)
    assert pages[0].place.sheet == "Summary"
    assert pages[0].late
    assert names(cases.small)[:4] == ["Summary", "Problems", "Projects", "Scores"]


def test_that_sheets_appear_only_where_they_have_content() -> None:
    assert "Waivers" not in names(cases.small)
    assert "Waivers" in names(cases.waived_and_unknown)
    assert {"Project comparisons", "Project priorities"} <= set(names(cases.compared_projects))


def test_that_several_stakeholders_have_sheets_of_their_own() -> None:
    found = names(group_cases.sealed)
    assert not {"Judgements", "Priorities"} & set(found)
    start = found.index("Group")
    assert found[start : start + 4] == ["Group", "Joined judgements", "Joined priorities", "Answers ST1"]
    assert found[start + 10 : start + 12] == ["Answers st1 (2)", "Session log"]
    assert "Group" not in names(group_cases.one_swings)


def test_that_the_file_has_the_sheets_in_this_order() -> None:
    data = workbook(rank(cases.small()), Provenance())
    assert data is not None
    assert list(cells.read(data)) == names(cases.small)


def test_that_sheet_names_are_short_enough_and_different() -> None:
    for make in (cases.compared_projects, group_cases.arithmetic):
        found = names(make)
        assert len({name.casefold() for name in found}) == len(found)
        assert max(map(len, found)) <= 31
