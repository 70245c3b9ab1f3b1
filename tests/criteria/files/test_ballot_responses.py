"""Answers of a study as they stand in cells."""

from __future__ import annotations

import pytest

from criteria.files.ballot_plan import plan_ballot
from criteria.files.ballot_responses import cell_count, empty_responses, present_responses, strength_text
from criteria.model.people import BestWorst, Judgement, Stakeholder
from criteria.template import new_study

STUDY = new_study()


@pytest.mark.parametrize(
    ("value", "cells"),
    [
        (3.0, ("Development need", "3 moderately more")),
        (1 / 3, ("Political structures and conflict", "3 moderately more")),
        (1.0, ("equal", "")),
        (None, ("cannot say", "")),
        (2.5, ("Development need", 2.5)),
    ],
)
def test_that_a_judgement_is_worded_as_the_drop_downs_word_it(
    value: float | None, cells: tuple[object, ...]
) -> None:
    person = Stakeholder(id="ST1", name="M", judgements=(Judgement("goal", "P1", "P2", value),))
    plan = plan_ballot(STUDY, person)
    assert present_responses(plan, person)[1] == cells
    assert present_responses(plan, person)[2] == ("", "")


def test_that_places_and_extremes_are_worded() -> None:
    person = Stakeholder(
        id="ST1",
        name="M",
        orders={"goal": (("P2",), ("P1", "P4"))},
        best_worst={
            "goal": BestWorst(best="P1", worst="P3", from_best={"P2": 4, "P3": 8}, to_worst={"P2": 3})
        },
    )
    ranked = present_responses(plan_ballot(STUDY, person, "rank_order"), person)
    assert [ranked[number] for number in range(1, 5)] == [(2.0,), (1.0,), ("",), (2.0,)]
    compared = present_responses(plan_ballot(STUDY, person, "best_worst"), person)
    assert compared[1] == ("Development need",)
    assert compared[3] == ("", "")
    assert compared[5] == ("8 very to extremely strongly more", "")


def test_that_an_empty_ballot_has_cells_for_every_question() -> None:
    plan = plan_ballot(STUDY, STUDY.stakeholders[0], "best_worst")
    empty = empty_responses(plan)
    assert all(len(empty[q.number]) == cell_count(q) for q in plan.questions)
    assert strength_text(12.0) == 12.0
