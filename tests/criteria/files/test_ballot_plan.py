"""What a ballot asks, and how its items are named."""

from __future__ import annotations

import msgspec
import pytest

from criteria.edits.criteria_tree import set_criterion_active
from criteria.files.ballot_plan import ballot_topics, identity_digest, plan_ballot, structure_digest
from criteria.model.people import WEIGHT_METHODS, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.template import new_study

PERSON = Stakeholder(id="ST1", name="Ministry")


def renamed(study: Study, key: str, name: str) -> Study:
    criteria = tuple(msgspec.structs.replace(c, name=name) if c.id == key else c for c in study.criteria)
    return msgspec.structs.replace(study, criteria=criteria)


@pytest.mark.parametrize(
    ("method", "count"),
    [("pairwise", 30), ("swing", 20), ("direct", 20), ("rating", 20), ("rank_order", 20), ("best_worst", 30)],
)
def test_that_every_method_asks_what_it_needs(method: WeightMethod, count: int) -> None:
    plan = plan_ballot(new_study(), PERSON, method)
    assert len(plan.questions) == count
    assert [question.number for question in plan.questions] == list(range(1, count + 1))
    assert plan.nodes == ("goal", "P1", "P2", "P3", "P4")


def test_that_flat_methods_ask_about_all_criteria_at_once() -> None:
    person = msgspec.structs.replace(PERSON, layout="flat")
    assert plan_ballot(new_study(), person, "swing").nodes == ("all",)
    assert plan_ballot(new_study(), person, "pairwise").layout == "hierarchy"


def test_that_equal_names_are_told_apart_and_odd_ones_are_quoted() -> None:
    study = renamed(renamed(renamed(new_study(), "N1", "=1+1"), "N2", "People"), "N3", "people")
    labels = {topic.id: topic.label for topic in ballot_topics(study)}
    assert (labels["N1"], labels["N2"], labels["N3"]) == ("“=1+1”", "N2 People", "N3 people")
    assert {t.label for t in ballot_topics(renamed(study, "N4", "equal"))} >= {"N4 equal"}


def test_that_stakes_name_the_best_rather_than_the_worst() -> None:
    topics = {topic.id: topic for topic in ballot_topics(new_study())}
    assert topics["N4"].stake == "Local ownership rather than Black-box use"
    assert topics["P1"].stake.count("\n") == 3


def test_that_switching_a_criterion_off_changes_the_structure_and_not_the_study() -> None:
    study = new_study()
    without = set_criterion_active(study, "N4", active=False)
    assert identity_digest(study) == identity_digest(without)
    before, after = plan_ballot(study, PERSON), plan_ballot(without, PERSON)
    assert before.structure != after.structure
    assert before.structure == structure_digest(before.topics, before.questions)
    assert identity_digest(msgspec.structs.replace(study, title="Another")) != identity_digest(study)


@pytest.mark.parametrize("method", WEIGHT_METHODS)
def test_that_children_are_those_of_the_study(method: WeightMethod) -> None:
    study = new_study()
    plan = plan_ballot(study, PERSON, method)
    assert {node: plan.children(node) for node in plan.nodes} == {n: study.children(n) for n in study.nodes}
    assert plan.node_name("goal") == "Between the premises"
