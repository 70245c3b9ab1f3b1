"""From the study to what the discussion shows of one question."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.edits.weights import ratio as given_ratio
from criteria.model.study import Study
from desktop.app.words.numbers import figure
from desktop.session.discussion import DiscussionState
from desktop.session.log_lines import LogLines
from desktop.session.mind_changer import Change
from desktop.session.session_words import SessionWords
from desktop.session.spread import Pair, Spread, spread
from desktop.session.spread_view import said_ratio


class DiscussionStates(QObject):
    """Questions with everyone's marks in words."""

    def __init__(self, words: SessionWords, lines: LogLines) -> None:
        super().__init__()
        self._words, self._lines = words, lines

    def state(self, study: Study, pairs: tuple[Pair, ...], place: int) -> DiscussionState | None:
        """The question at a place of the discussion; None where it divides nobody any more."""
        pair = pairs[place]
        found = spread(study, pair)
        if found is None:
            return None
        text = self.tr("{node}  ·  {number} of {count}, the most divided first")
        return DiscussionState(
            place=text.format(node=self._words.node(study, pair[0]), number=place + 1, count=len(pairs)),
            title=self._lines.question(study, *pair),
            sentence=self._sentence(study, found),
            spread=found,
            ends=(study.name_of(pair[1]), study.name_of(pair[2])),
            record=self._lines.of_pair(study, pair),
        )

    def changes(self, study: Study, pair: Pair) -> tuple[Change, ...]:
        """Who may change an answer to a question here: those who compare in pairs."""
        return tuple(
            Change(person.id, person.name, given_ratio(person, *pair))
            for person in study.stakeholders
            if person.method == "pairwise"
        )

    def _sentence(self, study: Study, found: Spread) -> str:
        joint = self._joint(study, found)
        if found.factor < 1.005:
            return self.tr("All say the same. {joint}").format(joint=joint)
        values = [mark.value for mark in found.marks if mark.value is not None]
        text = self.tr("Answers go from {low} to {high}, a typical factor of {factor} apart. {joint}")
        low, high = said_ratio(min(values)), said_ratio(max(values))
        return text.format(low=low, high=high, factor=figure(found.factor, 1), joint=joint)

    def _joint(self, study: Study, found: Spread) -> str:
        """What the weights of the group say of the question."""
        mean = found.mean
        if mean is None:
            if len(found.unweighted) > 1:
                return self.tr("Together: no ratio, for neither has any weight for the group.")
            text = self.tr("Together: no ratio, for <b>{name}</b> has no weight for the group.")
            return text.format(name=escape(study.name_of(found.unweighted[0])))
        name, strength = (found.pair[1], mean) if mean >= 1.0 else (found.pair[2], 1.0 / mean)
        if round(strength, 1) == 1.0:
            return self.tr("Together: both matter equally.")
        text = self.tr("Together: <b>{name}</b> matters {times} times as much.")
        return text.format(name=escape(study.name_of(name)), times=figure(strength, 1))
