"""What one stakeholder can still be asked."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.sessions.questions import next_question, node_questions
from criteria.weighting.next_question import useful_order
from criteria.weighting.stacks import least_squares_stack
from tests.support.studies import study_with

NOBODY = Stakeholder(id="ST1", name="Someone")


def test_that_what_was_answered_declined_and_left_open_is_told_apart() -> None:
    answers = (
        Judgement(GOAL, "P1", "P2", 3.0),
        Judgement(GOAL, "P4", "P1", None),
        Judgement("P1", "N1", "N2", 2.0),
    )
    found = node_questions(study_with(), msgspec.structs.replace(NOBODY, judgements=answers), GOAL)
    assert found.children == ("P1", "P2", "P3", "P4")
    assert (found.ratios[0, 1], found.ratios[1, 0]) == (3.0, 1 / 3)
    assert found.declined == {(0, 3)}
    assert found.open_pairs.tolist() == [[0, 2], [1, 2], [1, 3], [2, 3]]
    assert not found.is_closed_by_answers
    assert found.limit == pytest.approx(np.log(9))


def test_that_answers_stand_for_the_ratios_of_the_persons_scale() -> None:
    """Goepel (2018): the balanced scale takes 3 for 1.5 and ends at 9."""
    answers = (Judgement(GOAL, "P1", "P2", 3.0),)
    person = msgspec.structs.replace(NOBODY, judgements=answers, judgement_scale="balanced")
    found = node_questions(study_with(), person, GOAL)
    assert found.ratios[0, 1] == pytest.approx(1.5)
    assert np.exp(found.levels[[0, 8, 10, 16]]) == pytest.approx([1 / 9, 1.0, 1.5, 9.0])
    assert found.is_closed_by_answers


def test_that_an_answer_beyond_the_scale_widens_it() -> None:
    person = msgspec.structs.replace(NOBODY, judgements=(Judgement(GOAL, "P1", "P2", 1 / 12),))
    assert node_questions(study_with(), person, GOAL).limit == pytest.approx(np.log(12))


def test_that_questions_end_when_all_is_answered_or_declined() -> None:
    study, person = study_with(), NOBODY
    order = useful_order(4, 1)
    asked = []
    while (pair := next_question(study, person, GOAL, order)) is not None:
        asked.append(frozenset(pair))
        value = None if len(asked) == 5 else 2.0
        person = msgspec.structs.replace(
            person, judgements=(*person.judgements, Judgement(GOAL, *pair, value))
        )
        if len(asked) == 3:
            logs = least_squares_stack(node_questions(study, person, GOAL).ratios[None])[0]
            assert len(set(logs.round(9))) > 1
    assert len(asked) == len(set(asked)) == 6
    assert not len(node_questions(study, person, GOAL).open_pairs)


def test_that_a_node_of_one_child_has_no_question() -> None:
    study = study_with()
    alone = tuple(
        msgspec.structs.replace(c, active=c.premise != "P1" or c.id == "N1") for c in study.criteria
    )
    assert next_question(msgspec.structs.replace(study, criteria=alone), NOBODY, "P1") is None
