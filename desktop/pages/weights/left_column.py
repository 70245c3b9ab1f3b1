"""The left column of the weights room: who answers, whose weights count, and what is asked."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.node_list import NodeEntry, NodeList
from desktop.pages.weights.people_list import PeopleList, PersonEntry
from desktop.pages.weights.whose_menu import Whose, WhoseMenu
from desktop.widgets.buttons import icon_button, link_button, menu_button
from desktop.widgets.seal_badge import SealBadge
from desktop.widgets.text import caption, strong

#: Units the column is wide.
WIDTH = 27


@dataclass(frozen=True)
class LeftState:
    """What the column shows; `current` are the keys of the stakeholder and of the set of questions."""

    people: tuple[PersonEntry, ...]
    whose: Whose
    nodes: tuple[NodeEntry, ...]
    current: tuple[str, str]
    check: str
    is_hidden: bool
    #: The words of the seal, "" where nothing is sealed.
    seal: str = ""
    is_intact: bool = True


class LeftColumn(QWidget):
    """The list of stakeholders above the list of sets of questions."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        metrics = look.metrics
        self.people = PeopleList(look, self.tr("Stakeholders"))
        self.add = icon_button(look, "add", self.tr("Add a stakeholder"))
        self.more = icon_button(look, "more", self.tr("Particulars, duplicate, remove, move"))
        self.acts = QMenu(self)
        self.more.clicked.connect(self._open_menu)
        self.whose_menu = WhoseMenu(self)
        self.whose = menu_button(look, "", self.whose_menu)
        self.whose.setToolTip(self.tr("Whose weights the ranking of the study uses."))
        self._hidden = caption(look, self.tr("Names stay hidden until the reveal."))
        self.reveal = link_button(look, self.tr("Reveal names and answers"))
        self.seal = SealBadge(look)
        self.nodes = NodeList(look, self.tr("Questions about"))
        self._check = caption(look)
        self._check.setWordWrap(False)
        self._check.setToolTip(
            self.tr("CR is the consistency ratio; above 0.10 the answers contradict each other.")
        )
        self.setFixedWidth(metrics.units(WIDTH))
        self._build(look)

    def _build(self, look: Look) -> None:
        metrics = look.metrics
        column = QVBoxLayout(self)
        # The words of the list, not the ground of its chosen row, stand at the room's margin.
        column.setContentsMargins(metrics.space("xl") - metrics.space("s"), metrics.space("s"), 0, 0)
        column.setSpacing(metrics.space("xs"))
        heads = QHBoxLayout()
        heads.setContentsMargins(metrics.space("s"), 0, metrics.space("xs"), 0)
        heads.setSpacing(0)
        heads.addWidget(strong(look, self.tr("Stakeholders")), 1)
        heads.addWidget(self.add)
        heads.addWidget(self.more)
        column.addLayout(heads)
        column.addWidget(self.people)
        inset = QVBoxLayout()
        inset.setContentsMargins(metrics.space("s"), 0, metrics.space("s"), 0)
        inset.addWidget(self._hidden)
        inset.addWidget(self.reveal)
        inset.addWidget(self.whose)
        inset.addWidget(self.seal)
        inset.addSpacing(metrics.space("s"))
        asked = QHBoxLayout()
        self._asked = strong(look, self.tr("Questions about"))
        asked.addWidget(self._asked, 1)
        asked.addWidget(self._check)
        inset.addLayout(asked)
        column.addLayout(inset)
        column.addWidget(self.nodes)
        column.addStretch(1)
        for first, second in ((self.people, self.add), (self.add, self.more), (self.more, self.whose)):
            QWidget.setTabOrder(first, second)

    def _open_menu(self) -> None:
        self.acts.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def show_state(self, state: LeftState) -> None:
        """Shows stakeholders and sets of questions with one of each chosen."""
        person, node = state.current
        self.people.show_entries(state.people, person)
        self.whose.setVisible(len(state.people) > 1)
        self.whose_menu.show_whose(state.whose)
        if self.whose.text() != state.whose.button:
            self.whose.setText(state.whose.button)
        self._hidden.setVisible(state.is_hidden)
        self.reveal.setVisible(state.is_hidden)
        self.seal.show_seal(state.seal, is_intact=state.is_intact)
        self._check.set_text(state.check)
        for widget in (self._asked, self._check, self.nodes):
            widget.setVisible(not state.is_hidden)
        self.nodes.show_entries(state.nodes, node)
