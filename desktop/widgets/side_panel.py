"""The panel at the right that answers "Why?" for the selected thing, and folds away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.widgets.buttons import icon_button
from desktop.widgets.choices import clear_layout
from desktop.widgets.flow import FlowLayout
from desktop.widgets.panel_builder import PanelText, build_section
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Rule

if TYPE_CHECKING:
    from desktop.look.look import Look
    from desktop.widgets.panel_parts import PanelContent

WIDTH = 34
"""Units the open panel is wide, unless it is asked for another width."""


class SidePanel(QWidget):
    """Kicker, question, sections and a footer for acts; `link_activated` carries a link's target.

    `show_content` may be called as often as wished: the same content twice changes nothing.
    """

    link_activated = Signal(str)
    fold_changed = Signal(bool)

    def __init__(self, look: Look, name: str, width: float = WIDTH) -> None:
        super().__init__()
        self._look = look
        self._width = width
        self._content: PanelContent | None = None
        self._is_folded = False
        self.setAccessibleName(name)
        self._kicker = PanelText(look, "", "small", "text_muted")
        self._title = PanelText(look, "", "head")
        self._fold = icon_button(look, "chevron-right", self.tr("Fold the panel away"))
        self._fold.clicked.connect(self._toggle)
        self._footer = QWidget()
        self._actions = FlowLayout(parent=self._footer)
        self._scroll = self._build_scroll()
        self._inside = self._build_inside()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(Rule(look, upright=True))
        row.addWidget(self._inside, 1)
        set_plane(self, "raised")
        look.changed.connect(self._restyle)
        self._restyle()

    def _build_scroll(self) -> QScrollArea:
        holder = QWidget()
        self._sections = QVBoxLayout(holder)
        self._sections.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidget(holder)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        holder.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        return scroll

    def _build_inside(self) -> QWidget:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        top = QHBoxLayout()
        top.addWidget(self._kicker, 1)
        top.addWidget(self._fold)
        self._column.addLayout(top)
        self._column.addWidget(self._title)
        self._column.addWidget(self._scroll, 1)
        self._column.addWidget(self._footer)
        return inside

    def show_content(self, content: PanelContent) -> None:
        """Explains the selected thing; scrolls back to the top when the thing is another one."""
        if content == self._content:
            return
        is_same = self._content is not None and content.kicker == self._content.kicker
        self._content = content
        self._kicker.set_text(content.kicker)
        self._title.set_text(content.title)
        while self._sections.count():
            item = self._sections.takeAt(0)
            if item is not None:
                clear_layout(item)
        for section in content.sections:
            self._sections.addWidget(build_section(self._look, section, self.link_activated.emit))
        self._sections.addStretch(1)
        if not is_same:
            self._scroll.verticalScrollBar().setValue(0)

    def add_action(self, button: QWidget) -> None:
        """Adds an act at the foot of the panel; buttons that find no room go to the next line."""
        self._actions.addWidget(button)

    @property
    def is_folded(self) -> bool:
        """Whether only the strip with the unfolding button is shown."""
        return self._is_folded

    def set_folded(self, is_folded: bool) -> None:
        """Folds the panel into a strip, or opens it."""
        if is_folded == self._is_folded:
            return
        self._is_folded = is_folded
        for part in (self._kicker, self._title, self._scroll, self._footer):
            part.setVisible(not is_folded)
        self._restyle()
        self.fold_changed.emit(is_folded)

    def _toggle(self) -> None:
        self.set_folded(not self._is_folded)

    def _restyle(self) -> None:
        metrics = self._look.metrics
        margin, air = metrics.space("l"), metrics.space("m")
        self._fold.set_icon("chevron-left" if self._is_folded else "chevron-right")
        unfold, fold = self.tr("Open the panel"), self.tr("Fold the panel away")
        self._fold.setToolTip(unfold if self._is_folded else fold)
        self._fold.setAccessibleName(unfold if self._is_folded else fold)
        if self._is_folded:
            self._column.setContentsMargins(0, air, 0, air)
            self.setFixedWidth(metrics.control + 1)
        else:
            self._column.setContentsMargins(margin, air, metrics.space("s"), air)
            self.setFixedWidth(metrics.units(self._width))
        self._column.setSpacing(metrics.space("s"))
        self._sections.setSpacing(metrics.space("l"))
        self._sections.setContentsMargins(0, 0, metrics.space("s"), 0)
        self._actions.set_gaps(metrics.space("s"), metrics.space("s"))
