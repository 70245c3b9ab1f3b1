"""What the tabs of the robustness room have in common, and what they share."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import Results
from criteria.robustness.study_sensitivity import steady_rows
from desktop.app.context import Context
from desktop.pages.page import Pictured


class RoomChoice(QObject):
    """The method, and the premise or criterion, that all tabs of the room speak of.

    `changed` asks for the tab in view to be shown anew, `tab_asked` for another tab, by its key.
    """

    changed = Signal()
    tab_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.method: Method = "topsis"
        #: "" until somebody chooses, and whenever the study no longer has what was chosen.
        self.element = ""

    def choose_method(self, method: Method) -> None:
        """Speaks of another method."""
        self.method = method
        self.changed.emit()

    def choose_element(self, element: str, tab: str = "") -> None:
        """Speaks of another premise or criterion, in another tab if one is named."""
        self.element = element
        if tab:
            self.tab_asked.emit(tab)
        self.changed.emit()


class RobustnessTab(QWidget):
    """One way to ask how firm the ranking is.

    `panel`, a SidePanel if there is one, stands at the right of the room while the tab is in view.
    `export_asked` brings a chart, its name, the kind of file and a title; `failed` a sentence for the header.
    """

    export_asked = Signal(object, str, str, str)
    failed = Signal(str)
    #: Whether the tab shows one method at a time, the one chosen in the header.
    uses_method = True

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__()
        self.context, self.choice = context, choice
        self.panel: QWidget | None = None
        #: Whether the panel has something to say now.
        self.shows_panel = True

    def obstacle(self, results: Results) -> str:
        """Why there is nothing to show, "" where there is; the room then says this instead of the tab."""
        if len(steady_rows(results)) > 1:
            return ""
        return self.tr("Robustness needs two ranked projects with every figure known.")

    def show_study(self, study: Study) -> None:
        """Brings the tab in line with the study; called only where nothing stands in the way."""
        raise NotImplementedError

    @property
    def is_waiting(self) -> bool:
        """Whether figures are awaited."""
        return False

    def leave(self) -> None:
        """Gives up work in hand, as the room or the tab is left."""

    def offer_export(self, view: Pictured, name: str, title: Callable[[], str] | None = None) -> None:
        """Lets a chart be saved: `name` goes into the file's, `title` heads the picture."""
        view.export_requested.connect(partial(self._ask_export, view, name, title))

    def _ask_export(self, view: Pictured, name: str, title: Callable[[], str] | None, kind: str) -> None:
        self.export_asked.emit(view, name, kind, title() if title is not None else "")
