"""Column heads on two levels: groups with a rule in their premise's colour, then name and unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QHeaderView, QToolTip

from desktop.pages.projects.columns import PROFILE, Column, Group
from desktop.pages.projects.wrapped_text import line_count

if TYPE_CHECKING:
    from desktop.look.look import Look

_RIGHT = Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignLeft
_BOTTOM = Qt.AlignmentFlag.AlignBottom


@dataclass(frozen=True)
class Run:
    """A group's stretch of the header in pixels; `is_folded` where only its strip is shown."""

    group: Group
    left: int
    right: int
    is_folded: bool
    hidden: int = 0


class GroupedHeader(QHeaderView):
    """Paints heads from `Column` values; a click on a group folds it, on a column sorts by it."""

    #: The key of a premise whose group was clicked.
    fold_asked = Signal(str)
    #: The key of a column that was clicked.
    sort_asked = Signal(str)
    #: Someone dragged the edge of a section.
    widths_chosen = Signal()

    def __init__(self, look: Look, frozen: int) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._look = look
        self._frozen = frozen
        self._columns: tuple[Column, ...] = ()
        self._groups: tuple[Group, ...] = ()
        self._sort_key = ""
        self._sort_order = Qt.SortOrder.AscendingOrder
        self._shift = 0
        self._widths: list[int] = []
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(look.metrics.units(3))
        self.sectionClicked.connect(self._ask_sort)
        look.changed.connect(self._restyle)

    def show_columns(self, columns: tuple[Column, ...], groups: tuple[Group, ...]) -> None:
        """Takes the columns, in the order of the model, and the groups above them."""
        self._columns, self._groups = columns, groups
        self.updateGeometry()
        self.viewport().update()

    def show_sort(self, key: str, order: Qt.SortOrder) -> None:
        """Marks the column by which rows are sorted."""
        self._sort_key, self._sort_order = key, order
        self.viewport().update()

    def group_height(self) -> int:
        """The height of the upper level with its rule."""
        metrics = self._look.metrics
        return metrics.line("small_strong") + metrics.space("s") + round(metrics.stroke(3))

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        lower = metrics.line("small_strong") + self._unit_lines() * metrics.line("tick")
        strip = round(metrics.width(self.tr("{count} more").format(count=10), "tick"))
        return QSize(super().sizeHint().width(), self.group_height() + max(lower, strip) + metrics.space("s"))

    def _unit_lines(self) -> int:
        """Lines that the longest unit takes in its column; a unit breaks before it widens its column."""
        font, side = self._look.font("tick"), 2 * self._look.metrics.units(0.6)
        shown = [i for i, column in enumerate(self._columns) if column.unit and not self.isSectionHidden(i)]
        lines = (line_count(self._columns[i].unit, font, self.sectionSize(i) - side, 2) for i in shown)
        return max(lines, default=1)

    def section_left(self, logical: int) -> int:
        """Where a section begins on screen; frozen ones stay at the left."""
        if logical < self._frozen:
            return sum(self.sectionSize(place) for place in range(logical))
        return self.sectionViewportPosition(logical)

    def _frozen_width(self) -> int:
        return sum(self.sectionSize(place) for place in range(self._frozen))

    def runs(self) -> Iterator[Run]:
        """The groups as they stand on screen now."""
        for group in self._groups:
            members = [i for i, column in enumerate(self._columns) if column.group == group.key]
            shown = [i for i in members if not self.isSectionHidden(i)]
            if not shown:
                continue
            left = self.section_left(shown[0])
            right = self.section_left(shown[-1]) + self.sectionSize(shown[-1])
            is_folded = [self._columns[i].kind for i in shown] == ["strip"]
            yield Run(group, left, right, is_folded, len(members) - 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._look.colour("raised"))
        edge = self._frozen_width()
        painter.save()
        painter.setClipRect(edge, 0, self.width() - edge, self.height())
        for place in range(self._frozen, len(self._columns)):
            if not self.isSectionHidden(place):
                self._paint_section(painter, place)
        painter.restore()
        for place in range(min(self._frozen, len(self._columns))):
            self._paint_section(painter, place)
        for run in self.runs():
            self._paint_run(painter, run, edge)
        self._paint_lines(painter, edge)
        painter.end()

    def _paint_lines(self, painter: QPainter, edge: int) -> None:
        line = round(self._look.metrics.stroke(1))
        painter.fillRect(0, self.height() - line, self.width(), line, self._look.colour("line_strong"))
        thick = round(self._look.metrics.stroke(2))
        painter.fillRect(edge - thick, 0, thick, self.height(), self._look.colour("line_strong"))

    def _paint_section(self, painter: QPainter, place: int) -> None:
        column, metrics = self._columns[place], self._look.metrics
        left, width, top = self.section_left(place), self.sectionSize(place), self.group_height()
        if left + width < 0 or left > self.width():
            return
        if column.kind == "strip":
            self._paint_strip(painter, QRectF(left, top, width, self.height() - top), place)
            return
        side = metrics.units(0.6)
        box = QRectF(left + side, top, width - 2 * side, self.height() - top - metrics.space("xs"))
        flags = (_RIGHT if column.is_numeric else _LEFT) | _BOTTOM
        if column.unit:
            font = self._look.font("tick")
            lines = line_count(column.unit, font, box.width(), 2)
            painter.setFont(font)
            painter.setPen(self._look.colour("text_muted"))
            painter.drawText(box, flags | Qt.TextFlag.TextWordWrap, column.unit)
            box.setBottom(box.bottom() - lines * metrics.line("tick"))
        is_id = column.criterion is not None
        kind = "small_strong" if is_id else "small"
        painter.setFont(self._look.font(kind))
        painter.setPen(self._look.colour("text" if is_id else "text_muted"))
        if column.key == self._sort_key:
            box = self._paint_arrow(
                painter, box, metrics.width(column.head, kind), is_right=column.is_numeric
            )
        painter.drawText(box, flags, column.head)

    def _paint_arrow(self, painter: QPainter, box: QRectF, text: float, *, is_right: bool) -> QRectF:
        """A triangle after the text; gives the room that is left for the text."""
        edge = self._look.metrics.units(0.75)
        right = box.right() if is_right else min(box.right(), box.left() + text + edge * 1.7)
        middle = box.bottom() - self._look.metrics.line("small") / 2
        tip = -edge / 2 if self._sort_order == Qt.SortOrder.AscendingOrder else edge / 2
        centre = QPointF(right - edge / 2, middle)
        corners = [QPointF(-edge / 2, -tip * 0.8), QPointF(edge / 2, -tip * 0.8), QPointF(0, tip * 0.8)]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(painter.pen().color())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([centre + corner for corner in corners]))
        painter.restore()
        return box.adjusted(0, 0, -edge * 1.4, 0) if is_right else box

    def _paint_strip(self, painter: QPainter, box: QRectF, place: int) -> None:
        column = self._columns[place]
        painter.fillRect(box, self._look.theme.premise(column.role, "tint"))
        hidden = sum(other.group == column.group for other in self._columns) - 1
        painter.save()
        painter.translate(box.center())
        painter.rotate(-90)
        painter.setFont(self._look.font("tick"))
        painter.setPen(self._look.theme.premise(column.role, "deep"))
        turned = QRectF(-box.height() / 2, -box.width() / 2, box.height(), box.width())
        painter.drawText(turned, Qt.AlignmentFlag.AlignCenter, self.tr("{count} more").format(count=hidden))
        painter.restore()

    def _paint_run(self, painter: QPainter, run: Run, edge: int) -> None:
        metrics = self._look.metrics
        is_profile = run.group.key == PROFILE
        left = run.left if is_profile else max(run.left, edge)
        right = max(run.right, edge) if is_profile else run.right
        if right <= left:
            return
        rule, top = round(metrics.stroke(3)), self.group_height()
        painter.fillRect(left, 0, right - left, top, self._look.colour("raised"))
        painter.fillRect(left, top - rule, right - left, rule, self._rule(run.group))
        if not is_profile and run.left >= edge:
            painter.fillRect(run.left, 0, round(metrics.stroke(1)), self.height(), self._look.colour("line"))
        self._paint_name(painter, run, QRectF(left + metrics.units(0.6), 0, right - left, top - rule))

    def _paint_name(self, painter: QPainter, run: Run, box: QRectF) -> None:
        """The name of a group; one that is scrolled away so far that it would be cut is left out."""
        metrics, is_profile = self._look.metrics, run.group.key == PROFILE
        text = "›" if run.is_folded else run.group.short
        if not run.is_folded and metrics.width(text, "small_strong") + metrics.units(0.6) > box.width():
            return
        painter.setFont(self._look.font("small_strong"))
        ink = self._look.colour("text") if is_profile else self._look.theme.premise(run.group.role, "deep")
        painter.setPen(ink)
        painter.drawText(box, _LEFT | Qt.AlignmentFlag.AlignVCenter, text)

    def _rule(self, group: Group) -> QColor:
        return self._look.colour("axis") if group.key == PROFILE else self._look.theme.premise(group.role)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        run = self._run_at(event.position().toPoint())
        if run is not None and run.group.key != PROFILE:
            self.fold_asked.emit(run.group.key)
            return
        self._shift = self.offset() if event.position().x() < self._frozen_width() else 0
        self._widths = self._all_widths()
        super().mousePressEvent(self._shifted(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() == Qt.MouseButton.NoButton:
            self._shift = self.offset() if event.position().x() < self._frozen_width() else 0
        super().mouseMoveEvent(self._shifted(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(self._shifted(event))
        if self._widths and self._widths != self._all_widths():
            self.widths_chosen.emit()
        self._widths = []

    def _all_widths(self) -> list[int]:
        return [self.sectionSize(place) for place in range(self.count())]

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, position: QPoint) -> str:
        """What the group or column under a point of the header means."""
        run = self._run_at(position)
        if run is not None:
            return self._group_tip(run)
        for place in (*range(self._frozen), *range(self._frozen, len(self._columns))):
            left = self.section_left(place)
            if not self.isSectionHidden(place) and left <= position.x() < left + self.sectionSize(place):
                tip: str = self._columns[place].tip
                return tip
        return ""

    def _group_tip(self, run: Run) -> str:
        if run.group.key == PROFILE:
            return ""
        if run.is_folded:
            text = self.tr("{name}. Click to show its {count} criteria.")
            return text.format(name=run.group.name, count=run.hidden)
        return self.tr("{name}. Click to fold its criteria away.").format(name=run.group.name)

    def _run_at(self, position: QPoint) -> Run | None:
        edge = self._frozen_width()
        for run in self.runs():
            left = run.left if run.group.key == PROFILE or run.left > edge else edge
            is_strip = run.is_folded and left <= position.x() < run.right
            if is_strip or (position.y() < self.group_height() and left <= position.x() < run.right):
                return run
        return None

    def _shifted(self, event: QMouseEvent) -> QMouseEvent:
        """The event as the scrolled header would see it, for a frozen section that did not scroll."""
        if not self._shift:
            return event
        position = event.position() - QPointF(self._shift, 0)
        return QMouseEvent(
            event.type(), position, event.globalPosition(), event.button(), event.buttons(), event.modifiers()
        )

    def _ask_sort(self, logical: int) -> None:
        if self._columns[logical].kind != "strip":
            self.sort_asked.emit(self._columns[logical].key)

    def _restyle(self) -> None:
        self.setMinimumSectionSize(self._look.metrics.units(3))
        self.updateGeometry()
        self.viewport().update()
