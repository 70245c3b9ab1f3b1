"""Who a stakeholder is: a small form over the room, each field written as soon as it is left."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QActionGroup, QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QMenu, QWidget

from criteria.model.people import Stakeholder
from desktop.look.look import Look
from desktop.pages.weights.person_marks import MARKS, MarkWords
from desktop.widgets.buttons import menu_button, secondary_button
from desktop.widgets.fields import LabelledField, NumberField, area_field, text_field
from desktop.widgets.planes import set_plane

#: Units the form is wide.
WIDTH = 58


class PersonEditor(QFrame):
    """`changed(field, value)` when a field is left with another value; Escape and Done close the form."""

    changed = Signal(str, object)
    closed = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._room = look, parent
        self._person: Stakeholder | None = None
        self._words = MarkWords()
        set_plane(self, "card")
        self.setAccessibleName(self.tr("Particulars of the stakeholder"))
        self.name = text_field(look, self.tr("Name"))
        self.organisation = text_field(look, self.tr("Organisation"))
        self.role = text_field(look, self.tr("Role"))
        self.power = NumberField(look, self.tr("Voting power"), 2, 0, 1000)
        self.note = area_field(look, self.tr("Note"))
        self.note.setMaximumHeight(3 * look.metrics.line("body") + 2 * look.metrics.space("s"))
        self.marks = QMenu(self)
        self._mark_group = QActionGroup(self)
        self.mark = menu_button(look, "", self.marks)
        self.done = secondary_button(look, self.tr("Done"))
        self._fields: dict[str, LabelledField] = {}
        self._build()
        self._build_marks()
        self._wire()
        self.hide()

    def _build(self) -> None:
        metrics = self._look.metrics
        grid = QGridLayout(self)
        air = metrics.space("l")
        grid.setContentsMargins(air, air, air, air)
        grid.setHorizontalSpacing(metrics.space("m"))
        grid.setVerticalSpacing(metrics.space("s"))
        voice = self.tr("0 is heard nowhere; 2 counts as two voices.")
        rows: tuple[tuple[str, str, QWidget, str, int, int, int], ...] = (
            ("name", self.tr("Name"), self.name, "", 0, 0, 2),
            ("organisation", self.tr("Organisation"), self.organisation, "", 1, 0, 1),
            ("role", self.tr("Role"), self.role, "", 1, 1, 1),
            ("voting_power", self.tr("Voting power"), self.power, voice, 2, 0, 1),
            ("colour", self.tr("Colour mark"), self.mark, "", 2, 1, 1),
            ("note", self.tr("Note"), self.note, "", 3, 0, 2),
        )
        for key, label, editor, hint, row, column, span in rows:
            self._fields[key] = LabelledField(self._look, label, editor, hint)
            grid.addWidget(self._fields[key], row, column, 1, span)
        grid.addWidget(self.done, 4, 0, 1, 2, Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(metrics.units(WIDTH))

    def _build_marks(self) -> None:
        for mark in ("", *MARKS):
            action = self.marks.addAction(self._words.name(mark))
            action.setCheckable(True)
            action.setData(mark)
            action.triggered.connect(partial(self._tell_mark, mark))
            self._mark_group.addAction(action)

    def _wire(self) -> None:
        for key, line in self._lines().items():
            line.editingFinished.connect(partial(self._tell_text, key))
            line.installEventFilter(self)
        for field in (self.power, self.note, self.mark, self.done):
            field.installEventFilter(self)
        self.power.value_committed.connect(self._tell_power)
        self.note.committed.connect(self._tell_note)
        self.done.clicked.connect(self.close_form)

    def _lines(self) -> dict[str, QLineEdit]:
        return {"name": self.name, "organisation": self.organisation, "role": self.role}

    def show_person(self, person: Stakeholder) -> None:
        """Shows a stakeholder; a field that is being written keeps what is typed."""
        is_other = self._person is None or self._person.id != person.id
        self._person = person
        for key, line in self._lines().items():
            is_written = line.hasFocus() and line.isModified()
            if is_other or not (is_written or self._fields[key].error):
                line.setText(getattr(person, key))
                self._fields[key].clear_error()
        self.power.set_value(person.voting_power)
        if is_other or not self.note.hasFocus():
            self.note.setPlainText(person.note)
        self.mark.setText(self._words.name(person.colour))
        for action in self.marks.actions():
            action.setChecked(action.data() == person.colour)

    def show_refusal(self, field: str, sentence: str) -> None:
        """Says below a field why its value was not taken; an empty sentence takes that away."""
        if sentence:
            self._fields[field].set_error(sentence)
        else:
            self._fields[field].clear_error()

    def error(self, field: str) -> str:
        """The sentence below a field, empty when all is well."""
        return self._fields[field].error

    def open_at(self, place: QPoint) -> None:
        """Opens the form with its corner at a place of the room, moved so that all of it is seen."""
        self.adjustSize()
        room = self._room.rect()
        left = max(0, min(place.x(), room.width() - self.width()))
        top = max(0, min(place.y(), room.height() - self.height()))
        self.move(left, top)
        self.show()
        self.raise_()
        self.name.setFocus()
        self.name.selectAll()

    def close_form(self) -> None:
        """Closes the form; what was being written is taken."""
        if self.isHidden():
            return
        self.setFocus()
        self.hide()
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape puts the old text back and closes the form, whichever field has the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self._put_back()
                self.close_form()
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and watched is self.done:
                self.close_form()
                return True
        return super().eventFilter(watched, event)

    def _put_back(self) -> None:
        if self._person is None:
            return
        for key, line in self._lines().items():
            line.setText(getattr(self._person, key))
            self._fields[key].clear_error()
        self.power.clear()
        self.power.setModified(False)
        self.power.set_value(self._person.voting_power)
        self.note.setPlainText(self._person.note)

    def _tell_text(self, key: str) -> None:
        text = self._lines()[key].text().strip()
        if self._person is not None and text != getattr(self._person, key):
            self.changed.emit(key, text)

    def _tell_power(self, value: float | None) -> None:
        self.changed.emit("voting_power", 1.0 if value is None else value)

    def _tell_note(self) -> None:
        text = self.note.toPlainText().strip()
        if self._person is not None and text != self._person.note:
            self.changed.emit("note", text)

    def _tell_mark(self, mark: str, _checked: bool = False) -> None:
        self.changed.emit("colour", mark)
