"""Countries that are not known or contradict their code, and country figures that differ within a country."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.checks.problem import Problem
from criteria.countries import country_key, country_name, find_code, find_country
from criteria.model.projects import Project
from criteria.model.study import Study
from criteria.model.tree import Criterion


def country_problems(study: Study) -> Iterator[Problem]:
    """Names and codes of every project, then figures that should be one per country."""
    for project in study.projects:
        yield from country_of_project(project.id, project.country, project.iso3)
    groups: dict[str, list[Project]] = {}
    for project in study.projects:
        if project.country or project.iso3:
            groups.setdefault(project.iso3 or country_key(project.country), []).append(project)
    shared = [criterion for criterion in study.active_criteria if criterion.country_level]
    for projects in groups.values():
        for criterion in shared if len(projects) > 1 else ():
            yield from _differing(projects, criterion)


def country_of_project(project: str, country: str, iso3: str) -> Iterator[Problem]:
    """What is wrong with the country of one project: an unknown name or code, or one against the other."""
    if iso3:
        code = find_code(iso3)
        if code is None:
            yield Problem("warning", "unknown-country-code", ("project", project, "iso3"), {"word": iso3})
        elif code != iso3:
            facts = {"word": iso3, "now": code}
            yield Problem("note", "old-country-code", ("project", project, "iso3"), facts)
        named = find_country(country) if country and code else None
        if named and named != code:
            facts = {"word": iso3, "country": country, "means": country_name(str(code)), "code": named}
            yield Problem("warning", "country-code-mismatch", ("project", project, "iso3"), facts)
    elif country and find_country(country) is None:
        yield Problem("warning", "unknown-country", ("project", project, "country"), {"word": country})


def _differing(projects: list[Project], criterion: Criterion) -> Iterator[Problem]:
    figures: dict[float, str] = {}
    for project in projects:
        value = project.score(criterion.id).value
        if value is not None:
            figures.setdefault(value, project.id)
    if len(figures) > 1:
        named = ", ".join(f"{figure:g} ({project})" for figure, project in figures.items())
        facts = {"country": projects[0].country or projects[0].iso3, "figures": named}
        yield Problem("warning", "country-figures-differ", ("criterion", criterion.id), facts)
