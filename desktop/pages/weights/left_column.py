"""The left column of the weights room: who answers, and what is asked."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.node_list import NodeEntry, NodeList
from desktop.pages.weights.stakeholder_box import StakeholderBox
from desktop.widgets.text import caption, strong

#: Units the column is wide.
WIDTH = 25


class LeftColumn(QWidget):
    """The stakeholder above the list of nodes."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        metrics = look.metrics
        self.stakeholder = StakeholderBox(look)
        self.nodes = NodeList(look, self.tr("Questions about"))
        self._ratio_head = caption(look, self.tr("CR"))
        self._ratio_head.setWordWrap(False)
        self._ratio_head.setToolTip(
            self.tr("Consistency ratio; above 0.10 the answers contradict each other.")
        )
        self.setFixedWidth(metrics.units(WIDTH))
        column = QVBoxLayout(self)
        # The words of the list, not the ground of its chosen row, stand at the room's margin.
        column.setContentsMargins(metrics.space("xl") - metrics.space("s"), metrics.space("m"), 0, 0)
        column.setSpacing(metrics.space("xs"))
        inset = QVBoxLayout()
        inset.setContentsMargins(metrics.space("s"), 0, metrics.space("s"), 0)
        inset.addWidget(self.stakeholder)
        inset.addSpacing(metrics.space("m"))
        heads = QHBoxLayout()
        heads.addWidget(strong(look, self.tr("Questions about")), 1)
        heads.addWidget(self._ratio_head)
        inset.addLayout(heads)
        column.addLayout(inset)
        column.addWidget(self.nodes, 1)

    def show_state(
        self, name: str, progress: str, entries: tuple[NodeEntry, ...], current: str, *, has_ratios: bool
    ) -> None:
        """Name and progress of the stakeholder, the nodes with one chosen, whether CR stands beside them."""
        self.stakeholder.show_stakeholder(name, progress)
        self._ratio_head.setVisible(has_ratios)
        self.nodes.show_entries(entries, current)
