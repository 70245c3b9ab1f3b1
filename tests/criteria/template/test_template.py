"""The shipped four-premise template."""

from __future__ import annotations

import pytest

from criteria.model.tree import ROLES
from criteria.ranking.value_functions import unit_value
from criteria.screening.conditions import fields_of, parse, thresholds_of
from criteria.screening.facts import READABLE
from criteria.template import four_premises, new_study


def test_that_the_template_has_four_premises_sixteen_criteria_and_its_rules() -> None:
    template = four_premises()
    assert [premise.role for premise in template.premises] == list(ROLES)
    assert (len(template.criteria), len(template.red_lines), len(template.safeguards)) == (16, 17, 15)


def test_that_every_criterion_says_where_it_comes_from() -> None:
    for criterion in four_premises().criteria:
        assert all((criterion.definition, criterion.paper, criterion.evidence, criterion.caution)), (
            criterion.id
        )


def test_that_constructed_scales_have_an_anchor_for_every_level() -> None:
    for criterion in four_premises().criteria:
        if criterion.levels:
            values = [level.value for level in criterion.levels]
            assert values == list(range(int(criterion.minimum), int(criterion.maximum) + 1)), criterion.id
            assert all(level.label and level.anchor for level in criterion.levels)


def test_that_every_red_line_reads_only_what_there_is() -> None:
    study = new_study()
    readable = READABLE | {"tags", "selected"} | {criterion.id for criterion in study.criteria}
    thresholds = {threshold.id for threshold in study.thresholds}
    safeguards = {safeguard.id for safeguard in study.safeguards}
    for line in study.red_lines:
        for text in filter(None, (line.condition, line.exclude_if)):
            assert fields_of(parse(text)) <= readable, line.id
            assert thresholds_of(parse(text)) <= thresholds, line.id
        assert set(line.cured_by) <= safeguards, line.id


def test_that_safeguards_move_only_criteria_that_exist() -> None:
    study = new_study()
    criteria = {criterion.id for criterion in study.criteria}
    assert all(set(safeguard.effects) <= criteria for safeguard in study.safeguards)


@pytest.mark.parametrize(
    ("criterion", "worst", "best"),
    [
        ("N1", 1.0, 0.35),
        ("N2", 100, 0),
        ("S1", 0, 0.9),
        ("S2", 5, 1),
        ("S3", 60, 0),
        ("A2", 0, 10_000),
        ("H1", 7, 1),
    ],
)
def test_that_anchors_are_those_decided(criterion: str, worst: float, best: float) -> None:
    function = new_study().criterion(criterion).value_function
    assert (unit_value(function, worst), unit_value(function, best)) == (0.0, 1.0)


def test_that_a_new_study_is_empty_with_one_person_who_has_not_answered() -> None:
    study = new_study("Call")
    assert (study.title, study.projects, len(study.stakeholders)) == ("Call", (), 1)
    assert study.stakeholders[0].judgements == ()
