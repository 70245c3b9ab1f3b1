"""What is said of sealed weights."""

from __future__ import annotations

import msgspec

from criteria.checks.seal import seal_problems
from criteria.edits.sealing import amend, seal_weights
from criteria.edits.weights import judge
from criteria.model.people import GOAL, Judgement
from criteria.model.study import Study
from criteria.problem_words import message
from criteria.problems import find_problems, has_errors
from tests.support.studies import answered, example

WHEN = "2026-11-20T10:00:00+01:00"


def sealed() -> Study:
    return seal_weights(answered(example()), "Rosa Diaz", WHEN)


def changed(study: Study) -> Study:
    first, second, *_ = study.children(GOAL)
    return judge(study, "ST1", Judgement(GOAL, first, second, 1 / 5))


def test_that_weights_never_sealed_or_left_alone_are_in_order() -> None:
    assert list(seal_problems(answered(example()))) == []
    assert list(seal_problems(sealed())) == []


def test_that_answers_changed_behind_the_seal_are_an_error() -> None:
    study = changed(sealed())
    (problem,) = seal_problems(study)
    assert (problem.severity, problem.code) == ("error", "seal-broken")
    sentence = message(problem, study)
    assert "Rosa Diaz" in sentence
    assert "2026-11-20" in sentence


def test_that_amendments_are_counted_in_a_note() -> None:
    before = sealed()
    after = amend(before, changed(before), "answer", "Kofi Mensah", "a slip of the hand", WHEN)
    (problem,) = seal_problems(after)
    assert (problem.severity, problem.code) == ("note", "sealed-amended")
    assert "1 time" in message(problem, after)


def test_that_a_broken_seal_is_among_all_problems_though_only_the_seal_differs() -> None:
    """The memory of problems must notice a change of the record alone."""
    intact = sealed()
    assert not [p for p in find_problems(intact) if p.code == "seal-broken"]
    assert intact.session.seal is not None
    other = msgspec.structs.replace(intact.session.seal, digest="0" * 64)
    broken = msgspec.structs.replace(intact, session=msgspec.structs.replace(intact.session, seal=other))
    assert has_errors(find_problems(broken))
