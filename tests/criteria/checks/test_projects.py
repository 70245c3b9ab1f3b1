"""Gaps and unknown words in the profiles of projects."""

from __future__ import annotations

from typing import Any

import pytest

from criteria.checks.projects import project_problems
from criteria.model.projects import Project
from criteria.template import new_study

WHOLE: dict[str, Any] = {"title": "A", "technology_tags": ("speech",), "budget_eur": 1.0, "rule_of_law": 0.1}


def found(*projects: Project) -> list[tuple[str, str, tuple[str, ...]]]:
    """The problems of the projects beside one in which nothing is wrong."""
    other = Project(id="P99", **{**WHOLE, "title": "In order"})
    return [(p.severity, p.code, p.where) for p in project_problems(new_study(projects=(*projects, other)))]


def test_that_a_whole_profile_gives_no_problem() -> None:
    assert found(Project(id="P01", **WHOLE, mode="aid", safeguards=("SG01",))) == []


def test_that_a_study_without_projects_is_an_error() -> None:
    assert [(p.severity, p.code) for p in project_problems(new_study())] == [("error", "no-projects")]


def test_that_a_single_project_cannot_be_compared() -> None:
    assert found() == [("error", "single-project", ("study",))]


@pytest.mark.parametrize(
    ("values", "severity", "code", "field"),
    [
        ({"title": " "}, "warning", "missing-title", "title"),
        ({"technology_tags": ()}, "warning", "no-technology-tags", "technology_tags"),
        ({"budget_eur": None}, "warning", "missing-budget", "budget_eur"),
        ({"budget_eur": -1.0}, "error", "field-out-of-range", "budget_eur"),
        ({"rule_of_law": 3.0}, "error", "field-out-of-range", "rule_of_law"),
        ({"mode": "gift"}, "warning", "unknown-word", "mode"),
        ({"pillar": "other"}, "warning", "unknown-word", "pillar"),
        ({"biometric_mode": "face"}, "warning", "unknown-word", "biometric_mode"),
        ({"technology_tags": ("speach",)}, "note", "unknown-tag", "technology_tags"),
        ({"safeguards": ("SG99",)}, "warning", "unknown-safeguard", "safeguards"),
    ],
)
def test_that_a_gap_or_unknown_word_is_found(
    values: dict[str, Any], severity: str, code: str, field: str
) -> None:
    assert found(Project(id="P01", **{**WHOLE, **values})) == [(severity, code, ("project", "P01", field))]


@pytest.mark.parametrize(("offered", "asked"), [("SG01", True), ("SG02", True), ("SG03", False)])
def test_that_promises_and_contracts_ask_for_the_rule_of_law(offered: str, asked: bool) -> None:
    values = {**WHOLE, "rule_of_law": None, "safeguards": (offered,)}
    codes = [code for _, code, _ in found(Project(id="P01", **values))]
    assert codes == (["missing-rule-of-law"] if asked else [])


def test_that_titles_are_compared_without_case_and_spaces() -> None:
    one = Project(id="P01", **WHOLE)
    two = Project(id="P02", **{**WHOLE, "title": " a "})
    assert found(one, two) == [("warning", "duplicate-title", ("project", "P02", "title"))]
