"""What the commands do: each act is one method, and none of them paints anything."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.app.context import Context
from desktop.app.folders import start_folder
from desktop.app.session import STUDY_SUFFIX, Session
from desktop.app.version import file_name
from desktop.window.session_acts import SessionActs

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from criteria.model.study import Study
    from desktop.app.jobs import LatestJob, Token

ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


class Shell(Protocol):
    """What acts may ask of the window."""

    def show_room(self, key: str, place: str = "") -> None:
        """Shows a room."""

    def current_room(self) -> str:
        """The key of the room in view."""

    def show_palette(self) -> None:
        """Opens the list of commands."""

    def show_help(self, room: str) -> None:
        """Opens help at a room."""

    def import_table(self, path: Path) -> None:
        """Opens the preview of an import."""

    def close(self) -> bool:
        """Closes the window."""

    def isFullScreen(self) -> bool:
        """Whether the window fills the screen."""

    def showFullScreen(self) -> None:
        """Fills the screen."""

    def showNormal(self) -> None:
        """Leaves full screen."""


class Acts(QObject):
    """The acts of the window, over session, store and look."""

    def __init__(self, context: Context, session: Session, shell: Shell, exporter: LatestJob) -> None:
        super().__init__()
        self._context = context
        self._session = session
        self._shell = shell
        self._exporter = exporter
        self._above = shell if isinstance(shell, QWidget) else None
        self.sitting = SessionActs(context, session, shell)

    def has_study(self) -> bool:
        """Whether a study is in hand."""
        return self._session.has_study

    def new(self) -> None:
        """Starts a study."""
        self._session.new()

    def example(self) -> None:
        """Opens the example."""
        self._session.open_example()

    def example_session(self) -> None:
        """Opens the example session."""
        self._session.open_example_session()

    def open(self) -> None:
        """Opens a study or, as a new study, a table."""
        filters = self.tr("Studies and tables (*.proportio *.xlsx *.xls *.ods *.csv);;All files (*)")
        folder = str(self._folder())
        path = self._context.questions.open_path(self.tr("Open a study or a table"), filters, folder)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Opens a study file, or previews the import of a table into the study in hand or a new one."""
        from criteria.files.ballot_reader import is_ballot

        if path.suffix.lower() == STUDY_SUFFIX:
            self._session.open_path(path)
        elif is_ballot(path):
            self._take_ballot(path)
        elif self._session.has_study or self._session.new():
            self._shell.import_table(path)

    def open_files(self, paths: list[Path]) -> None:
        """Collects those that are ballots; without any it opens the first file."""
        from criteria.files.ballot_reader import is_ballot

        ballots = [path for path in paths if is_ballot(path)] if self._session.has_study else []
        if ballots:
            self.collect_ballots(ballots)
        elif paths:
            self.open_file(paths[0])

    def write_ballots(self) -> None:
        """Asks for whom and where, and writes ballots."""
        from desktop.dialogs.ballot_dialog import ask_for_ballots

        ask_for_ballots(self._above, self._context, self._folder())

    def collect_ballots(self, paths: Sequence[Path] = ()) -> None:
        """Shows returned ballots and merges those that are ticked."""
        from desktop.dialogs.collect_dialog import collect_ballots

        collect_ballots(self._above, self._context, paths)

    def _take_ballot(self, path: Path) -> None:
        if self._session.has_study:
            self.collect_ballots([path])
        else:
            sentence = self.tr("“{name}” is a ballot: open the study it belongs to, then collect it.")
            self._context.navigator.tell(sentence.format(name=path.name))

    def has_stakeholders(self) -> bool:
        """Whether there is somebody who can be asked."""
        return self._session.has_study and bool(self._context.store.study.stakeholders)

    def save(self) -> None:
        """Saves the study."""
        self._session.save()

    def save_as(self) -> None:
        """Saves the study under another name."""
        self._session.save_as()

    def close_study(self) -> None:
        """Goes back to the start page."""
        self._session.close()

    def quit(self) -> None:
        """Closes the window, which asks about unsaved changes."""
        self._shell.close()

    def import_projects(self) -> None:
        """Asks for a table and previews its import."""
        filters = self.tr("Tables (*.xlsx *.xls *.ods *.csv);;All files (*)")
        folder = str(self._folder())
        path = self._context.questions.open_path(self.tr("Import projects"), filters, folder)
        if path is not None:
            self._shell.import_table(path)

    def save_template(self) -> None:
        """Writes the empty data-entry workbook."""
        path = self._where(
            self.tr("Save data-entry workbook"), self.tr("Workbook (*.xlsx)"), "data entry", ".xlsx"
        )
        if path is not None:
            self._exporter.start(partial(_write_template, self._context.store.study, path))

    def export_workbook(self) -> None:
        """Writes the workbook of the study."""
        from desktop.documents.exports import export_workbook

        self._export(self.tr("Export workbook"), self.tr("Workbook (*.xlsx)"), ".xlsx", export_workbook)

    def export_brief(self) -> None:
        """Writes the brief as PDF."""
        from desktop.documents.exports import export_brief

        self._export(self.tr("Export brief"), self.tr("PDF (*.pdf)"), ".pdf", export_brief)

    def undo(self) -> None:
        """Takes the last step back."""
        self._context.store.undo()

    def redo(self) -> None:
        """Does it again."""
        self._context.store.redo()

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._context.store.history.undo_label is not None

    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._context.store.history.redo_label is not None

    def undo_text(self) -> str:
        """What undo would take back."""
        label = self._context.store.history.undo_label
        return self.tr("Undo: {step}").format(step=label) if label else self.tr("Undo")

    def redo_text(self) -> str:
        """What redo would do again."""
        label = self._context.store.history.redo_label
        return self.tr("Redo: {step}").format(step=label) if label else self.tr("Redo")

    def show_room(self, key: str) -> None:
        """Shows a room."""
        self._shell.show_room(key)

    def show_palette(self) -> None:
        """Opens the list of all commands."""
        self._shell.show_palette()

    def show_help(self) -> None:
        """Opens help at the room in view."""
        self._shell.show_help(self._shell.current_room())

    def show_about(self) -> None:
        """Opens help at what the program is."""
        self._shell.show_help("about")

    def set_theme(self, name: str) -> None:
        """Chooses colours and keeps the choice."""
        self._context.settings.change(theme=name)

    def has_theme(self, name: str) -> bool:
        """Whether these colours are chosen."""
        return self._context.settings.value.theme == name

    def zoom(self, direction: int) -> None:
        """Makes text larger or smaller by one step, or normal with 0."""
        now = self._context.settings.value.scale
        place = min(range(len(ZOOM_STEPS)), key=lambda i: abs(ZOOM_STEPS[i] - now))
        step = ZOOM_STEPS.index(1.0) if direction == 0 else place + direction
        self._context.settings.change(scale=ZOOM_STEPS[min(len(ZOOM_STEPS) - 1, max(0, step))])

    def toggle_full_screen(self) -> None:
        """Fills the screen or leaves it."""
        if self._shell.isFullScreen():
            self._shell.showNormal()
        else:
            self._shell.showFullScreen()

    def is_full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self._shell.isFullScreen()

    def _export(
        self, title: str, filters: str, suffix: str, write: Callable[[Study, Path, Token], Path]
    ) -> None:
        path = self._where(title, filters, self._context.store.study.title, suffix) if self._may() else None
        if path is not None:
            self._exporter.start(partial(write, self._context.store.study, path))

    def _may(self) -> bool:
        """Whether answers may leave the program: asked while they are hidden from each other."""
        if not self._context.store.study.session.hidden:
            return True
        text = self.tr("Answers are still hidden; the export would show them all. Export anyway?")
        return self._context.questions.confirm(self.tr("Answers are hidden"), text, self.tr("Export anyway"))

    def _where(self, title: str, filters: str, name: str, suffix: str) -> Path | None:
        suggestion = self._folder() / f"{file_name(name)}{suffix}"
        return self._context.questions.save_path(title, filters, str(suggestion))

    def _folder(self) -> Path:
        base = self._session.path
        return start_folder(base.parent if base else None, self._context.settings.value.folder)


def _write_template(study: Study, path: Path, _token: Token) -> Path:
    from criteria.files.template_workbook import write_template

    write_template(path, study)
    return path
