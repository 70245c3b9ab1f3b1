"""What is said of answers by best and worst."""

from __future__ import annotations

import pytest

from criteria.model.people import BestWorst
from criteria.report.workbook.best_worst_numbers import best_worst_numbers
from criteria.report.workbook.best_worst_words import consistency_words, threshold_formula
from tests.criteria.report.workbook.evaluate import evaluate


def said(from_best: dict[str, float], to_worst: dict[str, float]) -> str:
    answer = BestWorst(best="A", worst="C", from_best=from_best, to_worst=to_worst)
    found = best_worst_numbers(("A", "B", "C"), answer, None)
    assert found is not None
    return consistency_words(found.consistency)


@pytest.mark.parametrize(
    ("from_best", "to_worst", "expected"),
    [
        ({"B": 2.0, "C": 6.0}, {"B": 3.0}, "do not contradict"),
        ({"B": 2.0, "C": 6.0}, {"B": 4.0}, "Acceptable"),
        ({"B": 5.0, "C": 6.0}, {"B": 5.0}, "Above the threshold"),
        ({"B": 2.0, "C": 6.0}, {}, "cannot be told yet"),
        ({"B": 2.0, "C": 5.5}, {"B": 3.0}, "No threshold"),
    ],
)
def test_that_consistency_is_told_in_words(
    from_best: dict[str, float], to_worst: dict[str, float], expected: str
) -> None:
    assert expected in said(from_best, to_worst)


def test_that_the_threshold_is_the_published_one() -> None:
    """Liang, Brunelli & Rezaei (2020), table 3: five items, best over worst 8."""
    assert evaluate(threshold_formula("$A$1", 5), {"$A$1": 8.0}) == 0.2958
    assert evaluate(threshold_formula("$A$1", 5), {"$A$1": 7.5}) == "–"
    assert evaluate(threshold_formula("$A$1", 12), {"$A$1": 8.0}) == "–"


def test_that_nothing_is_computed_before_best_and_worst_are_chosen() -> None:
    assert best_worst_numbers(("A", "B"), None, None) is None
    assert best_worst_numbers(("A", "B"), BestWorst(best="A"), None) is None
