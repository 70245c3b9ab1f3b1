"""The window: places menu, sidebar, rooms and problem bar, and nothing else."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMimeData, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.app.context import Context
from desktop.app.session import Session
from desktop.look.icons import app_icon
from desktop.widgets.buttons import secondary_button
from desktop.widgets.notice import Notice
from desktop.widgets.overlay import Overlay
from desktop.widgets.planes import set_plane
from desktop.widgets.problem_bar import ProblemBar
from desktop.widgets.progress import Progress
from desktop.widgets.roomy import Roomy
from desktop.widgets.sidebar import Entry, Sidebar
from desktop.window.acts import Acts
from desktop.window.menus import Menus
from desktop.window.notices import Notices
from desktop.window.overviewer import Overviewer
from desktop.window.room_stack import RoomStack
from desktop.window.rooms import RoomKind, room_kinds
from desktop.window.window_commands import WindowCommands

if TYPE_CHECKING:
    from criteria.change import Change
    from desktop.pages.page import Page
    from desktop.window.start_page import StartPage


class MainWindow(QMainWindow):
    """Joins the parts of the window to store, session and navigator."""

    #: Emitted once, after the window was painted for the first time.
    painted = Signal()
    #: Emitted once after `begin_with_facts`, when the numbers stand on screen.
    settled = Signal()
    #: Emitted when the window closes and nothing is left to save.
    closed = Signal()

    def __init__(self, context: Context, session: Session) -> None:
        super().__init__()
        self._context, self._session = context, session
        self._rooms: tuple[RoomKind, ...] = room_kinds()
        self._room = ""
        self._was_painted = False
        self._is_settled, self._tells_settled = True, False
        self._exporter = context.job(self)
        self._acts = Acts(context, session, self, self._exporter)
        self.commands = WindowCommands().build(self._acts, self._rooms)
        self._overviewer = Overviewer(context.store)
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self._context.look
        self.setAcceptDrops(True)
        self._sidebar, self._bar = Sidebar(look), ProblemBar(look)
        self._notice, self._progress = Notice(look, is_framed=True), Progress(look)
        set_plane(self._progress, "card")
        self._notices = Notices(self._notice, self._context.store)
        self._overlay = Overlay(self._progress, self._notice)
        self._stack, self._whole = RoomStack(self._context, self._rooms), QStackedWidget()
        # A frame of its own, because a stack raises the room it shows above everything else in it.
        self._area = QWidget()
        area = QVBoxLayout(self._area)
        area.setContentsMargins(0, 0, 0, 0)
        area.addWidget(self._stack)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._sidebar)
        middle.addWidget(self._area, 1)
        self._overlay.set_host(self._area)
        self._study_frame = QWidget()
        column = QVBoxLayout(self._study_frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._bar)
        self._whole.addWidget(self._study_frame)
        self.setCentralWidget(self._whole)
        self._menus = Menus(self.menuBar(), self.commands, self)
        # Kept: Qt does not take a corner widget over from Python.
        self._search = search = secondary_button(look, self.tr("Search commands   Ctrl+K"), "search")
        search.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        search.clicked.connect(self.show_palette)
        self.menuBar().setCornerWidget(search)
        metrics = look.metrics
        room = self.screen().availableSize()
        self.resize(QSize(metrics.units(180), metrics.units(112)).boundedTo(room))
        self.restoreGeometry(self._context.settings.geometry())

    def _wire(self) -> None:
        context = self._context
        context.look.changed.connect(self._fit_menu_bar)
        context.store.changed.connect(self._follow_change)
        context.store.refused.connect(self._notices.refuse)
        context.store.refused.connect(self._show_again)
        context.navigator.asked.connect(self.show_room)
        context.navigator.command_asked.connect(self.commands.run)
        context.navigator.told.connect(self._tell)
        self._session.moved.connect(self._follow_session)
        self._session.failed.connect(self._notices.warn)
        self._session.told.connect(self._tell)
        self._sidebar.chosen.connect(self.show_room)
        self._stack.lost.connect(self._bring_back)
        self._bar.chosen.connect(self._go_to_problem)
        self._exporter.finished.connect(self._exported)
        self.painted.connect(self._show_icon)
        self._exporter.failed.connect(self._notices.warn)
        self._exporter.busy.connect(self._show_busy)
        self._exporter.progressed.connect(self._progress.show_progress)
        self._progress.cancelled.connect(self._exporter.cancel)

    def begin(self) -> None:
        """Shows the start page unless a study is in hand by now."""
        if not self._session.has_study:
            self._follow_session()

    def begin_with_facts(self) -> None:
        """Lets the first frame do without whatever must be computed; the numbers come right after it."""
        self._is_settled = False
        self.painted.connect(partial(QTimer.singleShot, 0, self._load_numbers))

    def settle(self) -> None:
        """Computes what the first frame did without, and shows it; afterwards every change is shown whole."""
        if self._is_settled:
            return
        self._is_settled = True
        if self._session.has_study:
            self._stack.mark_all()
            self.show_room(self._room)
            self._show_frame()
        self._tells_settled = True
        self.update()

    def show_room(self, key: str, place: str = "") -> None:
        """Shows a room, at a place in it."""
        if self._was_painted:
            # Whoever goes on before the numbers came gets them now.
            self.settle()
        if self._room and self._room != key:
            self._stack.leave(self._room)
        self._room = key
        self._context.settings.change(last_room=key)
        if self._can_show(key):
            page = self._stack.bring_up(key, is_settled=self._is_settled)
            if place:
                page.focus_on(place)
        self._sidebar.set_current(key)

    def current_room(self) -> str:
        """The key of the room in view, "start" before a study is in hand."""
        return self._room if self._session.has_study else "start"

    def page(self, key: str) -> Page:
        """The page of a room, built if it was never seen."""
        return self._stack.page(key)

    def show_palette(self) -> None:
        """Opens the list of commands over the window."""
        from desktop.widgets.command_palette import CommandPalette, PaletteRow

        palette = CommandPalette(self._context.look, self)
        palette.chosen.connect(self.commands.run)
        palette.open(
            [
                PaletteRow(c.id, c.shown_text, c.shortcut, c.enabled(), c.menu.replace("&", ""))
                for c in self.commands
                if c.id != "palette"
            ]
        )

    def show_help(self, room: str) -> None:
        """Opens help at a room."""
        from desktop.dialogs.help_dialog import HelpDialog

        HelpDialog.show_at(self, self._context.look, room)

    def import_table(self, path: Path) -> None:
        """Previews the import of a table and takes it over as one undo step."""
        from desktop.dialogs.import_dialog import ImportDialog

        taken = ImportDialog.ask(self, self._context, path)
        if taken:
            self.show_room("projects")

    def open_file(self, path: Path) -> None:
        """Opens a study or previews a table, by its ending."""
        self._acts.open_file(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tells once that the window is on screen, and once that its numbers are."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
        if self._tells_settled:
            self._tells_settled = False
            QTimer.singleShot(0, self.settled.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Asks about unsaved changes and keeps the window's place."""
        if not self._session.may_leave():
            event.ignore()
            return
        if self._room:
            self._stack.leave(self._room)
        self._exporter.cancel()
        self._context.settings.keep_geometry(self.saveGeometry())
        event.accept()
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accepts files."""
        if _dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Opens the file that was dropped."""
        self._acts.open_files(_dropped(event.mimeData()))

    @cached_property
    def _start(self) -> StartPage:
        """The start page, built when it is first seen."""
        from desktop.window.start_page import StartPage

        page = StartPage(self._context.look, self._context.settings)
        page.command_asked.connect(self.commands.run)
        page.recent_asked.connect(self._open_recent)
        return page

    @cached_property
    def _start_frame(self) -> Roomy:
        frame = Roomy(self._start)
        self._whole.addWidget(frame)
        return frame

    def _load_numbers(self) -> None:
        """Loads numpy, then what computes, then computes: between these steps the window answers."""
        import criteria.arrays  # noqa: F401 - loaded for what comes next

        QTimer.singleShot(0, self._load_methods)

    def _load_methods(self) -> None:
        import criteria.problems
        import criteria.ranking.results  # noqa: F401 - both are loaded for what comes next

        QTimer.singleShot(0, self.settle)

    def _can_show(self, key: str) -> bool:
        """Whether a room has something to show now; before the numbers there are, not every room has."""
        return self._is_settled or any(room.has_facts for room in self._rooms if room.key == key)

    def _fit_menu_bar(self) -> None:
        """Gives the corner its new width: a menu bar asks what its corner needs only when it is resized."""
        bar = self.menuBar()
        QCoreApplication.sendEvent(bar, QResizeEvent(bar.size(), bar.size()))

    def _show_icon(self) -> None:
        # Drawn at many sizes, so only once the window itself is seen.
        self.setWindowIcon(app_icon())

    def _bring_back(self, key: str) -> None:
        if self._room == key and self._session.has_study:
            self.show_room(key)

    def _follow_change(self, change: Change) -> None:
        if self._was_painted:
            self.settle()
        self._stack.mark_concerned(change)
        if self._session.has_study:
            self._stack.refresh(self._room, is_settled=self._is_settled)
            self._show_frame()

    def _show_again(self, _sentence: str) -> None:
        """After a refusal a control stands where its user left it, and the study does not."""
        self._stack.mark(self._room)
        self._stack.refresh(self._room, is_settled=self._is_settled)

    def _follow_session(self) -> None:
        has = self._session.has_study
        if has:
            # Before the sidebar is seen: a list that gets the keyboard chooses its first row by itself.
            wanted = self._room or self._context.settings.value.last_room
            known = {room.key for room in self._rooms}
            self.show_room(wanted if wanted in known else "overview")
        self._whole.setCurrentWidget(self._study_frame if has else self._start_frame)
        self._overlay.set_host(self._area if has else self._start_frame)
        self._notices.settle()
        self._show_frame()

    def _show_frame(self) -> None:
        study = self._context.store.study
        has = self._session.has_study
        self.setWindowTitle(f"{study.title}[*] – Proportio" if has else "Proportio")
        self.setWindowModified(has and self._context.store.is_modified)
        self._menus.refresh()
        if not has:
            return
        states = self._overviewer.states() if self._is_settled else self._overviewer.facts()
        self._sidebar.show_entries(
            [Entry(room.key, room.name, room.icon, *states.get(room.key, ("", ""))) for room in self._rooms]
        )
        self._sidebar.set_current(self._room)
        self._sidebar.set_footer(self._overviewer.footer(self._session))
        if self._is_settled:
            self._bar.show_problems(self._overviewer.problem_rows())
        self._bar.set_note(self._overviewer.method_note())

    def _go_to_problem(self, key: str) -> None:
        room, place = self._overviewer.place_of(key)
        self.show_room(room, place)

    def _open_recent(self, name: str) -> None:
        self._session.open_path(Path(name))

    def _tell(self, sentence: str, can_undo: bool = False) -> None:
        self._notices.tell(sentence, can_undo)
        self._show_frame()

    def _exported(self, path: object) -> None:
        self._progress.stop()
        if isinstance(path, Path):
            self._notices.tell_written(path)
            self._show_frame()

    def _show_busy(self, is_busy: bool) -> None:
        if is_busy:
            self._progress.start(self.tr("Writing the file…"))
        else:
            self._progress.stop()


def _dropped(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
