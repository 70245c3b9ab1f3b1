"""Small studies for tests, built in code so that each test shows what it depends on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from criteria.files.example import example_study
from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.model.projects import Project, Score
from criteria.model.study import Study
from criteria.template import new_study

#: A harmless project: every criterion at a middle level, in a country with strong checks.
FIGURES: Mapping[str, float] = {
    "N1": 0.6,
    "N2": 50,
    "N3": 4,
    "N4": 3,
    "S1": 0.6,
    "S2": 2,
    "S3": 0,
    "S4": 2,
    "A1": 5,
    "A2": 100,
    "A3": 4,
    "A4": 3,
    "H1": 2,
    "H2": 2,
    "H3": 2,
    "H4": 2,
}


def project(key: str, fields: Mapping[str, Any] | None = None, **figures: float | None) -> Project:
    """A project with the middle figures except those given; None leaves a figure missing."""
    merged: dict[str, float | None] = {**FIGURES, **figures}
    profile: dict[str, Any] = {
        "title": f"Project {key}",
        "country": "Chile",
        "iso3": "CHL",
        "mode": "trade",
        "pillar": "diffusion",
        "biometric_mode": "none",
        "end_user_type": "university",
        "technology_tags": ("forecasting",),
        "budget_eur": 1_000_000.0,
        "oda_recipient": True,
        "rule_of_law": 0.0,
    }
    profile.update(fields or {})
    scores = {criterion: Score(value) for criterion, value in merged.items()}
    return Project(id=key, scores=scores, **profile)


def study_with(*projects: Project, **fields: Any) -> Study:
    """The four-premise study with these projects."""
    return msgspec.structs.replace(new_study("Test"), projects=projects, **fields)


def example() -> Study:
    """The shipped example."""
    return example_study()


def answered(study: Study, ratio: float = 3.0) -> Study:
    """The study with every question answered alike: the earlier element matters `ratio` times more."""
    judgements = []
    for node in (GOAL, *study.children(GOAL)):
        children = study.children(node)
        judgements += [
            Judgement(node, first, second, ratio)
            for place, first in enumerate(children)
            for second in children[place + 1 :]
        ]
    person = Stakeholder(id="ST1", name="Someone", judgements=tuple(judgements))
    return msgspec.structs.replace(study, stakeholders=(person,))


def with_zero(study: Study, *elements: str, who: str = "Nay") -> Study:
    """The study with one more stakeholder, who gives nothing to some elements and alike to all others."""
    children = [child for node in study.nodes for child in study.children(node)]
    points = {child: 0.0 if child in elements else 10.0 for child in children}
    person = Stakeholder(id=f"ST-{who}", name=who, method="rating", ratings=points)
    return msgspec.structs.replace(study, stakeholders=(*study.stakeholders, person))
