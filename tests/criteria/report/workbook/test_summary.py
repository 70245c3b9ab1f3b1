"""The sheet Summary."""

from __future__ import annotations

from collections.abc import Callable

from criteria.model.study import Study
from tests.criteria.report.workbook import cases, cells, group_cases


def texts(sheets: cells.Sheets) -> list[str]:
    return [str(cell.value) for cell in sheets["Summary"].values()]


def test_that_the_result_is_said_in_sentences(example: cells.Sheets) -> None:
    found = texts(example)
    counts = "19 of 24 projects are ranked: 5 excluded by red lines, 3 referred, 4 wait for a guarantee."
    assert counts in found
    assert any(text.startswith("First by TOPSIS: P05 River flood early warning") for text in found)
    assert any("comparisons of formulas with the program's own numbers agree." in text for text in found)


def test_that_a_shared_first_place_is_said(sheets_of: Callable[[Callable[[], Study]], cells.Sheets]) -> None:
    found = texts(sheets_of(cases.two_tie_for_first))
    assert any("sharing the place with 1 more" in text for text in found)


def test_that_nothing_ranked_is_said_too(sheets_of: Callable[[Callable[[], Study]], cells.Sheets]) -> None:
    found = texts(sheets_of(cases.all_excluded))
    assert "By TOPSIS no project is ranked." in found
    assert "0 of 3 projects are ranked: 3 excluded by red lines, 0 referred, 0 wait for a guarantee." in found


def test_that_every_other_sheet_is_listed_with_its_checks(example: cells.Sheets) -> None:
    listed = set(texts(example))
    assert set(example) - {"Summary"} <= listed
    row = cells.row_of(example, "Summary", "Scores", "B")
    assert example["Summary"][f"E{row}"].value == 24 * 16
    assert example["Summary"][f"H{row}"].value == "all equal"


def test_that_three_decimals_are_rounded_as_spreadsheets_do() -> None:
    from criteria.report.workbook.summary import _fixed

    assert [_fixed(value) for value in (0.5625, 0.0625, 1.0, 0.12349)] == ["0.563", "0.063", "1.000", "0.123"]


def test_that_no_line_leaves_the_page_and_no_title_is_cut(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheet = sheets_of(group_cases.sealed)["Summary"]
    words = {name: str(cell.value) for name, cell in sheet.items() if name.startswith("B")}
    assert max(map(len, words.values())) <= 170
    assert any("In the group at export" in text for text in words.values())
    members = " ".join(words.values())
    assert "By order (ST3)" in members
