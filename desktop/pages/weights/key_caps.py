"""Which keys do what, as small caps before a word."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.look import Look


class KeyCaps(QWidget):
    """One or more keys and what they do."""

    def __init__(self, look: Look, keys: tuple[str, ...], word: str) -> None:
        super().__init__()
        self._look = look
        self._keys = keys
        self._word = word
        self.setAccessibleName(f"{' '.join(keys)}: {word}")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        caps = sum(self._cap_width(key) + metrics.space("xs") for key in self._keys)
        return QSize(round(caps + metrics.width(self._word, "small")) + 2, metrics.units(2.5))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cap_width(self, key: str) -> float:
        metrics = self._look.metrics
        return max(metrics.width(key, "tick") + metrics.space("s"), metrics.units(2.4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, metrics = self._look.theme, self._look.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        high, x = metrics.units(2.25), 0.0
        for key in self._keys:
            wide = self._cap_width(key)
            box = QRectF(x + 0.5, (self.height() - high) / 2 + 0.5, wide - 1, high - 1)
            painter.setPen(QPen(theme.colour("line_strong"), 1))
            painter.drawRoundedRect(box, 2, 2)
            painter.setFont(metrics.font("tick"))
            painter.setPen(theme.colour("text_muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, key)
            x += wide + metrics.space("xs")
        painter.setFont(metrics.font("small"))
        wide = metrics.width(self._word, "small") + 2
        painter.drawText(QRectF(x, 0, wide, self.height()), Qt.AlignmentFlag.AlignVCenter, self._word)
        painter.end()
