"""What repairs would do."""

from __future__ import annotations

import time

import msgspec
import numpy as np
import pytest

from criteria.edits.settings import set_settings
from criteria.edits.weights import judge
from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import rank, rank_with
from criteria.sessions.repairs import best_repairs, node_repairs, repair_effects
from criteria.weighting.repair import SAATY_VALUES
from criteria.weighting.study_weights import own_weights, study_weights
from tests.support.reference import CITY_CRITERIA
from tests.support.studies import example, study_with


def people(study: Study, count: int) -> Study:
    """The study with stakeholders whose answers contradict themselves somewhat."""
    generator = np.random.default_rng(5)
    found = []
    for number in range(count):
        judgements = []
        for node in study.nodes:
            children = study.children(node)
            levels = generator.normal(0, 0.7, len(children))
            for i in range(len(children)):
                for j in range(i + 1, len(children)):
                    said = levels[i] - levels[j] + generator.normal(0, 0.5)
                    value = SAATY_VALUES[int(np.abs(np.log(SAATY_VALUES) - said).argmin())]
                    judgements.append(Judgement(node, children[i], children[j], value))
        found.append(Stakeholder(id=f"ST{number}", name=f"Person {number}", judgements=tuple(judgements)))
    return msgspec.structs.replace(study, stakeholders=tuple(found))


def city() -> tuple[Study, Stakeholder]:
    """Saaty's city matrix answered under a premise of five criteria."""
    study = study_with()
    moved = tuple(msgspec.structs.replace(c, premise="P1") if c.id == "S1" else c for c in study.criteria)
    study = msgspec.structs.replace(study, criteria=moved)
    children = study.children("P1")
    judgements = tuple(
        Judgement("P1", children[i], children[j], float(CITY_CRITERIA[i, j]))
        for i in range(5)
        for j in range(i + 1, 5)
    )
    person = Stakeholder(id="ST1", name="Someone", judgements=judgements)
    return msgspec.structs.replace(study, stakeholders=(person,)), person


def test_that_the_list_of_the_city_matrix_begins_with_its_known_repair() -> None:
    """Saaty's city matrix: judgement (1,2) from 1/5 to 1/2 lowers CR from .0508 to .0239."""
    study, person = city()
    first, second = study.children("P1")[:2]
    found = node_repairs(study, person, "P1")
    assert found is not None
    assert len(found) == 160
    head = found.at(0)
    assert (head.first, head.second, head.value, head.suggested) == (second, first, 5.0, 2.0)
    assert head.cr_now == pytest.approx(0.0508, abs=5e-5)
    assert head.cr_after == pytest.approx(0.0239, abs=5e-5)
    assert head.judgement == Judgement("P1", second, first, 2.0)
    assert found.lowering()[:2] == (head, found.at(1))
    assert found.best_per_judgement()[0] == head
    pairs = [frozenset((repair.first, repair.second)) for repair in found.best_per_judgement()]
    assert len(pairs) == len(set(pairs))
    assert all(repair.value >= 1.0 for repair in found.lowering())


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    "choice",
    [{}, {"prioritisation": "geometric_mean"}, {"incomplete": "harker"}, {"incomplete": "lambda_max"}],
)
def test_that_an_effect_is_what_making_the_repair_would_give(
    method: Method, choice: dict[str, object]
) -> None:
    study = set_settings(people(example(), 1), **choice)
    person = study.stakeholders[0]
    if "incomplete" in choice:
        # One answer less under each node: the graph stays linked and CR defined.
        left = tuple(j for place, j in enumerate(person.judgements) if place % 6 != 2)
        person = msgspec.structs.replace(person, judgements=left)
        study = msgspec.structs.replace(study, stakeholders=(person,))
    for node in (GOAL, "P1", "P3"):
        effects = best_repairs(study, person, node, 3, method=method, k=4)
        assert effects or node == GOAL
        for effect in effects:
            after = judge(study, person.id, effect.repair.judgement)
            weights = study_weights(after)
            np.testing.assert_allclose(effect.weights, weights.values, atol=1e-9)
            assert effect.local == pytest.approx(
                dict(zip(study.children(node), weights.node(node).weights, strict=True)), abs=1e-9
            )
            assert weights.node(node).ratio == pytest.approx(effect.repair.cr_after, abs=1e-8)
            old, new = (rank(s).methods[method].rank_best for s in (study, after))
            expected = {
                p.id: (int(a), int(b)) for p, a, b in zip(study.projects, old, new, strict=True) if a != b
            }
            assert {move.project: (move.before, move.after) for move in effect.moves} == expected
            assert effect.winner_changes == (set(np.flatnonzero(old == 1)) != set(np.flatnonzero(new == 1)))
            first = [set(np.flatnonzero((ranks > 0) & (ranks <= 4))) for ranks in (old, new)]
            assert effect.first_changes == (first[0] != first[1])


