"""Red lines that cannot be read or decided, and what the screening leaves open."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.checks.problem import Problem
from criteria.errors import StudyError
from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.screening.conditions import fields_of, parse, thresholds_of
from criteria.screening.facts import READABLE
from criteria.screening.screen import Hit, ProjectScreen, Screening

_WORDS = frozenset({"tags", "selected"})


def red_line_problems(study: Study) -> Iterator[Problem]:
    """Conditions of active red lines that do not parse or name what the study does not have."""
    fields = READABLE | _WORDS | {criterion.id for criterion in study.criteria}
    thresholds = {threshold.id for threshold in study.thresholds}
    for line in study.red_lines:
        if line.active:
            yield from _conditions(line, fields, thresholds)


def _conditions(line: RedLine, fields: frozenset[str], thresholds: set[str]) -> Iterator[Problem]:
    for part, text in (("condition", line.condition), ("exclude_if", line.exclude_if)):
        if part == "exclude_if" and not text:
            continue
        place = ("red_line", line.id, part)
        try:
            node = parse(text)
        except StudyError as error:
            yield Problem("error", "red-line-unreadable", place, {"reason": str(error)})
            continue
        for name in sorted((fields_of(node) - fields) | (thresholds_of(node) - thresholds)):
            yield Problem("error", "red-line-unknown-name", place, {"word": name})


def screening_problems(study: Study, screening: Screening) -> Iterator[Problem]:
    """Red lines that lack a value or are decided within its bounds, and a call that is all excluded."""
    for result in screening.projects:
        yield from _open_lines(result)
    if study.projects and screening.count("exclude") == len(study.projects):
        yield Problem("warning", "all-excluded", ("study",))


def _open_lines(result: ProjectScreen) -> Iterator[Problem]:
    for hit in result.undetermined:
        facts = {"fields": ", ".join(hit.undetermined)}
        yield Problem("warning", "red-line-undecided", ("project", result.project, hit.red_line), facts)
    for hit in _decisive(result):
        if hit.borderline and hit.waiver is None:
            straddling = [t.field for t in (*hit.triggers, *hit.escalation) if t.borderline]
            facts = {"fields": ", ".join(dict.fromkeys(straddling))}
            yield Problem("note", "red-line-borderline", ("project", result.project, hit.red_line), facts)


def _decisive(result: ProjectScreen) -> tuple[Hit, ...]:
    """The lines on which the result rests: where one excludes beyond doubt, no other matters."""
    excluding = tuple(hit for hit in result.hits if hit.effect == "exclude" and hit.waiver is None)
    if excluding:
        return excluding if all(hit.borderline for hit in excluding) else ()
    return (*result.hits, *result.near)
