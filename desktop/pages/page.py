"""What every room has in common: it is built once, wired once, and shows a study whenever asked."""

from __future__ import annotations

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.widgets.room import Room


class Page(Room):
    """A room. `show_study` is idempotent and the only writer to its widgets.

    The window calls it when the page becomes visible and after every change that touches `depends_on`;
    an empty `depends_on` means every part of the study.
    """

    key = ""
    depends_on: frozenset[str] = frozenset()

    def __init__(self, context: Context, title: str) -> None:
        super().__init__(context.look, title)
        self.context = context

    def show_study(self, study: Study) -> None:
        """Brings every widget in line with the study."""
        raise NotImplementedError

    def focus_on(self, place: str) -> None:
        """Shows a place in the room, as a problem or a link names it; unknown places are ignored."""

    def leave(self) -> None:
        """Called before another room is shown: open editors commit, running jobs of the room stop."""
