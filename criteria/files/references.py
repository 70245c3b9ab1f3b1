"""What the parts of a study refer to: an id that leads nowhere is found before the study is used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from criteria.model.study import Study


def broken_references(study: Study) -> Iterator[str]:
    """Each contradiction as a clause: which JSON path names what the study does not have, or repeats."""
    yield from _duplicates(study)
    premises = {premise.id for premise in study.premises}
    criteria = {criterion.id for criterion in study.criteria}
    yield from _unknown("criteria", "premise", ((c.premise,) for c in study.criteria), premises)
    yield from _unknown("projects", "scores", (p.scores for p in study.projects), criteria)
    yield from _unknown("safeguards", "effects", (s.effects for s in study.safeguards), criteria)
    safeguards = {safeguard.id for safeguard in study.safeguards}
    yield from _unknown("red_lines", "cured_by", (line.cured_by for line in study.red_lines), safeguards)
    projects = {project.id for project in study.projects}
    red_lines = {line.id for line in study.red_lines}
    yield from _unknown("waivers", "project", ((w.project,) for w in study.waivers), projects)
    yield from _unknown("waivers", "red_line", ((w.red_line,) for w in study.waivers), red_lines)
    yield from _impossible_judgements(study)


def _duplicates(study: Study) -> Iterator[str]:
    branches: tuple[tuple[str, list[str]], ...] = (
        ("premises", [item.id for item in study.premises]),
        ("criteria", [item.id for item in study.criteria]),
        ("thresholds", [item.id for item in study.thresholds]),
        ("red_lines", [item.id for item in study.red_lines]),
        ("safeguards", [item.id for item in study.safeguards]),
        ("projects", [item.id for item in study.projects]),
        ("stakeholders", [item.id for item in study.stakeholders]),
    )
    for branch, ids in branches:
        seen: set[str] = set()
        for place, item in enumerate(ids):
            if not item.strip():
                yield f"$.{branch}[{place}].id is empty"
            if item in seen:
                yield f"$.{branch}[{place}].id repeats the id “{item}”"
            seen.add(item)


def _unknown(branch: str, field: str, named: Iterable[Iterable[str]], known: set[str]) -> Iterator[str]:
    for place, items in enumerate(named):
        for item in items:
            if item not in known:
                yield f"$.{branch}[{place}].{field} names “{item}”, which the study does not have"


def _impossible_judgements(study: Study) -> Iterator[str]:
    for place, stakeholder in enumerate(study.stakeholders):
        for number, judgement in enumerate(stakeholder.judgements):
            if judgement.value is not None and judgement.value <= 0:
                where = f"$.stakeholders[{place}].judgements[{number}].value"
                yield f"{where} is {judgement.value:g}, but a judgement is a positive ratio"
