"""Shadow ranks of excluded projects: among everybody, and only where somebody is excluded."""

from __future__ import annotations

import msgspec

from criteria.ranking.results import rank
from criteria.robustness.shadow_acceptability import everyone, simulate_shadows
from criteria.robustness.simulation import Plan
from criteria.robustness.weight_draws import AroundWeights, UniformWeights
from tests.support.studies import example


def test_that_everybody_is_ranked_under_the_same_weights() -> None:
    results = rank(example())
    whole = everyone(results)
    assert results.excluded
    assert not whole.excluded
    assert (whole.weights.values == results.weights.values).all()


def test_that_shadows_near_the_stated_weights_are_the_shadow_ranks() -> None:
    results = rank(example())
    weights = AroundWeights(results.weights.values, 1e7)
    found = simulate_shadows(results, "ahp", weights, plan=Plan(200, 1))
    assert found is not None
    for row in results.excluded:
        place = found.projects.index(results.matrix.projects[row])
        assert found.found.ranks[place].argmax() + 1 == results.methods["ahp"].shadow[row]


def test_that_there_are_no_shadows_without_exclusions() -> None:
    study = example()
    lines = tuple(msgspec.structs.replace(line, active=False) for line in study.red_lines)
    results = rank(msgspec.structs.replace(study, red_lines=lines))
    assert simulate_shadows(results, "ahp", UniformWeights(16), plan=Plan(200, 1)) is None
