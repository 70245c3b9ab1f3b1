"""What is asked of every flip: that it flips, that its report is true, and that less does not."""

from __future__ import annotations

import functools
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from criteria.edits.settings import set_settings
from criteria.files.example import example_session, example_study
from criteria.model.settings import METHODS
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.flips.flip import Flip
from criteria.robustness.flips.standing import Question

#: Each study by each method, with the first project asked for half of the time and else the first three.
CASES = [
    (place, method, (1, 3)[(place + number) % 2])
    for place in range(4)
    for number, method in enumerate(METHODS)
]
#: Parts of a change that must not yet do what the whole of it does.
PARTS = (0.25, 0.75, 0.97, 0.9999)


@functools.lru_cache(maxsize=1)
def studies() -> tuple[Study, ...]:
    """The example, and its session under other choices."""
    session = example_session()
    return (
        example_study(),
        set_settings(session, group_method="priorities_arithmetic", score_set="required", theta=0.2),
        set_settings(session, topsis_normalisation="vector", ahp_synthesis="distributive"),
        set_settings(example_study(), topsis_normalisation="minmax", score_set="proposed"),
    )


def front_by_ranking(study: Study, flip: Flip) -> set[str]:
    """Who is among the first k as the ranking of the program tells it, which no flip has computed itself."""
    results = rank(study)
    ranks = results.methods[flip.under].rank_best
    incomplete = results.matrix.incomplete
    assert not incomplete.any()
    return {results.matrix.projects[i] for i in np.flatnonzero((ranks > 0) & (ranks <= flip.k))}


def assert_flip(question: Question, flip: Flip) -> None:
    """Applied, the flip puts those in front that it names."""
    before = set(question.front)
    after = front_by_ranking(flip.apply(question.study), flip)
    assert before - after == set(flip.left) != set(), flip
    assert after - before == set(flip.entered), flip
    if flip.k == 1:
        assert after == set(flip.winners), flip
    assert 0.0 < flip.size <= 1.0, flip


def assert_least(question: Question, flip: Flip, parts: Iterable[float] = PARTS) -> None:
    """Parts of the change of a figure take nobody from the front."""
    assert flip.is_exact
    for part in parts:
        less = shortened(flip, part)
        assert set(question.front) <= front_by_ranking(less.apply(question.study), less), (part, flip)


def shortened(flip: Flip, part: float) -> Flip:
    """A part of a change of one figure, or of the weights together."""
    moves = tuple(replace(one, after=one.before + part * (one.after - one.before)) for one in flip.moves)
    before, after = flip.before, flip.after
    assert isinstance(before, float)
    assert isinstance(after, float)
    return replace(flip, after=before + part * (after - before), moves=moves)
