"""Studies between two others: some of the changes from one to the other are made, the rest are not."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import msgspec

from criteria.model.projects import Project, Score
from criteria.model.rules import Waiver
from criteria.model.settings import WEIGHT_SETTINGS, Settings
from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.robustness.change_groups import (
    ChangeCode,
    Part,
    common_criteria,
    common_projects,
)


class Mixer:
    """Makes any of the changes between two studies; what comes out is built of the same values each time.

    Scores under criteria that count in one of the studies alone go with the weights: a criterion without its
    scores, or the reverse, would leave everybody with a gap.
    """

    def __init__(self, before: Study, after: Study) -> None:
        self._sides = (before, after)
        self._projects: dict[tuple[object, ...], Project] = {}
        self._criteria: dict[tuple[bool, bool], tuple[Criterion, ...]] = {}

    @cached_property
    def _common(self) -> frozenset[str]:
        return frozenset(common_projects(*self._sides))

    @cached_property
    def _shared(self) -> frozenset[str]:
        return common_criteria(*self._sides)

    def study(self, made: Iterable[Part]) -> Study:
        """The earlier study with these changes."""
        taken = frozenset(made)
        weights = self._side("weights", taken)
        rules, safeguards = self._side("rules", taken), self._side("safeguards", taken)
        return msgspec.structs.replace(
            self._sides[0],
            premises=weights.premises,
            criteria=self._tree(taken),
            stakeholders=weights.stakeholders,
            thresholds=rules.thresholds,
            red_lines=rules.red_lines,
            safeguards=safeguards.safeguards,
            projects=tuple(self._all_projects(taken)),
            waivers=tuple(self._waivers(taken)),
            settings=self._settings(taken),
        )

    def _side(self, code: ChangeCode, taken: frozenset[Part]) -> Study:
        return self._sides[Part(code) in taken]

    def _tree(self, taken: frozenset[Part]) -> tuple[Criterion, ...]:
        """The criteria of one side, each measured on the scale of its own side where both have it."""
        key = (Part("weights") in taken, Part("scales") in taken)
        if key not in self._criteria:
            scales = {one.id: one for one in self._sides[key[1]].criteria}
            self._criteria[key] = tuple(
                msgspec.structs.replace(scales.get(one.id, one), premise=one.premise, active=one.active)
                for one in self._sides[key[0]].criteria
            )
        return self._criteria[key]

    def _settings(self, taken: frozenset[Part]) -> Settings:
        weights = self._side("weights", taken).settings
        own = {name: getattr(weights, name) for name in WEIGHT_SETTINGS}
        return msgspec.structs.replace(self._side("settings", taken).settings, **own)

    def _all_projects(self, taken: frozenset[Part]) -> Iterable[Project]:
        before, after = self._sides
        for project in after.projects:
            if project.id in self._common:
                yield self._mixed(project.id, taken)
            elif Part("added") in taken:
                yield project
        if Part("removed") not in taken:
            yield from (project for project in before.projects if project.id not in self._common)

    def _mixed(self, project: str, taken: frozenset[Part]) -> Project:
        codes: tuple[ChangeCode, ...] = ("weights", "profile", "safeguards", "scores")
        sides = tuple(Part(code) in taken for code in codes)
        is_own = Part("scores", project=project) in taken
        single = frozenset(part.criterion for part in taken if part.criterion)
        key = (project, sides, is_own, single)
        if key not in self._projects:
            weights, profile, safeguards, scores = (self._sides[side].project(project) for side in sides)
            later = self._sides[1].project(project)
            figures: dict[str, Score] = {}
            for criterion in {**weights.scores, **scores.scores, **later.scores}:
                is_later = is_own or criterion in single
                source = (later if is_later else scores) if criterion in self._shared else weights
                figures[criterion] = source.score(criterion)
            self._projects[key] = msgspec.structs.replace(
                profile, safeguards=safeguards.safeguards, scores=figures
            )
        return self._projects[key]

    def _waivers(self, taken: frozenset[Part]) -> Iterable[Waiver]:
        before, after = self._sides
        yield from (one for one in self._side("rules", taken).waivers if one.project in self._common)
        if Part("added") in taken:
            yield from (one for one in after.waivers if one.project not in self._common)
        if Part("removed") not in taken:
            yield from (one for one in before.waivers if one.project not in self._common)
