"""The most useful repair: what one changed answer would do, and the buttons to do it or to look at it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.live_text import LiveText
from desktop.widgets.buttons import link_button, secondary_button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Rule


class RepairBox(QWidget):
    """`accepted()` sets the suggested answer, `question_asked()` goes to its question.

    After a repair the box tells its outcome first; `next_asked()` when the next one shall be shown, so that
    a double click never accepts two.
    """

    next_asked = Signal()
    accepted = Signal()
    question_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._rule = Rule(look, "attention", 3, upright=True)
        self._title = LiveText(look, "", "strong")
        self._text = LiveText(look, "", "small")
        self.accept = secondary_button(look, "")
        self.show_question = secondary_button(look, self.tr("Show it"))
        self.show_question.setToolTip(self.tr("Goes to the question this answer belongs to."))
        self.accept.clicked.connect(self.accepted)
        self.show_question.clicked.connect(self.question_asked)
        self.next_repair = link_button(look, self.tr("Show the next repair"))
        self.next_repair.clicked.connect(self.next_asked)
        self.next_repair.hide()
        set_plane(self, "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.space("m"))
        row.addWidget(self._rule)
        words = QVBoxLayout()
        air = look.metrics.space("m")
        words.setContentsMargins(0, air, air, air)
        words.setSpacing(look.metrics.space("xs"))
        words.addWidget(self._title)
        words.addWidget(self._text)
        acts = FlowLayout(look.metrics.space("s"), look.metrics.space("s"))
        acts.addWidget(self.accept)
        acts.addWidget(self.show_question)
        words.addLayout(acts)
        words.addWidget(self.next_repair)
        row.addLayout(words, 1)

    def show_repair(self, title: str, html: str, button: str) -> None:
        """The effect in a sentence, and the words on the button that sets the answer."""
        self._title.set_text(title)
        self._text.set_html(html)
        self._show_acts(is_outcome=False, has_next=False)
        if self.accept.text() != button:
            self.accept.setText(button)

    def show_outcome(self, title: str, text: str, has_next: bool) -> None:
        """What the repair just made has achieved; the next one only on demand."""
        self._title.set_text(title)
        self._text.set_text(text)
        self._show_acts(is_outcome=True, has_next=has_next)
        self.show()

    def _show_acts(self, *, is_outcome: bool, has_next: bool) -> None:
        self.accept.setHidden(is_outcome)
        self.show_question.setHidden(is_outcome)
        self.next_repair.setVisible(has_next)
