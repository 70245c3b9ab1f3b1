"""Profile fields as a person types, pastes and copies them; budgets stand in EUR million."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from criteria.edits.projects import checked_profile_value
from criteria.errors import StudyError
from criteria.files.numbers import NotANumberError, NumberProblem, parse_number
from criteria.files.typed_scores import plain_number, read_figure
from criteria.model.fields import ProfileField
from criteria.model.projects import Project
from criteria.model.study import Study

_YES = frozenset({"yes", "y", "true", "1", "ja", "j", "oui", "o", "x", "✓"})
_NO = frozenset({"no", "n", "false", "0", "nein", "non"})
_AMOUNT = re.compile(
    r"(?P<euro>EUR|€)?\s*(?P<number>[-−]?[\d.,'’\s]+?)\s*(?P<unit>m|mn|mio\.?|million|€|EUR)?", re.IGNORECASE
)
#: A budget above this many million is an amount in euros typed into a column of millions.
LARGEST_BUDGET_MILLIONS = 10_000


def plain_word(word: str) -> str:
    """A word of a vocabulary as it is shown: public_health_service is "public health service"."""
    return word.replace("_", " ")


def profile_text(project: Project, field: ProfileField) -> str:
    """A profile field as it is typed: lists with semicolons, yes or no, budgets in EUR million."""
    value = getattr(project, field.attribute)
    if value is None:
        return ""
    if field.kind == "flag":
        return "yes" if value else "no"
    if field.kind == "money":
        return plain_number(round(value / 1e6, 12))
    if field.kind == "number":
        return plain_number(value)
    if field.kind in ("tags", "list"):
        return "; ".join(_shown(field, item) for item in value)
    return _shown(field, str(value))


def read_profile(study: Study, project_id: str, field: ProfileField, text: str) -> Any:
    """The value a text stands for; StudyError names project and field, and says what the field takes."""
    try:
        return checked_profile_value(field.attribute, _read(study, field, text.strip()))
    except StudyError as error:
        raise StudyError(f"{project_id}: {error}") from error


def _read(study: Study, field: ProfileField, text: str) -> Any:
    if field.kind in ("tags", "list"):
        return _read_list(study, field, text)
    if field.kind == "flag":
        return _read_flag(field, text)
    if field.kind == "money":
        return _read_money(field, text) if text else None
    if field.kind == "number":
        return _read_number(field, text) if text else None
    if field.kind == "choice" and text:
        return _known(field.vocabulary, text) or text
    # Only long texts keep their line breaks.
    return text if field.kind == "long_text" else " ".join(text.split())


def _read_list(study: Study, field: ProfileField, text: str) -> tuple[str, ...]:
    words = [word.strip() for word in re.split(r"[;|\n]", text) if word.strip()]
    if field.attribute == "safeguards":
        return tuple(_read_safeguard(study, word) for word in words)
    return tuple(_known(field.vocabulary, word) or word for word in words)


def _read_safeguard(study: Study, word: str) -> str:
    for safeguard in study.safeguards:
        if word.casefold() in (safeguard.id.casefold(), safeguard.name.casefold()):
            return safeguard.id
    known = ", ".join(safeguard.id for safeguard in study.safeguards)
    raise StudyError(f"“{word}” is no safeguard of this study; choose from {known}.")


def _read_flag(field: ProfileField, text: str) -> bool | None:
    word = text.casefold()
    if not word:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    raise StudyError(f"{field.name} takes yes, no or nothing, not “{text}”.")


def _read_number(field: ProfileField, text: str) -> float:
    low = float("-inf") if field.minimum is None else field.minimum
    high = float("inf") if field.maximum is None else field.maximum
    try:
        return read_figure(text, low, high, 0 if field.unit == "months" else None)
    except NotANumberError as error:
        raise _not_a_number(field, text, error) from error


def _read_money(field: ProfileField, text: str) -> float:
    match = _AMOUNT.fullmatch(text)
    if match is None:
        raise StudyError(f"{field.name}: “{text}” is no amount; enter EUR million, for example 6.8.")
    unit = (match["unit"] or "").casefold()
    in_euros = unit in ("€", "eur") or bool(match["euro"] and not unit)
    try:
        number = read_figure(
            match["number"], 0, 1e12 if in_euros else LARGEST_BUDGET_MILLIONS, 0 if in_euros else None
        )
    except NotANumberError as error:
        raise _not_a_number(field, text, error) from error
    if in_euros:
        return number
    if number > LARGEST_BUDGET_MILLIONS:
        raise StudyError(
            f"{field.name} stands in EUR million: “{text}” would be EUR {number:,.0f} million; "
            f"write EUR {number:.0f} for an amount in euros."
        )
    return round(number * 1e6, 2)


def _not_a_number(field: ProfileField, text: str, error: NotANumberError) -> StudyError:
    if error.problem is NumberProblem.AMBIGUOUS:
        one, other = parse_number(error.text, "."), parse_number(error.text, ",")
        return StudyError(f"{field.name}: “{text}” can be read in two ways; write {one:g} or {other:g}.")
    return StudyError(f"{field.name}: “{text}” is not a number.")


def _shown(field: ProfileField, word: str) -> str:
    return plain_word(word) if word in field.vocabulary else word


def _known(vocabulary: Iterable[str], text: str) -> str:
    wanted = _folded(text)
    return next((word for word in vocabulary if _folded(word) == wanted), "")


def _folded(word: str) -> str:
    return re.sub(r"[\s_-]+", " ", word.strip().casefold())
