"""Under the questions: whether enough is answered, in which order they come, and on which scale."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from criteria.model.people import JUDGEMENT_SCALES, JudgementScale
from desktop.look.look import Look
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.question_view import WIDEST
from desktop.pages.weights.setting_words import SettingWords
from desktop.pages.weights.tall_column import within
from desktop.widgets.buttons import menu_button
from desktop.widgets.planes import set_plane


class ChoiceMenu(QMenu):
    """Exclusive entries; `chosen(key)` by the user."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        self._group = QActionGroup(self)
        self._entries: dict[str, QAction] = {}

    def add(self, key: str, text: str, tip: str) -> None:
        """Adds an entry with what it means."""
        action = QAction(text, self)
        action.setCheckable(True)
        action.setToolTip(tip)
        action.triggered.connect(partial(self._tell, key))
        self._group.addAction(action)
        self.addAction(action)
        self._entries[key] = action

    def entry(self, key: str) -> QAction:
        """The entry of a choice."""
        return self._entries[key]

    def _tell(self, key: str, _checked: bool = False) -> None:
        self.chosen.emit(key)


class PairwiseFoot(QWidget):
    """`order_chosen("turn" or "useful")`, `scale_chosen(scale)`."""

    order_chosen = Signal(str)
    scale_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._words = SettingWords()
        self.line = LiveText(look, "", "small", "text_muted")
        self.orders = ChoiceMenu(self)
        self.scales = ChoiceMenu(self)
        self._order = menu_button(look, "", self.orders)
        self._scale = menu_button(look, "", self.scales)
        self._fill()
        metrics = look.metrics
        set_plane(self, "surface")
        row = QHBoxLayout()
        row.setContentsMargins(
            metrics.space("xl"), metrics.space("xs"), metrics.space("xl"), metrics.space("xs")
        )
        row.setSpacing(metrics.space("s"))
        row.addWidget(self.line, 1)
        row.addWidget(self._order)
        row.addWidget(self._scale)
        self.setLayout(within(row, metrics.units(WIDEST)))
        self.orders.chosen.connect(self.order_chosen)
        self.scales.chosen.connect(self.scale_chosen)

    def _fill(self) -> None:
        turn = self.tr("Every question, one after the other.")
        useful = self.tr(
            "First what links all items, then the pair that the answers so far leave most open: few answers "
            "give good weights."
        )
        self.orders.add("turn", self.tr("In order"), turn)
        self.orders.add("useful", self.tr("Most useful next"), useful)
        for scale in JUDGEMENT_SCALES:
            self.scales.add(scale, self._words.scale(scale), self._words.scale_sentence(scale))
        self._order.setAccessibleName(self.tr("Order of the questions"))
        self._scale.setAccessibleName(self.tr("Scale of judgement"))

    def show_choices(self, order: str, scale: JudgementScale, line: str) -> None:
        """Marks what holds now and says whether enough is answered."""
        self.line.set_text(line)
        for button, menu, key in ((self._order, self.orders, order), (self._scale, self.scales, scale)):
            action = menu.entry(key)
            action.setChecked(True)
            if button.text() != action.text():
                button.setText(action.text())
                button.setToolTip(action.toolTip())
                button.updateGeometry()
