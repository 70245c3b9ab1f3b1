"""A sheet of A4 to paint on: the light theme, sizes of print, and a place that moves down the page."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QGuiApplication, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from criteria.errors import SaveError
from criteria.files.atomic_write import write_whole
from desktop.charts.drawing import Canvas
from desktop.look.metrics import Metrics
from desktop.look.pencil import LEFT
from desktop.look.theme import Theme, load_theme
from desktop.look.wrapping import wrap_text

#: Logical pixels per inch; A4 is then 794 x 1123.
DPI: Final = 96.0
WIDTH: Final = 210 / 25.4 * DPI
HEIGHT: Final = 297 / 25.4 * DPI
MARGIN: Final = 15 / 25.4 * DPI
#: Body text of 8.6 points.
BODY: Final = 8.6 / 72 * DPI


class Paper:
    """One page with its canvas; `y` is where the next thing begins."""

    def __init__(self, painter: QPainter, metrics: Metrics, theme: Theme) -> None:
        self.painter, self.metrics, self.theme = painter, metrics, theme
        self.canvas = Canvas(painter, theme, metrics)
        self.left, self.width, self.y = MARGIN, WIDTH - 2 * MARGIN, MARGIN

    def skip(self, space: str) -> None:
        """Leaves air."""
        self.y += self.metrics.space(space)

    def paragraph(
        self,
        text: str,
        kind: str,
        colour: str = "text",
        left: float | None = None,
        width: float = 0,
        lines: int = 9,
    ) -> float:
        """Writes wrapped text here and gives the height it took; moves down only at full width."""
        at = self.left if left is None else left
        room = width or self.width
        height = 0.0
        for line in wrap_text(text, room, kind, self.metrics, lines):
            box = QRectF(at, self.y + height, room, self.metrics.line(kind))
            self.canvas.text(box, line, kind, colour, LEFT)
            height += self.metrics.line(kind)
        if left is None:
            self.y += height
        return height

    def rule(self, colour: str = "line") -> None:
        """A line across the page."""
        self.painter.setPen(self.theme.colour(colour))
        self.painter.drawLine(QPointF(self.left, self.y), QPointF(self.left + self.width, self.y))


@contextmanager
def pdf_page(path: Path, title: str) -> Iterator[Paper]:
    """A page that is written to `path` as a whole PDF when the block ends; SaveError where that fails."""
    _ensure_application()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    layout = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF())
    writer.setPageLayout(layout)
    writer.setTitle(title)
    writer.setCreator("Proportio")
    painter = QPainter()
    if not painter.begin(writer):
        raise SaveError(f"“{path}” could not be painted as PDF; try another folder.")
    factor = writer.resolution() / DPI
    painter.scale(factor, factor)
    try:
        yield _paper(painter)
    finally:
        painter.end()
    write_whole(path, bytes(buffer.data().data()), keep_backup=False)


def page_image(paint: Callable[[Paper], None], scale: float = 2.0) -> QImage:
    """A page as a picture with `scale` pixels for each logical one."""
    image = QImage(round(WIDTH * scale), round(HEIGHT * scale), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(_paper(painter))
    painter.end()
    return image


def _paper(painter: QPainter) -> Paper:
    font = QFont(QGuiApplication.font())
    font.setPixelSize(100)
    return Paper(painter, Metrics(font, BODY / 100), load_theme("light"))


@functools.lru_cache(maxsize=1)
def _ensure_application() -> QCoreApplication:
    """Fonts need a Qt application; without a window it is one that shows nothing, kept for good."""
    running = QGuiApplication.instance()
    if running is not None:
        return running
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return QGuiApplication(["proportio"])
