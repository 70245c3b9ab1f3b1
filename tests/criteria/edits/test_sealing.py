"""Sealing the weights, and changes that need a reason afterwards."""

from __future__ import annotations

import pytest

from criteria.edits.criteria_tree import set_criterion_active
from criteria.edits.people import add_stakeholder, set_stakeholder
from criteria.edits.sealing import (
    amend,
    breaks_seal,
    is_intact,
    lift_seal,
    seal_weights,
    sealed_digest,
    with_record,
)
from criteria.edits.session import hide_answers
from criteria.edits.settings import set_settings, set_title_page
from criteria.edits.weights import judge, set_best_worst, set_figures
from criteria.errors import SealedError, StudyError
from criteria.files.study_file import decode_study, encode_study
from criteria.model.people import BestWorst, Judgement
from criteria.model.study import Study
from criteria.template import new_study

NOW = "2026-11-23T10:00:00"


@pytest.fixture
def sealed() -> Study:
    return seal_weights(judge(new_study(), "ST1", Judgement("goal", "P1", "P2", 3.0)), " Chair ", NOW)


def test_that_a_seal_names_who_and_when_and_is_set_once(sealed: Study) -> None:
    assert sealed.session.seal is not None
    assert (sealed.session.seal.who, sealed.session.seal.when) == ("Chair", NOW)
    assert is_intact(sealed)
    with pytest.raises(StudyError, match="sealed already"):
        seal_weights(sealed, "Chair", NOW)
    with pytest.raises(StudyError, match="name"):
        seal_weights(new_study(), " ", NOW)


def test_that_answers_criteria_and_how_they_are_combined_are_sealed(sealed: Study) -> None:
    changes = [
        judge(sealed, "ST1", Judgement("goal", "P1", "P2", 4.0)),
        set_criterion_active(sealed, "N1", False),
        add_stakeholder(sealed, "Late"),
        set_settings(sealed, prioritisation="geometric_mean"),
        set_stakeholder(sealed, "ST1", voting_power=3.0),
    ]
    assert all(breaks_seal(sealed, after) for after in changes)
    assert not any(is_intact(after) for after in changes)


def test_that_what_weights_do_not_rest_on_stays_free(sealed: Study) -> None:
    assert not breaks_seal(sealed, set_title_page(sealed, title="Other"))
    assert not breaks_seal(sealed, set_settings(sealed, theta=0.3))
    assert not breaks_seal(new_study(), add_stakeholder(new_study(), "Early"))


def test_that_a_reason_is_kept_with_the_change(sealed: Study) -> None:
    after = judge(sealed, "ST1", Judgement("goal", "P1", "P2", 4.0))
    amended = amend(sealed, after, "Answer", "Chair", "misread", NOW)
    (entry,) = amended.session.amendments
    assert (entry.who, entry.reason, entry.after) == ("Chair", "misread", sealed_digest(after))
    assert entry.before == sealed_digest(sealed)
    assert is_intact(amended)
    for who, reason in (("", "misread"), ("Chair", " ")):
        with pytest.raises(SealedError, match="sealed by Chair on 2026-11-23"):
            amend(sealed, after, "Answer", who, reason, NOW)


def test_that_each_change_tells_what_it_was(sealed: Study) -> None:
    once = amend(
        sealed, judge(sealed, "ST1", Judgement("goal", "P1", "P2", 4.0)), "Answer", "Chair", "misread", NOW
    )
    twice = amend(
        once, judge(once, "ST1", Judgement("goal", "P2", "P1", 5.0)), "Answer", "Chair", "misread", NOW
    )
    first, second = twice.session.amendments
    assert first.what.endswith(": 3 → 4")
    assert second.what.endswith(": 1/4 → 5")
    assert (first.before, second.after) == (sealed_digest(sealed), sealed_digest(twice))
    assert first.after == second.before


def test_that_a_seal_is_lifted_with_a_reason_and_stays_on_record(sealed: Study) -> None:
    unsealed = judge(new_study(), "ST1", Judgement("goal", "P1", "P2", 3.0))
    assert breaks_seal(sealed, unsealed)
    with pytest.raises(SealedError, match="sealed by Chair"):
        lift_seal(sealed, unsealed, "Chair", "", NOW)
    lifted = lift_seal(sealed, unsealed, "Clerk", "too soon", NOW)
    (entry,) = lifted.session.lifted_seals
    assert (entry.seal, entry.who, entry.reason) == (sealed.session.seal, "Clerk", "too soon")
    assert with_record(lifted, unsealed).session.lifted_seals == (entry,)
    with pytest.raises(StudyError, match="no seal"):
        lift_seal(unsealed, unsealed, "Clerk", "too soon", NOW)


def test_that_a_step_back_keeps_amendments_and_hidden_answers(sealed: Study) -> None:
    amended = hide_answers(
        amend(
            sealed,
            judge(sealed, "ST1", Judgement("goal", "P1", "P2", 4.0)),
            "Answer",
            "Chair",
            "misread",
            NOW,
        ),
        hidden=True,
    )
    back = with_record(amended, sealed)
    assert back.session.amendments == amended.session.amendments
    assert back.session.hidden
    assert with_record(sealed, sealed) is sealed


def test_that_whole_numbers_leave_the_seal_intact_when_saved_and_opened() -> None:
    study = set_figures(new_study(), "ST1", "swing", {"P1": 100, "P2": 50})
    study = set_best_worst(study, "ST1", "goal", BestWorst(best="P1", worst="P2", from_best={"P2": 3}))
    study = seal_weights(judge(study, "ST1", Judgement("goal", "P1", "P3", 2)), "Chair", NOW)
    assert is_intact(decode_study(encode_study(study), "a.proportio"))
