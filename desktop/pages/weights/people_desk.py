"""What the list of stakeholders asks for: choosing, particulars, adding, copying, removing, moving."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from criteria.model.study import Study
from desktop.pages.weights.left_column import LeftColumn
from desktop.pages.weights.people_acts import PeopleActs
from desktop.pages.weights.person_editor import PersonEditor
from desktop.pages.weights.selection import Selection


class PeopleDesk(QObject):
    """Follows the list and its menu; `refresh_asked` when another stakeholder is in view.

    `entered` when the keys shall answer, after Enter in the list.
    """

    refresh_asked = Signal()
    entered = Signal()

    def __init__(self, left: LeftColumn, acts: PeopleActs, selection: Selection, room: QWidget) -> None:
        super().__init__(room)
        self._left, self._acts, self._selection, self._room = left, acts, selection, room
        self._editor: PersonEditor | None = None
        #: Who was added last; while names are hidden this one alone may still be written down.
        self._newcomer = ""
        self._look = left.look
        self._build_menu()
        people = left.people
        people.chosen.connect(self._choose)
        people.edit_asked.connect(self.edit)
        people.remove_asked.connect(acts.remove)
        people.entered.connect(self.entered)
        people.step_asked.connect(acts.step)
        people.dropped.connect(acts.drop)
        left.add.clicked.connect(self._add)
        left.whose_menu.chosen.connect(acts.let_weigh)
        left.reveal.clicked.connect(acts.reveal)

    def _build_menu(self) -> None:
        menu = self._left.acts
        self.edit_action = self._action(self.tr("Particulars…"), "F2")
        self.edit_action.triggered.connect(self.edit)
        self.duplicate_action = self._action(self.tr("Duplicate"), "")
        self.duplicate_action.triggered.connect(self._acts.duplicate)
        self.remove_action = self._action(self.tr("Remove"), self.tr("Del"))
        self.remove_action.triggered.connect(self._acts.remove)
        menu.addSeparator()
        self.up_action = self._action(self.tr("Move up"), self.tr("Ctrl+Up"))
        self.up_action.triggered.connect(lambda: self._acts.step(self._left.people.current, -1))
        self.down_action = self._action(self.tr("Move down"), self.tr("Ctrl+Down"))
        self.down_action.triggered.connect(lambda: self._acts.step(self._left.people.current, 1))

    def _action(self, text: str, keys: str) -> QAction:
        """An entry that names its key, which the list answers while it has the keyboard."""
        # Made here: of an action made by Qt itself Python keeps no more than an address, which can go stale.
        action = QAction(f"{text}\t{keys}" if keys else text, self._left.acts)
        self._left.acts.addAction(action)
        return action

    def show_study(self, study: Study) -> None:
        """Brings menu and form in line with the study."""
        person = self._selection.stakeholder(study)
        row = 0 if person is None else study.stakeholders.index(person)
        self.up_action.setEnabled(row > 0)
        self.down_action.setEnabled(row < len(study.stakeholders) - 1)
        self.edit_action.setEnabled(self._may_edit(study))
        if self._editor is None:
            return
        if person is None or not self._may_edit(study):
            self._editor.close_form()
        else:
            self._editor.show_person(person)

    def _may_edit(self, study: Study) -> bool:
        person = self._selection.stakeholder(study)
        return person is not None and (not study.session.hidden or person.id == self._newcomer)

    @property
    def editor(self) -> PersonEditor:
        """The form of particulars, built when it is first wanted."""
        if self._editor is None:
            self._editor = PersonEditor(self._look, self._room)
            self._editor.changed.connect(self._set)
            self._editor.closed.connect(self._left.people.setFocus)
        return self._editor

    def edit(self) -> None:
        """Opens the particulars of the stakeholder in view beside the list."""
        person = self._selection.stakeholder(self._acts.study)
        if person is None or not self._may_edit(self._acts.study):
            return
        self.editor.show_person(person)
        people = self._left.people
        row = people.visualRect(people.currentIndex())
        corner = people.viewport().mapTo(self._room, QPoint(people.viewport().width(), row.top()))
        self.editor.open_at(corner)

    def close(self) -> None:
        """Closes the particulars; what was being written is taken."""
        if self._editor is not None:
            self._editor.close_form()

    def _choose(self, person: str) -> None:
        self.close()
        self._newcomer = ""
        self._selection.choose(self._acts.study, person)
        self.refresh_asked.emit()

    def _add(self) -> None:
        self.close()
        self._acts.add()
        added = self._selection.stakeholder(self._acts.study)
        self._newcomer = "" if added is None else added.id
        self.edit()

    def _set(self, field: str, value: object) -> None:
        self.editor.show_refusal(field, self._acts.set(field, value))
