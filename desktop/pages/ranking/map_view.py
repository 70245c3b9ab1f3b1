"""Two maps side by side: benefit against risk, and the context of the countries."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from criteria.ranking.results import Results
from desktop.app.pictures import benefit_risk_picture
from desktop.charts import project_map
from desktop.charts.chart_view import ChartView
from desktop.look.look import Look
from desktop.pages.ranking.maps import ContextMap
from desktop.widgets.text import Text, head


class MapView(QWidget):
    """Each map under a head that says what it shows; a click chooses a project."""

    activated = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._context_map = ContextMap()
        self.risk = ChartView(look, project_map.paint, self.tr("Benefit-risk map"))
        self.country = ChartView(look, project_map.paint, self.tr("Context map"))
        self._risk_head, self._country_head = head(look), head(look)
        row = QHBoxLayout(self)
        side, air = look.metrics.space("xl"), look.metrics.space("l")
        row.setContentsMargins(side, air, side, air)
        row.setSpacing(side)
        row.addLayout(_under(self._risk_head, self.risk), 1)
        row.addLayout(_under(self._country_head, self.country), 1)
        for view in (self.risk, self.country):
            view.activated.connect(self.activated)

    def show_results(self, results: Results, selected: str) -> None:
        """Shows both maps; the second only where the study has its two criteria."""
        risk = benefit_risk_picture(results, selected)
        self._risk_head.set_text(risk.summary)
        self.risk.show_data(risk)
        country = self._context_map.picture(results, selected)
        for part in (self.country, self._country_head):
            part.setVisible(country is not None)
        if country is not None:
            self._country_head.set_text(country.summary)
            self.country.show_data(country)


def _under(heading: Text, chart: ChartView) -> QVBoxLayout:
    column = QVBoxLayout()
    column.addWidget(heading)
    column.addWidget(chart, 1)
    return column
