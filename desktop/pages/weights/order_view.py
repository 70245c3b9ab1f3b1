"""Rank order: the items from the most to the least important, equals on one place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from criteria.model.people import RANK_WEIGHTS
from desktop.look.look import Look
from desktop.pages.weights.key_caps import KeyCaps
from desktop.pages.weights.layout_choice import LayoutChoice
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.order_list import OrderEntry, OrderList
from desktop.pages.weights.setting_words import SettingWords
from desktop.widgets.buttons import secondary_button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.segments import Segments
from desktop.widgets.text import caption


@dataclass(frozen=True)
class OrderState:
    """Everything the view shows; the entries with a place come first."""

    crumb: str
    title: str
    hint: str
    entries: tuple[OrderEntry, ...]
    layout: str
    formula: str
    is_begun: bool
    is_complete: bool


class OrderView(QWidget):
    """The list with its acts; signals name the item and what is wanted of it."""

    place_asked = Signal(str)
    step_asked = Signal(str, int)
    tie_asked = Signal(str)
    back_asked = Signal(str)
    dropped = Signal(str, int, bool)
    all_asked = Signal()
    clear_asked = Signal()
    formula_chosen = Signal(str)
    layout_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        words = SettingWords()
        self._crumb = LiveText(look, "", "small", "text_muted")
        self._title = LiveText(look, "", "title")
        self._hint = LiveText(look, "", "small", "text_muted")
        self.layouts = LayoutChoice(
            look,
            self.tr("What is ordered together"),
            self.tr(
                "A premise with many criteria tends to get more weight when all criteria are ordered at "
                "once, and less when premises are ordered first (splitting bias): compare both if in doubt."
            ),
        )
        self.list = OrderList(look, self.tr("Order of importance"))
        self.up = secondary_button(look, self.tr("Up"))
        self.down = secondary_button(look, self.tr("Down"))
        self.tie = secondary_button(look, self.tr("Same place as above"))
        self.all = secondary_button(look, self.tr("Take the rest in this order"))
        self.clear = secondary_button(look, self.tr("Clear this order"))
        self.formula = Segments(
            look,
            self.tr("Weights from places"),
            tuple((choice, words.rank_weights(choice)) for choice in RANK_WEIGHTS),
        )
        for choice in RANK_WEIGHTS:
            self.formula.button(choice).setToolTip(words.rank_sentence(choice))
        self._build()
        self._wire()

    def _build(self) -> None:
        metrics = self._look.metrics
        column = QVBoxLayout(self)
        side = metrics.space("xl")
        column.setContentsMargins(side, metrics.space("m"), side, metrics.space("s"))
        column.setSpacing(metrics.space("s"))
        top = QHBoxLayout()
        top.addWidget(self._crumb, 1)
        top.addWidget(self.layouts, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addWidget(self._title)
        column.addWidget(self._hint)
        column.addWidget(self.list)
        acts = FlowLayout(metrics.space("s"), metrics.space("s"))
        for button in (self.up, self.down, self.tie, self.all, self.clear):
            acts.addWidget(button)
        column.addLayout(acts)
        column.addLayout(self._build_keys())
        foot = QHBoxLayout()
        label = caption(self._look, self.tr("Weights from places"))
        label.setWordWrap(False)
        foot.addWidget(label)
        foot.addWidget(self.formula)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)

    def _build_keys(self) -> FlowLayout:
        flow = FlowLayout(self._look.metrics.space("l"), 0)
        groups = (
            ((self.tr("Enter"),), self.tr("next place")),
            ((self.tr("Ctrl"), "↑", "↓"), self.tr("move")),
            (("T",), self.tr("same place as above")),
            ((self.tr("Del"),), self.tr("no place")),
        )
        for keys, word in groups:
            flow.addWidget(KeyCaps(self._look, keys, word))
        return flow

    def _wire(self) -> None:
        self.list.placed.connect(self.place_asked)
        self.list.tie_asked.connect(self.tie_asked)
        self.list.taken_back.connect(self.back_asked)
        self.list.step_asked.connect(self.step_asked)
        self.list.dropped.connect(self.dropped)
        self.list.chosen.connect(self._follow)
        self.up.clicked.connect(lambda: self.step_asked.emit(self.list.current, -1))
        self.down.clicked.connect(lambda: self.step_asked.emit(self.list.current, 1))
        self.tie.clicked.connect(lambda: self.tie_asked.emit(self.list.current))
        self.all.clicked.connect(self.all_asked)
        self.clear.clicked.connect(self.clear_asked)
        self.formula.chosen.connect(self.formula_chosen)
        self.layouts.chosen.connect(self.layout_chosen)

    def show_state(self, state: OrderState) -> None:
        """Shows an order; the row in hand stays in hand wherever it moves."""
        self._crumb.set_text(state.crumb)
        self._title.set_text(state.title)
        self._hint.set_text(state.hint)
        self.layouts.set_current(state.layout)
        self.formula.set_current(state.formula)
        keys = [entry.key for entry in state.entries]
        current = self.list.current
        self.list.show_entries(state.entries, current if current in keys else keys[0] if keys else "")
        self.all.setEnabled(not state.is_complete)
        self.clear.setEnabled(state.is_begun)
        self._follow()

    def _follow(self, _key: str = "") -> None:
        """Acts follow the row in hand."""
        entries = [entry for entry in self.list.entries.entries if isinstance(entry, OrderEntry)]
        row = self.list.currentIndex().row()
        here = entries[row] if 0 <= row < len(entries) else None
        self.up.setEnabled(here is not None and row > 0)
        self.down.setEnabled(here is not None and bool(here.place))
        is_tied = here is not None and here.is_tied
        self.tie.setText(self.tr("A place of its own") if is_tied else self.tr("Same place as above"))
        self.tie.setEnabled(here is not None and bool(here.place) and (row > 0 or is_tied))

    def minimumSizeHint(self) -> QSize:
        # Wrapped labels ask for the height of their narrowest shape, and a window would believe them.
        return QSize(super().minimumSizeHint().width(), self._look.metrics.units(44))

    def take_keyboard(self) -> None:
        """The list takes the keys."""
        self.list.setFocus()
