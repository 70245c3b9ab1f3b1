"""The ranked list as a widget: its heads stay while the rows scroll."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.charts import ranking_bars
from desktop.charts.headed_view import HeadedView

if TYPE_CHECKING:
    from desktop.look.look import Look


class RankingView(HeadedView):
    """As HeadedView; the selected row is brought into sight before it is painted, too."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, ranking_bars, name, least=60)

    def _show_selected(self, key: str) -> None:
        data = self.rows.data
        keys = [row.key for row in data.rows]
        if key in keys:
            high = ranking_bars.row_height(data, self._look.metrics)
            self.ensureVisible(0, keys.index(key) * high + high // 2, 0, high)
