"""Criteria find the level a figure stands for."""

from __future__ import annotations

import msgspec
import pytest

from criteria.model.tree import ROLES, Criterion
from criteria.template import new_study


@pytest.fixture
def levelled() -> Criterion:
    """A criterion of the template that has anchored levels."""
    return next(item for item in new_study().criteria if item.levels)


def test_that_each_level_is_its_own_nearest(levelled: Criterion) -> None:
    assert [levelled.level(level.value) for level in levelled.levels] == list(levelled.levels)


def test_that_a_figure_between_levels_gets_the_nearer(levelled: Criterion) -> None:
    low, high = sorted(levelled.levels, key=lambda level: level.value)[:2]
    step = high.value - low.value
    assert levelled.level(low.value + 0.4 * step) is low
    assert levelled.level(low.value + 0.6 * step) is high


def test_that_a_scale_without_levels_has_none(levelled: Criterion) -> None:
    assert msgspec.structs.replace(levelled, levels=()).level(1) is None


def test_that_the_template_has_one_premise_for_each_role_in_their_order() -> None:
    assert tuple(premise.role for premise in new_study().premises) == ROLES
