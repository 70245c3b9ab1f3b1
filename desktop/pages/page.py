"""What every room has in common: it is built once, wired once, and shows a study whenever asked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import SignalInstance

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.widgets.room import Room

if TYPE_CHECKING:
    from desktop.charts.export import Figure


class Pictured(Protocol):
    """A view that asks for its picture to be saved ("png", "svg", "pdf") and hands it over."""

    export_requested: SignalInstance

    def figure(self, title: str = "", caption: str = "") -> Figure:
        """The whole picture with the words around it."""


class Page(Room):
    """A room. `show_study` is idempotent and the only writer to its widgets.

    The window calls it when the page becomes visible and after every change that touches `depends_on`;
    an empty `depends_on` means every part of the study.
    """

    key = ""
    depends_on: frozenset[str] = frozenset()
    #: Whether the room shows projects, and so is shown them without names while scoring is blind.
    can_be_blind = False

    def __init__(self, context: Context, title: str) -> None:
        super().__init__(context.look, title)
        self.context = context

    def show_facts(self, study: Study) -> None:
        """Shows what the study says of itself and keeps room for what `show_study` will compute.

        Only the first frame of the window asks for it, and only of rooms that are listed as having facts.
        """
        raise NotImplementedError

    def show_study(self, study: Study) -> None:
        """Brings every widget in line with the study."""
        raise NotImplementedError

    def focus_on(self, place: str) -> None:
        """Shows a place in the room, as a problem or a link names it; unknown places are ignored."""

    @property
    def is_waiting(self) -> bool:
        """Whether an answer is awaited, so that the room must be shown anew when it was left meanwhile."""
        return False

    def export_chart(self, view: Pictured, name: str, kind: str, title: str = "") -> None:
        """Asks where to save a chart as PNG, SVG or PDF, and saves it in the light theme.

        The picture is headed by `title`, or by what the chart says of itself.
        """
        from desktop.app.folders import start_folder
        from desktop.app.version import file_name
        from desktop.charts.export import save_figure

        study = self.context.store.study
        folder = start_folder(self.context.settings.value.folder)
        suggestion = folder / f"{file_name(f'{study.title}, {name}')}.{kind}"
        filters = f"{kind.upper()} (*.{kind})"
        path = self.context.questions.save_path(self.tr("Save chart"), filters, str(suggestion))
        if path is None:
            return
        caption = self.tr("Fictional example projects.") if study.fictional else ""
        figure = view.figure(caption=caption)
        figure = replace(figure, title=title or getattr(figure.data, "summary", ""))
        try:
            save_figure(figure, path, self.context.look.metrics, kind)
        except OSError as error:
            self.context.navigator.tell(str(error))
        else:
            self.context.navigator.tell(self.tr("Written: {path}").format(path=path))

    def leave(self) -> None:
        """Called before another room is shown: open editors commit, running jobs of the room stop."""
