"""Fields of the form in the drawer: one editor for each profile field, read and shown as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from criteria.files.typed_profile import plain_word
from desktop.app.words.fields import FieldWords
from desktop.pages.projects.edit_tasks import country_options
from desktop.widgets.fields import LabelledField, area_field, text_field
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from criteria.model.fields import ProfileField
    from criteria.model.rules import Safeguard
    from desktop.look.look import Look


class FormField(QObject):
    """One labelled editor; `committed` carries its text when a person has changed it."""

    committed = Signal(str)

    def __init__(self, look: Look, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self.widget = LabelledField(look, label, editor, hint)
        #: What the checks of the study say of the value; it is taken all the same.
        self.remark = Text(look, "", "small", "attention")
        self.remark.hide()
        self._shown = ""
        if isinstance(editor, QComboBox):
            editor.activated.connect(self._commit)
        elif isinstance(editor, QLineEdit):
            editor.editingFinished.connect(self._commit)
        else:
            editor.committed.connect(self._commit)  # type: ignore[attr-defined]

    @property
    def text(self) -> str:
        """What stands in the editor."""
        if isinstance(self.editor, QComboBox):
            return str(self.editor.currentData())
        if isinstance(self.editor, QPlainTextEdit):
            return self.editor.toPlainText()
        return self.editor.text() if isinstance(self.editor, QLineEdit) else ""

    def show_text(self, text: str) -> None:
        """Shows a text; what someone is typing is left alone until the study has another value."""
        if text == self._shown and self.text != text and self.editor.hasFocus():
            return
        is_other = text != self._shown
        self._shown = text
        if self.text != text:
            self._fill(text)
        if is_other or not self.widget.error:
            self.widget.clear_error()

    def show_remark(self, sentence: str) -> None:
        """Says under the field what should be looked at in its value; nothing where the text is empty."""
        self.remark.set_text(sentence)
        self.remark.setVisible(bool(sentence))

    def take(self, text: str) -> None:
        """Commits a text that was chosen beside the editor, as if it had been typed."""
        self._fill(text)
        self._commit()

    def refuse(self, sentence: str) -> None:
        """Says why what was typed is not taken; it stays as typed."""
        self.widget.set_error(sentence)

    def _fill(self, text: str) -> None:
        if isinstance(self.editor, QComboBox):
            place = self.editor.findData(text)
            if place < 0:
                self.editor.addItem(text, text)
                place = self.editor.count() - 1
            self.editor.setCurrentIndex(place)
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)
        elif isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.setCursorPosition(0)

    def _commit(self) -> None:
        text = self.text
        if text != self._shown:
            self.committed.emit(text)
        else:
            self.widget.clear_error()


class FieldMaker(QObject):
    """Makes the form's fields from the list of profile fields."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words = FieldWords()

    def make(self, field: ProfileField) -> FormField:
        """The editor that fits a profile field, with its definition as a tip."""
        name = self._words.name(field.attribute)
        unit = self._words.unit(field.attribute)
        label = f"{name} ({unit})" if unit else name
        made = FormField(self._look, label, self._editor(field, name))
        made.editor.setToolTip(self._words.definition(field.attribute))
        return made

    def _editor(self, field: ProfileField, name: str) -> QWidget:
        if field.kind == "long_text":
            return self.area(name, 7)
        if field.kind == "flag":
            return self._combo(name, (("yes", self.tr("yes")), ("no", self.tr("no"))))
        if field.kind == "choice":
            return self._combo(name, tuple((plain_word(word), plain_word(word)) for word in field.vocabulary))
        editor = text_field(self._look, name)
        if field.attribute in ("country", "iso3"):
            editor.setCompleter(_CountryCompleter(field.attribute, editor))
        elif field.vocabulary:
            editor.setCompleter(_ListCompleter([plain_word(word) for word in field.vocabulary], editor))
        return editor

    def area(self, name: str, lines: int) -> QWidget:
        """A field for several lines of text, so many lines high."""
        area = area_field(self._look, name)
        area.setFixedHeight(lines * self._look.metrics.line("body") + 2 * self._look.metrics.space("s"))
        return area

    def _combo(self, name: str, options: tuple[tuple[str, str], ...]) -> QComboBox:
        combo = QComboBox()
        combo.setAccessibleName(name)
        combo.addItem(self.tr("not known"), "")
        for text, shown in options:
            combo.addItem(shown, text)
        return combo


class _ListCompleter(QCompleter):
    """Completes the last entry of a list parted by semicolons."""

    def __init__(self, words: list[str], parent: QObject) -> None:
        super().__init__(words, parent)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(";")[2].strip()]

    def pathFromIndex(self, index: object) -> str:
        word = super().pathFromIndex(index)  # type: ignore[arg-type]
        widget = self.widget()
        typed = widget.text() if isinstance(widget, QLineEdit) else ""
        before = typed.rpartition(";")[0].strip()
        return f"{before}; {word}" if before else word


class _CountryCompleter(QCompleter):
    """Completes the name of a country, or its code from its name."""

    def __init__(self, attribute: str, parent: QObject) -> None:
        options = country_options(attribute)
        super().__init__([option.title for option in options], parent)
        self._texts = {option.title: option.text for option in options}
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)

    def pathFromIndex(self, index: object) -> str:
        title = super().pathFromIndex(index)  # type: ignore[arg-type]
        return self._texts.get(title, title)


class SafeguardCheck(QWidget):
    """A safeguard to offer: a box, its name on as many lines as it takes, its cost."""

    toggled = Signal(str, bool)

    def __init__(self, look: Look, safeguard: Safeguard, readers: str) -> None:
        super().__init__()
        self.key = safeguard.id
        self.box = QCheckBox()
        self.box.setAccessibleName(f"{safeguard.id} {safeguard.name}")
        self.setToolTip(f"{safeguard.description}\n{readers}")
        self._name = Text(look, f"{safeguard.id} {safeguard.name}; {readers}", "small")
        cost = self.tr("{share:g}\u00a0%").format(share=safeguard.cost_percent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.space("xs"))
        row.addWidget(self.box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._name, 1)
        row.addWidget(Text(look, cost, "small", "text_muted", wraps=False), 0, Qt.AlignmentFlag.AlignTop)
        self.box.clicked.connect(self._tell)

    def set_checked(self, is_on: bool) -> None:
        """Shows whether the safeguard is offered."""
        self.box.setChecked(is_on)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.box.click()

    def _tell(self, is_on: bool) -> None:
        self.toggled.emit(self.key, is_on)
