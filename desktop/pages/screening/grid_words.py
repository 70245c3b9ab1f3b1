"""The words of the screening grid: heads, notes in the last column, what a cell says when it is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from criteria.model.rules import RedLine
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.screening.screen import ProjectScreen, Screen, screen
from desktop.app.words.numbers import RankWords
from desktop.app.words.red_lines import RedLineWords, missing_safeguards
from desktop.app.words.states import StateWords
from desktop.pages.screening.grid_rows import COUNTRY, ID, TITLE, Mark

#: The method whose shadow rank is told: the first of the list.
HEADLINE: Method = "topsis"


@dataclass(frozen=True)
class Note:
    """The last column of a project: what it lacks by name, the same by id, and whether it is borderline."""

    names: str
    ids: str
    is_borderline: bool = False


class GridWords(QObject):
    """Heads, notes and tips of the grid."""

    def __init__(self) -> None:
        super().__init__()
        self._ranks = RankWords()
        self._lines = RedLineWords()
        self._states = StateWords()

    def head(self, column: int, line: RedLine | None) -> str:
        """The head of a column."""
        if line is not None:
            return line.short
        named = {ID: "", TITLE: self.tr("Project"), COUNTRY: self.tr("ISO")}
        return named.get(column, self.tr("Still missing,\nor shadow rank"))

    def line_tip(self, line: RedLine) -> str:
        """Number, name and effect of a red line."""
        effect = self._states.of_effect(line.effect)
        return self.tr("{id} {name}: {effect}").format(id=line.id, name=line.name, effect=effect)

    def cell(self, line: RedLine, mark: Mark | None) -> str:
        """What a cell says: the line and what it found."""
        return self.tr("{line}: {found}").format(line=line.name, found=self.found(mark))

    def found(self, mark: Mark | None) -> str:
        """What a line found in a project."""
        if mark is None:
            return self.tr("not concerned")
        if mark.is_unknown:
            return self.tr("cannot be decided, a value is missing")
        if not mark.state:
            return self.tr("not crossed, but borderline")
        words: dict[str, str] = {
            "exclude": self.tr("excluded"),
            "refer": self.tr("referred to the licensing authority"),
            "conditional-met": self.tr("met by the guarantees offered"),
            "conditional-open": self.tr("a guarantee is missing"),
        }
        text = words[mark.state]
        if mark.is_waived:
            return self.tr("waived (would be: {found})").format(found=text)
        return self.tr("{found}, borderline").format(found=text) if mark.is_borderline else text

    def short(self, mark: Mark) -> str:
        """One or two words for what a line found."""
        if mark.is_waived:
            return self.tr("Waived")
        if mark.is_unknown:
            return self.tr("Undecided")
        words: dict[str, str] = {
            "exclude": self.tr("Excluded"),
            "refer": self.tr("Referred"),
            "conditional-met": self.tr("Met"),
            "conditional-open": self.tr("Open"),
        }
        return words.get(mark.state, self.tr("Borderline"))

    def notes(self, study: Study) -> Mapping[str, Note]:
        """The note of every project by its id."""
        if not study.projects:
            return {}
        results, found = rank(study), screen(study)
        shadow = results.methods[HEADLINE].shadow
        return {
            result.project: self._note(study, result, int(shadow[place]))
            for place, result in enumerate(found.projects)
        }

    def _note(self, study: Study, result: ProjectScreen, shadow: int) -> Note:
        if result.excluded:
            words = self.tr("would have ranked {rank}").format(rank=self._ranks.ordinal(shadow))
            words = self.tr("{rank}; borderline").format(rank=words) if result.borderline else words
            return Note(words, words, result.borderline)
        names = self._lines.missing(study, result)
        ids = missing_safeguards(study, result)
        # What is no safeguard has no id: another mode, a missing value.
        short = (*ids, *names[len(ids) :])
        waived = sum(hit.waiver is not None for hit in result.hits)
        if waived:
            words = self.tr("{count} waived").format(count=waived)
            names, short = (*names, words), (*short, words)
        if result.borderline:
            return Note(self._borderline(names), self._borderline(short), is_borderline=True)
        return Note(", ".join(names), ", ".join(short))

    def _borderline(self, parts: tuple[str, ...]) -> str:
        word = self.tr("borderline")
        return "; ".join(part for part in (word, ", ".join(parts)) if part)

    def shadow(self, study: Study, project: str) -> str:
        """The sentence that says where an excluded project would have stood."""
        results = rank(study)
        place = int(results.methods[HEADLINE].shadow[results.index(project)])
        return self.tr("Without the red line it would have ranked {rank} of {count}.").format(
            rank=self._ranks.ordinal(place), count=len(study.projects)
        )

    def state_word(self, state: Screen) -> str:
        """The word of a result as it stands in a callout."""
        return self._states.in_sentence(state)
