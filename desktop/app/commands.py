"""Every act of the program as one row; menus, shortcuts and the palette read these rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec


def always() -> bool:
    """A command that is available at any time."""
    return True


class Command(msgspec.Struct, frozen=True, eq=False):
    """One act: `menu` names the menu it stands in, empty for the palette alone."""

    id: str
    text: str
    do: Callable[[], object]
    menu: str = ""
    shortcut: str = ""
    icon: str = ""
    enabled: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    starts_group: bool = False
    #: A text that changes with the study ("Undo: change weight"), None where it does not.
    live_text: Callable[[], str] | None = None

    @property
    def shown_text(self) -> str:
        """The text to show now."""
        return self.live_text() if self.live_text is not None else self.text


class Commands:
    """The commands in the order of their menus."""

    def __init__(self) -> None:
        self._rows: dict[str, Command] = {}

    def add(self, command: Command) -> None:
        """Takes a command in; an id is used once."""
        if command.id in self._rows:
            raise ValueError(f"two commands are called {command.id}")
        self._rows[command.id] = command

    def __iter__(self) -> Iterator[Command]:
        return iter(self._rows.values())

    def __getitem__(self, command_id: str) -> Command:
        return self._rows[command_id]

    def run(self, command_id: str) -> None:
        """Carries out a command unless it is not available now."""
        command = self._rows[command_id]
        if command.enabled():
            command.do()
