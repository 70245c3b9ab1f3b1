"""The decision in one sentence, which fills itself in as the study grows."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.portfolio.selection import Selection
from criteria.ranking.results import Results
from desktop.app.words.numbers import NO_BREAK, eur_millions


class DecisionWords(QObject):
    """Sentences about the whole study; `bold` wraps numbers for rich text."""

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

    def leader(self, results: Results, bold: bool = False) -> str:
        """Who leads, by which methods."""
        firsts = {
            name: [results.study.projects[i].id for i in found.order() if found.rank_best[i] == 1]
            for name, found in results.methods.items()
        }
        leaders = {tuple(ids) for ids in firsts.values()}
        mark = _bold if bold else _plain
        if len(leaders) == 1:
            names = ", ".join(next(iter(leaders)))
            return self.tr("{project} leads by every method.").format(project=mark(names))
        return self.tr("{first} leads by TOPSIS, {second} by AHP, {third} by benefit and risk.").format(
            first=mark(", ".join(firsts["topsis"])),
            second=mark(", ".join(firsts["ahp"])),
            third=mark(", ".join(firsts["benefit_risk"])),
        )

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


def _bold(text: str) -> str:
    return f"<b>{text}</b>"


def _plain(text: str) -> str:
    return text
