"""From the study to the figures of a set of questions, in the words of swing, points or rating."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import ALL, GOAL, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.weighting.elicited import figures, node_weights
from criteria.weighting.ratio_weights import ALL_POINTS, point_weights, rating_weights, swing_weights
from desktop.app.words.numbers import short_figure
from desktop.pages.weights.figures_view import FigureRow, FiguresState
from desktop.pages.weights.own_view import answered_by
from desktop.pages.weights.stakes import span_words
from desktop.pages.weights.weight_words import WeightWords

#: Where sliders end: a rating may be many times the least.
_ENDS = {"swing": 100, "direct": 100, "rating": 200}


class FigureStates(QObject):
    """Questions, rows and sums for the three methods that take a figure for each item."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()

    def state(self, study: Study, person: Stakeholder, node: str, method: WeightMethod) -> FiguresState:
        """What the view shows for a set of questions."""
        shown = answered_by(study, person, method)
        given, found = figures(shown), node_weights(study, shown, node)
        rows = tuple(
            FigureRow(key, *self._item(study, node, key), given.get(key), found.weight(key))
            for key in found.children
        )
        known = [row.figure for row in rows if row.figure is not None]
        is_open = len(known) < len(rows)
        sentence, is_fit = self._sum(method, known, is_open=is_open)
        can_fit = not is_fit and sum(known) > 0 and (method != "rating" or min(known) > 0)
        return FiguresState(
            crumb=self._words.node(study, node),
            title=self._title(method, node),
            hint=self._hint(method, node),
            rows=rows,
            sum=sentence,
            colour="text_muted" if is_open else "success" if is_fit else "attention",
            fit=self._fit(method) if can_fit and not is_open else "",
            spread=self._spread(method, known),
            start=self.tr("Start from the pairwise weights") if self._has_pairs(study, person, node) else "",
            layout="flat" if node == ALL else "hierarchy",
            most=_ENDS[method],
        )

    def _item(self, study: Study, node: str, key: str) -> tuple[str, str, str]:
        if node == GOAL:
            premise = study.premise(key)
            return premise.name, premise.question, premise.role
        criterion = study.criterion(key)
        return criterion.name, span_words(criterion), study.premise_of[key].role

    def _has_pairs(self, study: Study, person: Stakeholder, node: str) -> bool:
        return any(known.value is not None and node in (ALL, known.node) for known in person.judgements)

    def _title(self, method: WeightMethod, node: str) -> str:
        if method == "swing":
            return self.tr("All stand at their worst: which would you improve first?")
        if method == "rating":
            return self.tr("How many times the least important is each?")
        if node == GOAL:
            return self.tr("Share out 100 points among the premises")
        return self.tr("Share out 100 points among these differences")

    def _hint(self, method: WeightMethod, node: str) -> str:
        if method == "swing":
            text = self.tr(
                "Imagine a project at its worst in everything here. The step from worst to best that you "
                "would take first gets 100; each other step the part of it that it is worth: half as much "
                "is 50."
            )
        elif method == "rating":
            text = self.tr(
                "The step from worst to best that matters least gets 10. Give the others their multiple: "
                "what matters three times as much gets 30."
            )
        else:
            text = self.tr(
                "Each item stands for the whole step from its worst to its best. What matters twice as much "
                "gets twice the points."
            )
        if node == GOAL:
            more = self.tr("A premise stands for the steps of all its criteria together.")
            text = f"{text} {more}"
        return text

    def _sum(self, method: WeightMethod, known: list[float], *, is_open: bool) -> tuple[str, bool]:
        """What the figures come to, and whether the rule of the method is kept."""
        if not known or not sum(known):
            return self.tr("No figure yet: equal weights stand in."), False
        if method == "swing":
            largest = short_figure(max(known))
            is_fit = not swing_weights(known).findings
            text = self.tr("The first has 100.") if is_fit else self.tr("The largest is {figure}, not 100.")
            return text.format(figure=largest), is_fit
        if method == "rating":
            is_fit = not rating_weights(known).findings
            text = self.tr("The least has 10.") if is_fit else self.tr("The least is {figure}, not 10.")
            return text.format(figure=short_figure(min(known))), is_fit
        if not point_weights(known).findings:
            return self.tr("All 100 points are given."), True
        rest = ALL_POINTS - sum(known)
        text = self.tr("{sum} given; rest to give: {rest}")
        if rest < 0:
            text = self.tr("{sum} given, {rest} more than there are")
        return text.format(sum=short_figure(sum(known)), rest=short_figure(abs(rest))), False

    def _fit(self, method: WeightMethod) -> str:
        if method == "swing":
            return self.tr("Make the largest 100")
        if method == "rating":
            return self.tr("Make the least 10")
        return self.tr("Scale to 100")

    def _spread(self, method: WeightMethod, known: list[float]) -> str:
        if method != "direct" or ALL_POINTS - sum(known) < 1e-6:
            return ""
        return self.tr("Share the rest evenly") if sum(known) else self.tr("Share all evenly")
