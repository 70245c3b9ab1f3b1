"""The live list as a widget: rows jump to their places at once, bars glide to their lengths."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEasingCurve, QVariantAnimation

from desktop.charts import live_bars
from desktop.charts.export import Figure
from desktop.charts.headed_view import HeadedView

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from desktop.charts.live_bars import LiveBars
    from desktop.look.look import Look

GLIDE_MS = 180


class LiveBarsView(HeadedView):
    """As HeadedView; `show_data` lets bars glide."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, live_bars, name, least=48)
        self._glide = QVariantAnimation(self)
        self._glide.setDuration(GLIDE_MS)
        self._glide.setStartValue(0.0)
        self._glide.setEndValue(1.0)
        self._glide.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._glide.valueChanged.connect(self._move)

    @property
    def data(self) -> LiveBars | None:
        """What is on show."""
        found: LiveBars | None = self.rows.data
        return found

    @property
    def is_moving(self) -> bool:
        """Whether bars are on their way."""
        return self._glide.state() == QVariantAnimation.State.Running

    def show_data(self, data: LiveBars, *, glides: bool = True) -> None:
        """Shows this list; bars glide from where they stand unless motion is unwanted."""
        before = self.data
        self._glide.stop()
        moves = glides and before is not None and self._look.has_motion and self.isVisible()
        if moves and before is not None:
            data = replace(data, before=live_bars.lengths(before), share=0.0)
        if before is None or _heads(before) != _heads(data):
            self.heads.show_data(data)
        if before is None or len(before.rows) != len(data.rows):
            self.rows.show_data(data)
            self._place_heads()
        else:
            # As long as before, so that a step of a drag asks nobody for another layout.
            self.rows.data = data
            self.rows.setAccessibleDescription(data.summary)
            self.rows.update()
        if moves:
            self._glide.start()

    def finish(self) -> None:
        """Brings bars that are on their way to their end."""
        if self.is_moving:
            self._glide.stop()
            self._move(1.0)

    def figure(self, title: str = "", caption: str = "") -> Figure:
        """The whole list with its heads, for files and documents."""
        data, metrics = replace(self.rows.data, share=1.0), self._look.metrics
        return Figure(
            live_bars.paint, data, self.rows.width(), live_bars.height(data, metrics), title, caption
        )

    def hideEvent(self, event: QHideEvent) -> None:
        self.finish()
        super().hideEvent(event)

    def _move(self, share: float) -> None:
        data = self.rows.data
        if data is not None:
            # Only lengths differ: neither the description nor the layout nor any word is concerned.
            self.rows.data = replace(data, share=share)
            bars = self.rows.drawing.plot.toAlignedRect()
            self.rows.update(bars if bars.width() > 0 else self.rows.rect())


def _heads(data: LiveBars) -> tuple[object, ...]:
    return data.heads, data.widest, data.premises
