"""What a workbook is written from."""

from __future__ import annotations

from collections.abc import Callable

from criteria.ranking.results import rank_with
from criteria.report.workbook.draft import Draft, ExportLog, Provenance
from criteria.report.workbook.geometry import TOPSIS
from criteria.report.workbook.sheet_builder import Remark, SheetBuilder
from criteria.weighting.study_weights import study_weights
from tests.criteria.report.workbook import cases


def test_that_other_sets_of_scores_keep_the_weights(draft: Draft) -> None:
    proposed = draft.with_scores("proposed")
    assert proposed.matrix.score_set == "proposed"
    assert proposed.weights is draft.results.weights
    assert draft.with_scores("offered") is draft.results
    assert draft.with_scores("proposed") is proposed


def test_that_only_examples_carry_a_warning() -> None:
    study = cases.small()
    for fictional, warning in ((False, ""), (True, "Fictional example projects.")):
        results = rank_with(cases.changed(study, fictional=fictional), study_weights(study))
        assert Draft(results, Provenance()).fictional == warning


def test_that_nodes_are_planned_once(draft: Draft) -> None:
    assert draft.nodes is draft.nodes
    assert draft.comparisons == ()


def test_that_the_log_keeps_checks_and_remarks(builder: SheetBuilder, rows: Callable[[], str]) -> None:
    builder.check(9, 4, [("$A$9", "$B$9")], 0)
    builder.text(1, 1, "a\x00", 0)
    log = ExportLog()
    log.add(TOPSIS, builder)
    assert [(check.place, check.column, check.count) for check in log.checks] == [(TOPSIS, 4, 1)]
    assert [type(remark) for remark in log.remarks] == [Remark]


def test_that_checks_side_by_side_count_as_one_area(builder: SheetBuilder, rows: Callable[[], str]) -> None:
    for column in (4, 5, 7):
        builder.check(9, column, [("$A$9", "$B$9")], 0)
    log = ExportLog()
    log.add(TOPSIS, builder)
    assert [(check.column, check.last_column, check.count) for check in log.checks] == [(4, 5, 2), (7, 7, 1)]
