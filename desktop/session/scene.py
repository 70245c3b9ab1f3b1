"""A part of a session: which screen is in view, what stands around it, what its keys do."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from PySide6.QtCore import QObject

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.session.key_row import KeyAct
from desktop.session.screen import Screen


class Head(NamedTuple):
    """What stands above a screen; a share of None leaves it away."""

    crumb: str = ""
    known: str = ""
    share: float | None = None


class Director(Protocol):
    """What a scene may ask of the window."""

    def show_people(self) -> None:
        """Goes to the facilitator's view."""

    def hand_over(self, person_id: str) -> None:
        """Draws the curtain for a person."""

    def show_discussion(self, *, reveals: bool = False) -> None:
        """Goes to the discussion; `reveals` lets the marks find their places."""

    def show_log(self) -> None:
        """Goes to the log."""

    def leave(self, room: str = "") -> None:
        """Ends session mode, and shows a room."""

    def run(self, command: str) -> None:
        """Carries out a command of the program."""

    def refresh(self) -> None:
        """Shows the scene anew."""


class Scene(QObject):
    """Reads the study for its screen; the window shows it and calls its acts by their keys."""

    def __init__(self, context: Context, director: Director) -> None:
        super().__init__()
        self._context, self._director = context, director

    @property
    def study(self) -> Study:
        """The study as it is now."""
        return self._context.store.study

    @property
    def screen(self) -> Screen:
        """The screen in view now."""
        raise NotImplementedError

    def title(self) -> str:
        """A name for the window's title, which screen readers announce."""
        raise NotImplementedError

    def head(self) -> Head:
        """What stands above the screen."""
        return Head()

    def acts(self) -> tuple[KeyAct, ...]:
        """What can be done, beside what the screen itself offers; what comes next is primary."""
        return ()

    def show(self) -> None:
        """Brings the screen in line with the study."""
