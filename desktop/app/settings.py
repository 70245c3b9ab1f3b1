"""What the program remembers about this person's window; nothing of it is part of a study."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

RECENT_LIMIT = 12


class Recent(msgspec.Struct, frozen=True):
    """One entry of the list of recent studies."""

    path: str
    title: str
    opened: str
    projects: int = 0


class Preferences(msgspec.Struct, frozen=True):
    """Choices of this person with their defaults."""

    theme: str = "system"
    scale: float = 1.0
    last_room: str = "overview"
    recent: tuple[Recent, ...] = ()
    folder: str = ""
    reduced_motion: bool = False
    folded: tuple[str, ...] = ()


class SettingsStore(QObject):
    """Preferences as one value, kept in the system's usual place."""

    changed = Signal(object)

    def __init__(self, backend: QSettings) -> None:
        super().__init__()
        self._backend = backend
        self._value = _read(str(backend.value("preferences", "")))

    @property
    def value(self) -> Preferences:
        """The preferences as they are now."""
        return self._value

    def change(self, **choices: Any) -> None:
        """Replaces some preferences and keeps them for the next start."""
        value = msgspec.structs.replace(self._value, **choices)
        if value != self._value:
            self._value = value
            self._backend.setValue("preferences", _written(value))
            self.changed.emit(value)

    def add_recent(self, entry: Recent) -> None:
        """Puts a study at the head of the list of recent ones."""
        others = [known for known in self._value.recent if known.path != entry.path]
        self.change(recent=(entry, *others)[:RECENT_LIMIT])

    def geometry(self) -> QByteArray:
        """Size and place of the window as Qt stored it, empty at the first start."""
        stored = self._backend.value("geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def keep_geometry(self, geometry: QByteArray) -> None:
        """Keeps size and place of the window."""
        self._backend.setValue("geometry", geometry)

    def column_widths(self, table: str) -> list[int]:
        """Widths of a table's columns as last left, empty where it was never changed."""
        return self._numbers(f"columns/{table}")

    def keep_column_widths(self, table: str, widths: list[int]) -> None:
        """Keeps the widths of a table's columns."""
        self._backend.setValue(f"columns/{table}", _written(widths))

    def split(self, splitter: str) -> list[int]:
        """Sizes of a splitter's parts as last left, empty where it was never moved."""
        return self._numbers(f"splitters/{splitter}")

    def keep_split(self, splitter: str, sizes: list[int]) -> None:
        """Keeps the sizes of a splitter's parts."""
        self._backend.setValue(f"splitters/{splitter}", _written(sizes))

    def _numbers(self, key: str) -> list[int]:
        try:
            return msgspec.json.decode(str(self._backend.value(key, "[]")), type=list[int])
        except msgspec.DecodeError:
            return []


def _written(value: object) -> str:
    return msgspec.json.encode(value).decode()


def _read(text: str) -> Preferences:
    """Preferences from their stored form; anything unreadable falls back to the default."""
    try:
        return msgspec.json.decode(text, type=Preferences)
    except msgspec.DecodeError:
        return Preferences()
