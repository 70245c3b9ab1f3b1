"""The projects that lead, with their ranks by the three methods."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from criteria.model.settings import METHODS
from desktop.app.words.methods import MethodWords
from desktop.app.words.ranks import rank_text
from desktop.look.look import Look
from desktop.look.pencil import RIGHT, Pencil
from desktop.look.state_marks import paint_state

if TYPE_CHECKING:
    from criteria.ranking.results import Results

#: How many projects are listed.
MOST = 10
#: Units of width from which the country has a column of its own.
WITH_COUNTRY = 84


class LeadingRow(msgspec.Struct, frozen=True):
    """One project as the table writes it; `ranks` are in the order of the methods."""

    key: str
    title: str
    country: str
    state: str
    ranks: tuple[str, ...]
    money: str


class LeadingTable(QWidget):
    """Rows painted in one go; Enter or a click (`chosen`) opens the ranking at a project."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows: tuple[LeadingRow, ...] = ()
        self._awaited = 0
        self._current, self._hot = 0, -1
        words = MethodWords()
        self._heads = tuple(words.short(method) for method in METHODS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Leading projects"))
        look.changed.connect(self.updateGeometry)

    def await_results(self, projects: int) -> None:
        """Keeps the room of the rows until they are known."""
        self.rows, self._awaited = (), min(MOST, projects)
        self.updateGeometry()
        self.update()

    def show_results(self, results: Results) -> None:
        """The best projects by TOPSIS with their other ranks."""
        self._awaited = 0
        order = results.methods["topsis"].order()[:MOST]
        self.rows = tuple(_row(results, row) for row in order)
        self._current = min(self._current, max(0, len(self.rows) - 1))
        ranks = "; ".join(f"{row.key} {row.title}: {', '.join(row.ranks)}" for row in self.rows)
        self.setAccessibleDescription(ranks)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A head and one line for each project."""
        lines = len(self.rows) or self._awaited
        return QSize(self._look.metrics.units(50), self._head() + self._height() * lines)

    def minimumSizeHint(self) -> QSize:
        """Narrower than wished, as high as wished."""
        return QSize(self._look.metrics.units(36), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints head and rows."""
        painter = QPainter(self)
        pencil = Pencil(painter, self._look.theme, self._look.metrics)
        edges = self._edges()
        self._paint_head(pencil, edges)
        for place, row in enumerate(self.rows):
            self._paint_row(pencil, edges, place, row)
        for place in range(self._awaited):
            self._paint_awaited(pencil, edges, place)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move, Enter opens."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self.rows:
            self._current = min(len(self.rows) - 1, max(0, self._current + step))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.rows:
            self.chosen.emit(self.rows[self._current].key)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the row under the pointer."""
        place = self._place(event.position())
        if place >= 0:
            self._current = place
            self.chosen.emit(self.rows[place].key)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Marks the row under the pointer."""
        self._set_hot(self._place(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Marks none."""
        self._set_hot(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows where the keys are."""
        super().focusInEvent(event)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Whole titles as tooltips."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self._place(QPointF(event.pos()))
            row = self.rows[place] if place >= 0 else None
            QToolTip.showText(event.globalPos(), f"{row.title}\n{row.country}".strip() if row else "", self)
            return True
        return super().event(event)

    def _place(self, point: QPointF) -> int:
        place = (int(point.y()) - self._head()) // self._height()
        return place if 0 <= place < len(self.rows) else -1

    def _set_hot(self, place: int) -> None:
        if place != self._hot:
            self._hot = place
            self.update()

    def _height(self) -> int:
        return self._look.metrics.double_row

    def _head(self) -> int:
        return self._look.metrics.row

    def _edges(self) -> dict[str, tuple[float, float]]:
        """Left and right of each column, from the right edge inwards."""
        metrics = self._look.metrics
        widths = {
            "money": metrics.width(self.tr("EUR m"), "small") + metrics.space("l"),
            **{head: metrics.width(head, "small") + metrics.space("m") for head in reversed(self._heads)},
            "country": metrics.units(18) if self.width() > metrics.units(WITH_COUNTRY) else 0,
        }
        edges, right = {}, float(self.width())
        for name, width in widths.items():
            edges[name] = (right - width, right)
            right -= width
        edges["mark"] = (0.0, metrics.units(2.5))
        edges["id"] = (metrics.units(2.5), metrics.units(7.5))
        edges["title"] = (metrics.units(7.5), right - metrics.space("s"))
        return edges

    def _paint_head(self, pencil: Pencil, edges: dict[str, tuple[float, float]]) -> None:
        box = QRectF(0, 0, self.width(), self._head())
        pencil.text(box, self.tr("Leading by TOPSIS"), "strong")
        for head in self._heads:
            pencil.text(_cell(edges[head], box), head, "small", "text_muted", RIGHT)
        pencil.text(_cell(edges["money"], box), self.tr("EUR m"), "small", "text_muted", RIGHT)
        pencil.painter.fillRect(QRect(0, self._head() - 1, self.width(), 1), pencil.ink("axis"))

    def _paint_row(
        self, pencil: Pencil, edges: dict[str, tuple[float, float]], place: int, row: LeadingRow
    ) -> None:
        box = QRectF(0, self._head() + place * self._height(), self.width(), self._height())
        is_current = self.hasFocus() and place == self._current
        ground = "selection" if is_current else "hover" if place == self._hot else "surface"
        pencil.painter.fillRect(box, pencil.ink(ground))
        size = self._look.metrics.units(1.6)
        centre = QPointF(edges["mark"][0] + size / 2, box.center().y())
        paint_state(pencil.painter, centre, size, row.state, pencil.theme, ground)
        pencil.text(_cell(edges["id"], box), row.key, "small", "text_muted")
        pencil.paragraph(_cell(edges["title"], box), row.title, "small")
        if edges["country"][1] > edges["country"][0]:
            pencil.paragraph(_cell(edges["country"], box), row.country, "small", "text_muted")
        for head, rank in zip(self._heads, row.ranks, strict=True):
            pencil.text(_cell(edges[head], box), rank, "small", "text", RIGHT)
        pencil.text(_cell(edges["money"], box), row.money, "small", "text", RIGHT)
        self._paint_line(pencil, box)

    def _paint_awaited(self, pencil: Pencil, edges: dict[str, tuple[float, float]], place: int) -> None:
        """A muted bar where a title will stand, and the line below it."""
        box = QRectF(0, self._head() + place * self._height(), self.width(), self._height())
        title = _cell(edges["title"], box)
        thick = self._look.metrics.unit
        bar = QRectF(title.left(), box.center().y() - thick / 2, title.width() * 0.6, thick)
        pencil.fill(bar, "hover", thick / 2)
        self._paint_line(pencil, box)

    def _paint_line(self, pencil: Pencil, box: QRectF) -> None:
        line = QRect(0, round(box.bottom()) - 1, self.width(), 1)
        pencil.painter.fillRect(line, pencil.ink("grid"))


def _cell(edges: tuple[float, float], box: QRectF) -> QRectF:
    return QRectF(edges[0], box.top(), edges[1] - edges[0], box.height())


def _row(results: Results, row: int) -> LeadingRow:
    project = results.study.projects[row]
    return LeadingRow(
        key=project.id,
        title=project.title,
        country=project.country,
        state=results.screening.projects[row].screen,
        ranks=tuple(rank_text(results.methods[method], row) for method in METHODS),
        money="–" if project.budget_eur is None else f"{project.budget_eur / 1e6:.1f}",
    )
