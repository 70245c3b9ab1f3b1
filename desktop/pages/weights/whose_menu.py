"""Whose weights the study uses: the group's, or those of one stakeholder."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from criteria.model.people import Stakeholder
from criteria.model.settings import GROUP
from criteria.model.study import Study
from desktop.pages.weights.people_states import PeopleStates

#: The group, the one in view, and another one who was chosen.
_MOST = 3


@dataclass(frozen=True)
class Whose:
    """The choices as (source, words), the one that holds, and the words on a button that opens them."""

    choices: tuple[tuple[str, str], ...]
    current: str
    button: str


class WhoseStates(QObject):
    """From the study to the choices: the group, the stakeholder in view, and another one that is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._people = PeopleStates()

    def whose(self, study: Study, person: Stakeholder) -> Whose:
        """The choices while a stakeholder is in view."""
        current = study.settings.weights_of
        known = {someone.id for someone in study.stakeholders}
        if current not in known:
            current = GROUP
        choices = [
            (GROUP, self.tr("The group: all who answered and have a vote")),
            self._only(study, person),
        ]
        button = self.tr("The group counts")
        if current == person.id:
            button = self.tr("Only this one counts")
        elif current != GROUP:
            button = self.tr("Only another counts")
            choices.append(self._only(study, study.stakeholder(current)))
        return Whose(tuple(choices), current, button)

    def _only(self, study: Study, someone: Stakeholder) -> tuple[str, str]:
        name = self._people.name(study, someone, study.stakeholders.index(someone) + 1)
        return someone.id, self.tr("Only {name}").format(name=name)


class WhoseMenu(QMenu):
    """`chosen(source)` when the weights of the group or of one stakeholder shall count."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        group = QActionGroup(self)
        # Kept and renamed: an entry that was just chosen must outlive the change that it makes.
        self._entries = [QAction(self) for _ in range(_MOST)]
        for action in self._entries:
            action.setCheckable(True)
            action.triggered.connect(partial(self._tell, action))
            group.addAction(action)
            self.addAction(action)

    def show_whose(self, whose: Whose) -> None:
        """Offers the choices with the present one marked."""
        for place, action in enumerate(self._entries):
            is_used = place < len(whose.choices)
            action.setVisible(is_used)
            if is_used:
                source, words = whose.choices[place]
                action.setText(words.replace("&", "&&"))
                action.setData(source)
                action.setChecked(source == whose.current)

    def choice(self, source: str) -> QAction:
        """The entry of a choice; KeyError where it is not offered."""
        return {str(action.data()): action for action in self._entries if action.isVisible()}[source]

    def _tell(self, action: QAction, _checked: bool = False) -> None:
        self.chosen.emit(str(action.data()))
