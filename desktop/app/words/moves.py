"""Why ranks moved between two studies, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.robustness.attribution import Attribution, GroupEffect, ProjectMove
from criteria.robustness.change_groups import ChangeCode, ChangeGroup
from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import RankWords, short_figure

#: Parts of a place below this are none.
_NONE = 0.05


class MoveWords(QObject):
    """Names of groups of changes, and sentences about what they brought."""

    def __init__(self) -> None:
        super().__init__()
        self._lists, self._ranks = ListWords(), RankWords()

    def group(self, group: ChangeGroup) -> str:
        """A group of changes by what was changed."""
        whose = next((part.project or part.criterion for part in group.parts), "")
        names = [self._code(code) for code in group.codes]
        return self._lists.joined([f"{name} {whose}".strip() for name in names])

    def what(self, group: ChangeGroup) -> str:
        """What a group concerns: ids of projects, criteria, lines or settings."""
        return self._lists.joined([self._setting(name) for name in group.what], most=6)

    def statement(self, found: Attribution) -> str:
        """What became of the first place, and which changes did it."""
        if not found.groups:
            return self.tr("Nothing differs that scores or ranks follow from.")
        before, after = self._lists.joined(found.winners_before), self._lists.joined(found.winners_after)
        if not found.is_winner_changed:
            moved = sum(move.place_before != move.place_after for move in found.projects)
            return self.tr("{project} stays first; {moved} of {count} projects moved").format(
                project=after, moved=moved, count=len(found.projects)
            )
        alone = [self.group(item.group).lower() for item in found.groups if item.moves_winner]
        needed = [self.group(item.group).lower() for item in found.groups if item.is_needed]
        text = self.tr("First place went from {before} to {after}")
        if needed:
            text = self.tr("First place went from {before} to {after}, which needed the changes of {needed}")
        elif alone:
            text = self.tr(
                "First place went from {before} to {after}; it moves by each of these alone: {alone}"
            )
        return text.format(
            before=before, after=after, needed=self._lists.joined(needed), alone=self._lists.joined(alone)
        )

    def effect(self, found: Attribution, item: GroupEffect) -> str:
        """What one group does to the first place."""
        name, what = self.group(item.group), self.what(item.group)
        alone = self.tr("made alone, {project} would be first").format(project=self._lists.joined(item.alone))
        without = self.tr("without it, {project}").format(project=self._lists.joined(item.without))
        return self.tr("{name} ({what}): {alone}; {without}").format(
            name=name, what=what, alone=alone, without=without
        )

    def move(self, found: Attribution, move: ProjectMove) -> str:
        """How one project moved, and what each group brought of it."""
        text = self.tr("{project} went from {before} to {after}")
        if move.rank_before == move.rank_after:
            text = self.tr("{project} stays {after}")
        sentence = text.format(
            project=move.project, before=self._rank(move.rank_before), after=self._rank(move.rank_after)
        )
        parts = [
            self._part(self.group(item.group), places)
            for item, places in zip(found.groups, move.place_parts, strict=True)
            if abs(places) >= _NONE
        ]
        if not parts:
            return self.tr("{sentence}.").format(sentence=sentence)
        return self.tr("{sentence}: {parts}.").format(sentence=sentence, parts="; ".join(parts))

    def places(self, places: float) -> str:
        """A part of a move in places, up or down; a dot where there is none."""
        if abs(places) < _NONE:
            return "·"
        return f"{'▼' if places > 0 else '▲'}{short_figure(round(abs(places), 1))}"

    def _part(self, name: str, places: float) -> str:
        figure = short_figure(round(abs(places), 1))
        if places > 0:
            return self.tr("{name} {places} down").format(name=name, places=figure)
        return self.tr("{name} {places} up").format(name=name, places=figure)

    def _rank(self, rank: int | None) -> str:
        return self.tr("excluded") if rank is None else self._ranks.ordinal(rank)

    def _setting(self, name: str) -> str:
        """A setting by its name; what is none keeps its id."""
        names = {
            "score_set": self.tr("set of scores"),
            "topsis_normalisation": self.tr("normalisation of TOPSIS"),
            "ahp_synthesis": self.tr("synthesis of AHP"),
            "ahp_intensities": self.tr("intensities of AHP"),
            "theta": self.tr("share of severity that stays"),
            "prioritisation": self.tr("how judgements give weights"),
            "random_index": self.tr("random index"),
            "incomplete": self.tr("how open answers are filled"),
            "group_method": self.tr("how a group is joined"),
            "weights_of": self.tr("whose weights count"),
        }
        return names.get(name, name)

    def _code(self, code: ChangeCode) -> str:
        return {
            "weights": self.tr("Weights"),
            "scales": self.tr("Scales"),
            "scores": self.tr("Figures"),
            "profile": self.tr("Profiles"),
            "added": self.tr("New projects"),
            "removed": self.tr("Gone projects"),
            "rules": self.tr("Rules"),
            "safeguards": self.tr("Safeguards"),
            "settings": self.tr("Settings"),
        }[code]
