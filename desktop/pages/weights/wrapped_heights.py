"""Heights of wrapped texts in lists, measured once: a list asks for them at every layout."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt

from desktop.look.look import Look
from desktop.widgets.breaking import breakable

_MOST = 2000


class WrappedHeights:
    """Remembers heights by text, kind and width, as long as the look is the same."""

    def __init__(self, look: Look) -> None:
        self._look = look
        self._known: dict[tuple[str, str, int], int] = {}
        self._metrics = look.metrics

    def height(self, text: str, kind: str, width: int) -> int:
        """The pixels of a text wrapped at a width, long words broken, at least one line."""
        metrics = self._look.metrics
        if metrics is not self._metrics or len(self._known) > _MOST:
            self._known.clear()
            self._metrics = metrics
        found = self._known.get((text, kind, width))
        if found is None:
            box = QRectF(0, 0, max(width, metrics.units(6)), 1000)
            measured = metrics.measure(kind).boundingRect(box, int(Qt.TextFlag.TextWordWrap), breakable(text))
            found = self._known[text, kind, width] = max(metrics.line(kind), round(measured.height()))
        return found
