"""Everyone's answer to one question on one scale, a line for each person."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPointF, QRectF, QSize, QVariantAnimation
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.app.words.numbers import short_figure
from desktop.charts.person_marks import paint_person, shape_of
from desktop.look.look import Look
from desktop.look.pencil import CENTRE, RIGHT, Pencil
from desktop.session.spread import Mark, Spread
from desktop.widgets.saaty_scale import STOPS, stop_of

REVEAL_MS = 400
_MIDDLE = (STOPS - 1) / 2


class SpreadView(QWidget):
    """Names at the left, marks on the scale, the group's mean as an upright bar through all lines."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._spread: Spread | None = None
        self._ends = ("", "")
        self._current = ""
        self._share = 1.0
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(REVEAL_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_spread(self, spread: Spread, ends: tuple[str, str], current: str = "") -> None:
        """Shows a question between the names of its sides, the line of a person marked."""
        self._spread, self._ends, self._current = spread, ends, current
        said = ", ".join(f"{mark.name} {self._without_ratio(mark) or _said(mark)}" for mark in spread.marks)
        self.setAccessibleName(said)
        self.updateGeometry()
        self.update()

    def reveal(self) -> None:
        """Lets the marks go from the group's mean to their places, once; at once with reduced motion."""
        if self._look.has_motion:
            self._motion.start()

    def middle_of(self, person: str) -> float:
        """How far down a person's line is; the top where nobody is meant."""
        marks = self._spread.marks if self._spread is not None else ()
        place = next((number for number, mark in enumerate(marks) if mark.person == person), -1)
        return 0.0 if place < 0 else self._top() + (place + 0.5) * self._row_height()

    @property
    def is_moving(self) -> bool:
        """Whether the marks are on their way."""
        return self._motion.state() == QVariantAnimation.State.Running

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        count = len(self._spread.marks) if self._spread else 1
        return QSize(metrics.units(100), round(self._top() + count * metrics.line("title")))

    def minimumSizeHint(self) -> QSize:
        metrics = self._look.metrics
        count = len(self._spread.marks) if self._spread else 1
        height = self._top() + (count + 1) * metrics.line("body")
        return QSize(metrics.units(60), round(height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        spread = self._spread
        if spread is None:
            return
        painter, metrics = QPainter(self), self._look.metrics
        pencil = Pencil(painter, self._look.theme, metrics)
        high = self._row_height()
        kind = self._kind(spread, high)
        boxes = [QRectF(0, self._top() + row * high, self.width(), high) for row in range(len(spread.marks))]
        for box, mark in zip(boxes, spread.marks, strict=True):
            self._paint_words(pencil, box, mark, kind)
        self._paint_scale(pencil, spread.mean, self._top() + high * len(boxes))
        for row, (box, mark) in enumerate(zip(boxes, spread.marks, strict=True)):
            if mark.value is not None:
                place = self._x(mark.value)
                start = place if spread.mean is None else self._x(spread.mean)
                self._paint_mark(pencil, box.center().y(), row, mark, place, start)
            elif self._without_ratio(mark):
                self._paint_reason(pencil, box, self._without_ratio(mark))
        painter.end()

    def _without_ratio(self, mark: Mark) -> str:
        """Why somebody who was heard has no mark; "" for everybody else."""
        if mark.value is not None or not mark.unweighted or self._spread is None:
            return ""
        if len(mark.unweighted) > 1:
            return self.tr("gives neither any weight")
        end = self._ends[0 if mark.unweighted[0] == self._spread.pair[1] else 1]
        return self.tr("gives “{name}” no weight").format(name=end)

    def _move(self, share: float) -> None:
        self._share = share
        self.update()

    def _top(self) -> float:
        metrics = self._look.metrics
        return 2 * metrics.line("head") + metrics.space("s")

    def _row_height(self) -> float:
        count = max(1, len(self._spread.marks) if self._spread else 1)
        room = self.height() - self._top() - self._look.metrics.line("body")
        return min(room / count, 2.0 * self._look.metrics.line("statement"))

    def _kind(self, spread: Spread, high: float) -> str:
        """The largest kind of text in which every name has room beside its line."""
        metrics, room = self._look.metrics, self._left() - self._look.metrics.units(4)
        for kind in ("statement", "head"):
            widest = max((metrics.width(mark.name, kind) for mark in spread.marks), default=0.0)
            if widest <= room and metrics.line(kind) <= high:
                return kind
        return "body"

    def _left(self) -> float:
        return 0.3 * self.width()

    def _right(self) -> float:
        return self.width() - self._look.metrics.units(11)

    def _x(self, value: float) -> float:
        return self._left() + stop_of(value) * (self._right() - self._left()) / (STOPS - 1)

    def _paint_scale(self, pencil: Pencil, mean: float | None, bottom: float) -> None:
        metrics = self._look.metrics
        wide, high = self._right() - self._left(), metrics.line("head")
        half = QRectF(self._left(), 0, wide / 2 - metrics.space("l"), high)
        pencil.paragraph(half, self._ends[0], "head", "text", most=1)
        half.moveRight(self._right())
        pencil.paragraph(half, self._ends[1], "head", "text", most=1, align=RIGHT)
        for stop in range(0, STOPS, 2):
            x = self._left() + stop * (self._right() - self._left()) / (STOPS - 1)
            box = QRectF(x - metrics.units(3), high, metrics.units(6), high)
            pencil.text(box, str(int(abs(stop - _MIDDLE)) + 1), "body", "text_muted", CENTRE)
            is_middle = stop == _MIDDLE
            ink = "axis" if is_middle else "grid"
            pencil.line(QPointF(x, self._top()), QPointF(x, bottom), ink, 1.5 if is_middle else 1)
        if mean is None:
            return
        x = self._x(mean)
        pencil.line(QPointF(x, self._top()), QPointF(x, bottom), "accent", 4)
        below = QRectF(x - metrics.units(10), bottom, metrics.units(20), metrics.line("body"))
        pencil.text(below, self.tr("together"), "body", "accent", CENTRE)

    def _paint_words(self, pencil: Pencil, box: QRectF, mark: Mark, kind: str) -> None:
        metrics = self._look.metrics
        if mark.person == self._current:
            pencil.fill(box, pencil.theme.faded("selection", 0.7))
            pencil.fill(QRectF(0, box.top(), metrics.stroke(3), box.height()), "accent")
        name = QRectF(metrics.space("s"), box.top(), self._left() - metrics.units(4), box.height())
        most = 2 if 2 * metrics.line(kind) <= box.height() else 1
        pencil.paragraph(name, mark.name, kind, "text", most=most)
        said = QRectF(self._right(), box.top(), self.width() - self._right(), box.height())
        if not self._without_ratio(mark):
            pencil.text(said, _said(mark), kind, "text", RIGHT)

    def _paint_mark(self, pencil: Pencil, y: float, row: int, mark: Mark, place: float, mean: float) -> None:
        """The mark of a person; on its way from the mean while answers are revealed."""
        at = QPointF(mean + (place - mean) * self._share, y)
        if mark.before is not None and self._share == 1.0:
            self._paint_before(pencil, QPointF(self._x(mark.before), y), at)
        self._paint_shape(pencil, at, row)

    def _paint_reason(self, pencil: Pencil, box: QRectF, reason: str) -> None:
        """Words in place of a mark, over the lines of the scale."""
        metrics = self._look.metrics
        wide = min(metrics.width(reason, "head") + metrics.space("m"), self.width() - self._left())
        words = QRectF(self.width() - wide, box.top(), wide, box.height())
        pencil.fill(words.adjusted(0, 1, 0, -1), "surface")
        pencil.paragraph(words, reason, "head", "text", most=1, align=RIGHT)

    def _paint_before(self, pencil: Pencil, start: QPointF, end: QPointF) -> None:
        """A hollow mark where the answer was, and a line to where it is."""
        pencil.line(start, end, "text_muted", 1.5, (3, 2))
        pencil.painter.setPen(QPen(pencil.ink("text_muted"), pencil.metrics.stroke(1.5)))
        pencil.painter.setBrush(pencil.ink("surface"))
        radius = min(pencil.metrics.units(0.7), 0.3 * self._row_height())
        pencil.painter.drawEllipse(start, radius, radius)

    def _paint_shape(self, pencil: Pencil, at: QPointF, row: int) -> None:
        """The mark that a person also has in the result of the group."""
        count = len(self._spread.marks) if self._spread is not None else 0
        size = min(2.2 * pencil.metrics.units(1), 0.8 * self._row_height())
        ink, ground = pencil.ink("text"), pencil.ink("surface")
        paint_person(pencil.painter, at, size, shape_of(row, count), ink, ground)


def said_ratio(value: float) -> str:
    """A ratio as it is said: 3, 1/3, 1.5; one that follows from other answers is rounded to a tenth."""
    if value >= 1.0:
        return short_figure(round(value, 1))
    inverse = round(1.0 / value, 1)
    return "1" if inverse == 1.0 else f"1/{short_figure(inverse)}"


def _said(mark: Mark) -> str:
    if mark.value is None:
        return "–"
    now = said_ratio(mark.value)
    return now if mark.before is None else f"{said_ratio(mark.before)} → {now}"
