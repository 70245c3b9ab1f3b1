"""What differs between two studies, as groups of changes of which each can be made alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec

from criteria.model.people import Stakeholder
from criteria.model.projects import Project, Score
from criteria.model.settings import WEIGHT_SETTINGS
from criteria.model.study import Study
from criteria.screening.conditions import fields_of, parse
from criteria.screening.facts import READABLE

#: Who weighs what (structure, answers, how they combine); scales and value functions; figures; other facts
#: that rules read; new and gone projects; red lines, cut-offs, waivers; safeguards; choices of method.
ChangeCode = Literal[
    "weights", "scales", "scores", "profile", "added", "removed", "rules", "safeguards", "settings"
]
Split = Literal["kind", "project", "criterion"]
#: The settings that count by themselves; those by which answers become weights belong to the weights.
METHOD_SETTINGS = ("score_set", "topsis_normalisation", "ahp_synthesis", "ahp_intensities", "theta")
_PROFILE = (*sorted(READABLE), "technology_tags")
_SCALE = ("direction", "minimum", "maximum", "value_function", "country_level")
#: What goes together first where there are too many groups.
_TOGETHER: tuple[tuple[ChangeCode, ChangeCode], ...] = (
    ("safeguards", "rules"),
    ("profile", "scores"),
    ("scales", "scores"),
)
_PERSON = ("name", "organisation", "role", "colour", "note")


@dataclass(frozen=True)
class Part:
    """One difference that can be made alone; of the scores perhaps only those of a project or criterion."""

    code: ChangeCode
    project: str = ""
    criterion: str = ""


@dataclass(frozen=True)
class ChangeGroup:
    """Differences that are made together, and the ids of what they concern: projects, lines, settings."""

    parts: tuple[Part, ...]
    what: tuple[str, ...]

    @property
    def codes(self) -> tuple[ChangeCode, ...]:
        """The kinds of change, each once."""
        return tuple(dict.fromkeys(part.code for part in self.parts))


def change_groups(
    before: Study, after: Study, split: Split = "kind", most: int = 6
) -> tuple[ChangeGroup, ...]:
    """The groups of changes from one study to the other that may move scores or ranks.

    By `kind` there are at most six: beyond `most`, safeguards go with rules, and profiles and scales with
    scores. Otherwise scores are split by project or by criterion. Words that nothing is computed from do not
    count, and red lines go with the weights where they read criteria that only one of the studies has.
    """
    found = [
        ChangeGroup((Part(code),), what)
        for code, differences in _DIFFERENCES.items()
        if (what := tuple(dict.fromkeys(differences(before, after))))
    ]
    if not (_reads_known(before, after) and _reads_known(after, before)):
        found = _joined(found, "rules", "weights")
    if split != "kind":
        return tuple(one for group in found for one in _split(group, before, after, split))
    for code, into in _TOGETHER:
        if len(found) > most:
            found = _joined(found, code, into)
    return tuple(found)


def common_projects(before: Study, after: Study) -> tuple[str, ...]:
    """The ids of the projects that both studies have, in the order of the later one."""
    known = {project.id for project in before.projects}
    return tuple(project.id for project in after.projects if project.id in known)


def common_criteria(before: Study, after: Study) -> frozenset[str]:
    """The ids of the criteria that count in both studies."""
    return frozenset(one.id for one in before.active_criteria) & {one.id for one in after.active_criteria}


def score_changes(before: Study, after: Study) -> tuple[tuple[str, str], ...]:
    """The figures (project, criterion) that differ under criteria that count in both studies."""
    criteria = common_criteria(before, after)
    return tuple(
        (key, criterion.id)
        for key in common_projects(before, after)
        for criterion in after.active_criteria
        if criterion.id in criteria
        and _figures(before.project(key).score(criterion.id))
        != _figures(after.project(key).score(criterion.id))
    )


def _joined(groups: list[ChangeGroup], code: ChangeCode, into: ChangeCode) -> list[ChangeGroup]:
    """The groups with those of one code joined to those of another, where both exist."""
    one = next((group for group in groups if code in group.codes), None)
    other = next((group for group in groups if into in group.codes), None)
    if one is None or other is None:
        return groups
    both = ChangeGroup((*other.parts, *one.parts), tuple(dict.fromkeys((*other.what, *one.what))))
    return [both if group is other else group for group in groups if group is not one]


def _split(group: ChangeGroup, before: Study, after: Study, split: Split) -> Iterable[ChangeGroup]:
    if group.codes != ("scores",):
        return [group]
    cells = score_changes(before, after)
    if split == "project":
        projects = dict.fromkeys(project for project, _ in cells)
        return [ChangeGroup((Part("scores", project=key),), (key,)) for key in projects]
    criteria = dict.fromkeys(criterion for _, criterion in cells)
    return [ChangeGroup((Part("scores", criterion=key),), (key,)) for key in criteria]


def _reads_known(rules: Study, criteria: Study) -> bool:
    """Whether the red lines of one study can be held against the criteria of the other."""
    known = {criterion.id for criterion in criteria.criteria} | READABLE | {"tags", "selected"}
    texts = [text for line in rules.red_lines for text in (line.condition, line.exclude_if) if text]
    return all(fields_of(parse(text)) <= known for text in texts)


def _weights(before: Study, after: Study) -> Iterable[str]:
    def people(study: Study) -> dict[str, object]:
        return {person.id: _answers(person) for person in study.stakeholders}

    def tree(study: Study) -> dict[str, object]:
        roles = {premise.id: premise.role for premise in study.premises}
        return {one.id: (one.premise, roles[one.premise]) for one in study.active_criteria}

    yield from _unequal(tree(before), tree(after))
    yield from _unequal(people(before), people(after))
    yield from _settings(before, after, WEIGHT_SETTINGS)


def _answers(person: Stakeholder) -> Stakeholder:
    return msgspec.structs.replace(person, **dict.fromkeys(_PERSON, ""))


def _scales(before: Study, after: Study) -> Iterable[str]:
    def scales(study: Study) -> dict[str, object]:
        return {one.id: tuple(getattr(one, field) for field in _SCALE) for one in study.criteria}

    old, new = scales(before), scales(after)
    both = old.keys() & new.keys()
    return (key for key in _unequal(old, new) if key in both)


def _scores(before: Study, after: Study) -> Iterable[str]:
    return (project for project, _ in score_changes(before, after))


def _figures(score: Score) -> tuple[float | None, ...]:
    return score.value, score.low, score.high


def _of_projects(before: Study, after: Study, read: Callable[[Project], object]) -> Iterable[str]:
    return (
        key for key in common_projects(before, after) if read(before.project(key)) != read(after.project(key))
    )


def _profiles(before: Study, after: Study) -> Iterable[str]:
    return _of_projects(before, after, lambda project: [getattr(project, field) for field in _PROFILE])


def _added(before: Study, after: Study) -> Iterable[str]:
    known = set(common_projects(before, after))
    return (project.id for project in after.projects if project.id not in known)


def _removed(before: Study, after: Study) -> Iterable[str]:
    return _added(after, before)


def _rules(before: Study, after: Study) -> Iterable[str]:
    def lines(study: Study) -> dict[str, object]:
        return {
            line.id: (line.effect, line.condition, line.exclude_if, line.cured_by, line.active)
            for line in study.red_lines
        }

    def waived(study: Study) -> set[tuple[str, str]]:
        return {(one.project, one.red_line) for one in study.waivers if one.project in both}

    def cutoffs(study: Study) -> dict[str, object]:
        return {one.id: one.value for one in study.thresholds}

    both = set(common_projects(before, after))
    yield from _unequal(lines(before), lines(after))
    yield from _unequal(cutoffs(before), cutoffs(after))
    yield from sorted(line for _, line in waived(before) ^ waived(after))


def _safeguards(before: Study, after: Study) -> Iterable[str]:
    def effects(study: Study) -> dict[str, object]:
        return {one.id: (one.kind, dict(one.effects)) for one in study.safeguards}

    yield from _unequal(effects(before), effects(after))
    yield from _of_projects(before, after, lambda project: set(project.safeguards))


def _methods(before: Study, after: Study) -> Iterable[str]:
    return _settings(before, after, METHOD_SETTINGS)


def _settings(before: Study, after: Study, names: tuple[str, ...]) -> Iterable[str]:
    return (name for name in names if getattr(before.settings, name) != getattr(after.settings, name))


def _unequal(before: Mapping[str, object], after: Mapping[str, object]) -> Iterable[str]:
    """What only one side has, or what differs."""
    for key in {**before, **after}:
        if key not in before or key not in after or before[key] != after[key]:
            yield key


_DIFFERENCES: dict[ChangeCode, Callable[[Study, Study], Iterable[str]]] = {
    "weights": _weights,
    "scales": _scales,
    "scores": _scores,
    "profile": _profiles,
    "added": _added,
    "removed": _removed,
    "rules": _rules,
    "safeguards": _safeguards,
    "settings": _methods,
}
