"""A premise's colour where words and rules carry it."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.look import Look
from desktop.look.theme import ROLES


def deep_colour(role: str) -> str:
    """The name of the colour for words of a premise; neutral for a role of the user's own."""
    return f"{role}_deep" if role in ROLES else "text_muted"


class RoleRule(QWidget):
    """A thick line in the colour of a premise."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._role = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_role(self, role: str) -> None:
        """Takes the colour of another premise."""
        self._role = role
        self.update()

    def _restyle(self) -> None:
        self.setFixedHeight(round(self._look.metrics.stroke(3)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.premise(self._role))
        painter.end()
