"""The Study: everything one decision rests on, as one immutable value."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

import msgspec

from criteria.errors import StudyError
from criteria.model.people import ALL, GOAL, Stakeholder
from criteria.model.projects import Project
from criteria.model.rules import RedLine, Safeguard, Threshold, Waiver
from criteria.model.session import Session
from criteria.model.settings import Settings
from criteria.model.tree import Criterion, Premise

FORMAT_VERSION = 2
Named = TypeVar("Named", Premise, Criterion, Project, RedLine, Safeguard, Threshold, Stakeholder)


class Study(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, dict=True):
    """One decision; change it only through the functions of `criteria.edits`."""

    title: str
    purpose: str = ""
    decision_date: str = ""
    decides: str = ""
    fictional: bool = False
    premises: tuple[Premise, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    thresholds: tuple[Threshold, ...] = ()
    red_lines: tuple[RedLine, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    projects: tuple[Project, ...] = ()
    stakeholders: tuple[Stakeholder, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    settings: Settings = Settings()
    session: Session = Session()

    @cached_property
    def active_criteria(self) -> tuple[Criterion, ...]:
        """The criteria that count, in the order of premises and then of entry."""
        return tuple(c for p in self.premises for c in self.criteria if c.premise == p.id and c.active)

    @cached_property
    def active_premises(self) -> tuple[Premise, ...]:
        """The premises that have at least one active criterion."""
        used = {criterion.premise for criterion in self.active_criteria}
        return tuple(premise for premise in self.premises if premise.id in used)

    @cached_property
    def premise_of(self) -> dict[str, Premise]:
        """Premise by the id of a criterion."""
        by_id = {premise.id: premise for premise in self.premises}
        return {criterion.id: by_id[criterion.premise] for criterion in self.criteria}

    def premise(self, premise_id: str) -> Premise:
        """The premise with this id; StudyError where there is none."""
        return _find(self.premises, premise_id, "premise")

    def criterion(self, criterion_id: str) -> Criterion:
        """The criterion with this id; StudyError where there is none."""
        return _find(self.criteria, criterion_id, "criterion")

    def project(self, project_id: str) -> Project:
        """The project with this id; StudyError where there is none."""
        return _find(self.projects, project_id, "project")

    def red_line(self, red_line_id: str) -> RedLine:
        """The red line with this id; StudyError where there is none."""
        return _find(self.red_lines, red_line_id, "red line")

    def safeguard(self, safeguard_id: str) -> Safeguard:
        """The safeguard with this id; StudyError where there is none."""
        return _find(self.safeguards, safeguard_id, "safeguard")

    def threshold(self, threshold_id: str) -> Threshold:
        """The threshold with this id; StudyError where there is none."""
        return _find(self.thresholds, threshold_id, "threshold")

    def stakeholder(self, stakeholder_id: str) -> Stakeholder:
        """The stakeholder with this id; StudyError where there is none."""
        return _find(self.stakeholders, stakeholder_id, "stakeholder")

    def children(self, node: str) -> tuple[str, ...]:
        """The ids compared under a node: premises under the goal, active criteria under a premise or all."""
        if node == GOAL:
            return tuple(premise.id for premise in self.active_premises)
        if node == ALL:
            return tuple(criterion.id for criterion in self.active_criteria)
        return tuple(c.id for c in self.active_criteria if c.premise == node)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The goal and every active premise: the places where weights are elicited."""
        return (GOAL, *(premise.id for premise in self.active_premises))

    def name_of(self, element: str) -> str:
        """The name of a premise or criterion, for sentences and heads."""
        names = {premise.id: premise.name for premise in self.premises}
        names.update((criterion.id, criterion.name) for criterion in self.criteria)
        if element in names:
            return names[element]
        raise StudyError(f"The study has no premise or criterion {element!r}.")


def _find(items: tuple[Named, ...], wanted: str, noun: str) -> Named:
    for item in items:
        if item.id == wanted:
            return item
    raise StudyError(f"The study has no {noun} {wanted!r}.")
