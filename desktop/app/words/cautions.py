"""What a reader must know before trusting the result: waivers, contradictions, gaps, unanswered weights."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.ranking.results import Results
from desktop.app.words.lists import ListWords

#: A consistency ratio above this is called contradictory (Saaty 1980).
ACCEPTABLE_RATIO = 0.10


class CautionWords(QObject):
    """Sentences that belong on the page of whoever decides, not only in the workbook."""

    def sentences(self, results: Results) -> tuple[str, ...]:
        """Every caution that applies, the gravest first."""
        return (*self._waivers(results), *self._answers(results), *self._gaps(results))

    def _waivers(self, results: Results) -> tuple[str, ...]:
        study = results.study
        text = self.tr("“{line}” is waived for {project} by {name}, {date}: {reason}.")
        return tuple(
            text.format(
                line=study.red_line(waiver.red_line).short,
                project=waiver.project,
                name=waiver.name,
                date=waiver.date,
                reason=waiver.reason.rstrip("."),
            )
            for waiver in study.waivers
        )

    def _answers(self, results: Results) -> tuple[str, ...]:
        nodes = [node for node in results.weights.nodes if node.pairs]
        ratios = [
            node.consistency.cr for node in nodes if node.consistency and node.consistency.cr is not None
        ]
        high = [ratio for ratio in ratios if ratio > ACCEPTABLE_RATIO]
        if nodes and all(node.status == "unanswered" for node in nodes):
            return (self.tr("No weighting question was answered: all weights are equal."),)
        found = []
        if high:
            text = self.tr(
                "{count} of {all} groups of weighting answers contradict themselves (CR up to {cr})."
            )
            found.append(text.format(count=len(high), all=len(nodes), cr=f"{max(high):.2f}"))
        if results.weights.missing:
            text = self.tr("{count} weighting questions are open; weights come from the known answers.")
            found.append(text.format(count=results.weights.missing))
        return tuple(found)

    def _gaps(self, results: Results) -> tuple[str, ...]:
        study = results.study
        open_rows = [row for row in results.ranked if results.matrix.incomplete[row]]
        if not open_rows:
            return ()
        names = ListWords().joined([study.projects[row].id for row in open_rows[:5]])
        return (self.tr("Figures are missing for {ids}; their ranks are ranges.").format(ids=names),)
