"""What an editor of a cell needs to know: its text, what may be chosen, how texts are read and written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject

from criteria.countries import known_countries
from criteria.files.typed_cells import cell_text
from criteria.files.typed_profile import plain_word
from criteria.model.fields import ProfileField
from criteria.model.projects import Project, Score
from criteria.model.study import Study
from desktop.pages.projects.columns import Column
from desktop.pages.projects.rule_readers import ReaderWords

#: "suggested" is free text with words to take.
Choice = Literal["free", "level", "one", "many", "suggested"]


@dataclass(frozen=True)
class Option:
    """One row of what may be chosen: `text` is what the editor takes, `words` say what it means."""

    text: str
    title: str
    words: str = ""
    number: str = ""


@dataclass(frozen=True)
class EditTask:
    """One cell to edit; `read` raises a ProportioError with the sentence to show, `write` as well."""

    title: str
    place: str
    text: str
    choice: Choice
    options: tuple[Option, ...]
    is_numeric: bool
    read: Callable[[str], object]
    write: Callable[[str], object]


class TaskWords(QObject):
    """Builds the options of a column from the study, in words."""

    def __init__(self) -> None:
        super().__init__()
        self._readers = ReaderWords()

    def options(self, study: Study, column: Column) -> tuple[Choice, tuple[Option, ...]]:
        """How the column is chosen from, and its options; free text has none."""
        if column.criterion is not None:
            levels = column.criterion.levels
            found = tuple(
                Option(str(level.value), level.label, level.anchor, str(level.value)) for level in levels
            )
            return ("level", found) if found else ("free", ())
        field = column.field
        if field is None:
            return "free", ()
        if field.kind == "flag":
            unknown = self.tr("not known")
            return "one", (Option("yes", self.tr("yes")), Option("no", self.tr("no")), Option("", unknown))
        if field.attribute == "safeguards":
            asked = self._readers.of_safeguard
            return "many", tuple(
                Option(s.id, f"{s.id} {s.name}", asked(study, s.id)) for s in study.safeguards
            )
        if field.attribute in ("country", "iso3"):
            return "suggested", country_options(field.attribute)
        options = self.word_options(study, field)
        if field.kind == "choice":
            return "one", (*options, Option("", self.tr("not known")))
        return ("many", options) if options else ("free", ())

    def word_options(self, study: Study, field: ProfileField) -> tuple[Option, ...]:
        """The vocabulary of a field, each word with the red lines that read it."""
        read = self._readers.of_word
        return tuple(
            Option(plain_word(word), plain_word(word), read(study, field.attribute, word))
            for word in field.vocabulary
        )

    def title(self, column: Column) -> str:
        """The head of the editor: the criterion with its id, or the field."""
        return f"{column.head} {column.name}" if column.criterion is not None else column.name


def country_options(attribute: str) -> tuple[Option, ...]:
    """Every country by its name, or by its code with the name beside it."""
    if attribute == "country":
        return tuple(Option(name, f"{name}, {code}") for code, name in known_countries())
    return tuple(Option(code, f"{code} {name}") for code, name in sorted(known_countries()))


def current_text(study: Study, project: Project, column: Column) -> str:
    """What the editor opens with."""
    return cell_text(study, project, column.key)


def nudged(score: Score, step: int, lowest: int, highest: int) -> Score:
    """A score with its most likely level moved by one; bounds are pushed along where they would be passed."""
    if score.value is None:
        start = lowest if step > 0 else highest
        low = None if score.low is None else min(score.low, start)
        high = None if score.high is None else max(score.high, start)
        return replace_score(score, float(start), low, high)
    value = float(min(highest, max(lowest, round(score.value) + step)))
    low = None if score.low is None else min(score.low, value)
    high = None if score.high is None else max(score.high, value)
    return replace_score(score, value, low, high)


def widened(score: Score, end: Literal["low", "high"], step: int, lowest: int, highest: int) -> Score:
    """A score with one bound moved by one level; a bound that meets the most likely value vanishes."""
    if score.value is None:
        return score
    low = score.value if score.low is None else score.low
    high = score.value if score.high is None else score.high
    if end == "low":
        low = max(float(lowest), min(score.value, low + step))
    else:
        high = min(float(highest), max(score.value, high + step))
    if low == high:
        return replace_score(score, score.value, None, None)
    return replace_score(score, score.value, low, high)


def replace_score(score: Score, value: float | None, low: float | None, high: float | None) -> Score:
    """A score with other figures and the same evidence."""
    return Score(value, low, high, score.evidence)
