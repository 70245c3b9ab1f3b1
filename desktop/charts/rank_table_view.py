"""The table of ranks as a widget: heads and measures stay while the rows scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop.charts import rank_table
from desktop.charts.chart_view import ChartView
from desktop.charts.headed_view import HeadedView

if TYPE_CHECKING:
    from desktop.charts.rank_table import RankTable
    from desktop.look.look import Look


class RankTableView(HeadedView):
    """As HeadedView; `column_chosen(key)` when a head is clicked."""

    column_chosen = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, rank_table, name, least=60)
        self.feet = ChartView(look, rank_table.paint_feet, name, rank_table.foot_height, least=(60, 1))
        self._pin(self.feet)
        self.heads.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heads.activated.connect(self.column_chosen)

    def show_data(self, data: RankTable) -> None:
        """See HeadedView."""
        self.feet.show_data(data)
        super().show_data(data)

    def _place_heads(self) -> None:
        data, metrics = self.rows.data, self._look.metrics
        if data is not None:
            head, foot = rank_table.head_height(data, metrics), rank_table.foot_height(data, metrics)
            self.setViewportMargins(0, head, 0, foot)
            wide = self.viewport().width()
            self.heads.setGeometry(0, 0, wide, head)
            # A short table has its measures right below its last row.
            below = min(head + rank_table.rows_height(data, metrics), self.height() - foot)
            self.feet.setGeometry(0, below, wide, foot)
