"""A printed sheet: as a whole, or as wide as there is room so that it can be read."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget

from desktop.look.look import Look


class SheetView(QScrollArea):
    """One page with a hairline around the paper; a click changes between whole page and full width."""

    #: The page was clicked.
    clicked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.sheet = _Sheet(look)
        self._is_wide = False
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setWidget(self.sheet)
        self.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(look.metrics.units(30), look.metrics.units(40))
        self.setAccessibleName(self.tr("Preview of the brief"))
        self.sheet.clicked.connect(self.clicked)

    def show_image(self, image: QImage) -> None:
        """Shows a page."""
        self.sheet.image = image
        self._fit()

    def show_sentence(self, sentence: str) -> None:
        """Shows why there is no page."""
        self.sheet.image, self.sheet.sentence = None, sentence
        self._fit()

    def set_wide(self, is_wide: bool) -> None:
        """Shows the page as wide as there is room, or as a whole."""
        self._is_wide = is_wide
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The page grows with the room."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.maximumViewportSize() - QSize(1, 1)
        image = self.sheet.image
        if image is None:
            self.sheet.resize(room)
        elif self._is_wide:
            # No larger than its own pixels, and beside the bar that scrolls it.
            width = min(image.width(), room.width() - self.verticalScrollBar().sizeHint().width())
            self.sheet.resize(width, round(width * image.height() / image.width()))
        else:
            self.sheet.resize(image.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
        self.sheet.update()


class _Sheet(QWidget):
    clicked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.image: QImage | None = None
        self.sentence = self.tr("The preview is being drawn…")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(self.tr("Click to read it, click again to see the whole page"))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.image is not None and self.rect().contains(event.position().toPoint()):
            self.clicked.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.image is None:
            painter.setPen(self._look.colour("text_muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(QRectF(self.rect()), int(flags), self.sentence)
        else:
            self._paint_page(painter, self.image)
        painter.end()

    def _paint_page(self, painter: QPainter, image: QImage) -> None:
        size = self.size() * self.devicePixelRatioF()
        modes = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        painter.drawImage(self.rect(), image.scaled(size, *modes))
        painter.setPen(self._look.colour("line_strong"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
