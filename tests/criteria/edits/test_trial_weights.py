"""Weights tried out."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.trial_weights import TRIAL, try_weights
from criteria.files.example import example_session
from criteria.ranking.results import rank
from criteria.weighting.study_weights import answering, study_weights


def test_that_the_weights_tried_out_are_the_ones_that_count() -> None:
    study = example_session()
    weights = study_weights(study)
    premises = {premise: value + 0.1 for premise, value in weights.premise_values.items()}
    tried = try_weights(study, premises, weights.local)
    found = study_weights(tried)
    assert found.premise_values == pytest.approx({key: value / 1.4 for key, value in premises.items()})
    assert found.local == pytest.approx(dict(weights.local))
    assert not np.allclose(rank(tried).weights.values, weights.values)


def test_that_a_trial_has_no_vote_and_replaces_the_last_one() -> None:
    study = example_session()
    weights = study_weights(study)
    once = try_weights(study, weights.premise_values, weights.local)
    twice = try_weights(once, weights.premise_values, weights.local, "Second thoughts")
    assert [person.id for person in twice.stakeholders].count(TRIAL) == 1
    assert twice.stakeholder(TRIAL).name == "Second thoughts"
    assert answering(twice) == answering(study)
    assert twice.stakeholders[:-1] == study.stakeholders


def test_that_present_weights_tried_out_change_no_score() -> None:
    study = example_session()
    weights = study_weights(study)
    tried = rank(try_weights(study, weights.premise_values, weights.local))
    for method, found in rank(study).methods.items():
        assert tried.methods[method].low == pytest.approx(found.low, abs=1e-12)
