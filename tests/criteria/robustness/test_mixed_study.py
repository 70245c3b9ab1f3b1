"""Studies between two others."""

from __future__ import annotations

import random

import numpy as np
import pytest

from criteria.edits.criteria_tree import set_criterion_active
from criteria.edits.scores import set_scores
from criteria.model.projects import Score
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.change_groups import Part, change_groups
from criteria.robustness.mixed_study import Mixer
from tests.support.two_versions import CHANGES, changed


def assert_ranked_alike(one: Study, other: Study) -> None:
    """Every method gives every project the same score and rank in both."""
    first, second = rank(one), rank(other)
    assert set(first.matrix.projects) == set(second.matrix.projects)
    rows = [first.matrix.projects.index(key) for key in second.matrix.projects]
    assert first.weights.values == pytest.approx(second.weights.values, abs=1e-14)
    for method, found in second.methods.items():
        assert first.methods[method].low[rows] == pytest.approx(found.low, abs=1e-12)
        assert np.array_equal(first.methods[method].rank_best[rows], found.rank_best)


@pytest.mark.parametrize("seed", range(12))
def test_that_any_of_the_changes_made_here_are_those_made_by_edits(seed: int) -> None:
    """The edits are made one by one for a random part of the names, and compared with the mixture."""
    generator = random.Random(seed)
    names = [name for name in CHANGES if generator.random() < 0.5]
    mixer = Mixer(*changed(*CHANGES))
    mixed = mixer.study(Part(code) for code in names)  # type: ignore[arg-type]
    assert_ranked_alike(mixed, changed(*names)[1])


def test_that_nothing_and_everything_are_the_two_ends() -> None:
    before, after = changed(*CHANGES)
    mixer = Mixer(before, after)
    every = [part for group in change_groups(before, after) for part in group.parts]
    assert_ranked_alike(mixer.study([]), before)
    assert_ranked_alike(mixer.study(every), after)
    split = [part for group in change_groups(before, after, "project") for part in group.parts]
    assert_ranked_alike(mixer.study(split), after)
    by_criterion = [part for group in change_groups(before, after, "criterion") for part in group.parts]
    assert_ranked_alike(mixer.study(by_criterion), after)


def test_that_scores_change_for_one_project_or_criterion_alone() -> None:
    before, after = changed("scores")
    mixer = Mixer(before, after)
    one = mixer.study([Part("scores", project="P02")])
    assert one.project("P02").score("A1").value == 4.0
    assert one.project("P16") == before.project("P16")
    column = mixer.study([Part("scores", criterion="N3")])
    assert column.project("P16").score("N3").value == 3.0
    assert column.project("P02").score("A1") == before.project("P02").score("A1")


def test_that_a_criterion_comes_with_its_scores() -> None:
    end = changed("scores")[0]
    start = set_criterion_active(end, "N3", False)
    blank = set_scores(start, {(one.id, "N3"): Score() for one in start.projects})
    mixer = Mixer(blank, end)
    assert not rank(mixer.study([])).matrix.incomplete.any()
    assert not rank(mixer.study([Part("weights")])).matrix.incomplete.any()
    assert_ranked_alike(mixer.study([Part("weights")]), end)


def test_that_the_same_mixture_is_built_of_the_same_values() -> None:
    mixer = Mixer(*changed(*CHANGES))
    first, second = mixer.study([Part("scores")]), mixer.study([Part("scores"), Part("settings")])
    assert first.criteria is second.criteria
    assert all(one is other for one, other in zip(first.projects, second.projects, strict=True))
