"""A weight that is dragged: name, groove with the stated weight marked, and the value; and its lock."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QFocusEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QSizePolicy

from desktop.app.words.numbers import per_cent
from desktop.look.focus_ring import is_keyboard_reason
from desktop.look.look import Look
from desktop.look.pencil import RIGHT, Pencil

#: Steps of the slider: a tenth of a per cent.
WHOLE = 1000
_VALUE = "100.0\N{NO-BREAK SPACE}%"


@dataclass(frozen=True)
class SliderRow:
    """A premise or criterion: its weight now and as stated, how far it can go, and whether it is locked.

    `is_fixed` where it cannot move because it, or everything that could make room, is locked.
    """

    key: str
    label: str
    name: str
    role: str
    is_premise: bool
    share: float
    stated: float
    reach: tuple[float, float]
    is_locked: bool
    is_fixed: bool


class WeightSlider(QAbstractSlider):
    """One row. `valueChanged` in tenths of a per cent when a person moves it, never when it is shown."""

    def __init__(self, look: Look, row: SliderRow, label_width: float) -> None:
        super().__init__()
        self._look = look
        self._row = row
        self._label_width = label_width
        self._is_by_keys = False
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setRange(0, WHOLE)
        self.setSingleStep(5)
        self.setPageStep(50)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(row.name)
        look.changed.connect(self.updateGeometry)
        self._describe()

    def show_row(self, row: SliderRow, *, is_described: bool = True) -> None:
        """Shows the weight where it is now; its words may wait until a drag has ended."""
        before, self._row = self._row, row
        if _seen(row) != _seen(before):
            # The label never changes.
            self.update(QRect(round(self._label_width), 0, self.width(), self.height()))
        with QSignalBlocker(self):
            self.setValue(round(row.share * WHOLE))
        if is_described:
            self._describe()

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        wide = self._label_width + metrics.units(16) + self._value_width() + 2 * metrics.space("s")
        return QSize(round(wide), metrics.dense_row + metrics.space("xs"))

    def minimumSizeHint(self) -> QSize:
        size = self.sizeHint()
        return QSize(size.width() - self._look.metrics.units(6), size.height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        groove = self._groove()
        if event.button() == Qt.MouseButton.LeftButton and event.position().x() >= groove.left() - 8:
            self.setSliderDown(True)
            self._drag_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self._drag_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.isSliderDown():
            self.setSliderDown(False)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # The wheel scrolls the list; a weight that changes by the way would go unnoticed.
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_by_keys = is_keyboard_reason(event, self._is_by_keys)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        row, metrics = self._row, self._look.metrics
        painter = QPainter(self)
        pencil = Pencil(painter, self._look.theme, metrics)
        kind = "small_strong" if row.is_premise else "small"
        if event.rect().left() < self._label_width - 1:
            pencil.text(QRectF(0, 0, self._label_width, self.height()), row.label, kind)
        pencil.text(QRectF(self.rect()), per_cent(row.share, 1), kind, "text", RIGHT)
        self._paint_groove(pencil, self._groove())
        if self.hasFocus() and self._is_by_keys:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(self._look.colour("focus"), metrics.stroke(2)))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 3, 3)
        painter.end()

    def _paint_groove(self, pencil: Pencil, groove: QRectF) -> None:
        """Filled boxes of whole pixels: round or slanted ones would cost several times as much."""
        row, metrics = self._row, self._look.metrics
        left, wide, y = groove.left(), groove.width(), round(groove.center().y())
        thin, thick = round(metrics.stroke(3)), round(metrics.stroke(5))
        low, high = left + wide * row.reach[0], left + wide * min(row.reach[1], 1.0)
        at, stated = left + wide * row.share, round(left + wide * row.stated)
        pencil.fill(QRectF(left, y - thin // 2, wide, thin), "grid")
        if not row.is_fixed:
            pencil.fill(QRectF(low, y - thin // 2, high - low, thin), "line_strong")
        pencil.fill(QRectF(left, y - thick // 2, at - left, thick), pencil.theme.premise(row.role))
        reach, mark = metrics.units(0.8), round(metrics.stroke(2))
        pencil.fill(QRectF(stated - mark // 2, y - reach, mark, 2 * reach), "text")
        radius = metrics.units(0.75 if row.is_premise else 0.6)
        pencil.painter.setBrush(pencil.ink("window" if row.is_fixed else "surface"))
        pencil.painter.setPen(
            QPen(pencil.ink("line_strong" if row.is_fixed else "accent"), metrics.stroke(2))
        )
        pencil.painter.drawEllipse(QPointF(at, y), radius, radius)

    def _drag_to(self, event: QMouseEvent) -> None:
        groove = self._groove()
        share = (event.position().x() - groove.left()) / max(groove.width(), 1.0)
        self.setSliderPosition(round(min(max(share, 0.0), 1.0) * WHOLE))

    def _groove(self) -> QRectF:
        metrics = self._look.metrics
        left = self._label_width + metrics.space("s") + metrics.units(0.75)
        right = self.width() - self._value_width() - metrics.space("s") - metrics.units(0.75)
        return QRectF(left, 0, max(right - left, 1.0), self.height())

    def _value_width(self) -> float:
        return self._look.metrics.width(_VALUE, "small_strong")

    def _describe(self) -> None:
        row = self._row
        words = self.tr("{now}, stated {stated}").format(
            now=per_cent(row.share, 1), stated=per_cent(row.stated, 1)
        )
        self.setAccessibleDescription(words)
        self.setToolTip(self.tr("{name}: {words}").format(name=row.name, words=words))


class LockButton(QAbstractButton):
    """Keeps a weight where it is while others move."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Lock {name}").format(name=name))
        self.setToolTip(self.tr("Lock: stays where it is while other weights move"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        edge = self._look.metrics.units(2.5)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        edge = self._look.metrics.icon
        box = QRect(0, 0, edge, edge)
        box.moveCenter(self.rect().center())
        if self.isChecked():
            self._look.paint_icon(painter, box, "lock", "accent")
        else:
            painter.setOpacity(1.0 if self.underMouse() or self.hasFocus() else 0.7)
            self._look.paint_icon(painter, box, "unlock", "text_muted")
        painter.end()


def _seen(row: SliderRow) -> tuple[object, ...]:
    """What of a row is to be seen: less than a tenth of a per cent is not."""
    spans = tuple(round(share, 3) for share in (row.share, row.stated, *row.reach))
    return (*spans, row.is_locked, row.is_fixed)


def label_width(look: Look, rows: tuple[SliderRow, ...]) -> float:
    """The room that the longest label needs."""
    kinds = (("small_strong" if row.is_premise else "small", row.label) for row in rows)
    return max((look.metrics.width(label, kind) for kind, label in kinds), default=0.0) + 2
