"""Answers by each method as they are taken from cells."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.files.ballot_reader import Ballot, read_ballot
from criteria.model.people import Stakeholder, WeightMethod
from criteria.template import new_study
from tests.support.ballots import Paper, answered, paper

STUDY = new_study()


def read(tmp_path: Path, sheet: Paper) -> Ballot:
    return read_ballot(sheet.save(tmp_path / "b.xlsx"))


def empty(method: WeightMethod) -> Paper:
    return paper(STUDY, Stakeholder(id="ST1", name="M"), method)


def codes(ballot: Ballot) -> list[str]:
    return [found.code for found in ballot.findings]


def test_that_cannot_say_is_an_answer(tmp_path: Path) -> None:
    ballot = read(tmp_path, empty("pairwise").answer(1, "cannot say").answer(2, "equal"))
    assert [(j.second, j.value) for j in ballot.answers.judgements] == [("P2", None), ("P3", 1.0)]
    assert ballot.answered == 2


def test_that_equally_without_a_side_is_equal(tmp_path: Path) -> None:
    ballot = read(tmp_path, empty("pairwise").answer(1, None, "1 equally"))
    assert ballot.answers.judgements[0].value == 1.0


def test_that_points_below_zero_are_set_aside(tmp_path: Path) -> None:
    ballot = read(tmp_path, empty("swing").answer(1, 100).answer(2, "-5").answer(3, "62,5"))
    assert ballot.answers.figures == {"P1": 100.0, "P3": 62.5}
    assert codes(ballot) == ["out-of-range"]
    assert "cell D8" in ballot.findings[0].message


def test_that_equal_places_make_a_group(tmp_path: Path) -> None:
    ballot = read(tmp_path, empty("rank_order").fill({1: (2,), 2: (1,), 3: (2,), 4: (9,)}))
    assert ballot.answers.orders == {"goal": (("P2",), ("P1", "P3"))}
    assert codes(ballot) == ["out-of-range"]


def test_that_best_and_worst_must_differ(tmp_path: Path) -> None:
    name = "Development need"
    ballot = read(tmp_path, empty("best_worst").fill({1: (name,), 2: (name,)}))
    assert ballot.answers.is_empty
    assert codes(ballot) == ["contradiction"]


def test_that_the_extremes_are_compared_once(tmp_path: Path) -> None:
    sheet = empty("best_worst").fill({1: ("Development need",), 2: ("Conflict with human rights",)})
    sheet.fill({3: ("", "5 strongly more"), 6: ("7 very strongly more", ""), 4: ("3 moderately more", 2)})
    ballot = read(tmp_path, sheet)
    answer = ballot.answers.best_worst["goal"]
    assert (answer.from_best, answer.to_worst) == ({"P2": 3.0, "P4": 7.0}, {"P2": 2.0})
    assert codes(ballot) == ["contradiction"]
    assert "cell E9" in ballot.findings[0].message


def test_that_comparisons_with_nothing_are_named(tmp_path: Path) -> None:
    ballot = read(tmp_path, empty("best_worst").fill({1: ("Development need",), 4: ("3 moderately more", 2)}))
    assert codes(ballot) == ["one-sided"]
    assert ballot.answers.best_worst["goal"].from_best == {"P2": 3.0}


def test_that_an_extreme_can_not_be_equal(tmp_path: Path) -> None:
    ballot = read(tmp_path, empty("best_worst").fill({1: ("equal",)}))
    assert codes(ballot) == ["unknown-answer"]


@pytest.mark.parametrize("method", ["pairwise", "swing", "best_worst", "rank_order"])
def test_that_answers_are_counted(method: WeightMethod, tmp_path: Path) -> None:
    from criteria.files.ballot_responses import present_responses

    sheet = empty(method)
    person = answered(STUDY, Stakeholder(id="ST1", name="M"), method)
    ballot = read(tmp_path, sheet.fill(present_responses(sheet.data.plan, person)))
    assert ballot.answered == ballot.asked
