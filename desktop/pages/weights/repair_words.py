"""Sentences about the answer that fits least and what changing it would do."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.sessions.repairs import Move
from criteria.weighting.consistency import ACCEPTABLE_RATIO
from desktop.app.words.numbers import RankWords, figure, per_cent, ratio, short_figure
from desktop.pages.weights.repairs import Repair
from desktop.pages.weights.weight_words import WeightWords


class RepairWords(QObject):
    """The contradiction, the repair, and the places that projects would take."""

    def __init__(self) -> None:
        super().__init__()
        self._ranks = RankWords()
        self._words = WeightWords()

    def contradiction(self, study: Study, repair: Repair) -> str:
        """The indirect comparison that contradicts the answer most; empty where there is none."""
        if repair.detour is None:
            return ""
        text = self.tr("Here {first} over {second} is {direct}, yet {indirect} through {via}.")
        return text.format(
            **self._names(study, repair),
            via=self._words.tag(study, repair.question.node, repair.detour.via),
            direct=ratio(repair.value),
            indirect=_rough(repair.detour.ratio),
        )

    def circle(self, study: Study, node: str, found: tuple[tuple[str, str, str], ...]) -> str:
        """The worst circle of preferences, and how many others there are; empty where there is none."""
        if not found:
            return ""
        one, two, three = (self._words.tag(study, node, key) for key in found[0])
        text = self.tr(
            "Three answers go in a circle: {one} over {two}, {two} over {three}, {three} over {one}"
        )
        text = text.format(one=one, two=two, three=three)
        if len(found) == 1:
            return f"{text}."
        if len(found) == 2:
            return self.tr("{text}; there is one more circle.").format(text=text)
        return self.tr("{text}; there are {count} more circles.").format(text=text, count=len(found) - 1)

    def further_html(self, study: Study, repair: Repair) -> str:
        """A repair on two lines: which answer becomes which and the CR then, what that does."""
        text = self.tr("<b>{first} over {second}</b>: {suggested} instead of {value}, CR {after}").format(
            **self._names(study, repair),
            suggested=ratio(repair.suggested),
            value=ratio(repair.value),
            after=figure(repair.cr_after),
        )
        parts = [text]
        if repair.shift is not None:
            moved = self.tr("{item} from {before} to {after} of the weight here.")
            item = escape(self._words.tag(study, repair.question.node, repair.shift.element))
            before, after = per_cent(repair.shift.before), per_cent(repair.shift.after)
            parts.append(moved.format(item=item, before=before, after=after))
        if repair.moves is not None:
            parts.append(self.moves(repair.moves))
        return "<br>".join([parts[0], " ".join(parts[1:])]) if parts[1:] else parts[0]

    def effect_html(self, study: Study, repair: Repair) -> str:
        """What the repair does to CR and to the own ranking."""
        text = self.tr(
            "If “{first} over {second}” were <b>{suggested}</b> instead of <b>{value}</b>, CR falls from "
            "{now} to <b>{after}</b>."
        ).format(
            **self._names(study, repair),
            suggested=ratio(repair.suggested),
            value=ratio(repair.value),
            now=figure(repair.cr_now),
            after=figure(repair.cr_after),
        )
        if repair.cr_after > ACCEPTABLE_RATIO:
            more = self.tr("That is still above 0.10.")
            text = f"{text} {more}"
        return text if repair.moves is None else f"{text} {self.moves(repair.moves)}"

    def moves(self, moves: tuple[Move, ...]) -> str:
        """Which projects would change place."""
        if not moves:
            return self.tr("No project would change place.")
        if len(moves) == 2 and moves[0].before == moves[1].after and moves[1].before == moves[0].after:
            one, other = (self._ranks.ordinal(move.before) for move in moves)
            text = self.tr("{first} and {second} would change places ({one} and {other}).")
            return text.format(first=moves[0].project, second=moves[1].project, one=one, other=other)
        before, after = self._ranks.ordinal(moves[0].before), self._ranks.ordinal(moves[0].after)
        told = self.tr("{project} would move from {before} to {after}")
        told = told.format(project=moves[0].project, before=before, after=after)
        if len(moves) == 1:
            return f"{told}."
        if len(moves) == 2:
            return self.tr("{told}, and one more changes place.").format(told=told)
        return self.tr("{told}, and {count} more change place.").format(told=told, count=len(moves) - 1)

    def _names(self, study: Study, repair: Repair) -> dict[str, str]:
        asked = repair.question
        return {
            "first": escape(self._words.tag(study, asked.node, asked.first)),
            "second": escape(self._words.tag(study, asked.node, asked.second)),
        }


def _rough(value: float) -> str:
    """A product of judgements, rounded: 14, 1.5, 1/1.5."""
    if value >= 1.0:
        return short_figure(round(value, 1))
    return f"1/{short_figure(round(1.0 / value, 1))}"
