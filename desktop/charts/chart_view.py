"""A widget that shows a chart: tooltips, selection by pointer and keys, pictures to take away."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QHelpEvent, QImage, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from desktop.charts.drawing import Drawing, Hit, Paint
from desktop.look.focus_ring import is_keyboard_reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from desktop.charts.export import Figure
    from desktop.look.look import Look
    from desktop.look.metrics import Metrics

TIP_WIDTH = 45
"""Characters on a line of a tooltip, at most."""

_NEXT = (Qt.Key.Key_Right, Qt.Key.Key_Down)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up)


class ChartView(QWidget):
    """One chart, kept as a picture between changes.

    `activated(key)` when a part is chosen by click or keys, `hovered(key)` under the pointer,
    `export_requested(kind)` with "png", "svg" or "pdf" from the context menu.
    `height` gives the pixels the data needs; without it the chart fills what it gets. A long chart
    inside a scroll area (`is_long`) keeps no picture and paints only what is to be seen.
    """

    activated = Signal(str)
    hovered = Signal(str)
    export_requested = Signal(str)

    def __init__(
        self,
        look: Look,
        paint: Paint,
        name: str,
        height: Callable[[Any, Metrics], int] | None = None,
        least: tuple[float, float] = (24, 16),
        *,
        is_long: bool = False,
    ) -> None:
        super().__init__()
        self.look = look
        self.data: Any = None
        self.drawing = Drawing()
        self._paint = paint
        self._height = height
        self._least = least
        self._is_long = is_long
        self._picture: QPixmap | None = None
        self._cursor = ""
        self._is_by_keys = False
        self._under = ""
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        vertical = QSizePolicy.Policy.Fixed if height else QSizePolicy.Policy.Expanding
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_data(self, data: Any) -> None:
        """Shows this data; the same data again costs nothing."""
        if self.data is data:
            return
        self.data = data
        self.setAccessibleDescription(data.summary)
        self._forget_picture()
        if self._height is not None:
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        metrics = self.look.metrics
        wide = metrics.units(60)
        if self._height is not None and self.data is not None:
            return QSize(wide, self._height(self.data, metrics))
        return QSize(wide, metrics.units(36))

    def minimumSizeHint(self) -> QSize:
        metrics = self.look.metrics
        tall = self.sizeHint().height() if self._height is not None else metrics.units(self._least[1])
        return QSize(metrics.units(self._least[0]), tall)

    def figure(self, title: str = "", caption: str = "") -> Figure:
        """The chart as it stands, for files and documents."""
        from desktop.charts.export import Figure

        return Figure(self._paint, self.data, self.width(), self.height(), title, caption)

    def render_image(self, title: str = "", caption: str = "") -> QImage:
        """The chart at twice the screen's size in the light theme."""
        from desktop.charts.export import render_image

        return render_image(self.figure(title, caption), self.look.metrics)

    def copy_image(self) -> None:
        """Puts the picture on the clipboard."""
        if self.data is not None:
            QGuiApplication.clipboard().setImage(self.render_image())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.data is None:
            return
        painter = QPainter(self)
        if self._is_long:
            painter.setClipRect(event.rect())
            self.drawing = self._draw(painter)
        else:
            self._picture = self._picture or self._draw_picture()
            painter.drawPixmap(0, 0, self._picture)
        self.paint_over(painter)
        if self.hasFocus() and self._is_by_keys:
            self._paint_cursor(painter)
        painter.end()

    def paint_over(self, painter: QPainter) -> None:
        """Paints what moves, over the kept picture; a chart with a handle overrides it."""

    def _draw_picture(self) -> QPixmap:
        ratio = self.devicePixelRatioF()
        picture = QPixmap(self.size() * ratio)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        self.drawing = self._draw(painter)
        painter.end()
        return picture

    def _draw(self, painter: QPainter) -> Drawing:
        return self._paint(painter, QRectF(self.rect()), self.data, self.look.theme, self.look.metrics)

    def _paint_cursor(self, painter: QPainter) -> None:
        """The ring around the part that the keys are at, or around the chart before they were used."""
        area = next((hit.area for hit in self.drawing.hits if hit.key == self._cursor), QRectF(self.rect()))
        width = self.look.metrics.stroke(2)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.look.colour("focus"), width))
        half, radius = width / 2, self.look.metrics.units(0.25)
        frame = area.intersected(QRectF(self.rect())).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(frame, radius, radius)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hit = self.drawing.hit_at(event.position())
        key = hit.key if hit else ""
        if key != self._under:
            self._under = key
            self.setCursor(Qt.CursorShape.PointingHandCursor if key else Qt.CursorShape.ArrowCursor)
            self.hovered.emit(key)

    def leaveEvent(self, event: QEvent) -> None:
        if self._under:
            self._under = ""
            self.hovered.emit("")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        hit = self.drawing.hit_at(event.position())
        if hit is not None and hit.key and event.button() == Qt.MouseButton.LeftButton:
            self._cursor, self._is_by_keys = hit.key, False
            self.activated.emit(hit.key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._is_by_keys = True
        key = event.key()
        if key in (*_NEXT, *_BACK) and any(hit.key for hit in self.drawing.hits):
            self._move_cursor(1 if key in _NEXT else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._cursor:
            self.activated.emit(self._cursor)
        else:
            super().keyPressEvent(event)

    def _move_cursor(self, step: int) -> None:
        keys = list(dict.fromkeys(hit.key for hit in self.drawing.hits if hit.key))
        selected = self._cursor or getattr(self.data, "selected", "")
        place = keys.index(selected) + step if selected in keys else 0
        self._cursor = keys[min(max(place, 0), len(keys) - 1)]
        self.activated.emit(self._cursor)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_by_keys = is_keyboard_reason(event, self._is_by_keys)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            hit: Hit | None = self.drawing.hit_at(QPointF(event.pos()))
            if hit is not None and hit.tip:
                QToolTip.showText(event.globalPos(), wrap_tip(hit.tip), self, hit.area.toAlignedRect())
            else:
                QToolTip.hideText()
            return True
        if event.type() in (QEvent.Type.Resize, QEvent.Type.DevicePixelRatioChange):
            self._picture = None
        return super().event(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.build_menu().popup(event.globalPos())

    def build_menu(self) -> QMenu:
        """The context menu: copy the picture, or save it as PNG, SVG or PDF."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Copy picture"), self.copy_image)
        menu.addSeparator()
        for kind, text in (
            ("png", self.tr("Save as PNG…")),
            ("svg", self.tr("Save as SVG…")),
            ("pdf", self.tr("Save as PDF…")),
        ):
            action = menu.addAction(text)
            action.setData(kind)
        menu.triggered.connect(self._ask_export)
        return menu

    def _ask_export(self, action: Any) -> None:
        if action.data():
            self.export_requested.emit(action.data())

    def _forget_picture(self) -> None:
        self._picture = None
        self.update()

    def _restyle(self) -> None:
        self._forget_picture()
        self.updateGeometry()


def wrap_tip(text: str) -> str:
    """A tooltip in lines of at most 45 characters."""
    return "\n".join(part for line in text.splitlines() for part in wrap(line, TIP_WIDTH) or [""])
