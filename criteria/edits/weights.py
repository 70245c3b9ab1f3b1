"""Edits of what stakeholders answered."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from criteria.edits.people import replace_stakeholder
from criteria.errors import StudyError
from criteria.model.people import BestWorst, Judgement, Stakeholder, WeightMethod
from criteria.model.study import Study

#: Saaty's scale ends at nine times; other scales may go further, so the limit is generous.
LARGEST_RATIO = 99.0
#: The scale on which the best is compared with the others, and the others with the worst.
LARGEST_STEP = 9.0
_FIGURES: Mapping[WeightMethod, str] = {"direct": "points", "swing": "swings", "rating": "ratings"}


def judge(study: Study, stakeholder_id: str, judgement: Judgement) -> Study:
    """The study with one answer given or changed; a value of None records "cannot say"."""
    if judgement.first == judgement.second:
        raise StudyError("A comparison needs two different elements.")
    value = judgement.value
    if isinstance(value, int):
        judgement = msgspec.structs.replace(judgement, value=float(value))
    if value is not None and (not math.isfinite(value) or not 1 / LARGEST_RATIO <= value <= LARGEST_RATIO):
        most = f"{LARGEST_RATIO:g}"
        raise StudyError(f"A judgement lies between 1/{most} and {most}, not at {value:g}.")
    stakeholder = study.stakeholder(stakeholder_id)
    kept = tuple(known for known in stakeholder.judgements if not _same_pair(known, judgement))
    return replace_stakeholder(study, msgspec.structs.replace(stakeholder, judgements=(*kept, judgement)))


def withdraw_judgement(study: Study, stakeholder_id: str, node: str, first: str, second: str) -> Study:
    """The study without the answer to one question."""
    stakeholder = study.stakeholder(stakeholder_id)
    question = Judgement(node, first, second, None)
    kept = tuple(known for known in stakeholder.judgements if not _same_pair(known, question))
    return replace_stakeholder(study, msgspec.structs.replace(stakeholder, judgements=kept))


def clear_judgements(study: Study, stakeholder_id: str, node: str) -> Study:
    """The study without any answer of a stakeholder under a node."""
    stakeholder = study.stakeholder(stakeholder_id)
    kept = tuple(known for known in stakeholder.judgements if known.node != node)
    return replace_stakeholder(study, msgspec.structs.replace(stakeholder, judgements=kept))


def set_figures(study: Study, stakeholder_id: str, method: WeightMethod, given: Mapping[str, float]) -> Study:
    """The study with points (direct), swings or ratings for some premises or criteria of a stakeholder."""
    field = _FIGURES.get(method)
    if field is None:
        raise StudyError(f"The method {method!r} takes no figure per item.")
    for element, value in given.items():
        study.name_of(element)
        if not math.isfinite(value) or value < 0:
            raise StudyError(f"Points for {element} must be zero or more, not {value:g}.")
    stakeholder = study.stakeholder(stakeholder_id)
    # Whole numbers become what a file holds, so that a digest is the same before and after saving.
    figures = {**getattr(stakeholder, field), **{key: float(value) for key, value in given.items()}}
    return replace_stakeholder(study, msgspec.structs.replace(stakeholder, **{field: figures}))


def clear_figures(study: Study, stakeholder_id: str, method: WeightMethod, elements: Iterable[str]) -> Study:
    """The study without the points, swings or ratings of some premises or criteria of a stakeholder."""
    field = _FIGURES.get(method)
    if field is None:
        raise StudyError(f"The method {method!r} takes no figure per item.")
    stakeholder, gone = study.stakeholder(stakeholder_id), set(elements)
    figures = {key: value for key, value in getattr(stakeholder, field).items() if key not in gone}
    return replace_stakeholder(study, msgspec.structs.replace(stakeholder, **{field: figures}))


def set_order(study: Study, stakeholder_id: str, node: str, groups: Sequence[Sequence[str]]) -> Study:
    """The study with a rank order under a node: groups of equals from the most to the least important.

    What is named nowhere is not yet placed; no groups at all take the order back.
    """
    named = [element for group in groups for element in group]
    for element in named:
        study.name_of(element)
    twice = sorted({element for element in named if named.count(element) > 1})
    if twice:
        raise StudyError(f"{twice[0]} stands twice in the order; each can have one place only.")
    order = tuple(tuple(group) for group in groups if group)
    stakeholder = study.stakeholder(stakeholder_id)
    orders = {key: known for key, known in stakeholder.orders.items() if key != node}
    if order:
        orders[node] = order
    return replace_stakeholder(study, msgspec.structs.replace(stakeholder, orders=orders))


def set_best_worst(study: Study, stakeholder_id: str, node: str, answer: BestWorst | None) -> Study:
    """The study with a stakeholder's best, worst and comparisons with them under a node; None clears them."""
    stakeholder = study.stakeholder(stakeholder_id)
    answers = {key: known for key, known in stakeholder.best_worst.items() if key != node}
    if answer is not None:
        _check_best_worst(study, answer)
        answers[node] = msgspec.convert(msgspec.to_builtins(answer), BestWorst)
    return replace_stakeholder(study, msgspec.structs.replace(stakeholder, best_worst=answers))


def _check_best_worst(study: Study, answer: BestWorst) -> None:
    for element in (answer.best, answer.worst, *answer.from_best, *answer.to_worst):
        if element:
            study.name_of(element)
    if answer.best and answer.best == answer.worst:
        raise StudyError(f"{answer.best} cannot be both the most and the least important.")
    for element, value in (*answer.from_best.items(), *answer.to_worst.items()):
        if not (math.isfinite(value) and 1 <= value <= LARGEST_STEP):
            raise StudyError(f"How many times {element} differs lies between 1 and 9, not at {value:g}.")


def ratio(stakeholder: Stakeholder, node: str, first: str, second: str) -> float | None:
    """How many times more `first` matters than `second` by the stakeholder's answer, None where unknown."""
    for known in stakeholder.judgements:
        if known.node == node and known.value is not None:
            if (known.first, known.second) == (first, second):
                return known.value
            if (known.first, known.second) == (second, first):
                return 1.0 / known.value
    return None


def _same_pair(known: Judgement, judgement: Judgement) -> bool:
    pair = {judgement.first, judgement.second}
    return known.node == judgement.node and {known.first, known.second} == pair
