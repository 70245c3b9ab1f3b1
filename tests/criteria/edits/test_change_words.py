"""What an amendment says of a change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.edits.change_words import changes_in_words
from criteria.edits.criteria_tree import set_criterion_active
from criteria.edits.people import add_stakeholder, remove_stakeholder, set_stakeholder
from criteria.edits.settings import set_settings, set_title_page
from criteria.edits.weights import judge, set_best_worst, set_figures, set_order, withdraw_judgement
from criteria.model.people import BestWorst, Judgement
from criteria.model.study import Study
from criteria.template import new_study


@pytest.fixture
def study() -> Study:
    given = judge(new_study(), "ST1", Judgement("goal", "P1", "P2", 3.0))
    return set_figures(set_stakeholder(given, "ST1", name="Rosa"), "ST1", "swing", {"P1": 100.0})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda s: judge(s, "ST1", Judgement("goal", "P1", "P2", 5.0)), "Rosa, {P1} against {P2}: 3 → 5"),
        (lambda s: judge(s, "ST1", Judgement("goal", "P2", "P1", 5.0)), "Rosa, {P2} against {P1}: 1/3 → 5"),
        (lambda s: judge(s, "ST1", Judgement("goal", "P1", "P2", None)),
         "Rosa, {P1} against {P2}: 3 → cannot say"),
        (lambda s: withdraw_judgement(s, "ST1", "goal", "P1", "P2"),
         "Rosa, {P1} against {P2}: 3 → no answer"),
        (lambda s: set_figures(s, "ST1", "swing", {"P1": 80.0, "P2": 0.0}),
         "Rosa, swings of {P1}: 100 → 80; Rosa, swings of {P2}: no figure → 0"),
        (lambda s: set_order(s, "ST1", "goal", [("P2",), ("P1", "P3")]),
         "Rosa, order under the goal: no answer → {P2} > {P1} = {P3}"),
        (lambda s: set_best_worst(s, "ST1", "goal", BestWorst(best="P1", worst="P2", from_best={"P2": 3.0})),
         "Rosa, best and worst under the goal: no answer → best {P1}, worst {P2}, best 3 times {P2}"),
        (lambda s: set_stakeholder(s, "ST1", voting_power=3.0), "Rosa, voting power: 1 → 3"),
        (lambda s: add_stakeholder(s, "Late"), "Late added"),
        (lambda s: remove_stakeholder(add_stakeholder(s, "Late"), "ST1"), "Late added; Rosa removed"),
        (lambda s: set_criterion_active(s, "N1", False), "criterion {N1}, active: yes → no"),
        (lambda s: set_settings(s, prioritisation="geometric_mean"),
         "prioritisation: eigenvector → geometric_mean"),
        (lambda s: set_settings(s, weights_of="ST1"), "weights of: group → Rosa"),
        (lambda s: set_settings(set_title_page(s, title="Other"), theta=0.2), ""),
    ],
)  # fmt: skip
def test_that_a_change_is_told_with_its_old_and_new_value(
    study: Study, change: Callable[[Study], Study], words: str
) -> None:
    names = {key: study.name_of(key) for key in ("P1", "P2", "P3", "N1")}
    assert changes_in_words(study, change(study)) == words.format(**names)
