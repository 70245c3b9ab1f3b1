"""The bar at the foot of the window: problems, each a link to its place, and the method in force."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.widgets.buttons import Button, link_button
from desktop.widgets.marks import IconSign
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Rule, Text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop.look.look import Look

Problem = tuple[str, str, str]
"""Key, sentence, severity: "error", "warning", "note", or "step" for what is merely still to do."""

_MOST_LINKS = 6
#: Units that a row of the menu has around its words.
_AROUND = 10


class ProblemBar(QWidget):
    """As many problems as find room, the others in a menu; `chosen(key)` when the user goes to one."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._problems: tuple[Problem, ...] = ()
        self._is_known = False
        self._links: list[Button] = []
        self._sign = IconSign(look, "tick", "success")
        self._count = Text(look, "", "strong", wraps=False)
        self._more = link_button(look, "")
        self._more.clicked.connect(self._show_all)
        self._note = Text(look, "", "body", "text_muted", wraps=False)
        self._row = QHBoxLayout()
        self._row.addWidget(self._sign)
        self._row.addWidget(self._count)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._row.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Rule(look))
        column.addLayout(self._row)
        set_plane(self, "window")
        self.setAccessibleName(self.tr("Problems"))
        look.changed.connect(self._restyle)
        self._restyle()
        self._fill()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows these problems, the gravest first; none says that nothing is wrong.

        Before the first call the bar says nothing at all.
        """
        if not self._is_known or tuple(problems) != self._problems:
            self._is_known = True
            self._problems = tuple(problems)
            self._fill()

    def set_note(self, text: str) -> None:
        """The quiet words at the right, such as the method in force."""
        self._note.set_text(text)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fill(self) -> None:
        for link in self._links:
            self._row.removeWidget(link)
            link.deleteLater()
        self._links = []
        for place, (key, sentence, _severity) in enumerate(self._problems[:_MOST_LINKS]):
            link = link_button(self._look, _literal(sentence))
            link.clicked.connect(partial(self._tell, key))
            self._row.insertWidget(2 + place, link)
            self._links.append(link)
        self._head()
        self._fit()

    def _head(self) -> None:
        """Sign and number of what is wrong; steps are not counted, they are no fault."""
        wrong = [severity for _key, _text, severity in self._problems if severity != "step"]
        if wrong:
            tone = "danger" if "error" in wrong else "attention"
            self._sign.show_icon("error" if "error" in wrong else "warning", tone)
            self._count.set_colour(tone)
            many = self.tr("{count} problems").format(count=len(wrong))
            self._count.set_text(self.tr("1 problem") if len(wrong) == 1 else many)
        elif self._problems or not self._is_known:
            self._sign.show_icon("info" if self._is_known else "", "text_muted")
            self._count.set_text("")
        else:
            self._sign.show_icon("tick", "success")
            self._count.set_colour("text_muted")
            self._count.set_text(self.tr("No problems"))
        self._count.setVisible(bool(wrong) or (self._is_known and not self._problems))

    def _fit(self) -> None:
        """Shows the links that fit whole; the last word is the number of the others."""
        metrics = self._look.metrics
        gap = self._row.spacing()
        counted = 0 if self._count.isHidden() else self._count.sizeHint().width()
        taken = self._sign.width() + counted + self._note.sizeHint().width()
        free = self.width() - taken - 4 * gap - 2 * metrics.space("m") - metrics.units(2)
        shown = 0
        for link in self._links:
            need = link.sizeHint().width() + gap
            is_last = shown == len(self._problems) - 1
            spare = 0 if is_last else metrics.units(12)
            if need + spare > free:
                break
            free -= need
            shown += 1
        for place, link in enumerate(self._links):
            link.setVisible(place < shown)
        rest = len(self._problems) - shown
        self._more.setVisible(rest > 0)
        if shown:
            self._more.setText(self.tr("{count} more").format(count=rest))
        else:
            self._more.setText(self.tr("Show"))

    def _show_all(self) -> None:
        menu = self.build_menu()
        corner, size = self._more.mapToGlobal(self._more.rect().topLeft()), menu.sizeHint()
        # Inside the bar, which is as wide as the window.
        furthest = self.mapToGlobal(QPoint(self.width() - size.width(), 0)).x()
        menu.popup(QPoint(min(corner.x(), furthest), corner.y() - size.height()))

    def build_menu(self) -> QMenu:
        """All problems as a menu no wider than the bar; a sentence cut short is told whole by its tip."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        metrics = self._look.metrics
        measure = metrics.measure("body")
        room = self.width() - metrics.units(_AROUND)
        for key, sentence, _severity in self._problems:
            shown = measure.elidedText(sentence, Qt.TextElideMode.ElideRight, room)
            action = menu.addAction(_literal(shown), partial(self._tell, key))
            action.setToolTip(sentence)
        return menu

    def _tell(self, key: str, *_checked: object) -> None:
        self.chosen.emit(key)

    def _restyle(self) -> None:
        metrics = self._look.metrics
        self._row.setContentsMargins(metrics.space("m"), 0, metrics.space("m"), 0)
        self._row.setSpacing(metrics.space("m"))
        self.setFixedHeight(metrics.units(3.5) + 1)
        self._fit()


def _literal(sentence: str) -> str:
    """The words for a button or a menu, where a lone & would mark a key."""
    return sentence.replace("&", "&&")
