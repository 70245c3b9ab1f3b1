"""Figures for each item of a set of questions: swings, points or ratings, with the share each gets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QSlider, QVBoxLayout, QWidget

from desktop.app.words.numbers import per_cent
from desktop.look.look import Look
from desktop.pages.weights.layout_choice import LayoutChoice
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.role_colours import deep_colour
from desktop.pages.weights.tall_column import TallColumn, scrolled
from desktop.widgets.buttons import secondary_button
from desktop.widgets.choices import clear_layout
from desktop.widgets.fields import NumberField
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Text, caption

#: What may be written; a slider ends earlier.
MOST_WRITTEN = 10_000
#: Units beyond which the rows do not grow.
WIDEST = 108


@dataclass(frozen=True)
class FigureRow:
    """One item: its id, name, what is at stake, role, figure (None while open) and resulting share."""

    key: str
    name: str
    stake: str
    role: str
    figure: float | None
    share: float


@dataclass(frozen=True)
class FiguresState:
    """Everything the view shows; `fit` names the act that brings the figures to their rule, if it is needed.

    `most` ends the sliders, `spread` names the act that shares what is left evenly, "" where nothing is.
    """

    crumb: str
    title: str
    hint: str
    rows: tuple[FigureRow, ...]
    sum: str
    colour: str
    fit: str
    spread: str
    start: str
    layout: str
    most: int


class _Row:
    """The widgets of one item."""

    def __init__(self, look: Look, row: FigureRow) -> None:
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setPageStep(10)
        self.slider.setAccessibleName(row.name)
        self.field = NumberField(look, row.name, 0, 0, MOST_WRITTEN)
        self.field.setFixedWidth(look.metrics.units(8))
        self.share = LiveText(look, "", "strong", wraps=False)
        self.share.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.share.setMinimumWidth(look.metrics.units(7))
        #: What is wrong with what was written.
        self.refusal = LiveText(look, "", "small", "danger")
        self.refusal.hide()
        self.field.refused.connect(self._refuse)

    def show(self, row: FigureRow, most: int, decimals: int) -> None:
        """Brings the widgets in line with the row."""
        with QSignalBlocker(self.slider):
            self.slider.setRange(0, max(most, round(row.figure or 0)))
            self.slider.setValue(round(row.figure or 0))
        # What was refused stays marked until it is mended or the figure changes otherwise.
        if not self.field.property("invalid") or row.figure != self.field.value:
            self.field.set_value(row.figure)
        self.share.set_text(per_cent(row.share, decimals))

    def _refuse(self, sentence: str) -> None:
        self.refusal.set_text(sentence)
        self.refusal.setVisible(bool(sentence))
        self.field.setAccessibleDescription(sentence)


class FiguresView(QWidget):
    """`moved(key, figure)` while a slider moves, `written(key, figure or None)` when a number is entered.

    `gesture_ended()` after a drag; the others when their button is pressed.
    """

    moved = Signal(str, float)
    written = Signal(str, object)
    gesture_ended = Signal()
    start_asked = Signal()
    clear_asked = Signal()
    fit_asked = Signal()
    spread_asked = Signal()
    layout_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._keys: tuple[str, ...] = ()
        #: The item whose figure was changed last, where the keyboard goes back to.
        self._last = ""
        self.rows: dict[str, _Row] = {}
        self._crumb = LiveText(look, "", "small", "text_muted")
        self._title = LiveText(look, "", "title")
        self._hint = LiveText(look, "", "small", "text_muted")
        self._sum = LiveText(look, "", "strong")
        self._sum_colour = ""
        self.layouts = LayoutChoice(
            look,
            self.tr("What is weighed together"),
            self.tr(
                "A premise with many criteria tends to get more weight when all criteria are weighed at "
                "once, and less when premises are weighed first (splitting bias): compare both if in doubt."
            ),
        )
        self.start = secondary_button(look, "")
        self.fit = secondary_button(look, "")
        self.spread = secondary_button(look, "")
        self.clear = secondary_button(look, self.tr("Clear these figures"))
        self._grid = QGridLayout()
        self._build()
        self._wire()

    def _build(self) -> None:
        metrics = self._look.metrics
        inside = TallColumn(self._look, WIDEST)
        column = inside.column
        top = QHBoxLayout()
        top.addWidget(self._crumb, 1)
        top.addWidget(self.layouts, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        self._grid.setHorizontalSpacing(metrics.space("m"))
        self._grid.setVerticalSpacing(metrics.space("m"))
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(1, 2)
        column.addLayout(self._grid)
        column.addWidget(self._sum)
        acts = FlowLayout(metrics.space("s"), metrics.space("s"))
        for button in self._acts:
            acts.addWidget(button)
        column.addLayout(acts)
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(inside))

    def _wire(self) -> None:
        self.start.clicked.connect(self.start_asked)
        self.fit.clicked.connect(self.fit_asked)
        self.spread.clicked.connect(self.spread_asked)
        self.clear.clicked.connect(self.clear_asked)
        self.layouts.chosen.connect(self.layout_chosen)

    def show_state(self, state: FiguresState) -> None:
        """Shows a set of figures; the widgets are made anew only for other items."""
        self._crumb.set_text(state.crumb)
        self._title.set_text(state.title)
        self._hint.set_text(state.hint)
        self.layouts.set_current(state.layout)
        keys = tuple(row.key for row in state.rows)
        if keys != self._keys:
            self._make_rows(state.rows)
        decimals = 1 if state.layout == "flat" else 0
        for row in state.rows:
            self.rows[row.key].show(row, state.most, decimals)
        had_keyboard = [button for button in self._acts if button.hasFocus()]
        self.clear.setEnabled(any(row.figure is not None for row in state.rows))
        self._sum.set_text(state.sum)
        if state.colour != self._sum_colour:
            self._sum_colour = state.colour
            self._sum.set_colour(state.colour)
        for button, text in ((self.fit, state.fit), (self.spread, state.spread), (self.start, state.start)):
            button.setVisible(bool(text))
            if text and button.text() != text:
                button.setText(text)
        if any(button.isHidden() or not button.isEnabled() for button in had_keyboard):
            self._back_to_figures()

    def take_keyboard(self) -> None:
        """The first figure takes the keys."""
        if self._keys:
            self.rows[self._keys[0]].field.setFocus()

    @property
    def _acts(self) -> tuple[QPushButton, ...]:
        return (self.fit, self.spread, self.start, self.clear)

    def _back_to_figures(self) -> None:
        """An act that is done and gone leaves the keyboard with the figures it has changed."""
        if self._last in self.rows:
            self.rows[self._last].field.setFocus()
        else:
            self.take_keyboard()

    def _make_rows(self, rows: tuple[FigureRow, ...]) -> None:
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
            words.addWidget(made.refusal)
            self._grid.addLayout(words, place, 0)
            for column, widget in enumerate((made.slider, made.field, made.share), 1):
                self._grid.addWidget(widget, place, column, Qt.AlignmentFlag.AlignVCenter)
            made.slider.valueChanged.connect(partial(self._move, row.key))
            made.slider.sliderReleased.connect(self.gesture_ended)
            made.field.value_committed.connect(partial(self._write, row.key))
            self.rows[row.key] = made
        self._order_keys()

    def _order_keys(self) -> None:
        """Tab goes from figure to figure, then over the sliders to the acts."""
        made = [self.rows[key] for key in self._keys]
        chain = [*(row.field for row in made), *(row.slider for row in made), *self._acts]
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)

    def _write(self, key: str, figure: float | None) -> None:
        self._last = key
        self.written.emit(key, figure)

    def _move(self, key: str, value: int) -> None:
        self._last = key
        self.moved.emit(key, float(value))
