"""References inside a study that lead nowhere."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.files.example import example_study
from criteria.files.references import broken_references
from criteria.model.people import Judgement
from criteria.model.projects import Score
from criteria.model.rules import Waiver
from criteria.model.study import Study


def first_changed(branch: str, **values: Any) -> Study:
    """The example with the first item of a branch changed."""
    study = example_study()
    first, *rest = getattr(study, branch)
    return msgspec.structs.replace(study, **{branch: (msgspec.structs.replace(first, **values), *rest)})


def test_that_the_example_refers_to_nothing_it_lacks() -> None:
    assert list(broken_references(example_study())) == []


@pytest.mark.parametrize(
    ("study", "clause"),
    [
        (first_changed("criteria", premise="P9"), "$.criteria[0].premise names “P9”"),
        (first_changed("projects", scores={"Z1": Score(1.0)}), "$.projects[0].scores names “Z1”"),
        (first_changed("safeguards", effects={"Z1": 1.0}), "$.safeguards[0].effects names “Z1”"),
        (first_changed("red_lines", cured_by=("SG99",)), "$.red_lines[0].cured_by names “SG99”"),
        (first_changed("premises", id=" "), "$.premises[0].id is empty"),
        (first_changed("thresholds", id="very_weak_checks"), "$.thresholds[1].id repeats"),
    ],
)
def test_that_a_broken_reference_is_told_with_its_path(study: Study, clause: str) -> None:
    assert any(found.startswith(clause) for found in broken_references(study))


def test_that_waivers_name_a_project_and_a_red_line_of_the_study() -> None:
    waivers = (Waiver("P99", "RL01", "r", "n", "d"), Waiver("P01", "RL99", "r", "n", "d"))
    found = list(broken_references(msgspec.structs.replace(example_study(), waivers=waivers)))
    assert [clause.split(" names ")[0] for clause in found] == [
        "$.waivers[0].project",
        "$.waivers[1].red_line",
    ]


@pytest.mark.parametrize(("value", "wrong"), [(0.0, True), (-1.0, True), (None, False), (1 / 9, False)])
def test_that_a_judgement_is_a_positive_ratio_or_unknown(value: float | None, wrong: bool) -> None:
    study = first_changed("stakeholders", judgements=(Judgement("goal", "P1", "P2", value),))
    assert bool(list(broken_references(study))) is wrong
