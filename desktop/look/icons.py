"""The program's own drawings, coloured when they are loaded."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from desktop.look.theme import RESOURCES

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

APP_SIZES: Final = (16, 24, 32, 48, 64, 128, 256)
"""The edges in pixels at which the program's own icon is handed to the window system."""


@cache
def _source(name: str) -> str:
    return (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")


def render_svg(source: str, edge: int, ratio: float = 1.0) -> QPixmap:
    """A square picture of an SVG source, `edge` logical pixels wide, for a screen of that pixel ratio."""
    from PySide6.QtSvg import QSvgRenderer

    pixmap = QPixmap(QSize(round(edge * ratio), round(edge * ratio)))
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    pixmap.setDevicePixelRatio(ratio)
    return pixmap


def screen_ratios() -> tuple[float, ...]:
    """The pixel ratios of the screens in use, so that no icon is drawn for a screen that is not there."""
    return tuple(sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()})) or (1.0,)


class Icons:
    """Icons by name in the colours of one theme; each is drawn once for each colour and size."""

    def __init__(self, theme: Theme, metrics: Metrics) -> None:
        self._theme = theme
        self._edges = (metrics.icon, metrics.units(3))
        self._made: dict[tuple[str, str], QIcon] = {}
        self._drawn: dict[tuple[str, str, int, float], QPixmap] = {}

    def icon(self, name: str, colour: str = "text_muted") -> QIcon:
        """The icon called `name`, disabled in faded ink; FileNotFoundError if nobody drew it."""
        if (name, colour) not in self._made:
            icon = QIcon()
            for edge in self._edges:
                for ratio in screen_ratios():
                    icon.addPixmap(self.pixmap(name, colour, edge, ratio))
                    faded = _coloured(name, self._theme.faded("text_muted", 0.45))
                    icon.addPixmap(render_svg(faded, edge, ratio), QIcon.Mode.Disabled)
            self._made[name, colour] = icon
        return self._made[name, colour]

    def paint(self, painter: QPainter, box: QRect, name: str, colour: str = "text_muted") -> None:
        """Paints the icon called `name` into a square; only that size of it is drawn, once."""
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        key = (name, colour, box.width(), ratio)
        if key not in self._drawn:
            self._drawn[key] = self.pixmap(*key)
        painter.drawPixmap(box.topLeft(), self._drawn[key])

    def pixmap(self, name: str, colour: str, edge: int, ratio: float = 1.0) -> QPixmap:
        """The icon called `name` as a picture of one size, for painting."""
        return render_svg(_coloured(name, self._theme.colour(colour)), edge, ratio)


def app_icon() -> QIcon:
    """The program's own icon at every size window systems ask for."""
    icon = QIcon()
    for edge in APP_SIZES:
        icon.addPixmap(render_svg(_source("proportio"), edge))
    return icon


def _coloured(name: str, colour: QColor) -> str:
    return _source(name).replace("currentColor", colour.name())
