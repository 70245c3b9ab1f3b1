"""Edits of the study's title page and of its choices of method."""

from __future__ import annotations

from typing import Any

import msgspec

from criteria.errors import StudyError
from criteria.model.settings import Settings
from criteria.model.study import Study

_TITLE_PAGE = ("title", "purpose", "decision_date", "decides")
_RANGES: dict[str, tuple[float, float]] = {
    "theta": (0.0, 1.0),
    "risk_aversion": (0.0, 100.0),
    "budget_eur": (0.0, 1e15),
    "draws": (100, 1_000_000),
    "seed": (0, 2**63 - 1),
}


def set_title_page(study: Study, **fields: str) -> Study:
    """The study with other words for title, purpose, decision_date or decides."""
    for name in fields:
        if name not in _TITLE_PAGE:
            raise StudyError(f"The title page has no field {name!r}.")
    cleaned: dict[str, Any] = {name: text.strip() for name, text in fields.items()}
    if cleaned.get("title") == "":
        raise StudyError("A study needs a title.")
    return msgspec.structs.replace(study, **cleaned)


def set_settings(study: Study, **choices: Any) -> Study:
    """The study with other choices of method; StudyError names the range of a number that is out of it."""
    for name, value in choices.items():
        low, high = _RANGES.get(name, (None, None))
        if low is not None and high is not None and value is not None and not low <= value <= high:
            raise StudyError(f"{name.replace('_', ' ')} lies between {low:g} and {high:g}, not at {value:g}.")
    changed = msgspec.structs.replace(study.settings, **choices)
    try:
        checked = msgspec.convert(msgspec.to_builtins(changed), Settings)
    except msgspec.ValidationError as error:
        raise StudyError(f"This choice of method is not known: {error}.") from error
    return msgspec.structs.replace(study, settings=checked)
