"""What the program remembers about this person's window; nothing of it is part of a study."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

RECENT_LIMIT = 12


@dataclass(frozen=True)
class Recent:
    """One entry of the list of recent studies."""

    path: str
    title: str
    opened: str
    projects: int = 0


@dataclass(frozen=True)
class Preferences:
    """Choices of this person with their defaults."""

    theme: str = "system"
    scale: float = 1.0
    last_room: str = "overview"
    recent: tuple[Recent, ...] = ()
    folder: str = ""
    reduced_motion: bool = False
    folded: tuple[str, ...] = field(default=())


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
        value = replace(self._value, **choices)
        if value != self._value:
            self._value = value
            self._backend.setValue("preferences", json.dumps(asdict(value)))
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
        try:
            return [int(width) for width in json.loads(str(self._backend.value(f"columns/{table}", "[]")))]
        except (ValueError, TypeError):
            return []

    def keep_column_widths(self, table: str, widths: list[int]) -> None:
        """Keeps the widths of a table's columns."""
        self._backend.setValue(f"columns/{table}", json.dumps(widths))

    def split(self, splitter: str) -> list[int]:
        """Sizes of a splitter's parts as last left, empty where it was never moved."""
        try:
            return [int(size) for size in json.loads(str(self._backend.value(f"splitters/{splitter}", "[]")))]
        except (ValueError, TypeError):
            return []

    def keep_split(self, splitter: str, sizes: list[int]) -> None:
        """Keeps the sizes of a splitter's parts."""
        self._backend.setValue(f"splitters/{splitter}", json.dumps(sizes))


def _read(text: str) -> Preferences:
    """Preferences from their stored form; anything unreadable falls back to the default."""
    try:
        stored = json.loads(text)
    except ValueError:
        return Preferences()
    if not isinstance(stored, dict):
        return Preferences()
    known = {item.name for item in fields(Preferences)}
    kept = {name: value for name, value in stored.items() if name in known}
    try:
        kept["recent"] = tuple(Recent(**entry) for entry in kept.get("recent", ()))
        kept["folded"] = tuple(kept.get("folded", ()))
        return Preferences(**kept)
    except TypeError:
        return Preferences()
