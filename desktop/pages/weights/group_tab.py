"""The last tab of the weights room: the group result in the middle, what it means in a panel beside it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.group_view import PANEL, GroupView
from desktop.widgets.panel_parts import PanelContent, Section, Widget
from desktop.widgets.side_panel import SidePanel


class GroupTab(QObject):
    """The view and its panel, which stands there only while it has something to say; `said(sentence)`."""

    said = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.view = GroupView(context)
        title = self.tr("What the group agrees on")
        self.panel = SidePanel(context.look, title, PANEL)
        self.panel.show_content(PanelContent(title, "", (Section("", (Widget(lambda: self.view.panel),)),)))
        self.panel.hide()
        self._is_open = False
        self.view.said.connect(self._follow)

    def show_study(self, study: Study) -> None:
        """Shows the group of a study, as soon as it is computed."""
        self._is_open = True
        self.view.show_study(study)
        self._fit()

    def close(self) -> None:
        """Another tab is in view: work in hand is given up."""
        self._is_open = False
        self.view.leave()
        self._fit()

    @property
    def is_waiting(self) -> bool:
        """Whether figures are awaited."""
        return self.view.is_waiting

    def _follow(self, sentence: str) -> None:
        self._fit()
        if self._is_open:
            self.said.emit(sentence)

    def _fit(self) -> None:
        has_words = bool(self.view.statement) and not self.view.panel.isHidden()
        self.panel.setVisible(self._is_open and has_words)