def test_that_the_largest_shifts_are_named() -> None:
    study = people(example(), 1)
    person = study.stakeholders[0]
    before = own_weights(study, person)
    for effect in best_repairs(study, person, GOAL):
        local = {child: effect.local[child] - before.node(GOAL).weight(child) for child in effect.local}
        assert abs(local[effect.largest_local.element]) == pytest.approx(max(map(abs, local.values())))
        assert effect.largest_local.after - effect.largest_local.before == pytest.approx(
            local[effect.largest_local.element]
        )
        shifts = effect.weights - before.values
        place = before.criteria.index(effect.largest_global.element)
        assert abs(shifts[place]) == pytest.approx(np.abs(shifts).max())


def test_that_in_a_group_the_own_ranking_and_that_of_the_study_are_told_apart() -> None:
    study = people(example(), 3)
    person = study.stakeholders[1]
    own = best_repairs(study, person, GOAL, 2)
    group = best_repairs(study, person, GOAL, 2, whose="study")
    assert [effect.repair for effect in own] == [effect.repair for effect in group]
    for effect, weights in ((own[0], own_weights), (group[0], lambda s, _: study_weights(s))):
        after = judge(study, person.id, effect.repair.judgement)
        old, new = (
            rank_with(s, weights(s, s.stakeholders[1])).methods["topsis"].rank_best for s in (study, after)
        )
        assert len(effect.moves) == int((old != new).sum())
    assert own[0].moves != group[0].moves


def test_that_any_repair_of_the_list_can_be_worked_out() -> None:
    study = people(example(), 1)
    person = study.stakeholders[0]
    found = node_repairs(study, person, "P2")
    assert found is not None
    last = found.at(len(found) - 1)
    assert last.cr_after > last.cr_now
    (effect,) = repair_effects(study, person, (last,))
    assert sum(effect.local.values()) == pytest.approx(1.0)


def test_that_the_scale_of_the_person_is_kept() -> None:
    study = people(example(), 1)
    person = msgspec.structs.replace(study.stakeholders[0], judgement_scale="balanced")
    study = msgspec.structs.replace(study, stakeholders=(person,))
    effect = best_repairs(study, person, GOAL, 1)[0]
    after = judge(study, person.id, effect.repair.judgement)
    np.testing.assert_allclose(effect.weights, study_weights(after).values, atol=1e-9)
    assert effect.repair.suggested in [pytest.approx(value) for value in SAATY_VALUES]


def test_that_nothing_is_listed_where_no_ratio_is_defined() -> None:
    study = people(example(), 1)
    person = study.stakeholders[0]
    few = msgspec.structs.replace(person, judgements=person.judgements[:3])
    assert node_repairs(study, few, GOAL) is None
    direct = msgspec.structs.replace(person, method="direct")
    assert node_repairs(study, direct, GOAL) is None
    assert best_repairs(study, direct, GOAL) == ()


@pytest.mark.slow
def test_that_all_repairs_of_thirty_people_take_no_more_than_a_second() -> None:
    study = people(example(), 30)
    rank(study)
    start = time.perf_counter()
    count = sum(len(best_repairs(study, p, node)) for p in study.stakeholders for node in study.nodes)
    assert count > 400
    assert time.perf_counter() - start < 1.0
