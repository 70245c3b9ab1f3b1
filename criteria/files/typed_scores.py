"""Scores as a person types, pastes and copies them: 4, 4 (3–5), 3-5, 4 3 5, Pilot, or nothing."""

from __future__ import annotations

import re

from criteria.edits.scores import check_score
from criteria.errors import StudyError
from criteria.files.numbers import NotANumberError, NumberProblem, parse_number
from criteria.model.projects import MISSING, Score
from criteria.model.tree import Criterion

_NUMBER = r"[+\-−]?\d[\d.,'’\u00a0\u202f]*(?:[eE][+-]?\d+)?"
_TO = r"\s*(?:[-–—]|\bto\b|\bbis\b)\s*"
_ONE = re.compile(rf"({_NUMBER})")
_BOUNDED = re.compile(rf"({_NUMBER})\s*[(\[]\s*({_NUMBER}){_TO}({_NUMBER})\s*[)\]]")
_RANGE = re.compile(rf"[(\[]?\s*({_NUMBER}){_TO}({_NUMBER})\s*[)\]]?")
_THREE = re.compile(rf"({_NUMBER})[\s;|]+({_NUMBER})[\s;|]+({_NUMBER})")
_WORDS_FOR_MISSING = frozenset({"", "missing", "n/a", "–", "-"})


def plain_number(value: float) -> str:
    """A number with a point and no groups, in as few digits as give the same number again."""
    return repr(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def score_text(score: Score) -> str:
    """A score as it is typed: "4", "4 (3–5)", "3–5" without a most likely value, "" where it is missing."""
    if score.bounds is None:
        return "" if score.value is None else plain_number(score.value)
    low, high = score.bounds
    interval = f"{plain_number(low)}–{plain_number(high)}"
    if score.value is None:
        return interval
    if score.low is None and score.high is None:
        return plain_number(score.value)
    return f"{plain_number(score.value)} ({interval})"


def read_score(text: str, criterion: Criterion, project_id: str) -> Score:
    """The score a text stands for; of three numbers the middle one is the most likely value.

    StudyError says in one sentence what the criterion takes; an empty text is a missing score.
    """
    plain = _without_label(text.strip().rstrip("%").strip(), criterion)
    if plain.casefold() in _WORDS_FOR_MISSING:
        return MISSING
    if match := _ONE.fullmatch(plain):
        score = Score(_figure(match[1], criterion, project_id))
    elif match := _BOUNDED.fullmatch(plain):
        value, low, high = (_figure(found, criterion, project_id) for found in match.groups())
        score = Score(value, low, high)
    elif match := _RANGE.fullmatch(plain):
        low, high = (_figure(found, criterion, project_id) for found in match.groups())
        score = Score(None, low, high)
    elif match := _THREE.fullmatch(plain):
        low, value, high = sorted(_figure(found, criterion, project_id) for found in match.groups())
        score = Score(value, low, high)
    else:
        raise _refusal(text, criterion, project_id)
    check_score(project_id, criterion, score)
    return score


def read_figure(text: str, lowest: float, highest: float, decimals: int | None = None) -> float:
    """One number, written with a decimal point or a comma.

    A comma before three digits can part thousands or decimals: the reading that lies between `lowest`
    and `highest` is taken, and on a scale without decimals the one that is whole. Where that does not
    decide, and where the text is no number, NotANumberError is raised.
    """
    if "," not in text:
        try:
            return parse_number(text, ".")
        except NotANumberError as error:
            if error.problem is not NumberProblem.OTHER_DECIMAL:
                raise
    try:
        return parse_number(text)
    except NotANumberError as error:
        if error.problem is not NumberProblem.AMBIGUOUS:
            raise
        readings = {parse_number(text, "."), parse_number(text, ",")}
        fitting = [value for value in readings if lowest <= value <= highest]
        if len(fitting) > 1 and decimals == 0:
            fitting = [value for value in fitting if value == int(value)]
        if len(fitting) != 1:
            raise
        return fitting[0]


def _figure(text: str, criterion: Criterion, project_id: str) -> float:
    try:
        return read_figure(text, criterion.minimum, criterion.maximum, criterion.decimals)
    except NotANumberError as error:
        if error.problem is NumberProblem.AMBIGUOUS:
            raise StudyError(
                f"{project_id}, {criterion.id} {criterion.short}: “{text}” can be read in two ways; "
                f"write {parse_number(text, '.'):g} or {parse_number(text, ','):g}."
            ) from error
        raise _refusal(text, criterion, project_id) from error


def _without_label(text: str, criterion: Criterion) -> str:
    """The text with the name of a level taken away, or turned into its number where it stands alone."""
    folded = text.casefold()
    for level in criterion.levels:
        label = level.label.casefold()
        if folded == label:
            return str(level.value)
        if folded.startswith(f"{level.value} {label}"):
            return str(level.value) + text[len(f"{level.value} {label}") :]
    return text


def _refusal(text: str, criterion: Criterion, project_id: str) -> StudyError:
    noun = "level" if criterion.levels else "figure"
    ends = f"{criterion.minimum:,.6g} to {criterion.maximum:,.10g}"
    return StudyError(
        f"{project_id}, {criterion.id} {criterion.short}: “{text}” cannot be read; enter a {noun} from "
        f"{ends}, or most likely, low and high as {_example(criterion)}."
    )


def _example(criterion: Criterion) -> str:
    low, high = criterion.minimum, criterion.maximum
    if criterion.levels:
        middle = round((low + high) / 2)
        return f"{middle} ({middle - 1}–{middle + 1})"
    if high <= 1:
        return "0.4 (0.3–0.5)"
    return "40 (30–50)"
