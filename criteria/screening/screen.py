"""The screening of every project: which red lines it hits, what cures them, and the result."""

from __future__ import annotations

from functools import partial
from typing import Literal

import msgspec

from criteria.memo import ItemMemory, remember
from criteria.model.projects import Project
from criteria.model.rules import Effect, RedLine, Waiver
from criteria.model.study import Study
from criteria.screening.conditions import Outcome, Trigger, evaluate
from criteria.screening.facts import facts_about

Screen = Literal["pass", "conditional-met", "conditional-open", "refer", "exclude"]
SCREENS: tuple[Screen, ...] = ("pass", "conditional-met", "conditional-open", "refer", "exclude")


class Hit(msgspec.Struct, frozen=True, kw_only=True):
    """One red line that a project hits, or, with `undetermined`, that lacks a value to be decided."""

    red_line: str
    effect: Effect
    triggers: tuple[Trigger, ...]
    escalation: tuple[Trigger, ...] = ()
    required: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    undetermined: tuple[str, ...] = ()
    waiver: Waiver | None = None

    @property
    def met(self) -> bool:
        """Whether every safeguard that cures the line is offered."""
        return bool(self.required) and not self.missing

    @property
    def borderline(self) -> bool:
        """Whether the published or stated bounds of a value straddle the cut-off."""
        return any(trigger.borderline for trigger in (*self.triggers, *self.escalation))


class ProjectScreen(msgspec.Struct, frozen=True, kw_only=True):
    """The result for one project; `near` are lines that bounds, not the most likely value, would hit."""

    project: str
    screen: Screen
    hits: tuple[Hit, ...]
    undetermined: tuple[Hit, ...]
    near: tuple[Hit, ...]

    @property
    def flags(self) -> tuple[str, ...]:
        """Ids of the red lines that hit and are not waived."""
        return tuple(hit.red_line for hit in self.hits if hit.waiver is None)

    @property
    def excluded(self) -> bool:
        """Whether the project is kept out of every ranking."""
        return self.screen == "exclude"

    @property
    def open_hits(self) -> tuple[Hit, ...]:
        """Conditional lines whose safeguards are not all offered, and instruments that do not fit."""
        wanted = ("conditional", "block_mode")
        return tuple(h for h in self.hits if h.effect in wanted and h.waiver is None and not h.met)

    @property
    def open_conditions(self) -> tuple[str, ...]:
        """Missing safeguards per red line, as "RL13: SG02+SG07", then lines that lack a value."""
        missing = tuple(f"{h.red_line}: {'+'.join(h.missing) or 'another mode'}" for h in self.open_hits)
        unknown = tuple(f"{hit.red_line}: {'+'.join(hit.undetermined)} unknown" for hit in self.undetermined)
        return missing + unknown

    @property
    def required(self) -> tuple[str, ...]:
        """Every safeguard that a hit line asks for."""
        return tuple(dict.fromkeys(item for hit in self.hits if hit.waiver is None for item in hit.required))

    @property
    def borderline(self) -> bool:
        """Whether any line is decided within the uncertainty of a value."""
        return bool(self.near) or any(hit.borderline for hit in self.hits)


class Screening(msgspec.Struct, frozen=True):
    """The screening of all projects, in the order of the study."""

    projects: tuple[ProjectScreen, ...]

    def of(self, project_id: str) -> ProjectScreen:
        """The result for one project; KeyError where it is not part of the study."""
        for result in self.projects:
            if result.project == project_id:
                return result
        raise KeyError(project_id)

    def count(self, screen: Screen) -> int:
        """How many projects have this result."""
        return sum(result.screen == screen for result in self.projects)


def screening_parts(study: Study) -> tuple[object, ...]:
    """What the screening of a study depends on."""
    return (study.projects, study.red_lines, study.thresholds, study.waivers, study.criteria)


_screened: ItemMemory[Project, ProjectScreen] = ItemMemory()


@remember(screening_parts)
def screen(study: Study) -> Screening:
    """Every project held against every active red line, on its scores as proposed."""
    rules = (study.red_lines, study.thresholds, study.waivers, study.criteria)
    return Screening(_screened.each(rules, study.projects, partial(screen_project, study)))


def screen_project(study: Study, project: Project) -> ProjectScreen:
    """One project held against every active red line except the omission check, which needs a selection."""
    hits: list[Hit] = []
    undetermined: list[Hit] = []
    near: list[Hit] = []
    for line in study.red_lines:
        if not line.active or line.effect == "review":
            continue
        outcome = _outcome(study, project, line.condition)
        if outcome.holds:
            hits.append(_hit(study, project, line, outcome))
        elif outcome.holds is None:
            undetermined.append(_undetermined(line, outcome))
        elif any(trigger.borderline for trigger in outcome.triggers) and _possible(outcome):
            near.append(Hit(red_line=line.id, effect=line.effect, triggers=outcome.triggers))
    result = _result(hits, undetermined)
    return ProjectScreen(
        project=project.id,
        screen=result,
        hits=tuple(hits),
        undetermined=tuple(undetermined),
        near=tuple(near),
    )


def omission_check(study: Study, project: Project, selected: bool) -> tuple[Hit, ...]:
    """The reverse red lines that a project hits when it is left out although need and aim are high."""
    found = []
    for line in study.red_lines:
        if line.active and line.effect == "review":
            outcome = evaluate(line.condition, facts_about(study, project, selected), _cutoffs(study))
            if outcome.holds:
                found.append(Hit(red_line=line.id, effect=line.effect, triggers=outcome.triggers))
    return tuple(found)


def _cutoffs(study: Study) -> dict[str, float]:
    return {threshold.id: threshold.value for threshold in study.thresholds}


def _outcome(study: Study, project: Project, condition: str) -> Outcome:
    return evaluate(condition, facts_about(study, project), _cutoffs(study))


def _hit(study: Study, project: Project, line: RedLine, outcome: Outcome) -> Hit:
    effect: Effect = line.effect
    escalation: tuple[Trigger, ...] = ()
    if line.exclude_if:
        escalated = _outcome(study, project, line.exclude_if)
        escalation = escalated.triggers
        # An unknown value cannot acquit: until it is entered the stricter effect stands.
        effect = line.effect if escalated.holds is False else "exclude"
    required = line.cured_by if effect in ("conditional", "refer") else ()
    waiver = next((w for w in study.waivers if w.project == project.id and w.red_line == line.id), None)
    return Hit(
        red_line=line.id,
        effect=effect,
        triggers=outcome.triggers,
        escalation=escalation,
        required=required,
        missing=tuple(item for item in required if item not in project.safeguards),
        waiver=waiver,
    )


def _undetermined(line: RedLine, outcome: Outcome) -> Hit:
    unknown = tuple(dict.fromkeys(t.field for t in outcome.triggers if t.holds is None))
    return Hit(red_line=line.id, effect=line.effect, triggers=outcome.triggers, undetermined=unknown)


def _possible(outcome: Outcome) -> bool:
    """Whether every comparison that fails is one that its bounds leave open."""
    return all(trigger.holds or trigger.borderline for trigger in outcome.triggers)


def _result(hits: list[Hit], undetermined: list[Hit]) -> Screen:
    standing = [hit for hit in hits if hit.waiver is None]
    effects = {hit.effect for hit in standing}
    if "exclude" in effects:
        return "exclude"
    if "refer" in effects:
        return "refer"
    if undetermined or any(hit.effect != "refer" and not hit.met for hit in standing):
        return "conditional-open"
    return "conditional-met" if "conditional" in effects else "pass"
