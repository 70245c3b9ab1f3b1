"""What all sheets of results share."""

from __future__ import annotations

from collections.abc import Callable

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.geometry import TOPSIS
from criteria.report.workbook.references import ROW
from criteria.report.workbook.result_rows import (
    RankSource,
    block_heads,
    choice_line,
    finish,
    header_row,
    heads,
    identity_columns,
    identity_values,
    local_block,
    rank_formulas,
    shadow_formula,
    weight_row,
    write_identity,
    write_identity_heads,
)
from criteria.report.workbook.sheet_builder import SheetBuilder
from tests.criteria.report.workbook import cells


def test_that_ranks_leave_ties_together_and_excluded_projects_out(draft: Draft) -> None:
    best, worst = rank_formulas(draft, RankSource(TOPSIS, 41, 42))
    assert best.startswith(f"IF($D${ROW}=1,1+SUMPRODUCT(($D$8:$D$15=1)*($AO$8:$AO$15>$AP${ROW}+1E-12))")
    assert best.endswith(',"–")')
    assert worst.count("1E-12") == 2
    assert "=1)" not in shadow_formula(draft, RankSource(TOPSIS, 41, 42))


def test_that_identity_is_by_project(draft: Draft) -> None:
    screens, ranked, missing = identity_values(draft)
    assert screens[-1] == "exclude"
    assert ranked == [1.0] * 7 + [0.0]
    assert set(missing) == {0.0}
    assert [column.values[0] for column in identity_columns(draft)] == ["P01", draft.study.projects[0].title]


def test_that_heads_carry_premises_over_their_criteria(
    builder: SheetBuilder, draft: Draft, rows: Callable[[], str]
) -> None:
    block_heads(builder, draft, 1, "figures")
    heads(builder, 60, ("D+", "D−"))
    write_identity_heads(builder)
    text = rows()
    assert ">P1 Need<" in text
    assert text.count(">P1 Need<") == 1
    assert ">figures<" in text
    assert ">screening<" in text


def test_that_rows_over_the_heads_have_their_formulas(
    builder: SheetBuilder, draft: Draft, rows: Callable[[], str]
) -> None:
    weight_row(builder, draft, 4)
    header_row(builder, 5, "ideal", ["1+1"], [2.0])
    choice_line(builder, draft, "normalisation", "normalisation")
    text = rows()
    assert "<f>Weights!$H$9</f>" in text
    assert "<f>1+1</f><v>2.0</v>" in text
    assert "<f>normalisation</f><v>fixed</v>" in text


def test_that_a_block_is_one_row_of_all_criteria(draft: Draft) -> None:
    assert local_block(8, draft, 0) == "$F$8:$U$8"
    assert local_block(8, draft, 1) == "$V$8:$AK$8"


def test_that_identity_follows_the_decision_matrix(
    builder: SheetBuilder, draft: Draft, rows: Callable[[], str]
) -> None:
    write_identity(builder, draft)
    finish(builder, draft, 10, {})
    assert "<f>'Decision matrix'!$C$8</f>" in rows()
    assert builder.sheet.freeze_panes == "D8"


def test_that_pages_of_results_have_the_same_projects_in_the_same_rows(example: cells.Sheets) -> None:
    ids = [
        [example[sheet][f"A{row}"].value for row in range(8, 32)]
        for sheet in (
            "Decision matrix",
            "TOPSIS",
            "TOPSIS bounds",
            "AHP",
            "Benefit-risk",
            "Ranking",
            "Sensitivity",
        )
    ]
    assert all(found == ids[0] for found in ids)
    assert len(set(ids[0])) == 24
