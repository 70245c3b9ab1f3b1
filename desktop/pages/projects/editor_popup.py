"""What floats under the editor of a cell: why a text is refused, what may be chosen, and the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from desktop.pages.projects.option_list import Mark, OptionList
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Rule, Text

if TYPE_CHECKING:
    from desktop.look.look import Look
    from desktop.pages.projects.edit_tasks import Option

#: Units the popup is wide, and the most units its list is high.
WIDTH = 52
MOST_HEIGHT = 64


class EditorPopup(QFrame):
    """A child of the window over everything else; it is placed again whenever the editor moves."""

    def __init__(self, look: Look, window: QWidget, title: str, place: str, keys: str) -> None:
        super().__init__(window)
        self._look = look
        self._has_options = False
        set_plane(self, "card")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._error = self._build_error()
        self._head = QWidget()
        self._list = OptionList(look)
        self._keys = Text(look, keys, "small", "text_muted")
        self.rows = self._list.rows
        self._build(title, place)
        self.hide()

    def _build_error(self) -> Text:
        error = Text(self._look, "", "small", "danger")
        palette = QPalette(error.palette())
        palette.setColor(QPalette.ColorRole.Window, self._look.colour("danger_quiet"))
        error.setPalette(palette)
        error.setAutoFillBackground(True)
        side, air = self._look.metrics.space("m"), self._look.metrics.space("xs")
        error.setContentsMargins(side, air, side, air)
        error.hide()
        return error

    def _build(self, title: str, place: str) -> None:
        metrics = self._look.metrics
        side, air = metrics.space("m"), metrics.space("s")
        line = QHBoxLayout(self._head)
        line.setContentsMargins(side, air, side, air)
        line.addWidget(Text(self._look, title, "small_strong"), 1)
        line.addWidget(Text(self._look, place, "small", "text_muted", wraps=False))
        self._keys.setContentsMargins(side, air, side, air)
        self._lower = [self._head, Rule(self._look), self._list, Rule(self._look), self._keys]
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        column.addWidget(self._error)
        for widget in self._lower:
            column.addWidget(widget)
            widget.hide()

    @property
    def error(self) -> str:
        """The sentence on show, empty where nothing is refused."""
        return self._error.plain_text

    def show_error(self, sentence: str) -> None:
        """Says why the text is refused; an empty sentence takes it away."""
        self._error.set_text(sentence)
        self._error.setVisible(bool(sentence))

    def show_options(self, options: tuple[Option, ...], marks: dict[int, Mark]) -> None:
        """Shows what may be chosen; none hides the list."""
        self._has_options = bool(options)
        for widget in self._lower:
            widget.setVisible(self._has_options)
        self._list.show_options(options, marks)

    def place_at(self, anchor: QRect) -> None:
        """Shows the popup under a rectangle of the window, or above it where there is more room."""
        if not self._has_options and not self.error:
            self.hide()
            return
        window = cast("QWidget", self.parentWidget())
        width = min(self._look.metrics.units(WIDTH), window.width() - 2 * self._look.metrics.space("s"))
        below = window.height() - anchor.bottom() - self._look.metrics.space("xs")
        above = anchor.top() - self._look.metrics.space("xs")
        room = max(below, above)
        height = self._fit(width, min(room, self._look.metrics.units(MOST_HEIGHT)))
        top = anchor.bottom() + 1 if below >= height or below >= above else anchor.top() - height
        left = max(0, min(anchor.left(), window.width() - width))
        self.setGeometry(QRect(QPoint(left, top), QPoint(left + width - 1, top + height - 1)))
        self.show()
        self.raise_()
        cast("QLayout", self.layout()).activate()
        self._list.show_current()

    def _fit(self, width: int, most: int) -> int:
        """The height wanted at a width; the list is cut to what is left of `most`."""
        inner = width - 2
        others = 2
        for widget in (self._error, self._head, self._keys):
            if not widget.isHidden():
                wanted = widget.heightForWidth(inner)
                others += wanted if wanted > 0 else widget.sizeHint().height()
        if not self._has_options:
            return others
        others += 2 * round(self._look.metrics.stroke(1))
        rows = min(self.rows.wanted_height(inner), max(self._look.metrics.units(8), most - others))
        self._list.setFixedHeight(rows)
        return others + rows
