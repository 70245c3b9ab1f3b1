"""What is missing or odd in the profile of a project."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.checks.problem import Problem
from criteria.model.fields import FIELDS, TECHNOLOGY_TAGS
from criteria.model.projects import Project
from criteria.model.study import Study

#: With fewer there is nothing to compare, and no rank means anything.
FEWEST_PROJECTS = 2
_CHOICES = tuple(field for field in FIELDS if field.kind == "choice")
_NUMBERS = tuple(field for field in FIELDS if field.kind in ("number", "money"))


def project_problems(study: Study) -> Iterator[Problem]:
    """Gaps and unknown words in every profile, then titles that two projects share."""
    if len(study.projects) < FEWEST_PROJECTS:
        single = Problem("error", "single-project", ("study",))
        yield single if study.projects else Problem("error", "no-projects", ("study",))
    discounted = {safeguard.id for safeguard in study.safeguards if safeguard.kind != "technical"}
    known = {safeguard.id for safeguard in study.safeguards}
    for project in study.projects:
        yield from _gaps(project, discounted)
        yield from _words(project, known)
        yield from _numbers(project)
    yield from _same_titles(study)


def _gaps(project: Project, discounted: set[str]) -> Iterator[Problem]:
    if not project.title.strip():
        yield Problem("warning", "missing-title", ("project", project.id, "title"))
    if not project.technology_tags:
        yield Problem("warning", "no-technology-tags", ("project", project.id, "technology_tags"))
    if project.budget_eur is None:
        yield Problem("warning", "missing-budget", ("project", project.id, "budget_eur"))
    promised = [item for item in project.safeguards if item in discounted]
    if promised and project.rule_of_law is None:
        facts = {"safeguards": ", ".join(promised)}
        yield Problem("warning", "missing-rule-of-law", ("project", project.id, "rule_of_law"), facts)


def _words(project: Project, known_safeguards: set[str]) -> Iterator[Problem]:
    for field in _CHOICES:
        word = getattr(project, field.attribute)
        if word and word not in field.vocabulary:
            facts = {"word": word, "known": ", ".join(field.vocabulary)}
            yield Problem("warning", "unknown-word", ("project", project.id, field.attribute), facts)
    for tag in project.technology_tags:
        if tag not in TECHNOLOGY_TAGS:
            yield Problem("note", "unknown-tag", ("project", project.id, "technology_tags"), {"word": tag})
    for item in project.safeguards:
        if item not in known_safeguards:
            place = ("project", project.id, "safeguards")
            yield Problem("warning", "unknown-safeguard", place, {"word": item})


def _numbers(project: Project) -> Iterator[Problem]:
    for field in _NUMBERS:
        figure = getattr(project, field.attribute)
        low = float("-inf") if field.minimum is None else field.minimum
        high = float("inf") if field.maximum is None else field.maximum
        if figure is not None and not low <= figure <= high:
            facts = {"figure": figure, "minimum": low, "maximum": high}
            yield Problem("error", "field-out-of-range", ("project", project.id, field.attribute), facts)


def _same_titles(study: Study) -> Iterator[Problem]:
    first: dict[str, str] = {}
    for project in study.projects:
        title = " ".join(project.title.casefold().split())
        if not title:
            continue
        if title in first:
            facts = {"other": first[title], "title": project.title}
            yield Problem("warning", "duplicate-title", ("project", project.id, "title"), facts)
        first.setdefault(title, project.id)
