"""Edits of stakeholders and their answers."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from criteria.errors import StudyError
from criteria.model.people import Judgement, Stakeholder, WeightMethod
from criteria.model.study import Study

#: Saaty's scale ends at nine times; other scales may go further, so the limit is generous.
LARGEST_RATIO = 99.0


def judge(study: Study, stakeholder_id: str, judgement: Judgement) -> Study:
    """The study with one answer given or changed; a value of None records "cannot say"."""
    if judgement.first == judgement.second:
        raise StudyError("A comparison needs two different elements.")
    value = judgement.value
    if value is not None and (not math.isfinite(value) or not 1 / LARGEST_RATIO <= value <= LARGEST_RATIO):
        most = f"{LARGEST_RATIO:g}"
        raise StudyError(f"A judgement lies between 1/{most} and {most}, not at {value:g}.")
    stakeholder = study.stakeholder(stakeholder_id)
    kept = tuple(known for known in stakeholder.judgements if not _same_pair(known, judgement))
    return _with(study, msgspec.structs.replace(stakeholder, judgements=(*kept, judgement)))


def withdraw_judgement(study: Study, stakeholder_id: str, node: str, first: str, second: str) -> Study:
    """The study without the answer to one question."""
    stakeholder = study.stakeholder(stakeholder_id)
    question = Judgement(node, first, second, None)
    kept = tuple(known for known in stakeholder.judgements if not _same_pair(known, question))
    return _with(study, msgspec.structs.replace(stakeholder, judgements=kept))


def clear_judgements(study: Study, stakeholder_id: str, node: str) -> Study:
    """The study without any answer of a stakeholder under a node."""
    stakeholder = study.stakeholder(stakeholder_id)
    kept = tuple(known for known in stakeholder.judgements if known.node != node)
    return _with(study, msgspec.structs.replace(stakeholder, judgements=kept))


def set_points(study: Study, stakeholder_id: str, points: Mapping[str, float]) -> Study:
    """The study with direct points for some premises or criteria of a stakeholder."""
    for element, value in points.items():
        study.name_of(element)
        if not math.isfinite(value) or value < 0:
            raise StudyError(f"Points for {element} must be zero or more, not {value:g}.")
    stakeholder = study.stakeholder(stakeholder_id)
    return _with(study, msgspec.structs.replace(stakeholder, points={**stakeholder.points, **points}))


def set_weight_method(study: Study, stakeholder_id: str, method: WeightMethod) -> Study:
    """The study in which a stakeholder answers by another method; earlier answers are kept."""
    return _with(study, msgspec.structs.replace(study.stakeholder(stakeholder_id), method=method))


def rename_stakeholder(study: Study, stakeholder_id: str, name: str) -> Study:
    """The study with another name for a stakeholder; StudyError where it is empty."""
    if not name.strip():
        raise StudyError("A stakeholder needs a name.")
    return _with(study, msgspec.structs.replace(study.stakeholder(stakeholder_id), name=name.strip()))


def add_stakeholder(study: Study, name: str) -> Study:
    """The study with one more stakeholder, who has not answered yet; StudyError where the name is empty."""
    if not name.strip():
        raise StudyError("A stakeholder needs a name.")
    used = {stakeholder.id for stakeholder in study.stakeholders}
    number = len(used) + 1
    while f"ST{number}" in used:
        number += 1
    added = Stakeholder(id=f"ST{number}", name=name.strip())
    return msgspec.structs.replace(study, stakeholders=(*study.stakeholders, added))


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


def _with(study: Study, stakeholder: Stakeholder) -> Study:
    people = tuple(stakeholder if known.id == stakeholder.id else known for known in study.stakeholders)
    return msgspec.structs.replace(study, stakeholders=people)
