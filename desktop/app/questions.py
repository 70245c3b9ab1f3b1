"""Every message box and file picker of the program, so that tests can answer instead of a person."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

import msgspec
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.folders import start_folder
from desktop.look.look import Look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox

Unsaved = Literal["save", "discard", "cancel"]


class Signature(msgspec.Struct, frozen=True):
    """Who answers for something on record, and why; `reason` is "" where none was asked for."""

    who: str
    reason: str = ""


class Questions(Protocol):
    """What the program may ask a person."""

    def open_path(self, title: str, filters: str, folder: str = "") -> Path | None:
        """A file to open, None when the person thinks better of it."""

    def open_paths(self, title: str, filters: str, folder: str = "") -> list[Path]:
        """Files to open, none when the person thinks better of it."""

    def save_path(self, title: str, filters: str, suggestion: str) -> Path | None:
        """Where to save, None when the person thinks better of it; overwriting is asked by the picker."""

    def folder(self, title: str, start: str = "") -> Path | None:
        """A folder, None when the person thinks better of it."""

    def unsaved(self, title: str) -> Unsaved:
        """What to do with changes that are not saved."""

    def confirm(self, title: str, text: str, accept: str, decline: str = "") -> bool:
        """Whether to go on with something that undo cannot take back; without `decline` it says Cancel."""

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """A line of text, None when the person thinks better of it."""

    def sign(
        self, title: str, text: str, accept: str, who: str = "", *, asks_reason: bool = True
    ) -> Signature | None:
        """A name, and a reason if asked, for the record; None when the person thinks better of it."""

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Something that must be read before going on."""


class WindowQuestions(QObject):
    """Questions put by real dialogs above the window, which are loaded when the first one is asked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._parent: QWidget | None = None

    def set_parent_widget(self, parent: QWidget) -> None:
        """The window above which dialogs open."""
        self._parent = parent

    def open_path(self, title: str, filters: str, folder: str = "") -> Path | None:
        """See Questions."""
        from PySide6.QtWidgets import QFileDialog

        start = str(start_folder(folder))
        name, _ = QFileDialog.getOpenFileName(self._parent, title, start, filters)
        return Path(name) if name else None

    def open_paths(self, title: str, filters: str, folder: str = "") -> list[Path]:
        """See Questions."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(self._parent, title, str(start_folder(folder)), filters)
        return [Path(name) for name in names]

    def save_path(self, title: str, filters: str, suggestion: str) -> Path | None:
        """See Questions."""
        from PySide6.QtWidgets import QFileDialog

        wish = Path(suggestion)
        start = str(start_folder(wish.parent if wish.is_absolute() else None) / wish.name)
        name, chosen = QFileDialog.getSaveFileName(self._parent, title, start, filters)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(_suffix(chosen or filters))

    def folder(self, title: str, start: str = "") -> Path | None:
        """See Questions."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(self._parent, title, str(start_folder(start)))
        return Path(name) if name else None

    def unsaved(self, title: str) -> Unsaved:
        """See Questions."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Unsaved changes"))
        box.setText(self.tr("Save the changes to “{title}” first?").format(title=title))
        box.setInformativeText(self.tr("Without saving, the changes since the last save are lost."))
        kinds = QMessageBox.StandardButton
        box.setStandardButtons(kinds.Save | kinds.Discard | kinds.Cancel)
        box.setDefaultButton(kinds.Save)
        answers: dict[int, Unsaved] = {kinds.Save.value: "save", kinds.Discard.value: "discard"}
        return answers.get(box.exec(), "cancel")

    def confirm(self, title: str, text: str, accept: str, decline: str = "") -> bool:
        """See Questions."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        button = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
        if decline:
            box.setEscapeButton(box.addButton(decline, QMessageBox.ButtonRole.RejectRole))
        else:
            box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(button)
        box.exec()
        return box.clickedButton() is button

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """See Questions."""
        from PySide6.QtWidgets import QInputDialog

        answer, accepted = QInputDialog.getText(self._parent, title, label, text=value)
        return answer if accepted else None

    def sign(
        self, title: str, text: str, accept: str, who: str = "", *, asks_reason: bool = True
    ) -> Signature | None:
        """See Questions."""
        from PySide6.QtWidgets import QDialog

        from desktop.app.signature_form import SignatureForm

        form = SignatureForm(self._above(), self._look, text, accept, who, asks_reason=asks_reason)
        form.setWindowTitle(title)
        try:
            accepted = form.exec() == QDialog.DialogCode.Accepted
            return Signature(form.who, form.reason) if accepted else None
        finally:
            form.deleteLater()

    def _above(self) -> QWidget | None:
        """The window in use, which is not always the main one."""
        return QApplication.activeWindow() or self._parent

    def tell(self, title: str, text: str, details: str = "") -> None:
        """See Questions."""
        self.tell_box(title, text, details).exec()

    def tell_box(self, title: str, text: str, details: str = "") -> QMessageBox:
        """The box for something that must be read; its details can be read in full and copied."""
        from PySide6.QtWidgets import QMessageBox, QTextEdit

        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        head, _, rest = text.partition("\n")
        box.setText(head)
        box.setInformativeText(rest.strip())
        if not details:
            return box
        box.setIcon(QMessageBox.Icon.Warning)
        box.setDetailedText(details)
        for shown in box.findChildren(QTextEdit):
            shown.setFixedHeight(12 * shown.fontMetrics().height())
        copy = box.addButton(self.tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
        # Any button of a message box closes it; this one is to be pressed while one goes on reading.
        copy.clicked.disconnect()
        copy.clicked.connect(partial(_copy, details))
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Ok))
        return box


def _copy(text: str, _checked: bool = False) -> None:
    QApplication.clipboard().setText(text)


def _suffix(filters: str) -> str:
    start = filters.find("*.")
    if start < 0:
        return ""
    end = min(i for i in (filters.find(" ", start), filters.find(")", start), len(filters)) if i > 0)
    return filters[start + 1 : end]
