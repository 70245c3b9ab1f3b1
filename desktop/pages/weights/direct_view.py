"""Direct weights of one node: points for each item, their sum, and the share each gets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from desktop.app.words.numbers import per_cent, short_figure
from desktop.look.look import Look
from desktop.pages.weights.role_colours import deep_colour
from desktop.pages.weights.tall_column import TallColumn, scrolled
from desktop.widgets.buttons import secondary_button
from desktop.widgets.choices import clear_layout
from desktop.widgets.fields import NumberField
from desktop.widgets.text import Text, caption

MOST_POINTS = 100
#: Units beyond which the rows do not grow.
WIDEST = 108


@dataclass(frozen=True)
class PointRow:
    """One item: its id, name, what is at stake, role, points and resulting share."""

    key: str
    name: str
    stake: str
    role: str
    points: float
    share: float


class _Row:
    """The widgets of one item."""

    def __init__(self, look: Look, row: PointRow) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, MOST_POINTS)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(row.name)
        self.field = NumberField(look, row.name, 0, 0, MOST_POINTS)
        self.field.setFixedWidth(look.metrics.units(8))
        self.share = Text(look, "", "strong", wraps=False)
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.share.setMinimumWidth(look.metrics.units(6))

    def show(self, row: PointRow) -> None:
        """Brings the widgets in line with the row."""
        with QSignalBlocker(self.slider):
            self.slider.setValue(round(row.points))
        self.field.set_value(row.points)
        self.share.set_text(per_cent(row.share))


class DirectView(QWidget):
    """`points_moved(key, points)` while a slider moves, `points_written` when a number is entered.

    `gesture_ended()` after a drag, `fill_asked()` and `clear_asked()` from the buttons.
    """

    points_moved = Signal(str, float)
    points_written = Signal(str, object)
    gesture_ended = Signal()
    fill_asked = Signal()
    clear_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._keys: tuple[str, ...] = ()
        self.rows: dict[str, _Row] = {}
        self._title = Text(look, "", "title")
        self._hint = caption(
            look,
            self.tr(
                "Give the difference that matters most 100 points and the others their part of it: what "
                "matters half as much gets 50. Only the proportions count."
            ),
        )
        self._sum = Text(look, "", "body")
        self.fill = secondary_button(look, self.tr("Start from the pairwise weights"))
        self.clear = secondary_button(look, self.tr("Clear these points"))
        self._grid = QGridLayout()
        self._build()
        self.fill.clicked.connect(self.fill_asked)
        self.clear.clicked.connect(self.clear_asked)

    def _build(self) -> None:
        metrics = self._look.metrics
        inside = TallColumn(self._look, WIDEST)
        column = inside.column
        column.addWidget(self._title)
        column.addWidget(self._hint)
        self._grid.setHorizontalSpacing(metrics.space("m"))
        self._grid.setVerticalSpacing(metrics.space("m"))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        column.addLayout(self._grid)
        column.addWidget(self._sum)
        acts = QHBoxLayout()
        acts.setSpacing(metrics.space("s"))
        acts.addWidget(self.fill)
        acts.addWidget(self.clear)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(inside))

    def show_rows(self, title: str, rows: tuple[PointRow, ...]) -> None:
        """Shows a node's points; the widgets are made anew only for other items."""
        self._title.set_text(title)
        keys = tuple(row.key for row in rows)
        if keys != self._keys:
            self._make_rows(rows)
        for row in rows:
            self.rows[row.key].show(row)
        total = sum(row.points for row in rows)
        self.clear.setEnabled(total > 0)
        if total > 0:
            text = self.tr("Together {total} points; the shares add up to 100 %.")
            self._sum.set_text(text.format(total=short_figure(total)))
        else:
            self._sum.set_text(self.tr("No points yet: equal weights stand in."))

    def _make_rows(self, rows: tuple[PointRow, ...]) -> None:
        while self._grid.count():
            item = self._grid.takeAt(0)
            if item is not None:
                clear_layout(item)
        self._keys = tuple(row.key for row in rows)
        self.rows = {}
        for place, row in enumerate(rows):
            made = _Row(self._look, row)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(Text(self._look, row.key, "small_strong", deep_colour(row.role)))
            words.addWidget(Text(self._look, row.name, "strong"))
            words.addWidget(caption(self._look, row.stake))
            self._grid.addLayout(words, place, 0)
            for column, widget in enumerate((made.slider, made.field, made.share), 1):
                self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)
            made.slider.valueChanged.connect(partial(self._move, row.key))
            made.slider.sliderReleased.connect(self.gesture_ended)
            made.field.value_committed.connect(partial(self.points_written.emit, row.key))
            self.rows[row.key] = made

    def _move(self, key: str, value: int) -> None:
        self.points_moved.emit(key, float(value))
