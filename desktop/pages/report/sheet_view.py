"""A printed sheet shown as large as there is room."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.look import Look


class SheetView(QWidget):
    """One page, centred at the top, with a hairline around the paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._image: QImage | None = None
        self._sentence = self.tr("The preview is being drawn…")
        self.setMinimumSize(look.metrics.units(30), look.metrics.units(40))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Preview of the brief"))

    def show_image(self, image: QImage) -> None:
        """Shows a page."""
        self._image = image
        self.update()

    def show_sentence(self, sentence: str) -> None:
        """Shows why there is no page."""
        self._image, self._sentence = None, sentence
        self.update()

    def sizeHint(self) -> QSize:
        """A sheet of paper."""
        return QSize(self._look.metrics.units(60), self._look.metrics.units(85))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the page or the sentence."""
        painter = QPainter(self)
        if self._image is None:
            painter.setPen(self._look.colour("text_muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), int(flags), self._sentence)
            return
        size = self._image.size().scaled(self.size() - QSize(2, 2), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF((self.width() - size.width()) / 2, 1, size.width(), size.height())
        ratio = self.devicePixelRatioF()
        scaled = self._image.scaled(
            size * ratio, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        painter.drawImage(place, scaled)
        painter.setPen(self._look.colour("line_strong"))
        painter.drawRect(place)
