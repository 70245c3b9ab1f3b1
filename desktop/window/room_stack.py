"""The rooms that were built, one on top: which are out of date, and what becomes of one that fails."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget

from desktop.widgets.roomy import Roomy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from criteria.change import Change
    from desktop.app.context import Context
    from desktop.pages.page import Page
    from desktop.window.rooms import RoomKind


class RoomStack(QStackedWidget):
    """Builds a room when it is first wanted; `lost` tells of a room that worked until it failed."""

    lost = Signal(str)

    def __init__(self, context: Context, kinds: Sequence[RoomKind]) -> None:
        super().__init__()
        self._context, self._kinds = context, kinds
        self._pages: dict[str, Page] = {}
        self._frames: dict[str, Roomy] = {}
        self._stale: set[str] = set()
        #: The rooms whose present page has shown a study.
        self._proven: set[str] = set()

    @property
    def built(self) -> tuple[str, ...]:
        """The rooms that have a page, in the order in which they were built."""
        return tuple(self._pages)

    def page(self, key: str) -> Page:
        """The page of a room, built if it was never seen."""
        if key not in self._pages:
            kind = next(room for room in self._kinds if room.key == key)
            page = kind.build(self._context)
            self._pages[key] = page
            self._stale.add(key)
            self._frames[key] = Roomy(page)
            self.addWidget(self._frames[key])
        return self._pages[key]

    def bring_up(self, key: str, *, is_settled: bool) -> Page:
        """Puts a room on top, up to date."""
        page = self.page(key)
        self.refresh(key, is_settled=is_settled)
        self.setCurrentWidget(self._frames[key])
        return page

    def refresh(self, key: str, *, is_settled: bool) -> None:
        """Brings a room up to date, with its facts alone until the numbers are there."""
        if key not in self._stale:
            return
        page, store = self._pages[key], self._context.store
        study = store.shown if page.can_be_blind else store.study
        try:
            if is_settled:
                page.show_study(study)
            else:
                page.show_facts(study)
        except Exception:
            # Whatever went wrong, half of a room must not stay on show; the error itself goes on to
            # the handler that reports it.
            self._give_up(key)
            raise
        self._stale.discard(key)
        self._proven.add(key)

    def mark(self, key: str) -> None:
        """Has a room shown anew when it is next brought up to date."""
        if key in self._pages:
            self._stale.add(key)

    def mark_all(self) -> None:
        """Has all rooms shown anew."""
        self._stale.update(self._pages)

    def mark_concerned(self, change: Change) -> None:
        """Has the rooms shown anew that depend on what changed."""
        for key, page in self._pages.items():
            if not page.depends_on or change.concerns(*page.depends_on):
                self._stale.add(key)

    def leave(self, key: str) -> None:
        """Lets a room put its work down; what it waits for in vain is asked for when it is seen again."""
        page = self._pages.get(key)
        if page is None:
            return
        if page.is_waiting:
            self._stale.add(key)
        page.leave()

    def _give_up(self, key: str) -> None:
        """Takes a failed room away; one that once worked is built anew at once, others when asked for."""
        del self._pages[key]
        self._stale.discard(key)
        frame = self._frames.pop(key)
        self.removeWidget(frame)
        frame.hide()
        frame.deleteLater()
        if key in self._proven:
            self._proven.discard(key)
            QTimer.singleShot(0, self, partial(self.lost.emit, key))
