"""The projects that lead, with their ranks by the three methods."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from criteria.ranking.results import Results
from desktop.look.look import Look
from desktop.look.state_marks import paint_state
from desktop.look.wrapping import wrap_text

#: How many projects are listed.
MOST = 8


class LeadingTable(QWidget):
    """Rows painted in one go: mark, id, title, country, ranks, money; Enter or a click opens the ranking."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rows: list[tuple[str, str, str, str, str, str]] = []
        self._current = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Leading projects"))
        look.changed.connect(self.updateGeometry)

    def show_results(self, results: Results) -> None:
        """The best projects by TOPSIS with their other ranks."""
        study = results.study
        self._rows = []
        for row in results.methods["topsis"].order()[:MOST]:
            project = study.projects[row]
            ranks = "  ".join(f"{int(found.rank_best[row])}" for found in results.methods.values())
            money = "–" if project.budget_eur is None else f"{project.budget_eur / 1e6:.1f}"
            state = results.screening.projects[row].screen
            self._rows.append((project.id, project.title, project.country, state, ranks, money))
        self._current = min(self._current, max(0, len(self._rows) - 1))
        self.setAccessibleDescription("; ".join(f"{r[0]} {r[1]}: {r[4]}" for r in self._rows))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A head and one line for each project."""
        return QSize(self._look.metrics.units(50), self._head() + self._height() * len(self._rows))

    def minimumSizeHint(self) -> QSize:
        """Narrower than wished, as high as wished."""
        return QSize(self._look.metrics.units(36), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints head and rows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._line(
            painter,
            0,
            ("", self.tr("Leading by TOPSIS"), "", "", self.tr("T  A  B–R"), self.tr("EUR m")),
            True,
        )
        for place, row in enumerate(self._rows):
            if self.hasFocus() and place == self._current:
                top = self._head() + self._height() * place
                painter.fillRect(QRect(0, top, self.width(), self._height()), self._look.colour("selection"))
            self._line(painter, place + 1, row, False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move, Enter opens."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and self._rows:
            self._current = min(len(self._rows) - 1, max(0, self._current + step))
            self.update()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._rows:
            self.chosen.emit(self._rows[self._current][0])
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Opens the row under the pointer."""
        place = (int(event.position().y()) - self._head()) // self._height()
        if 0 <= place < len(self._rows):
            self._current = place
            self.chosen.emit(self._rows[place][0])

    def _height(self) -> int:
        return self._look.metrics.double_row

    def _head(self) -> int:
        return self._look.metrics.row

    def _line(self, painter: QPainter, place: int, row: tuple[str, ...], is_head: bool) -> None:
        look, metrics = self._look, self._look.metrics
        top = 0 if is_head else self._head() + (place - 1) * self._height()
        height = self._head() if is_head else self._height()
        right = self.width()
        money, ranks, country = metrics.units(7), metrics.units(10), metrics.units(17)
        ids, mark = metrics.units(5), metrics.units(2.5)
        title = right - money - ranks - country - ids - mark
        muted, ink = look.colour("text_muted"), look.colour("text_muted" if is_head else "text")
        painter.setFont(look.font("small"))
        edges = Qt.AlignmentFlag.AlignVCenter
        cells = (
            (0 if is_head else mark, ids, row[0], muted, Qt.AlignmentFlag.AlignLeft),
            (
                0 if is_head else mark + ids,
                title - metrics.space("s"),
                row[1],
                ink,
                Qt.AlignmentFlag.AlignLeft,
            ),
            (mark + ids + title, country, row[2], muted, Qt.AlignmentFlag.AlignLeft),
            (mark + ids + title + country, ranks, row[4], ink, Qt.AlignmentFlag.AlignRight),
            (right - money, money, row[5], ink, Qt.AlignmentFlag.AlignRight),
        )
        for x, width, text, colour, align in cells:
            painter.setPen(colour)
            lines = "\n".join(wrap_text(text, width, "small", metrics))
            painter.drawText(QRectF(x, top, width, height), int(align | edges), lines)
        if not is_head:
            paint_state(painter, QPointF(mark * 0.35, top + height / 2), mark * 0.6, row[3], look.theme)
        painter.setPen(look.colour("axis" if is_head else "grid"))
        painter.drawLine(0, top + height - 1, right, top + height - 1)
