"""The three planes of the window: a widget's ground, by name, kept when the theme changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def set_plane(widget: QWidget, plane: str) -> None:
    """Paints the ground of `widget`: "window", "surface", "raised", or "card" (surface with a border)."""
    widget.setProperty("plane", plane)
    widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)
