"""Writes and draws with the theme's names and the font's sizes; remembers where its words are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.look.wrapping import wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme

LEFT: Final = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE: Final = Qt.AlignmentFlag.AlignCenter
_FLAGS: Final = {align: int(align | Qt.TextFlag.TextDontClip) for align in (LEFT, RIGHT, CENTRE)}


class Pencil:
    """A painter with the theme's names and the font's sizes, for the time of one picture."""

    def __init__(self, painter: QPainter, theme: Theme, metrics: Metrics) -> None:
        self.painter = painter
        self.theme = theme
        self.metrics = metrics
        self.labels: list[QRectF] = []
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)

    def ink(self, colour: str | QColor) -> QColor:
        """A colour by its name; a colour stays what it is."""
        return self.theme.colour(colour) if isinstance(colour, str) else colour

    def text(
        self,
        box: QRectF,
        text: str,
        kind: str = "body",
        colour: str | QColor = "text",
        align: Qt.AlignmentFlag = LEFT,
    ) -> QRectF:
        """Writes one line inside `box`, LEFT, RIGHT or CENTRE, and gives the place the words take."""
        metrics = self.metrics
        self.painter.setFont(metrics.font(kind))
        self.painter.setPen(self.ink(colour))
        self.painter.drawText(box, _FLAGS[align], text)
        return self._note(box, metrics.width(text, kind), metrics.measure(kind).height(), align)

    def paragraph(
        self,
        box: QRectF,
        text: str,
        kind: str = "small",
        colour: str | QColor = "text",
        most: int = 2,
        align: Qt.AlignmentFlag = LEFT,
    ) -> None:
        """Writes text in at most `most` lines, centred upright in `box`; only the last may be cut short."""
        lines = wrap_text(text, box.width(), kind, self.metrics, most)
        height = self.metrics.measure(kind).height()
        top = box.center().y() - height * len(lines) / 2
        for place, line in enumerate(lines):
            self.text(
                QRectF(box.left(), top + place * height, box.width(), height), line, kind, colour, align
            )

    def runs(self, at: QPointF, runs: Sequence[tuple[str, str, str | QColor]]) -> float:
        """Writes (text, kind, colour) one after another, centred upright on `at`; gives the right end."""
        x = at.x()
        for text, kind, colour in runs:
            width = self.metrics.width(text, kind)
            height = self.metrics.measure(kind).height()
            self.text(QRectF(x, at.y() - height / 2, width + 1, height), text, kind, colour)
            x += width
        return x

    def line(
        self,
        start: QPointF,
        end: QPointF,
        colour: str | QColor = "axis",
        width: float = 1.0,
        dash: Sequence[float] = (),
    ) -> None:
        """A straight line; `dash` in multiples of its width. Upright and flat hairlines stay sharp."""
        if width <= 1 and not dash and (start.x() == end.x() or start.y() == end.y()):
            self._hairline(start, end, self.ink(colour))
            return
        pen = QPen(self.ink(colour), self.metrics.stroke(width))
        if dash:
            pen.setDashPattern(list(dash))
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        self.painter.setPen(pen)
        self.painter.drawLine(start, end)

    def _hairline(self, start: QPointF, end: QPointF, colour: QColor) -> None:
        """A sharp line of whole pixels, filled as a box: an antialiased line takes ten times as long."""
        thick = self.metrics.stroke(1)
        left, top = min(start.x(), end.x()), min(start.y(), end.y())
        if start.y() == end.y():
            self.painter.fillRect(QRectF(left, round(top), abs(end.x() - start.x()), thick), colour)
        else:
            self.painter.fillRect(QRectF(round(left), top, thick, abs(end.y() - start.y())), colour)

    def fill(self, box: QRectF, colour: str | QColor, radius: float = 0.0) -> None:
        """A filled box without a border."""
        if radius:
            self.painter.setPen(Qt.PenStyle.NoPen)
            self.painter.setBrush(self.ink(colour))
            self.painter.drawRoundedRect(box, radius, radius)
        else:
            self.painter.fillRect(box, self.ink(colour))

    def frame(self, box: QRectF, colour: str | QColor, width: float = 1.0, radius: float = 0.0) -> None:
        """A border drawn inside the edges of `box`."""
        half = self.metrics.stroke(width) / 2
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.setPen(QPen(self.ink(colour), 2 * half))
        self.painter.drawRoundedRect(box.adjusted(half, half, -half, -half), radius, radius)

    def premise_bar(self, box: QRectF, role: str) -> None:
        """A bar in a premise's colour; rights, the palest, always has its outline."""
        self.fill(box, self.theme.premise(role))
        if role == "rights" and box.width() > 2 and box.height() > 2:
            self.frame(box, self.theme.premise(role, "deep"))

    def _note(self, box: QRectF, width: float, height: float, align: Qt.AlignmentFlag) -> QRectF:
        left = box.left()
        if align == RIGHT:
            left = box.right() - width
        elif align == CENTRE:
            left = box.center().x() - width / 2
        place = QRectF(left, box.center().y() - height / 2, width, height)
        self.labels.append(place)
        return place
