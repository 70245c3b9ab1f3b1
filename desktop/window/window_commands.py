"""The rows of every menu: what the window and the study can be asked to do."""

from __future__ import annotations

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.commands import Command, Commands
from desktop.window.rooms import RoomKind

if TYPE_CHECKING:
    from desktop.window.acts import Acts


class WindowCommands(QObject):
    """Builds the commands from the acts of the window."""

    def build(self, acts: Acts, rooms: tuple[RoomKind, ...]) -> Commands:
        """All commands, in the order of their menus."""
        commands = Commands()
        groups = (
            self._file(acts),
            self._edit(acts),
            self._view(acts, rooms),
            self._session(acts),
            self._help(acts),
        )
        for command in chain.from_iterable(groups):
            commands.add(command)
        return commands

    def _file(self, acts: Acts) -> tuple[Command, ...]:
        menu, has = self.tr("&File"), acts.has_study
        return (
            Command("new", self.tr("New study"), acts.new, menu, "Ctrl+N"),
            Command("open", self.tr("Open…"), acts.open, menu, "Ctrl+O"),
            Command("example", self.tr("Open the example portfolio (fictional)"), acts.example, menu),
            Command(
                "example_session",
                self.tr("Open the example session with five stakeholders (fictional)"),
                acts.example_session,
                menu,
            ),
            Command("save", self.tr("Save"), acts.save, menu, "Ctrl+S", enabled=has, starts_group=True),
            Command("save_as", self.tr("Save as…"), acts.save_as, menu, "Ctrl+Shift+S", enabled=has),
            Command(
                "import",
                self.tr("Import projects…"),
                acts.import_projects,
                menu,
                "Ctrl+I",
                enabled=has,
                starts_group=True,
            ),
            Command("template", self.tr("Save data-entry workbook…"), acts.save_template, menu, enabled=has),
            Command(
                "export_workbook",
                self.tr("Export workbook…"),
                acts.export_workbook,
                menu,
                "Ctrl+E",
                enabled=has,
                starts_group=True,
            ),
            Command(
                "export_brief",
                self.tr("Export brief as PDF…"),
                acts.export_brief,
                menu,
                "Ctrl+Shift+E",
                enabled=has,
            ),
            Command(
                "close",
                self.tr("Close study"),
                acts.close_study,
                menu,
                "Ctrl+W",
                enabled=has,
                starts_group=True,
            ),
            Command("quit", self.tr("Quit"), acts.quit, menu, "Ctrl+Q"),
        )

    def _edit(self, acts: Acts) -> tuple[Command, ...]:
        menu = self.tr("&Edit")
        return (
            Command(
                "undo",
                self.tr("Undo"),
                acts.undo,
                menu,
                "Ctrl+Z",
                enabled=acts.can_undo,
                live_text=acts.undo_text,
            ),
            Command(
                "redo",
                self.tr("Redo"),
                acts.redo,
                menu,
                "Ctrl+Shift+Z",
                enabled=acts.can_redo,
                live_text=acts.redo_text,
            ),
            Command(
                "palette", self.tr("Find a command…"), acts.show_palette, menu, "Ctrl+K", starts_group=True
            ),
        )

    def _view(self, acts: Acts, rooms: tuple[RoomKind, ...]) -> tuple[Command, ...]:
        menu = self.tr("&View")
        visits = tuple(
            Command(
                f"room_{room.key}",
                room.name,
                partial(acts.show_room, room.key),
                menu,
                f"Ctrl+{number}",
                icon=room.icon,
                enabled=acts.has_study,
            )
            for number, room in enumerate(rooms, 1)
        )
        themes = (
            ("system", self.tr("Colours as the system")),
            ("light", self.tr("Light colours")),
            ("dark", self.tr("Dark colours")),
            ("contrast", self.tr("High contrast")),
        )
        choices = tuple(
            Command(
                f"theme_{key}",
                text,
                partial(acts.set_theme, key),
                menu,
                checked=partial(acts.has_theme, key),
                starts_group=key == "system",
            )
            for key, text in themes
        )
        sizes = (
            Command(
                "larger", self.tr("Larger text"), partial(acts.zoom, 1), menu, "Ctrl++", starts_group=True
            ),
            Command("smaller", self.tr("Smaller text"), partial(acts.zoom, -1), menu, "Ctrl+-"),
            Command("normal_size", self.tr("Normal text size"), partial(acts.zoom, 0), menu, "Ctrl+0"),
            Command(
                "full_screen",
                self.tr("Full screen"),
                acts.toggle_full_screen,
                menu,
                "F11",
                checked=acts.is_full_screen,
            ),
        )
        return (*visits, *choices, *sizes)

    def _session(self, window_acts: Acts) -> tuple[Command, ...]:
        menu, acts, has = self.tr("&Session"), window_acts.sitting, window_acts.has_study
        return (
            Command("session", self.tr("Start session"), acts.start, menu, "F5", icon="play", enabled=has),
            Command("session_log", self.tr("Session log"), acts.show_log, menu, enabled=has),
            Command("reveal", self.tr("Reveal the answers"), acts.reveal, menu, enabled=acts.is_hidden),
            *self._ballots(window_acts),
            Command(
                "seal",
                self.tr("Seal the weights…"),
                acts.seal,
                menu,
                icon="lock",
                enabled=acts.can_seal,
                starts_group=True,
            ),
            Command(
                "blind_scoring",
                self.tr("Blind scoring: hide titles and countries"),
                acts.toggle_blind,
                menu,
                enabled=has,
                checked=acts.is_blind,
                starts_group=True,
            ),
        )

    def _ballots(self, acts: Acts) -> tuple[Command, ...]:
        menu = self.tr("&Session")
        return (
            Command(
                "write_ballots",
                self.tr("Write ballots…"),
                acts.write_ballots,
                menu,
                enabled=acts.has_stakeholders,
                starts_group=True,
            ),
            Command(
                "collect_ballots",
                self.tr("Collect ballots…"),
                acts.collect_ballots,
                menu,
                enabled=acts.has_stakeholders,
            ),
        )

    def _help(self, acts: Acts) -> tuple[Command, ...]:
        menu = self.tr("&Help")
        return (
            Command("help", self.tr("Help for this room"), acts.show_help, menu, "F1"),
            Command("about", self.tr("About Proportio"), acts.show_about, menu),
        )
