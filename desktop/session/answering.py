"""Edits by which the screens of a session change a person's answers."""

from __future__ import annotations

import msgspec

from criteria.edits.weights import (
    clear_figures,
    judge,
    ratio,
    set_best_worst,
    set_figures,
    set_order,
    withdraw_judgement,
)
from criteria.model.people import BestWorst, Judgement, Stakeholder
from criteria.model.study import Study
from criteria.weighting.elicited import figures
from desktop.session.steps import Step, placed

Answer = float | str
"""A ratio, a figure or the id of the element chosen."""


def given(person: Stakeholder, step: Step) -> Answer | None:
    """What a person answered on a screen, None where nothing or "cannot say"."""
    match step.kind:
        case "pair":
            return ratio(person, step.node, step.first, step.second)
        case "figure":
            return figures(person).get(step.first)
        case "rank":
            order = placed(person, step.node)
            return order[step.place] if step.place < len(order) else None
    known = person.best_worst.get(step.node, BestWorst())
    if step.kind in {"best", "worst"}:
        return getattr(known, step.kind) or None
    value: float | None = getattr(known, step.kind).get(step.first)
    return value


def choices(study: Study, person: Stakeholder, step: Step) -> tuple[str, ...]:
    """The elements among which a screen asks to choose."""
    children = study.children(step.node)
    if step.kind == "rank":
        taken = set(placed(person, step.node)[: step.place])
        return tuple(child for child in children if child not in taken)
    if step.kind == "worst":
        best = person.best_worst.get(step.node, BestWorst()).best
        return tuple(child for child in children if child != best)
    return children


def answer(study: Study, person_id: str, step: Step, value: Answer) -> Study:
    """The study with a screen answered."""
    person = study.stakeholder(person_id)
    match step.kind:
        case "pair":
            return judge(study, person_id, Judgement(step.node, step.first, step.second, float(value)))
        case "figure":
            return set_figures(study, person_id, person.method, {step.first: float(value)})
        case "rank":
            order = _placed_anew(study, person, step, str(value))
            return set_order(study, person_id, step.node, [(element,) for element in order])
    changed = _best_worst_anew(person.best_worst.get(step.node, BestWorst()), step, value)
    return set_best_worst(study, person_id, step.node, changed)


def can_leave_open(step: Step) -> bool:
    """Whether "cannot say" can be recorded on a screen."""
    return step.kind in {"pair", "figure"}


def cannot_say(study: Study, person_id: str, step: Step) -> Study:
    """The study in which a person said that this cannot be told: a figure is taken back."""
    if step.kind == "pair":
        return judge(study, person_id, Judgement(step.node, step.first, step.second, None))
    if step.kind == "figure":
        return clear_figures(study, person_id, study.stakeholder(person_id).method, (step.first,))
    return study


def withdraw(study: Study, person_id: str, step: Step) -> Study:
    """The study in which a pair or a figure is open again; choices can only be changed."""
    if step.kind == "pair":
        return withdraw_judgement(study, person_id, step.node, step.first, step.second)
    return cannot_say(study, person_id, step)


def _placed_anew(study: Study, person: Stakeholder, step: Step, chosen: str) -> list[str]:
    """The order with an element at a place; those behind it keep their order, the last one follows."""
    before = placed(person, step.node)
    order = [*before[: step.place], chosen, *(e for e in before[step.place :] if e != chosen)]
    left = [child for child in study.children(step.node) if child not in order]
    return [*order, *left] if len(left) == 1 else order


def _best_worst_anew(known: BestWorst, step: Step, value: Answer) -> BestWorst:
    if step.kind == "best":
        if value == known.best:
            return known
        worst = "" if value == known.worst else known.worst
        to_worst = known.to_worst if worst else {}
        return BestWorst(best=str(value), worst=worst, to_worst=to_worst)
    if step.kind == "worst":
        if value == known.worst:
            return known
        return msgspec.structs.replace(known, worst=str(value), to_worst={})
    compared = {**getattr(known, step.kind), step.first: float(value)}
    return msgspec.structs.replace(known, **{step.kind: compared})
