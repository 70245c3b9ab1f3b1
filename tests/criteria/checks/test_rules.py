"""Red lines that cannot be read, decided or told apart from chance."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.checks.rules import red_line_problems, screening_problems
from criteria.files.example import example_study
from criteria.model.rules import Waiver
from criteria.model.study import Study
from criteria.screening.screen import screen


def with_line(**values: Any) -> Study:
    study = example_study()
    first, *rest = study.red_lines
    return msgspec.structs.replace(study, red_lines=(msgspec.structs.replace(first, **values), *rest))


def with_first_project(**values: Any) -> Study:
    study = example_study()
    first, *rest = study.projects
    return msgspec.structs.replace(study, projects=(msgspec.structs.replace(first, **values), *rest))


def test_that_the_shipped_red_lines_are_in_order() -> None:
    assert list(red_line_problems(example_study())) == []


@pytest.mark.parametrize(
    ("values", "code", "part"),
    [
        ({"condition": ""}, "red-line-unreadable", "condition"),
        ({"condition": "S1 <"}, "red-line-unreadable", "condition"),
        ({"exclude_if": "and and"}, "red-line-unreadable", "exclude_if"),
        ({"condition": "S9 < 3"}, "red-line-unknown-name", "condition"),
        ({"condition": "S1 < no_such_cutoff"}, "red-line-unknown-name", "condition"),
    ],
)
def test_that_a_condition_without_meaning_is_an_error(values: dict[str, str], code: str, part: str) -> None:
    (problem,) = red_line_problems(with_line(**values))
    assert (problem.severity, problem.code, problem.where) == ("error", code, ("red_line", "RL01", part))


def test_that_a_red_line_out_of_use_may_hold_anything() -> None:
    assert list(red_line_problems(with_line(condition="S1 <", active=False))) == []


def open_lines(study: Study, project: str = "P01") -> dict[tuple[str, str], str]:
    found = screening_problems(study, screen(study))
    return {(p.code, p.where[2]): str(p.details["fields"]) for p in found if p.where[1:2] == (project,)}


def test_that_a_red_line_without_its_figure_is_undecided() -> None:
    study = with_first_project(biometric_mode="")
    assert open_lines(study)[("red-line-undecided", "RL09")] == "biometric_mode"


def test_that_bounds_on_both_sides_of_a_cutoff_are_noted() -> None:
    assert open_lines(example_study(), "P08") == {("red-line-borderline", "RL11"): "H4"}


def test_that_nothing_is_borderline_where_another_line_excludes_beyond_doubt() -> None:
    assert open_lines(example_study(), "P20") == {}


def test_that_a_waived_line_is_not_borderline() -> None:
    waived = msgspec.structs.replace(example_study(), waivers=(Waiver("P08", "RL11", "r", "n", "d"),))
    assert open_lines(waived, "P08") == {}


def test_that_a_call_without_any_eligible_project_is_told() -> None:
    study = example_study()
    only = msgspec.structs.replace(study, projects=(study.project("P24"),))
    assert [p.code for p in screening_problems(only, screen(only))] == ["all-excluded"]
