"""The calculation of one project by one method, step by step."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from criteria.model.settings import Method
from criteria.model.tree import ROLES
from criteria.ranking.results import Results
from desktop.app.words.numbers import figure
from desktop.app.words.ranks import ResultRankWords
from desktop.look.look import Look
from desktop.pages.ranking.cell_table import CellTable
from desktop.pages.ranking.formulas import Formulas
from desktop.pages.ranking.workings import Workings
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.text import Text, caption, head


class WorkingsView(QStackedWidget):
    """A table of the criteria, then the formula with this project's numbers."""

    #: A room that a link leads to.
    room_asked = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._workings, self._formulas, self._words = Workings(), Formulas(), _Notes()
        self._ranks = ResultRankWords()
        self._head = head(look)
        self.table = CellTable(look, self.tr("Calculation"))
        self._formula = Text(look, "")
        self._formula.set_selectable()
        self._note = caption(look)
        self._note.linkActivated.connect(self.room_asked)
        inset, air = look.metrics.units(0.6), look.metrics.space("s")
        side = look.metrics.space("xl") - inset
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(side, air, side, air)
        column.setSpacing(air)
        for text in (self._head, self._formula, self._note):
            text.setContentsMargins(inset, 0, inset, 0)
        column.addWidget(self._head)
        column.addWidget(self.table, 1)
        column.addWidget(self._formula)
        column.addWidget(self._note)
        self._empty = EmptyState(
            look,
            "screening",
            self.tr("A red line excludes this project, so no method computes it. Choose a ranked one."),
        )
        self.addWidget(shown)
        self.addWidget(self._empty)

    def show_results(self, results: Results, method: Method, project: str) -> None:
        """Shows one project, or says why it has no calculation."""
        row = results.index(project)
        self.setCurrentIndex(0 if row in results.ranked else 1)
        if row not in results.ranked:
            return
        title = self.tr("{id} {title}: {rank}").format(
            id=project,
            title=results.study.projects[row].title,
            rank=self._ranks.of(results.methods[method], row),
        )
        self._head.set_text(title)
        columns = self._workings.columns(results, method, row)
        self.table.show_cells(columns, tuple(range(len(results.matrix.criteria))))
        self._formula.set_text("\n".join(self._formulas.lines(results, method, row)))
        self._note.set_html(self._words.of(results, method, row))


class _Notes(QObject):
    """What must be known to read the table."""

    def of(self, results: Results, method: Method, row: int) -> str:
        """One or two sentences on the choices of method in force."""
        if method == "topsis":
            return self._topsis(results)
        if method == "ahp":
            if results.study.settings.ahp_intensities == "projects":
                return self.tr(
                    "Values come from comparing the projects pairwise where that is answered, else from the "
                    "value functions; the questions are in the room <a href='weights'>Weights</a>."
                )
            return self.tr("Values come from the value functions; Options can take them from comparisons.")
        found = results.methods["benefit_risk"].detail.benefit_risk
        if found is None:
            return ""
        place = results.ranked.index(row)
        values = [figure(float(value)) for value in found.premise_values[place]]
        shorts = {premise.role: premise.short for premise in results.study.premises}
        parts = ", ".join(f"{shorts.get(r, r)} {v}" for r, v in zip(ROLES, values, strict=True))
        return self.tr(
            "Values of the premises: {parts}. Severity is 1 minus rights, likelihood 1 minus structures."
        ).format(parts=parts)

    def _topsis(self, results: Results) -> str:
        kind = results.study.settings.topsis_normalisation
        return {
            "fixed": self.tr(
                "On fixed scales the ideal is the best end of every scale and the anti-ideal its worst end, "
                "so adding a project moves neither."
            ),
            "vector": self.tr(
                "With vector normalisation ideal and anti-ideal are the best and the worst of the ranked "
                "projects; costs have their lowest figure as ideal."
            ),
            "minmax": self.tr(
                "With min–max normalisation the best ranked project in a criterion is 1 and the worst is 0."
            ),
        }[kind]
