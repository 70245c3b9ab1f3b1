"""What every screen of session mode has in common: its keys, and where the keyboard goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.look.look import Look
from desktop.session.key_row import KeyAct


class Screen(QWidget):
    """One screen; it offers acts, which the window shows as caps and calls by their keys."""

    #: The acts to show are others now.
    acts_changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)

    def acts(self) -> tuple[KeyAct, ...]:
        """What can be done here now, the act that comes next last."""
        return ()

    def take_keyboard(self) -> None:
        """Puts the keyboard where this screen reads it."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does the act of a key; other keys go on to the window."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            super().keyPressEvent(event)
            return
        for act in self.acts():
            if act.do is not None and event.key() in act.keys:
                act.do()
                return
        super().keyPressEvent(event)


def framed(inside: QWidget) -> QScrollArea:
    """A widget in a scroll area that shows no frame, takes no keyboard and scrolls only when it must."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.viewport().setAutoFillBackground(False)
    inside.setAutoFillBackground(False)
    return area
