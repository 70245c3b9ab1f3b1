"""One side of a question in large type: its name, and the range that is at stake."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.app.words.numbers import NO_BREAK
from desktop.look.look import Look
from desktop.pages.weights.role_colours import RoleRule
from desktop.pages.weights.stakes import Item
from desktop.session.fitted_text import FittedText
from desktop.widgets.text import Text

#: Keeps the dot with the word before it.
_BETWEEN = f"{NO_BREAK}· "


class Side(QWidget):
    """A premise with its criteria, or a criterion from worst to best."""

    def __init__(self, look: Look, most: int = 3) -> None:
        super().__init__()
        self._look = look
        self._rule = RoleRule(look)
        self.name = FittedText(look, most=most)
        self._span = Text(look, "", "statement", "text")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        for widget in (self._rule, self.name, self._span):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_item(self, item: Item) -> None:
        """Shows another side."""
        self._rule.set_role(item.role)
        self.name.set_html(f"<b>{escape(item.name)}</b>")
        if item.range is None:
            self._span.set_text(_BETWEEN.join(head.partition(" ")[2] for head, _ in item.lines))
            return
        text = self.tr("from {worst}\nto <b>{best}</b>").replace("\n", "<br>")
        worst, best = escape(item.range.worst.label), escape(item.range.best.label)
        self._span.set_html(text.format(worst=worst, best=best))

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.metrics.space("s"))
