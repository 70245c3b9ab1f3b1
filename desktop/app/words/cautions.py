"""What a reader must know before trusting the result: waivers, contradictions, gaps, unanswered weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from criteria.model.people import GOAL
from criteria.model.settings import GROUP
from criteria.model.study import Study
from desktop.app.words.lists import ListWords

if TYPE_CHECKING:
    from criteria.ranking.results import Results


class CautionWords(QObject):
    """Sentences that belong on the page of whoever decides, not only in the workbook."""

    def sentences(self, results: Results) -> tuple[str, ...]:
        """Every caution that applies, the gravest first."""
        return (
            *self._waivers(results),
            *(self.zeros(results.study) if results.weights.source == GROUP else ()),
            *self._answers(results),
            *self._gaps(results),
        )

    def zeros(self, study: Study) -> tuple[str, ...]:
        """Where one member's zero decides for the whole group, naming the person and the criterion."""
        # Loaded here: the first window must not wait for it.
        from criteria.problems import group_zeros

        found = group_zeros(study)
        pairs = [
            self.tr("{child} ({who})").format(
                child=problem.details["child"], who=study.stakeholder(problem.where[1]).name
            )
            for problem in found
            if problem.code == "zero-rules-group"
        ]
        nodes = [problem.where[1] for problem in found if problem.code == "no-geometric-mean"]
        sentences = []
        if pairs:
            text = self.tr("Weight zero for the whole group by one member's zero: {pairs}.")
            sentences.append(text.format(pairs=ListWords().joined(pairs)))
        if nodes:
            text = self.tr(
                "Everything gets a zero from somebody under {nodes}: the arithmetic mean stands in there."
            )
            names = [self.tr("the goal") if node == GOAL else study.name_of(node) for node in nodes]
            sentences.append(text.format(nodes=ListWords().joined(names)))
        return tuple(sentences)

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
        weights = results.weights
        if weights.is_unanswered:
            return (self.tr("No weighting question was answered: all weights are equal."),)
        found = []
        if weights.contradictory:
            text = self.tr(
                "{count} of {all} groups of weighting answers contradict themselves (CR up to {cr})."
            )
            groups = sum(node.pairs > 0 for node in weights.nodes)
            worst = f"{weights.worst_ratio:.2f}"
            found.append(text.format(count=len(weights.contradictory), all=groups, cr=worst))
        if weights.missing:
            text = self.tr("{count} weighting questions are open; weights come from the known answers.")
            found.append(text.format(count=weights.missing))
        return tuple(found)

    def _gaps(self, results: Results) -> tuple[str, ...]:
        study = results.study
        open_rows = [row for row in results.ranked if results.matrix.incomplete[row]]
        if not open_rows:
            return ()
        names = ListWords().joined([study.projects[row].id for row in open_rows[:5]])
        return (self.tr("Figures are missing for {ids}; their ranks are ranges.").format(ids=names),)
