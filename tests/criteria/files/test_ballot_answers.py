"""Answers as values that can be compared."""

from __future__ import annotations

import msgspec
import pytest

from criteria.files.ballot_answers import Answers, answers_of, by_key, oriented
from criteria.model.people import WEIGHT_METHODS, BestWorst, Judgement, Stakeholder, WeightMethod
from criteria.template import new_study
from tests.support.ballots import answered


def test_that_the_digest_does_not_depend_on_order() -> None:
    one, two = Judgement("goal", "P1", "P2", 3.0), Judgement("goal", "P1", "P3", None)
    first = Answers(method="pairwise", judgements=(one, two))
    assert first.digest == Answers(method="pairwise", judgements=(two, one)).digest
    assert first.digest != Answers(method="pairwise", judgements=(one,)).digest
    figures = Answers(method="swing", figures={"P1": 1.0, "P2": 2.0})
    assert figures.digest == Answers(method="swing", figures={"P2": 2.0, "P1": 1.0}).digest


def test_that_a_pair_is_seen_from_both_sides() -> None:
    found = by_key(Answers(method="pairwise", judgements=(Judgement("goal", "P1", "P2", 4.0),)), {})
    assert oriented(found, ("goal", "P2", "P1")) == 0.25
    with pytest.raises(KeyError):
        oriented(found, ("goal", "P1", "P3"))


def test_that_comparisons_with_extremes_are_pairs() -> None:
    answer = BestWorst(best="P1", worst="P3", from_best={"P2": 4.0}, to_worst={"P2": 2.0})
    found = by_key(Answers(method="best_worst", best_worst={"goal": answer}), {})
    assert found == {("goal", "P1", "P2"): 4.0, ("goal", "P2", "P3"): 2.0}


@pytest.mark.parametrize("method", WEIGHT_METHODS)
def test_that_only_the_answers_of_the_method_are_taken(method: WeightMethod) -> None:
    study = new_study()
    person = Stakeholder(id="ST1", name="M")
    for one in WEIGHT_METHODS:
        person = answered(study, person, one)
    taken = answers_of(person, method)
    assert not taken.is_empty
    filled = [name for name in ("judgements", "figures", "orders", "best_worst") if getattr(taken, name)]
    assert len(filled) == 1


def test_that_comparisons_of_projects_are_no_part_of_a_ballot() -> None:
    judgement = Judgement("projects/N1", "P01", "P02", 2.0)
    person = msgspec.structs.replace(Stakeholder(id="ST1", name="M"), judgements=(judgement,))
    assert answers_of(person, "pairwise").is_empty
