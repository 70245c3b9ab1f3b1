"""The look in force: theme, sizes and icons in one object that is handed to every widget."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.look.icons import Icons
from desktop.look.metrics import Metrics
from desktop.look.palette import build_palette
from desktop.look.style_sheet import build_style_sheet
from desktop.look.theme import Theme, load_theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QFont, QIcon, QPainter
    from PySide6.QtWidgets import QApplication

    from desktop.look.focus_ring import FocusRing
    from desktop.look.style import LookStyle


class Look(QObject):
    """Theme and metrics, with `changed` after either is replaced; one for each application.

    `base` is the system font; `scale` multiplies every size (1.0 is the system's wish).
    """

    changed = Signal()

    def __init__(self, base: QFont, name: str = "light", scale: float = 1.0) -> None:
        super().__init__()
        self._base = base
        self.theme: Theme = load_theme(name)
        self.metrics = Metrics(base, scale)
        self.icons = Icons(self.theme, self.metrics)
        self.has_motion = True
        self._style: LookStyle | None = None
        self._ring: FocusRing | None = None

    def apply(
        self, app: QApplication, name: str = "", scale: float = 0.0, *, with_sheet: bool = True
    ) -> None:
        """Dresses the whole application in the theme `name` at `scale`; empty or 0 keeps what is.

        Without its sheet many widgets are built faster; `put_on_sheet` must follow before they are shown.
        """
        self.theme = load_theme(name) if name else self.theme
        if scale:
            self.metrics = Metrics(self._base, scale)
        self.icons = Icons(self.theme, self.metrics)
        with _no_collection():
            self._dress(app)
        if with_sheet:
            self.put_on_sheet(app)
        self.changed.emit()

    def put_on_sheet(self, app: QApplication) -> None:
        """Gives the application the style sheet of the theme and the sizes in force."""
        with _no_collection():
            app.setStyleSheet(build_style_sheet(self.theme, self.metrics))
            # A widget that was never shown would take back its old font and palette when Qt polishes it.
            for widget in app.allWidgets():
                widget.ensurePolished()

    def _dress(self, app: QApplication) -> None:
        if self._style is None:
            from desktop.look.focus_ring import FocusRing
            from desktop.look.style import LookStyle

            self._style = LookStyle(self)
            app.setStyle(self._style)
            self._ring = FocusRing(self, app)
        self._style.restyle()
        app.setFont(self.metrics.font("body"))
        app.setPalette(build_palette(self.theme))

    def colour(self, name: str) -> QColor:
        """The theme's colour called `name`."""
        return self.theme.colour(name)

    def font(self, kind: str = "body") -> QFont:
        """The font of a type token."""
        return self.metrics.font(kind)

    def icon(self, name: str, colour: str = "text_muted") -> QIcon:
        """The icon called `name` in a colour of the theme, sharp at every size the program uses."""
        return self.icons.icon(name, colour)

    def paint_icon(self, painter: QPainter, box: QRect, name: str, colour: str = "text_muted") -> None:
        """Paints the icon called `name` into a square in a colour of the theme."""
        self.icons.paint(painter, box, name, colour)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Keeps unused widgets for a moment: collected while Qt goes through all widgets, they crash it.

    Qt does so for every sheet, style, font and palette, and asks our style, which is Python, about each.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
