"""Rankings under many weightings."""

from __future__ import annotations

from typing import get_args

import msgspec
import numpy as np
import pytest

from criteria.model.settings import Method
from criteria.ranking.results import rank, rank_with
from criteria.sessions.member_rankings import front_size, member_rankings, rankings_under, shift
from criteria.sessions.members import group_of
from criteria.weighting.hierarchy import given_weights
from tests.support.groups import NEEDY, RIGHTFUL, believer, of, random_people
from tests.support.studies import example, project, study_with


@pytest.mark.parametrize("method", get_args(Method))
def test_that_each_ranking_is_what_the_study_would_say_with_these_weights(method: Method) -> None:
    base = example()
    study = of(base, *random_people(base, 5))
    group = group_of(study)
    for member, found in zip(group.members, member_rankings(study, method), strict=True):
        expected = rank_with(study, member.weights).methods[method]
        ranks = dict(zip(rank(study).matrix.projects, expected.rank_best, strict=True))
        assert {one: found.rank_of(one) for one in found.projects} == {
            one: ranks[one] for one in found.projects
        }
        assert len(found.projects) == len(rank(study).ranked)


def test_that_a_premise_of_no_weight_keeps_the_members_shares_inside_it() -> None:
    """Benefit and risk asks how severe a misuse would be even where rights weigh nothing."""
    base = example()
    criteria = [criterion.id for criterion in base.active_criteria]
    values = {criterion: 0.0 if criterion.startswith("H") else 1.0 for criterion in criteria}
    study = of(base, *random_people(base, 2))
    own = given_weights(study, values)
    local = {**own.local, "H1": 0.97, "H2": 0.01, "H3": 0.01, "H4": 0.01}
    weights = type(own)(own.source, own.criteria, own.values, own.premise_values, local, own.nodes)
    (found,) = rankings_under(study, [weights], "benefit_risk")
    expected = rank_with(study, weights).methods["benefit_risk"].rank_best
    rows = [rank(study).index(one) for one in found.projects]
    np.testing.assert_array_equal(found.ranks, expected[rows])


def test_that_projects_with_gaps_and_excluded_ones_are_left_out() -> None:
    banned = {"technology_tags": ("social_scoring",)}
    base = study_with(project("A"), project("B", N3=None), project("C", banned), project("D", N3=7))
    (found,) = member_rankings(of(base, believer(base, "ST1", NEEDY)))
    assert found.projects == ("A", "D")


def test_that_ties_share_the_first_place_and_widen_the_front() -> None:
    base = study_with(
        project("A"), project("B"), project("C", N3=1), project("D", N3=1), project("E", N3=1, H1=4)
    )
    (found,) = member_rankings(of(base, believer(base, "ST1", NEEDY)))
    assert found.winners == ("A", "B")
    assert found.front(1) == ("A", "B")
    assert found.front(3) == ("A", "B", "C", "D")
    assert found.order() == ("A", "B", "C", "D", "E")
    assert (front_size(found), front_size(found, 2)) == (3, 2)


def test_that_a_shift_tells_what_changes() -> None:
    base = study_with(project("A", N3=7), project("B", H1=0, H2=0), project("C", N3=1, H1=4))
    study = of(base, believer(base, "ST1", NEEDY), believer(base, "ST2", RIGHTFUL))
    first, second = member_rankings(study)
    assert (first.winners, second.winners) == (("A",), ("B",))
    found = shift(first, second, 1)
    assert (found.winners, found.is_winner_changed, found.is_front_changed) == (("B",), True, True)
    assert (found.entered, found.left) == (("B",), ("A",))
    assert found.weight == pytest.approx(np.abs(np.array(NEEDY) - RIGHTFUL).sum() / 30)
    assert found.kendall == pytest.approx(1 / 3)
    assert found.moved == 2
    same = shift(first, first, 1)
    assert (same.weight, same.is_winner_changed, same.is_front_changed, same.moved) == (0.0, False, False, 0)
    assert same.kendall == pytest.approx(1)


def test_that_without_projects_or_people_nothing_is_ranked() -> None:
    base = study_with()
    (found,) = member_rankings(of(base, believer(base, "ST1", NEEDY)))
    assert (found.projects, found.winners, found.order(), front_size(found)) == ((), (), (), 0)
    assert member_rankings(of(base)) == ()


def test_that_order_of_people_and_projects_does_not_matter() -> None:
    base = example()
    people = random_people(base, 4)
    study = of(base, *people)
    turned = msgspec.structs.replace(of(base, *reversed(people)), projects=tuple(reversed(base.projects)))
    for one, other in zip(member_rankings(study), reversed(member_rankings(turned)), strict=True):
        assert {p: one.rank_of(p) for p in one.projects} == {p: other.rank_of(p) for p in other.projects}
