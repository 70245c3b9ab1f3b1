"""Buttons: one primary act in a room, ordinary acts, links and bare icons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter

from desktop.look.field_painter import paint_chevron

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from desktop.look.look import Look


_CHEVRON_ROOM = 3.5  # units at the right of a menu button


class Button(QPushButton):
    """A push button whose icon follows the look; `kind` is primary, secondary, link, bare or menu."""

    def __init__(
        self,
        look: Look,
        text: str,
        kind: str = "secondary",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._look = look
        self._kind = kind
        self._icon = icon
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor if kind == "link" else Qt.CursorShape.ArrowCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if kind in ("primary", "link", "bare"):
            self.setProperty(kind, True)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_icon(self, icon: str) -> None:
        """Shows another icon, by name; an empty name shows none."""
        self._icon = icon
        self._restyle()

    def sizeHint(self) -> QSize:
        size = super().sizeHint()
        if self._kind == "menu":
            metrics = self._look.metrics
            words = round(metrics.width(self.text().replace("&", ""), "body")) + 2
            size.setWidth(metrics.space("m") + words + metrics.units(_CHEVRON_ROOM))
        return size

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._kind == "menu":
            self._paint_menu_button()
        else:
            super().paintEvent(event)

    def _paint_menu_button(self) -> None:
        """Frame by the style, words at the left, chevron at the right: no style sheet sets them so."""
        metrics = self._look.metrics
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.features = QStyleOptionButton.ButtonFeature.None_
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        ink = self._look.colour("text") if self.isEnabled() else self._look.theme.faded("text_muted", 0.6)
        painter.setPen(ink)
        words = QRectF(self.rect()).adjusted(metrics.space("m"), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextShowMnemonic), self.text())
        centre = QPointF(self.width() - metrics.units(_CHEVRON_ROOM / 2), self.height() / 2)
        paint_chevron(painter, centre, self._look, way=(0, 1), is_enabled=self.isEnabled())
        painter.end()

    def _restyle(self) -> None:
        edge = self._look.metrics.icon
        self.setFont(self._look.font("strong" if self._kind == "primary" else "body"))
        self.setIconSize(QSize(edge, edge))
        if self._icon:
            self.setIcon(self._look.icon(self._icon, "accent_text" if self._kind == "primary" else "text"))
        if self._kind == "bare":
            self.setFixedSize(self._look.metrics.control, self._look.metrics.control)
        self.updateGeometry()


def primary_button(look: Look, text: str, icon: str = "") -> Button:
    """The one filled button of a room: the act that comes next."""
    return Button(look, text, "primary", icon)


def secondary_button(look: Look, text: str, icon: str = "") -> Button:
    """An ordinary act."""
    return Button(look, text, "secondary", icon)


def link_button(look: Look, text: str) -> Button:
    """An act inside a sentence or a list, underlined."""
    return Button(look, text, "link")


def icon_button(look: Look, icon: str, name: str) -> Button:
    """A bare icon; `name` is its tooltip and what a screen reader says."""
    button = Button(look, "", "bare", icon)
    button.setToolTip(name)
    button.setAccessibleName(name)
    return button


def menu_button(look: Look, text: str, menu: QMenu | None = None) -> Button:
    """A button that opens a menu, with a chevron at its right."""
    button = Button(look, text, "menu")
    if menu is not None:
        button.setMenu(menu)
    return button
