"""Best-worst: the most and the least important item, then how many times they differ from the others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.role_colours import deep_colour
from desktop.pages.weights.step_scale import StepScale
from desktop.pages.weights.tall_column import TallColumn, scrolled
from desktop.widgets.buttons import secondary_button
from desktop.widgets.choices import clear_layout
from desktop.widgets.text import Rule, Text, caption

#: Units beyond which the rows do not grow.
WIDEST = 108


@dataclass(frozen=True)
class ItemRow:
    """One item that can be the most or the least important."""

    key: str
    name: str
    stake: str
    role: str


@dataclass(frozen=True)
class Comparison:
    """How many times more `more` matters than `less`, asked in words; `contradicts` most of all answers."""

    more: str
    less: str
    html: str
    spoken: str
    value: float | None
    word: str
    contradicts: bool


@dataclass(frozen=True)
class BestWorstState:
    """Everything the view shows; comparisons follow once best and worst are chosen."""

    crumb: str
    title: str
    hint: str
    items: tuple[ItemRow, ...]
    best: str
    worst: str
    comparisons: tuple[Comparison, ...]
    check: str
    colour: str
    is_begun: bool


class _Choice:
    """The two radio buttons of an item."""

    def __init__(self, row: ItemRow, most: str, least: str) -> None:
        self.most, self.least = QRadioButton(), QRadioButton()
        self.most.setAccessibleName(most.format(name=row.name))
        self.least.setAccessibleName(least.format(name=row.name))


class _Row:
    """The widgets of one comparison."""

    def __init__(self, look: Look, asked: Comparison) -> None:
        self.text = LiveText(look, "", "small")
        self.scale = StepScale(look, asked.spoken)
        self.word = LiveText(look, "", "small", "text_muted")

    def show(self, asked: Comparison) -> None:
        """Brings the row in line with its answer."""
        self.text.set_html(asked.html)
        self.scale.set_value(asked.value, asked.word, needs_look=asked.contradicts)
        self.word.set_text(asked.word)
        self.word.set_colour("attention" if asked.contradicts else "text_muted")


class BestWorstView(QWidget):
    """`best_chosen(key)`, `worst_chosen(key)`, `compared(more, less, 1 to 9 or None)`, `clear_asked()`."""

    best_chosen = Signal(str)
    worst_chosen = Signal(str)
    compared = Signal(str, str, object)
    clear_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._items: tuple[ItemRow, ...] = ()
        self._pairs: tuple[tuple[str, str], ...] = ()
        self.choices: dict[str, _Choice] = {}
        self.rows: dict[tuple[str, str], _Row] = {}
        self._groups = (QButtonGroup(self), QButtonGroup(self))
        self._crumb = LiveText(look, "", "small", "text_muted")
        self._title = LiveText(look, "", "title")
        self._hint = LiveText(look, "", "small", "text_muted")
        self._grid = QGridLayout()
        self._asked = QGridLayout()
        self._check = LiveText(look, "", "strong")
        self._check_colour = "text"
        self.clear = secondary_button(look, self.tr("Clear these answers"))
        self.clear.clicked.connect(self.clear_asked)
        self._build()

    def _build(self) -> None:
        metrics = self._look.metrics
        inside = TallColumn(self._look, WIDEST)
        column = inside.column
        for text in (self._crumb, self._title, self._hint):
            column.addWidget(text)
        for grid in (self._grid, self._asked):
            grid.setHorizontalSpacing(metrics.space("m"))
            grid.setVerticalSpacing(metrics.space("s"))
        self._grid.setColumnStretch(2, 1)
        self._asked.setColumnStretch(0, 1)
        column.addLayout(self._grid)
        column.addWidget(Rule(self._look))
        column.addLayout(self._asked)
        column.addWidget(self._check)
        acts = QHBoxLayout()
        acts.addWidget(self.clear)
        acts.addStretch(1)
        column.addLayout(acts)
        column.addStretch(1)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.addWidget(scrolled(inside))

    def show_state(self, state: BestWorstState) -> None:
        """Shows best, worst and comparisons; widgets are made anew only for other questions."""
        self._crumb.set_text(state.crumb)
        self._title.set_text(state.title)
        self._hint.set_text(state.hint)
        if state.items != self._items:
            self._make_choices(state.items)
        for key, choice in self.choices.items():
            _check(self._groups[0], choice.most, is_checked=key == state.best)
            _check(self._groups[1], choice.least, is_checked=key == state.worst)
        pairs = tuple((asked.more, asked.less) for asked in state.comparisons)
        if pairs != self._pairs:
            self._make_rows(state.comparisons)
        for asked in state.comparisons:
            self.rows[asked.more, asked.less].show(asked)
        self._check.set_text(state.check)
        if state.colour != self._check_colour:
            self._check_colour = state.colour
            self._check.set_colour(state.colour)
        self.clear.setEnabled(state.is_begun)

    def take_keyboard(self) -> None:
        """The first thing that is not answered takes the keys."""
        open_rows = [row.scale for row in self.rows.values() if row.scale.value is None]
        scales = open_rows or [row.scale for row in self.rows.values()]
        if scales:
            scales[0].setFocus()
        elif self._items:
            self.choices[self._items[0].key].most.setFocus()

    def _make_choices(self, items: tuple[ItemRow, ...]) -> None:
        _empty(self._grid)
        self._items, self.choices = items, {}
        self._groups = (QButtonGroup(self), QButtonGroup(self))
        for column, text in enumerate((self.tr("Most"), self.tr("Least"))):
            head = caption(self._look, text)
            head.setWordWrap(False)
            self._grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignHCenter)
        most, least = self.tr("{name} matters most"), self.tr("{name} matters least")
        for place, row in enumerate(items, 1):
            made = _Choice(row, most, least)
            for column, (button, group) in enumerate(zip((made.most, made.least), self._groups, strict=True)):
                group.addButton(button)
                self._grid.addWidget(button, place, column, Qt.AlignmentFlag.AlignCenter)
            made.most.clicked.connect(partial(self._choose_best, row.key))
            made.least.clicked.connect(partial(self._choose_worst, row.key))
            words = QVBoxLayout()
            words.setSpacing(0)
            line = QHBoxLayout()
            line.setSpacing(self._look.metrics.space("s"))
            line.addWidget(Text(self._look, row.key, "strong", deep_colour(row.role), wraps=False))
            line.addWidget(Text(self._look, row.name, "strong"), 1)
            words.addLayout(line)
            words.addWidget(caption(self._look, row.stake))
            self._grid.addLayout(words, place, 2)
            self.choices[row.key] = made

    def _make_rows(self, comparisons: tuple[Comparison, ...]) -> None:
        _empty(self._asked)
        self._pairs = tuple((asked.more, asked.less) for asked in comparisons)
        self.rows = {}
        for place, asked in enumerate(comparisons):
            made = _Row(self._look, asked)
            words = QVBoxLayout()
            words.setSpacing(0)
            words.addWidget(made.text)
            words.addWidget(made.word)
            self._asked.addLayout(words, place, 0)
            self._asked.addWidget(made.scale, place, 1, Qt.AlignmentFlag.AlignTop)
            made.scale.value_changed.connect(partial(self.compared.emit, asked.more, asked.less))
            self.rows[asked.more, asked.less] = made

    def _choose_best(self, key: str, _checked: bool = False) -> None:
        self.best_chosen.emit(key)

    def _choose_worst(self, key: str, _checked: bool = False) -> None:
        self.worst_chosen.emit(key)


def _check(group: QButtonGroup, button: QRadioButton, *, is_checked: bool) -> None:
    """Marks a button or none at all, which an exclusive group does not do by itself."""
    if button.isChecked() == is_checked:
        return
    group.setExclusive(False)
    button.setChecked(is_checked)
    group.setExclusive(True)


def _empty(grid: QGridLayout) -> None:
    while grid.count():
        item = grid.takeAt(0)
        if item is not None:
            clear_layout(item)
