"""What surrounds the cells."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from criteria.ranking.results import rank
from criteria.report.workbook import Provenance, workbook
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import (
    amber_when_empty,
    amber_when_missing,
    amber_when_open,
    bars,
    choose_from,
    grey_when_excluded,
    line_height,
    mark_differences,
    quiet_word,
    set_up,
    set_up_print,
    title_width,
    write_lines,
    write_title,
)
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import STRONG
from tests.criteria.report.workbook import cases


@pytest.fixture(scope="module")
def book() -> Workbook:
    data = workbook(rank(cases.small()), Provenance())
    assert data is not None
    return load_workbook(io.BytesIO(data))


def rules(builder: SheetBuilder) -> list[tuple[str, str]]:
    """Areas and conditions of the conditional formats."""
    formatting = builder.sheet.conditional_formatting
    return [
        (str(area.sqref), rule.formula[0] if rule.formula else rule.type)
        for area in formatting
        for rule in area.rules
    ]


def test_that_rows_of_excluded_projects_turn_grey_by_their_flag(builder: SheetBuilder) -> None:
    grey_when_excluded(builder, 4, 8, 20, 12)
    assert rules(builder) == [("A8:L20", "$D8=0")]


def test_that_gaps_are_marked_where_they_are(builder: SheetBuilder) -> None:
    amber_when_missing(builder, 5, 12, 9, 13)
    amber_when_empty(builder, 5, 6, 9, 6)
    amber_when_open(builder, (40,), 38, 39, 8, 9)
    assert rules(builder) == [
        ("L5:M9", 'L5="missing"'),
        ("F5:F9", "ISBLANK(F5)"),
        ("AN8:AN9", "$AM8-$AL8>1E-12"),
    ]


def test_that_differences_and_quiet_words_have_rules(builder: SheetBuilder) -> None:
    builder.check(8, 3, [("$A$8", "$B$8")], 0)
    mark_differences(builder)
    quiet_word(builder, "no", 5, 9, 6, 10)
    bars(builder, 8, 2, 9)
    assert rules(builder) == [("C8", 'C8="differs"'), ("I5:J6", 'I5="no"'), ("B8:B9", "dataBar")]


def test_that_a_drop_down_offers_its_choices(builder: SheetBuilder) -> None:
    choose_from(builder, "$C$5", '"fixed,vector"', "normalisation")
    found = builder.sheet.data_validations.dataValidation[0]
    assert (str(found.sqref), found.formula1, found.prompt) == ("C5", '"fixed,vector"', "normalisation")


def test_that_a_table_is_frozen_filtered_and_fits_the_page(builder: SheetBuilder, draft: Draft) -> None:
    write_title(builder, draft, "Title", "How to read it.")
    set_up(builder, draft, widths={1: 20.0}, head=4, last=9, columns=3)
    sheet = builder.sheet
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:C9"
    assert sheet.print_title_rows == "$1:$4"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.page_setup.paperSize == 9
    assert sheet.sheet_view.showGridLines is False


def test_that_a_title_with_an_ampersand_prints_as_itself(builder: SheetBuilder) -> None:
    results = rank(cases.odd_texts())
    draft = Draft(results, Provenance())
    set_up_print(builder.sheet, draft)
    footer = builder.sheet.oddFooter
    assert footer is not None
    assert str(footer.left.text).startswith(draft.study.title.replace("&", "&&"))


def test_that_titles_of_projects_are_not_cut(draft: Draft) -> None:
    longest = max(len(project.title) for project in draft.study.projects)
    assert longest * 0.9 < title_width(draft) <= 70


def test_that_rows_have_room_for_texts_wrapped_between_words() -> None:
    assert line_height("short", 20) == 16.5
    assert line_height("Entwicklungszusammenarbeit Geschäftsführung", 28) == 30.0
    assert line_height("one\n\nthree", 20) == 43.5
    assert line_height("word " * 5000, 20) == 409.0


def test_that_long_lines_go_on_in_the_next_row(builder: SheetBuilder, rows: Callable[[], str]) -> None:
    style = builder.style(STRONG)
    assert write_lines(builder, 3, 2, "", style, 10) == 3
    assert write_lines(builder, 3, 2, "one two three", style, 8) == 5
    assert [text in rows() for text in ("one two<", ">three<")] == [True, True]


def test_that_no_sheet_merges_cells_or_shows_gridlines(book: Workbook) -> None:
    for sheet in book.worksheets:
        assert not sheet.merged_cells.ranges, sheet.title
        assert sheet.sheet_view.showGridLines is False, sheet.title
        assert sheet.oddFooter is not None
        assert sheet.oddFooter.right.text == "Page &P of &N", sheet.title


def test_that_every_example_sheet_says_that_it_is_fictional(book: Workbook) -> None:
    for sheet in book.worksheets:
        top = " ".join(str(sheet.cell(row, column).value) for row in (2, 3) for column in (1, 2))
        assert "Fictional example projects." in top, sheet.title
