"""Edits of the list of stakeholders: who they are, how much their voice counts, how they answer."""

from __future__ import annotations

import math
from typing import Any

import msgspec

from criteria.errors import StudyError
from criteria.model.people import Stakeholder
from criteria.model.settings import GROUP
from criteria.model.study import Study

_FIELDS = ("name", "organisation", "role", "voting_power", "colour", "note")
_WAYS = ("method", "layout", "judgement_scale", "rank_weights")
#: Saaty's scale ends at nine times; the other scales of judgement are defined up to there only.
_LARGEST_ANSWER = 9.0
#: The largest voting power of one stakeholder.
MOST_POWER = 1000.0


def add_stakeholder(study: Study, name: str, **fields: Any) -> Study:
    """The study with one more stakeholder, who has not answered yet; StudyError where the name is empty."""
    added = Stakeholder(id=_free_id(study), name=name)
    larger = msgspec.structs.replace(study, stakeholders=(*study.stakeholders, added))
    return set_stakeholder(larger, added.id, name=name, **fields)


def set_stakeholder(study: Study, stakeholder_id: str, **fields: Any) -> Study:
    """The study with another name, organisation, role, voting_power, colour or note of a stakeholder."""
    unknown = sorted(set(fields) - set(_FIELDS))
    if unknown:
        raise StudyError(f"A stakeholder has no field {unknown[0]!r}.")
    cleaned: dict[str, Any] = {
        name: value.strip() if isinstance(value, str) else value for name, value in fields.items()
    }
    if cleaned.get("name") == "":
        raise StudyError("A stakeholder needs a name.")
    power = cleaned.get("voting_power", 1.0)
    if not (math.isfinite(power) and 0 <= power <= MOST_POWER):
        raise StudyError(f"Voting power lies between 0 and {MOST_POWER:g}, not at {power:g}.")
    return replace_stakeholder(
        study, _valid(msgspec.structs.replace(study.stakeholder(stakeholder_id), **cleaned))
    )


def set_way_of_answering(study: Study, stakeholder_id: str, **ways: str) -> Study:
    """The study in which a stakeholder answers otherwise: method, layout, judgement_scale or rank_weights.

    Answers by every method are kept. StudyError where a scale cannot hold the answers given.
    """
    unknown = sorted(set(ways) - set(_WAYS))
    if unknown:
        raise StudyError(f"There is no way of answering called {unknown[0]!r}.")
    changed = _valid(msgspec.structs.replace(study.stakeholder(stakeholder_id), **ways))
    values = [judgement.value for judgement in changed.judgements if judgement.value is not None]
    if changed.judgement_scale != "linear" and any(
        max(value, 1 / value) > _LARGEST_ANSWER * (1 + 1e-9) for value in values
    ):
        raise StudyError(
            f"{changed.name} has an answer above 9, which only the linear scale can hold; "
            "change that answer first."
        )
    return replace_stakeholder(study, changed)


def remove_stakeholder(study: Study, stakeholder_id: str) -> Study:
    """The study without a stakeholder and that one's answers; where those counted, the group's do now."""
    gone = study.stakeholder(stakeholder_id)
    left = tuple(known for known in study.stakeholders if known is not gone)
    settings = study.settings
    if settings.weights_of == stakeholder_id:
        settings = msgspec.structs.replace(settings, weights_of=GROUP)
    return msgspec.structs.replace(study, stakeholders=left, settings=settings)


def duplicate_stakeholder(study: Study, stakeholder_id: str, name: str) -> Study:
    """The study with a copy of a stakeholder and all answers, under another name, behind the original."""
    original = study.stakeholder(stakeholder_id)
    copy = msgspec.structs.replace(original, id=_free_id(study), name=name.strip() or original.name)
    place = study.stakeholders.index(original) + 1
    people = (*study.stakeholders[:place], copy, *study.stakeholders[place:])
    return msgspec.structs.replace(study, stakeholders=people)


def move_stakeholder(study: Study, stakeholder_id: str, place: int) -> Study:
    """The study with a stakeholder at another place of the list, from 0; beyond its ends means the end."""
    moved = study.stakeholder(stakeholder_id)
    others = [known for known in study.stakeholders if known is not moved]
    others.insert(max(0, place), moved)
    return msgspec.structs.replace(study, stakeholders=tuple(others))


def choose_weights_of(study: Study, source: str) -> Study:
    """The study that uses the weights of the group ("group") or of one stakeholder."""
    if source != GROUP:
        study.stakeholder(source)
    settings = msgspec.structs.replace(study.settings, weights_of=source)
    return msgspec.structs.replace(study, settings=settings)


def replace_stakeholder(study: Study, stakeholder: Stakeholder) -> Study:
    """The study with this value in the place of the stakeholder of the same id."""
    people = tuple(stakeholder if known.id == stakeholder.id else known for known in study.stakeholders)
    return msgspec.structs.replace(study, stakeholders=people)


def _valid(stakeholder: Stakeholder) -> Stakeholder:
    try:
        return msgspec.convert(msgspec.to_builtins(stakeholder), Stakeholder)
    except msgspec.ValidationError as error:
        raise StudyError(
            f"{stakeholder.name or 'A stakeholder'} cannot answer like this: {error}."
        ) from error


def _free_id(study: Study) -> str:
    used = {stakeholder.id for stakeholder in study.stakeholders}
    number = len(used) + 1
    while f"ST{number}" in used:
        number += 1
    return f"ST{number}"
