"""The decision in one sentence, which fills itself in as the study grows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import NO_BREAK, eur_millions

if TYPE_CHECKING:
    from criteria.portfolio.selection import Selection
    from criteria.ranking.results import MethodResult, Results


class DecisionWords(QObject):
    """Sentences about the whole study; `bold` wraps numbers for rich text."""

    def __init__(self) -> None:
        super().__init__()
        self._lists = ListWords()

    def sentence(self, results: Results, selection: Selection | None, bold: bool = False) -> str:
        """What is proposed and what keeps the others out."""
        study = results.study
        if not study.projects:
            return self.tr("No projects yet: import a table or add the first one.")
        parts = [self._proposal(results, selection, bold)]
        counts = self._counts(results, bold)
        if counts:
            parts.append(counts)
        return " ".join(parts)

    def outline(self, total: int) -> str:
        """Words as long as the usual sentence about `total` projects, to keep its place until it is known."""
        proposal = self.tr("{ranked} of {total} projects are ranked.").format(ranked=_bold("00"), total=total)
        leader = self.tr("{projects} leads by every method.").format(projects=_bold("P00"))
        phrases = (
            self.tr("{n} excluded"),
            self.tr("{n} referred to the licensing authority"),
            self.tr("{n} waiting for guarantees"),
        )
        groups = ", ".join(phrase.format(n=_bold("0")) for phrase in phrases)
        return " ".join((proposal, leader, self.tr("Screening: {groups}.").format(groups=groups)))

    def leader(self, results: Results, bold: bool = False) -> str:
        """Who leads, by which methods; a shared or an open first place is said to be so."""
        leads = {name: _first(found) for name, found in results.methods.items()}
        mark = _bold if bold else _plain

        def names(lead: _Lead) -> str:
            return mark(self._lists.joined([results.study.projects[row].id for row in lead.rows]))

        if len(set(leads.values())) > 1:
            return self.tr(
                "First by TOPSIS: {first}; by AHP: {second}; by benefit and risk: {third}."
            ).format(
                first=names(leads["topsis"]), second=names(leads["ahp"]), third=names(leads["benefit_risk"])
            )
        lead = leads["topsis"]
        if lead.is_open:
            text = self.tr("First place is open between {projects} until the missing figures are entered.")
        elif len(lead.rows) > 1:
            text = self.tr("{projects} share first place by every method.")
        else:
            text = self.tr("{projects} leads by every method.")
        return text.format(projects=names(lead))

    def _proposal(self, results: Results, selection: Selection | None, bold: bool) -> str:
        mark = _bold if bold else _plain
        total = len(results.study.projects)
        if selection is None or not selection.chosen:
            if not results.ranked:
                return self.tr("None of {total} projects can be ranked.").format(total=mark(str(total)))
            return (
                self.tr("{ranked} of {total} projects are ranked.").format(
                    ranked=mark(str(len(results.ranked))), total=total
                )
                + " "
                + self.leader(results, bold)
            )
        share = f"{len(selection.chosen)} of {total}".replace(" ", NO_BREAK)
        return self.tr("The best use of {budget} is {share} projects for {cost}.").format(
            budget=eur_millions(selection.budget), share=mark(share), cost=mark(eur_millions(selection.cost))
        )

    def _counts(self, results: Results, bold: bool) -> str:
        mark = _bold if bold else _plain
        screening = results.screening
        phrases = (
            (screening.count("exclude"), self.tr("{n} excluded")),
            (screening.count("refer"), self.tr("{n} referred to the licensing authority")),
            (screening.count("conditional-open"), self.tr("{n} waiting for guarantees")),
        )
        found = [phrase.format(n=mark(str(count))) for count, phrase in phrases if count]
        return self.tr("Screening: {groups}.").format(groups=", ".join(found)) if found else ""


class _Lead(msgspec.Struct, frozen=True):
    """The projects that are or may be first; `is_open` where missing figures decide between them."""

    rows: tuple[int, ...]
    is_open: bool


def _first(found: MethodResult) -> _Lead:
    rows = tuple(row for row in found.order() if found.rank_best[row] == 1)
    return _Lead(rows, len(rows) > 1 and any(found.rank_worst[row] > 1 for row in rows))


def _bold(text: str) -> str:
    return f"<b>{text}</b>"


def _plain(text: str) -> str:
    return text
