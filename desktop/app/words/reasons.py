"""Reasons in words: a criterion as an argument for or against a project."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.ranking.explain import Reason
from desktop.app.words.numbers import short_figure


class ReasonWords(QObject):
    """Short arguments that stand alone in a table cell."""

    def argument(self, study: Study, reason: Reason) -> str:
        """The criterion with the figure or the level that makes the argument."""
        criterion = study.criterion(reason.criterion)
        level = criterion.level(reason.raw)
        return f"{criterion.short}: {level.label if level else self.figure_of(criterion, reason.raw)}"

    def figure_of(self, criterion: Criterion, value: float) -> str:
        """A figure with its unit, or the nearest level with its name."""
        level = criterion.level(value)
        if level is not None:
            number = short_figure(value)
            return self.tr("{label}, {number} of {top}").format(
                label=level.label, number=number, top=short_figure(criterion.maximum)
            )
        figure = f"{value:,.{criterion.decimals}f}"
        unit = criterion.unit
        if unit.startswith("%"):
            return f"{figure}\u00a0%"
        return figure if unit.startswith("index") or unit == "HDI" else f"{figure} {unit}"

    def strongest(self, study: Study, reasons: tuple[Reason, ...]) -> str:
        """The best argument for a project, a dash where nothing speaks for it."""
        best = reasons[0] if reasons else None
        return self.argument(study, best) if best is not None and best.effect > 0 else "–"

    def weakest(self, study: Study, reasons: tuple[Reason, ...]) -> str:
        """The best argument against a project, a dash where nothing speaks against it."""
        worst = reasons[-1] if reasons else None
        return self.argument(study, worst) if worst is not None and worst.effect < 0 else "–"
