"""From weights to the bars that show them, within one set of questions or over all criteria."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from criteria.model.people import ALL, GOAL
from criteria.model.study import Study
from criteria.weighting.hierarchy import NodeWeights, Weights
from desktop.app.words.numbers import per_cent
from desktop.charts.weight_bars import WeightBar, WeightBars, WeightGroup
from desktop.pages.weights.answers import criterion_of, is_about_projects


class BarStates(QObject):
    """Bars with names, colours of premises, and a dashed marker where a repair would lead."""

    def local(self, study: Study, node: str, found: NodeWeights, after: Mapping[str, float]) -> WeightBars:
        """The weights of one set of questions; `after` are those after a repair."""
        bars = tuple(
            WeightBar(key, key, self.name(study, node, key), found.weight(key), self.role(study, node, key),
                      after.get(key), per_cent(found.weight(key), 1 if node == ALL else 0))
            for key in found.children
        )  # fmt: skip
        summary = ", ".join(f"{bar.key} {bar.text}" for bar in bars)
        return WeightBars((WeightGroup("", "", bars),), summary=summary)

    def all_criteria(self, study: Study, weights: Weights) -> WeightBars:
        """The global weights under the heads of their premises."""
        groups = []
        for premise in study.active_premises:
            bars = tuple(
                WeightBar(key, key, study.criterion(key).short, weights.of(key), premise.role,
                          text=per_cent(weights.of(key), 1))
                for key in study.children(premise.id)
            )  # fmt: skip
            text = per_cent(weights.premise_values[premise.id])
            groups.append(WeightGroup(premise.short, premise.role, bars, text))
        summary = ", ".join(f"{bar.key} {bar.text}" for group in groups for bar in group.bars)
        return WeightBars(tuple(groups), summary=summary)

    def name(self, study: Study, node: str, key: str) -> str:
        """The short name of an item."""
        if is_about_projects(node):
            return study.project(key).title
        if node == GOAL:
            return study.premise(key).short
        return study.criterion(key).short

    def role(self, study: Study, node: str, key: str) -> str:
        """The premise's role whose colour an item has."""
        if is_about_projects(node):
            return study.premise_of[criterion_of(node)].role
        return study.premise(key).role if node == GOAL else study.premise_of[key].role
