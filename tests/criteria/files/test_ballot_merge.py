"""Merging: one edit that gives the weights that were answered, and a record of what was replaced."""

from __future__ import annotations

import tempfile
from pathlib import Path

import msgspec
import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from criteria.errors import StudyError
from criteria.files.ballot_collection import collect
from criteria.files.ballot_merge import merge
from criteria.files.ballot_reader import read_ballot
from criteria.model.people import FLAT_METHODS, WEIGHT_METHODS, Layout, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.template import new_study
from criteria.weighting.elicited import stakeholder_weights
from tests.support.ballots import answered, returned

STUDY = new_study()
BLANK = STUDY.stakeholders[0]
WHEN = "2026-11-22T12:00:00+01:00"


def round_trip(person: Stakeholder, study: Study = STUDY) -> Study:
    with tempfile.TemporaryDirectory() as folder:
        path = returned(study, person, Path(folder) / "b.xlsx")
        found = collect(study, [read_ballot(path)], WHEN)
    return merge(study, found, [0], WHEN)


@pytest.mark.parametrize("layout", ["hierarchy", "flat"])
@pytest.mark.parametrize("method", WEIGHT_METHODS)
@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000), gaps=st.sampled_from([0.0, 0.4]))
def test_that_a_round_trip_gives_the_weights_answered(
    method: WeightMethod, layout: Layout, seed: int, gaps: float
) -> None:
    if layout == "flat" and method not in FLAT_METHODS:
        layout = "hierarchy"
    person = answered(STUDY, msgspec.structs.replace(BLANK, layout=layout), method, seed, gaps)
    merged = round_trip(person).stakeholders[0]
    assert (merged.method, merged.layout) == (method, layout)
    expected = stakeholder_weights(STUDY, person).values
    np.testing.assert_allclose(stakeholder_weights(STUDY, merged).values, expected, rtol=0, atol=1e-9)


def test_that_a_receipt_is_kept_and_what_was_replaced_is_on_record() -> None:
    before = answered(STUDY, BLANK, "pairwise", seed=1)
    study = msgspec.structs.replace(STUDY, stakeholders=(before,))
    merged = round_trip(answered(STUDY, BLANK, "pairwise", seed=2), study)
    (receipt,) = merged.session.receipts
    assert (receipt.stakeholder, receipt.file, receipt.when) == ("ST1", "b.xlsx", WHEN)
    assert receipt.found.startswith("“b.xlsx”")
    assert "29 answers in the study would be replaced" in receipt.found
    changed = merged.session.changed_answers
    assert changed
    assert {entry.occasion for entry in changed} == {"ballot"}
    assert all(entry.reason == "Ballot b.xlsx" and entry.when == WHEN for entry in changed)
    assert all(entry.before != entry.after for entry in changed)


def test_that_new_answers_leave_no_record_of_change() -> None:
    assert round_trip(answered(STUDY, BLANK, "swing")).session.changed_answers == ()


def test_that_changed_points_are_on_record() -> None:
    study = msgspec.structs.replace(STUDY, stakeholders=(answered(STUDY, BLANK, "swing", seed=1),))
    merged = round_trip(answered(STUDY, BLANK, "swing", seed=2), study)
    points = {entry.first: (entry.before, entry.after) for entry in merged.session.changed_answers}
    assert points["N1"] == (study.stakeholders[0].swings["N1"], merged.stakeholders[0].swings["N1"])
    assert {entry.node for entry in merged.session.changed_answers} == {"goal", "P1", "P2", "P3", "P4"}


def test_that_answers_not_given_in_the_ballot_stay(tmp_path: Path) -> None:
    study = msgspec.structs.replace(STUDY, stakeholders=(answered(STUDY, BLANK, "pairwise", seed=1),))
    path = returned(
        STUDY, answered(STUDY, BLANK, "pairwise", seed=2), tmp_path / "b.xlsx", lambda p: p.answer(1, "", "")
    )
    merged = merge(study, collect(study, [read_ballot(path)], WHEN), [0], WHEN)
    kept = next(j for j in merged.stakeholders[0].judgements if (j.first, j.second) == ("P1", "P2"))
    assert kept in study.stakeholders[0].judgements


def test_that_cannot_say_replaces_an_answer(tmp_path: Path) -> None:
    study = msgspec.structs.replace(STUDY, stakeholders=(answered(STUDY, BLANK, "pairwise", seed=1),))
    path = returned(
        STUDY, answered(STUDY, BLANK, "pairwise", seed=1), tmp_path / "b.xlsx",
        lambda p: p.answer(1, "cannot say", ""),
    )  # fmt: skip
    merged = merge(study, collect(study, [read_ballot(path)], WHEN), [0], WHEN)
    (entry,) = merged.session.changed_answers
    assert entry.before is not None
    assert entry.after is None


def test_that_what_was_refused_or_doubled_is_not_merged(tmp_path: Path) -> None:
    paths = [
        returned(STUDY, answered(STUDY, BLANK, "swing", seed=seed), tmp_path / f"{seed}.xlsx")
        for seed in (1, 2, 1)
    ]
    found = collect(STUDY, [read_ballot(path) for path in paths], WHEN)
    with pytest.raises(StudyError, match="choose one"):
        merge(STUDY, found, [0, 1], WHEN)
    with pytest.raises(StudyError, match="one of the two is enough"):
        merge(STUDY, found, [2], WHEN)
    assert merge(STUDY, found, [], WHEN) is STUDY
