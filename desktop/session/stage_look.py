"""The look of the program in sizes that follow the window: what is shown must be read from three metres."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontInfo

from desktop.look.icons import Icons
from desktop.look.look import Look
from desktop.look.metrics import Metrics

#: The screen for which the sizes of the type scale are made, and its base size.
_WIDTH, _HEIGHT, _BASE = 1280, 720, 13.0
#: A window never makes text smaller than this share of it.
_LEAST = 0.6


class StageLook(Look):
    """Theme and motion of another look; sizes by the window, `times` larger than text elsewhere."""

    def __init__(self, look: Look, times: float = 1.0) -> None:
        self._source = look
        self._times = times
        self._system = QFont(look.font("body"))
        super().__init__(self._system, look.theme.name)
        self.has_motion = look.has_motion
        self.fit(QSize(_WIDTH, _HEIGHT))
        look.changed.connect(self._follow)

    def fit(self, size: QSize) -> None:
        """Takes the sizes for a window."""
        share = max(_LEAST, min(size.width() / _WIDTH, size.height() / _HEIGHT))
        wanted = _BASE * share * self._times
        if round(wanted) == round(self.metrics.base_pixels):
            return
        self.metrics = Metrics(self._system, wanted / QFontInfo(self._system).pixelSize())
        self.icons = Icons(self.theme, self.metrics)
        self.changed.emit()

    def _follow(self) -> None:
        self.theme = self._source.theme
        self.has_motion = self._source.has_motion
        self.icons = Icons(self.theme, self.metrics)
        self.changed.emit()
