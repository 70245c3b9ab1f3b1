"""The panel beside the questions, kept in line with the stakeholder, method and set of questions in view."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import ALL, Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.look.look import Look
from desktop.pages.weights.live_panel import LivePanel
from desktop.pages.weights.live_states import LiveStates
from desktop.pages.weights.spread_box import SpreadBox
from desktop.pages.weights.spread_states import SpreadStates
from desktop.widgets.panel_parts import PanelContent, Section, Widget
from desktop.widgets.side_panel import SidePanel


class LiveDesk(QObject):
    """Shows weights at once, the first five a frame later, and everything when there is time."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._states, self._spread_states = LiveStates(), SpreadStates()
        self.live, self.spread = LivePanel(look), SpreadBox(look)
        self.live.extra.addWidget(self.spread)
        title = self.tr("What the answers give")
        self.panel = SidePanel(look, title)
        self.panel.show_content(PanelContent(title, "", (Section("", (Widget(lambda: self.live),)),)))

    def show_all(self, study: Study, person: Stakeholder, node: str, method: WeightMethod) -> None:
        """Everything that the answers give."""
        scope = self.live.scope.current
        self.live.show_state(self._states.state(study, person, node, method, scope))
        shown = ALL if scope == "global" else node
        self.spread.show_state(self._spread_states.state(study, shown, self.spread.kind))

    def show_weights(self, study: Study, person: Stakeholder, node: str, method: WeightMethod) -> None:
        """The weights and the figure of their check, painted at once."""
        scope = self.live.scope.current
        self.live.show_weights(*self._states.weights(study, person, node, method, scope))

    def show_first_five(self, study: Study, person: Stakeholder, method: WeightMethod) -> None:
        """The first five projects with these weights."""
        self.live.show_top(self._states.first_five(study, person, method))

    def tell_repair(self, study: Study, person: Stakeholder, node: str) -> None:
        """What a repair just made has achieved."""
        self.live.repair.show_outcome(*self._states.outcome(study, person, node))
