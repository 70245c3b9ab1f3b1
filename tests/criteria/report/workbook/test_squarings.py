"""How often a matrix is squared before the iteration."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.report.workbook.node_numbers import node_numbers
from criteria.report.workbook.squarings import USUAL, chain_squarings, squarings
from criteria.weighting.judgement_scales import rescale
from criteria.weighting.pairwise import priorities
from tests.criteria.report.workbook.test_node_numbers import SAATY


def test_that_ordinary_judgements_need_the_usual_number() -> None:
    assert squarings(SAATY) == USUAL
    assert squarings(np.ones((1, 1))) == USUAL


def test_that_a_circle_on_a_hard_scale_is_squared_until_it_settles() -> None:
    answers = np.array([[1, 9, 1 / 9, 9], [1 / 9, 1, 9, 1 / 9], [9, 1 / 9, 1, 9], [1 / 9, 9, 1 / 9, 1]])
    matrix = rescale(answers, "geometric")
    assert squarings(matrix) > USUAL
    found = node_numbers(matrix, squared=squarings(matrix)).eigenvector
    assert found == pytest.approx(priorities(matrix), abs=1e-12)


def test_that_longer_chains_are_squared_more_often() -> None:
    found = [chain_squarings(count) for count in (1, 2, 4, 7, 15)]
    assert found == sorted(found)
    assert found[-1] < 15
