"""Words for methods held against each other: names, likeness, remarks, and why one ranks nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.ranking.catalogue.method_ranking import Refusal
from criteria.ranking.catalogue.methods import CATALOGUE, LeftOut
from criteria.ranking.catalogue.outcome import Acceptance, Note
from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import figure


class ComparedMethodWords(QObject):
    """Everything the comparison of methods says, but for its table."""

    def __init__(self) -> None:
        super().__init__()
        self._lists = ListWords()

    def name(self, method: str) -> str:
        """A method by its short name, as the head of a column."""
        own = {
            "topsis_fixed": self.tr("TOPSIS fixed"),
            "topsis_vector": self.tr("TOPSIS vector"),
            "topsis_minmax": self.tr("TOPSIS min–max"),
            "ahp_ideal": self.tr("AHP ideal"),
            "ahp_distributive": self.tr("AHP shares"),
            "benefit_risk": self.tr("Benefit–risk"),
            "weighted_sum": self.tr("Weighted sum"),
            "weighted_product": self.tr("Weighted product"),
            "borda": self.tr("Borda"),
            "copeland": self.tr("Copeland"),
            "kemeny": self.tr("Kemeny"),
        }
        return own[method] if method in own else next(f.name for key, f in CATALOGUE.items() if key == method)

    def names(self, methods: Sequence[str]) -> str:
        """Several methods in a sentence."""
        return self._lists.joined([self.name(method) for method in methods], most=8)

    def meaning(self, method: str) -> str:
        """What a method does, or where it was published."""
        own = {
            "topsis_fixed": self.tr("Closeness to the ideal on the scales of the study."),
            "topsis_vector": self.tr("Closeness to the ideal, figures divided by their vector's length."),
            "topsis_minmax": self.tr("Closeness to the ideal, figures between their own best and worst."),
            "ahp_ideal": self.tr("Sum of weight times value; no project depends on the others."),
            "ahp_distributive": self.tr("Sum of weight times share of all values of a criterion."),
            "benefit_risk": self.tr("Benefit and absence of risk, weighted against each other."),
            "borda": self.tr("For each method a project has a point for everyone it is ahead of."),
            "copeland": self.tr("Duels won by a majority of methods less duels lost."),
            "kemeny": self.tr("The order that contradicts the methods least often."),
        }
        return (
            own[method] if method in own else next(f.source for key, f in CATALOGUE.items() if key == method)
        )

    def measure(self, measure: str) -> tuple[str, str]:
        """A measure of likeness: its name and what it says."""
        return {
            "spearman": (
                self.tr("Spearman ρ"),
                self.tr("Correlation of ranks: 1 is the same order, 0 none in common, −1 reversed."),
            ),
            "kendall": (
                self.tr("Kendall τ-b"),
                self.tr("Pairs in the same order less pairs in the other, as a share; ties taken out."),
            ),
            "weighted_spearman": (
                self.tr("Weighted ρ"),
                self.tr("As Spearman, but differences among the first count more."),
            ),
            "ws": (
                self.tr("WS"),
                self.tr(
                    "1 is the same order; almost only the first places count, each half of the one before."
                ),
            ),
        }[measure]

    def refusal(self, study: Study, refusal: Refusal, projects: Sequence[str]) -> str:
        """Why a method is not shown, with names of criteria and projects instead of places."""
        criteria = [study.active_criteria[place].id for place in refusal.criteria]
        rows = [projects[place] for place in refusal.alternatives]
        where = {"criteria": self._lists.joined(criteria), "projects": self._lists.joined(rows)}
        text = {
            "negative": self.tr("It needs figures of at least zero; {criteria} has others ({projects})."),
            "zero-cost": self.tr("It divides by every figure of a cost; {criteria} is zero for {projects}."),
            "average": self.tr(
                "It divides by the average of a criterion; that of {criteria} is not above zero."
            ),
            "anti-ideal": self.tr("It divides by the worst figure of a criterion, which is zero."),
            "all-worst": self.tr(
                "A project is the worst in everything ({projects}), which leaves it no score."
            ),
            "too-large": self.tr("It leads to numbers beyond what can be computed."),
        }
        if refusal.ground is None:
            return refusal.sentence
        return text[refusal.ground].format(**where)

    def left_out(self, method: LeftOut) -> str:
        """Why a method is never offered."""
        return {
            "dominated-first": self.tr("may put a project before one that is better in everything"),
            "needs-targets": self.tr("needs limits for every criterion, which a study does not hold"),
        }[method.ground]

    def note(self, study: Study, note: Note, projects: Sequence[str]) -> str:
        """A remark on a ranking."""
        criteria = self._lists.joined([study.active_criteria[place].id for place in note.criteria])
        rows = self._lists.joined([projects[place] for place in note.alternatives])
        return {
            "equal-criterion": self.tr("{criteria} is equal for all projects; its weight is idle."),
            "all-equal": self.tr("No criterion tells the projects apart."),
            "single": self.tr("There is only one project."),
            "zero-product": self.tr("A single zero makes the whole product zero: {projects}."),
            "scale-from-figures": self.tr("Its scale was read off these projects and moves with them."),
        }[note.remark].format(criteria=criteria, projects=rows)

    def acceptance(self, found: Acceptance, projects: Sequence[str]) -> tuple[str, ...]:
        """VIKOR's two conditions, and who is to be proposed."""
        advantage = (
            self.tr("Acceptable advantage: yes, the second is at least {least} behind.")
            if found.has_advantage
            else self.tr("Acceptable advantage: no, the second is less than {least} behind.")
        )
        stability = (
            self.tr("Acceptable stability: yes, the best is also best in group utility or in regret.")
            if found.is_stable
            else self.tr("Acceptable stability: no, others are best in group utility and in regret.")
        )
        names = [projects[place] for place in found.compromise]
        proposal = (
            self.tr("{projects} may be proposed alone.")
            if len(names) == 1
            else self.tr("To be proposed together: {projects}.")
        )
        return (
            advantage.format(least=figure(found.threshold, 3)),
            stability,
            proposal.format(projects=self._lists.joined(names, most=8)),
        )
