"""Widgets that lie over the top of another one, so that what they say moves nothing below them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SHARE = 3
"""An overlay takes at least this part of its host's width: a third."""


class Overlay(QObject):
    """Keeps widgets at the top left of a host, as wide as their words, above its content.

    There a room has its title, which is named in the sidebar too; its buttons at the right stay in reach.
    """

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__()
        self._widgets = widgets
        self._host: QWidget | None = None
        for widget in widgets:
            widget.installEventFilter(self)

    def set_host(self, host: QWidget) -> None:
        """Moves the widgets over another host; what was seen stays seen."""
        if host is self._host:
            return
        if self._host is not None:
            self._host.removeEventFilter(self)
        self._host = host
        host.installEventFilter(self)
        for widget in self._widgets:
            was_hidden = widget.isHidden()
            widget.setParent(host)
            widget.setVisible(not was_hidden)
            self._place(widget)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the host's size, and the widgets' words."""
        if watched is self._host:
            if event.type() == QEvent.Type.Resize:
                for widget in self._widgets:
                    self._place(widget)
        elif event.type() in (QEvent.Type.Show, QEvent.Type.LayoutRequest):
            for widget in self._widgets:
                if widget is watched:
                    self._place(widget)
        return super().eventFilter(watched, event)

    def _place(self, widget: QWidget) -> None:
        if self._host is None:
            return
        room = self._host.width()
        width = min(room, max(widget.sizeHint().width(), room // _SHARE))
        height = widget.heightForWidth(width) if widget.hasHeightForWidth() else widget.sizeHint().height()
        widget.setGeometry(0, 0, width, height)
        widget.raise_()
