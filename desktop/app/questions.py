"""Every message box and file picker of the program, so that tests can answer instead of a person."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QInputDialog, QMessageBox, QWidget

Unsaved = Literal["save", "discard", "cancel"]


class Questions(Protocol):
    """What the program may ask a person."""

    def open_path(self, title: str, filters: str, folder: str = "") -> Path | None:
        """A file to open, None when the person thinks better of it."""

    def save_path(self, title: str, filters: str, suggestion: str) -> Path | None:
        """Where to save, None when the person thinks better of it; overwriting is asked by the picker."""

    def folder(self, title: str, start: str = "") -> Path | None:
        """A folder, None when the person thinks better of it."""

    def unsaved(self, title: str) -> Unsaved:
        """What to do with changes that are not saved."""

    def confirm(self, title: str, text: str, accept: str) -> bool:
        """Whether to go on with something that undo cannot take back."""

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """A line of text, None when the person thinks better of it."""

    def tell(self, title: str, text: str, details: str = "") -> None:
        """Something that must be read before going on."""


class WindowQuestions(QObject):
    """Questions put by real dialogs above the window."""

    def __init__(self) -> None:
        super().__init__()
        self._parent: QWidget | None = None

    def set_parent_widget(self, parent: QWidget) -> None:
        """The window above which dialogs open."""
        self._parent = parent

    def open_path(self, title: str, filters: str, folder: str = "") -> Path | None:
        """See Questions."""
        name, _ = QFileDialog.getOpenFileName(self._parent, title, folder, filters)
        return Path(name) if name else None

    def save_path(self, title: str, filters: str, suggestion: str) -> Path | None:
        """See Questions."""
        name, chosen = QFileDialog.getSaveFileName(self._parent, title, suggestion, filters)
        if not name:
            return None
        path = Path(name)
        return path if path.suffix else path.with_suffix(_suffix(chosen or filters))

    def folder(self, title: str, start: str = "") -> Path | None:
        """See Questions."""
        name = QFileDialog.getExistingDirectory(self._parent, title, start)
        return Path(name) if name else None

    def unsaved(self, title: str) -> Unsaved:
        """See Questions."""
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

    def confirm(self, title: str, text: str, accept: str) -> bool:
        """See Questions."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        button = box.addButton(accept, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        return box.clickedButton() is button

    def text(self, title: str, label: str, value: str = "") -> str | None:
        """See Questions."""
        answer, accepted = QInputDialog.getText(self._parent, title, label, text=value)
        return answer if accepted else None

    def tell(self, title: str, text: str, details: str = "") -> None:
        """See Questions."""
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        if details:
            box.setDetailedText(details)
        box.exec()


def _suffix(filters: str) -> str:
    start = filters.find("*.")
    if start < 0:
        return ""
    end = min(i for i in (filters.find(" ", start), filters.find(")", start), len(filters)) if i > 0)
    return filters[start + 1 : end]
