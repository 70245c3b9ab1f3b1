"""What a study that has just begun still needs: steps to take, told apart from things that are wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from criteria.model.study import Study

if TYPE_CHECKING:
    from criteria.problems import Problem

#: What the checks say of a project that was added and not filled in yet.
_GAPS = frozenset(
    (
        "missing-title",
        "no-technology-tags",
        "missing-budget",
        "missing-score",
        "red-line-undecided",
        "all-equal",
    )
)


class NextStep(msgspec.Struct, frozen=True):
    """A step in words, with the room and the place in it where it is taken."""

    sentence: str
    room: str
    place: str = ""


class NextSteps(QObject):
    """Parts the findings of the checks into what is still to do and what is wrong."""

    def part(
        self, study: Study, problems: tuple[Problem, ...]
    ) -> tuple[tuple[NextStep, ...], tuple[Problem, ...]]:
        """The steps to take, in the order of a decision, and the problems that are none of them."""
        codes = {problem.code for problem in problems}
        unscored = tuple(project.id for project in study.projects if _is_unscored(study, project.id))
        steps = [*self._of_projects(codes), *self._of_figures(unscored)]
        told = {"no-projects", "single-project"}
        if "nothing-weighed" in codes and len(study.stakeholders) == 1:
            told.add("nothing-weighed")
            steps.append((self.tr("compare the criteria, which count equally until then"), "weights", ""))
        wrong = tuple(p for p in problems if p.code not in told and not _is_gap(p, study, unscored))
        return tuple(self._step(number, *step) for number, step in enumerate(steps)), wrong

    def _of_projects(self, codes: set[str]) -> list[tuple[str, str, str]]:
        if "no-projects" in codes:
            return [(self.tr("bring in projects"), "projects", "")]
        if "single-project" in codes:
            return [(self.tr("bring in a second project, to compare"), "projects", "")]
        return []

    def _of_figures(self, unscored: tuple[str, ...]) -> list[tuple[str, str, str]]:
        if not unscored:
            return []
        one = self.tr("enter the figures of {project}").format(project=unscored[0])
        many = self.tr("enter the figures of {count} projects").format(count=len(unscored))
        return [(one if len(unscored) == 1 else many, "projects", unscored[0])]

    def _step(self, number: int, words: str, room: str, place: str) -> NextStep:
        sentence = self.tr("Then: {step}") if number else self.tr("Next: {step}")
        return NextStep(sentence.format(step=words), room, place)


def _is_unscored(study: Study, project: str) -> bool:
    return all(score.value is None for score in study.project(project).scores.values())


def _is_gap(problem: Problem, study: Study, unscored: tuple[str, ...]) -> bool:
    """Whether a problem says no more than that a project is still to be filled in."""
    if problem.code not in _GAPS:
        return False
    if problem.where[0] == "project":
        return problem.where[1] in unscored
    return len(unscored) == len(study.projects)
