"""Fields with their label above and, when something is wrong, one sentence below."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.widgets.text import Text, caption

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent

    from desktop.look.look import Look

_NUMBER: Final = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)")
_GROUPED: Final = re.compile(r"[+-]?[1-9]\d{0,2}(,\d{3})+")


def parse_number(text: str) -> float:
    """The number written in `text`, with a decimal point or a decimal comma; ValueError with a sentence.

    Spaces and apostrophes may group thousands. "1,234" is refused: it may mean either.
    """
    written = re.sub(
        r"[\s'\N{RIGHT SINGLE QUOTATION MARK}\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", "", text
    )
    written = written.replace("\N{MINUS SIGN}", "-")
    if _GROUPED.fullmatch(written):
        plain = written.replace(",", "")
        raise ValueError(f'Write "{plain}" or "{written.replace(",", ".", 1)}": the comma could mean either.')
    if "," in written and "." in written:
        is_comma_last = written.rfind(",") > written.rfind(".")
        grouping, decimal = (".", ",") if is_comma_last else (",", ".")
        written = written.replace(grouping, "").replace(decimal, ".")
    written = written.replace(",", ".")
    if not _NUMBER.fullmatch(written):
        raise ValueError(f'"{text.strip()}" is not a number; write it like 3.5 or 3,5.')
    return float(written)


class NumberField(QLineEdit):
    """A number, or nothing. `value_committed(value)` when the user has changed it, None when emptied.

    What is not a number or lies outside the limits is marked, explained by `refused(sentence)`, and not
    committed; `refused("")` when it is well again.
    """

    value_committed = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        look: Look,
        name: str,
        decimals: int = 2,
        lowest: float | None = None,
        highest: float | None = None,
    ) -> None:
        super().__init__()
        self._look = look
        self._decimals = decimals
        self._limits = (lowest, highest)
        self._value: float | None = None
        self._shown = ""
        self.setAccessibleName(name)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.editingFinished.connect(self._commit)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def value(self) -> float | None:
        """The number last committed or set."""
        return self._value

    def set_value(self, value: float | None) -> None:
        """Shows a number without a signal; a field in which someone is typing keeps what is typed."""
        self._value = value
        shown = "" if value is None else f"{value:.{self._decimals}f}"
        if shown != self._shown and not (self.hasFocus() and self.isModified()):
            self._shown = shown
            self.setText(shown)
        self._tell("")

    def _commit(self) -> None:
        if self.text() == self._shown:
            self._tell("")
            return
        try:
            value = self._checked(self.text())
        except ValueError as error:
            self._tell(str(error))
            return
        self._value = value
        self._shown = "" if value is None else f"{value:.{self._decimals}f}"
        self.setText(self._shown)
        self._tell("")
        self.value_committed.emit(value)

    def _checked(self, text: str) -> float | None:
        if not text.strip():
            return None
        value = parse_number(text)
        lowest, highest = self._limits
        if (lowest is not None and value < lowest) or (highest is not None and value > highest):
            raise ValueError(self._limits_sentence(lowest, highest))
        return value

    def _limits_sentence(self, lowest: float | None, highest: float | None) -> str:
        if lowest is None:
            return self.tr("The largest number here is {highest:g}.").format(highest=highest)
        if highest is None:
            return self.tr("The smallest number here is {lowest:g}.").format(lowest=lowest)
        return self.tr("Write a number from {lowest:g} to {highest:g}.").format(
            lowest=lowest, highest=highest
        )

    def _tell(self, sentence: str) -> None:
        if bool(self.property("invalid")) != bool(sentence):
            mark_invalid(self, is_invalid=bool(sentence))
        self.refused.emit(sentence)

    def _restyle(self) -> None:
        self.setMinimumWidth(self._look.metrics.units(8))


class _Area(QPlainTextEdit):
    """Several lines of text; `committed` when the keyboard leaves it, Tab goes on to the next field."""

    committed = Signal()

    def __init__(self, look: Look, name: str, placeholder: str) -> None:
        super().__init__()
        self._look = look
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        look.changed.connect(self._restyle)
        self._restyle()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.committed.emit()

    def _restyle(self) -> None:
        self.setMinimumHeight(3 * self._look.metrics.line("body") + 2 * self._look.metrics.space("s"))


def text_field(_look: Look, name: str, placeholder: str = "") -> QLineEdit:
    """One line of text; connect its `editingFinished`."""
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(placeholder)
    return field


def area_field(look: Look, name: str, placeholder: str = "") -> _Area:
    """Several lines of text; connect its `committed`."""
    return _Area(look, name, placeholder)


def mark_invalid(field: QWidget, *, is_invalid: bool) -> None:
    """Gives a field the border of an error, or takes it away."""
    field.setProperty("invalid", is_invalid)
    style = field.style()
    style.unpolish(field)
    style.polish(field)


class LabelledField(QWidget):
    """A label, the field, a hint below; an error replaces the hint until it is cleared."""

    def __init__(self, look: Look, label: str, editor: QWidget, hint: str = "") -> None:
        super().__init__()
        self._look = look
        self._hint = hint
        self.editor = editor
        self._label = Text(look, label, "strong")
        self._label.setBuddy(editor)
        self._below = caption(look, hint)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._label)
        self._column.addWidget(editor)
        self._column.addWidget(self._below)
        self._below.setVisible(bool(hint))
        if not editor.sizePolicy().expandingDirections() & Qt.Orientation.Vertical:
            self._column.addStretch(1)
        if isinstance(editor, NumberField):
            editor.refused.connect(self._follow)
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def error(self) -> str:
        """The sentence shown below the field; empty when all is well."""
        return self._below.plain_text if self.editor.property("invalid") else ""

    def set_error(self, sentence: str) -> None:
        """Marks the field and says below it what is wrong and how to mend it."""
        mark_invalid(self.editor, is_invalid=True)
        self._below.set_colour("danger")
        self._below.set_text(sentence)
        self._below.setVisible(True)
        self.editor.setAccessibleDescription(sentence)

    def clear_error(self) -> None:
        """Takes the error away and shows the hint again."""
        mark_invalid(self.editor, is_invalid=False)
        self._below.set_colour("text_muted")
        self._below.set_text(self._hint)
        self._below.setVisible(bool(self._hint))
        self.editor.setAccessibleDescription(self._hint)

    def _follow(self, sentence: str) -> None:
        if sentence:
            self.set_error(sentence)
        else:
            self.clear_error()

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.metrics.space("xs"))
