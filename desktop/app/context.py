"""What every room is given: look, store, jobs, questions and the way to other rooms."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop.app.clock import Clock, local_time
from desktop.app.jobs import LatestJob
from desktop.app.questions import Questions
from desktop.app.settings import SettingsStore
from desktop.app.store import Store
from desktop.look.look import Look


class Navigator(QObject):
    """Carries the wish to see another room, and a place in it, from a room to the window."""

    #: Room key ("weights") and a place in it ("P4", "P11/A2" or empty).
    asked = Signal(str, str)
    #: The id of a command to carry out ("export_workbook").
    command_asked = Signal(str)
    #: A sentence to show above the room, and whether it offers to undo.
    told = Signal(str, bool)

    def go(self, room: str, place: str = "") -> None:
        """Shows a room, at a place in it."""
        self.asked.emit(room, place)

    def run(self, command: str) -> None:
        """Carries out a command by its id."""
        self.command_asked.emit(command)

    def tell(self, sentence: str, can_undo: bool = False) -> None:
        """Shows a notice above the room."""
        self.told.emit(sentence, can_undo)


class Context(msgspec.Struct, frozen=True, eq=False):
    """The services a room may use; it never sees the window."""

    look: Look
    store: Store
    questions: Questions
    navigator: Navigator
    settings: SettingsStore
    pool: QThreadPool
    clock: Clock = local_time

    def job(self, parent: QObject) -> LatestJob:
        """A runner for work over 20 ms whose answers the parent awaits."""
        return LatestJob(self.pool, parent)
