"""Every role of QPalette, for each state of a window, from the theme's names."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QPalette

if TYPE_CHECKING:
    from desktop.look.theme import Theme

_ROLE = QPalette.ColorRole
_GROUP = QPalette.ColorGroup

_NAMES: Final = (
    (_ROLE.Window, "surface"),
    (_ROLE.WindowText, "text"),
    (_ROLE.Base, "surface"),
    (_ROLE.AlternateBase, "surface"),
    (_ROLE.Text, "text"),
    (_ROLE.BrightText, "text"),
    (_ROLE.Button, "surface"),
    (_ROLE.ButtonText, "text"),
    (_ROLE.Light, "raised"),
    (_ROLE.Midlight, "hover"),
    (_ROLE.Mid, "line"),
    (_ROLE.Dark, "line_strong"),
    (_ROLE.Shadow, "line_strong"),
    (_ROLE.Highlight, "selection"),
    (_ROLE.HighlightedText, "selection_text"),
    (_ROLE.Link, "accent"),
    (_ROLE.LinkVisited, "accent"),
    (_ROLE.ToolTipBase, "raised"),
    (_ROLE.ToolTipText, "text"),
    (_ROLE.PlaceholderText, "text_muted"),
    (_ROLE.Accent, "accent"),
)
_TEXTS: Final = (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.HighlightedText, _ROLE.PlaceholderText)


def build_palette(theme: Theme) -> QPalette:
    """The application's palette; disabled text is muted text at 60 % over its ground."""
    palette = QPalette()
    for role, name in _NAMES:
        for group in (_GROUP.Active, _GROUP.Inactive, _GROUP.Disabled):
            palette.setColor(group, role, theme.colour(name))
    for role in _TEXTS:
        palette.setColor(_GROUP.Disabled, role, theme.faded("text_muted", 0.6))
    return palette
