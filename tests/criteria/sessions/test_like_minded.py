"""Clusters of a study's stakeholders."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.model.study import Study
from criteria.sessions.like_minded import clustering_of, like_minded
from criteria.sessions.member_rankings import rankings_under
from criteria.sessions.members import group_of
from criteria.weighting.study_weights import group_weights
from tests.support.groups import NEEDY, RIGHTFUL, believer, of
from tests.support.studies import example


def test_that_camps_have_their_own_weights_and_ranking() -> None:
    base = example()
    needy = [believer(base, f"A{i}", (8 + i, 2, 4, 1)) for i in range(3)]
    rightful = [believer(base, f"B{i}", (1, 4, 2, 8 + i)) for i in range(2)]
    study = of(base, needy[0], rightful[0], needy[1], rightful[1], needy[2])
    (joint,) = rankings_under(study, [group_of(study).weights], "topsis")
    first, second = like_minded(study, joint, 5)
    assert (first.members, second.members) == (("A0", "A1", "A2"), ("B0", "B1"))
    assert first.medoids == ("A1",)
    assert second.share == pytest.approx(0.4)
    np.testing.assert_allclose(second.ranking.weights.values, group_weights(of(base, *rightful)).values)
    assert second.against_group.is_winner_changed == (second.ranking.winners != joint.winners)
    assert first.consensus is not None
    assert first.consensus.band == "very-high"


def test_that_names_and_order_do_not_matter() -> None:
    base = example()
    keys = {"A": NEEDY, "B": NEEDY, "C": RIGHTFUL}
    study = of(base, *(believer(base, key, premises) for key, premises in keys.items()))
    turned = of(base, *(believer(base, f"z{key}", keys[key]) for key in reversed(keys)))
    one, other = (_camps(study), _camps(turned))
    assert {frozenset(f"z{key}" for key in camp) for camp in one} == other


def _camps(study: Study) -> set[frozenset[str]]:
    clustering = clustering_of(study)
    assert clustering is not None
    return {frozenset(group_of(study).ids(found.members)) for found in clustering.clusters}


def test_that_nobody_makes_no_cluster() -> None:
    study = example()
    empty = of(study)
    (joint,) = rankings_under(empty, [group_of(empty).weights], "topsis")
    assert clustering_of(empty) is None
    assert like_minded(empty, joint, 5) == ()
