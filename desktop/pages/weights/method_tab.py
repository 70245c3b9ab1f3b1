"""What the tabs of the weights room have in common: a view in the middle, sets of questions at the left."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from criteria.model.people import ALL, FLAT_METHODS, GOAL, Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.selection import Selection


class MethodTab(QObject):
    """One way to weigh. `refresh_asked` when something of the room's own state changed, not the study."""

    refresh_asked = Signal()

    def __init__(
        self, context: Context, selection: Selection, acts: WeightActs, method: WeightMethod
    ) -> None:
        super().__init__()
        self.context = context
        self.method: WeightMethod = method
        self.selection = selection
        self.is_typing = False
        self.acts = acts
        #: What stands in the middle of the room.
        self.widget = QWidget()

    def nodes(self, study: Study, person: Stakeholder) -> tuple[str, ...]:
        """The sets of questions that this method asks."""
        if person.layout == "flat" and self.method in FLAT_METHODS:
            return (ALL,)
        return tuple(node for node in study.nodes if len(study.children(node)) > 1)

    def keep_place(self, study: Study, person: Stakeholder) -> None:
        """Stays at the set of questions in view, else goes to the first."""
        nodes = self.nodes(study, person)
        if self.selection.node not in nodes:
            self.selection.node = nodes[0] if nodes else GOAL

    def show_study(self, study: Study, person: Stakeholder) -> None:
        """Brings the view in line with the study."""
        raise NotImplementedError

    def show_typed(self, study: Study, person: Stakeholder) -> None:
        """Brings the answer that is being given in line, and nothing that takes longer than a frame."""
        self.show_study(study, person)

    @contextmanager
    def typing(self) -> Iterator[None]:
        """While an answer is given by keys or by dragging, the room shows its weights before all else."""
        self.is_typing = True
        try:
            yield
        finally:
            self.is_typing = False

    def go_to_node(self, node: str) -> None:
        """Shows another set of questions."""
        self.selection.node = node
        self.refresh_asked.emit()

    def take_keyboard(self) -> None:
        """Lets the keys answer."""

    def answer_by_key(self, event: QKeyEvent) -> None:
        """A key that was pressed in the list of sets of questions and is meant for the view."""

    def leave(self) -> None:
        """Gives up work in hand, as the room is left."""
