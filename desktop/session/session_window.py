"""The window of session mode: one scene at a time, in sizes that follow the window."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop.app.context import Context
from desktop.session.discussion_scene import DiscussionScene
from desktop.session.facilitator_scene import FacilitatorScene
from desktop.session.key_row import KeyAct
from desktop.session.log_lines import LogLines
from desktop.session.log_scene import LogScene
from desktop.session.scene import Scene
from desktop.session.session_words import SessionWords
from desktop.session.stage import Stage
from desktop.session.stage_look import StageLook
from desktop.session.turn_scene import TurnScene

#: How much larger the scale of a question is than one in a room.
_LARGE = 1.9


class SessionWindow(QWidget):
    """Whatever is answered here is in the study at once; closing the window at any time loses nothing."""

    #: Emitted when the window closes.
    closed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._context = context
        self._look = StageLook(context.look)
        self._large = StageLook(context.look, _LARGE)
        words = SessionWords()
        lines = LogLines(words)
        self.stage = Stage(self._look)
        self.people = FacilitatorScene(context, self, self._look, words)
        self.turn = TurnScene(context, self, self._look, self._large, words)
        self.discussion = DiscussionScene(context, self, self._look, self._large, words, lines)
        self.log = LogScene(context, self, self._look, lines)
        self._scene: Scene = self.people
        screens = (self.people.screen, *self.turn.screens, self.discussion.questions, self.discussion.empty)
        for screen in (*screens, self.log.screen):
            self.stage.add_screen(screen)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        # What a screen needs must never make the window larger than the screen of a projector.
        column.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        column.addWidget(self.stage)
        self.resize(QSize(1280, 720).boundedTo(self.screen().availableSize()))
        context.store.changed.connect(self._follow)
        self.show_people()

    @property
    def scene(self) -> Scene:
        """The scene in view."""
        return self._scene

    def show_people(self) -> None:
        """See Director."""
        self.people.begin(self.turn.person_id)
        self._show(self.people)

    def hand_over(self, person_id: str) -> None:
        """See Director."""
        self.turn.begin(person_id)
        self._show(self.turn)

    def show_discussion(self, *, reveals: bool = False) -> None:
        """See Director."""
        self.discussion.begin(reveals=reveals)
        self._show(self.discussion)

    def show_log(self) -> None:
        """See Director."""
        self._show(self.log)

    def leave(self, room: str = "") -> None:
        """See Director."""
        self.close()
        if room:
            self._context.navigator.go(room)

    def run(self, command: str) -> None:
        """See Director."""
        self._context.navigator.run(command)

    def refresh(self) -> None:
        """See Director."""
        self._show(self._scene)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Does what no screen has done: the acts of the scene, full screen, saving."""
        if event.matches(QKeySequence.StandardKey.Save):
            self.run("save")
        elif event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif not self._do(event):
            super().keyPressEvent(event)

    def toggle_full_screen(self) -> None:
        """Fills the screen or leaves it."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Text grows and shrinks with the window."""
        super().resizeEvent(event)
        for look in (self._look, self._large):
            look.fit(event.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stops listening: a window that closes is deleted later."""
        self._context.store.changed.disconnect(self._follow)
        super().closeEvent(event)
        self.closed.emit()
        above = self.parentWidget()
        if above is not None:
            # Without a window manager nothing else gives the keyboard back.
            above.activateWindow()

    def _do(self, event: QKeyEvent) -> bool:
        plain = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & ~plain:
            return False
        for act in self._scene.acts():
            if act.do is not None and event.key() in act.keys:
                act.do()
                return True
        return False

    def _show(self, scene: Scene) -> None:
        self._scene = scene
        scene.show()
        title = self.tr("{scene} – Weighting session – Proportio")
        self.setWindowTitle(title.format(scene=scene.title()))
        head = scene.head()
        self.stage.show_head(head.crumb, head.known, head.share)
        screen = scene.screen
        acts: tuple[KeyAct, ...] = (*screen.acts(), *scene.acts())
        if self.stage.screen_in_view is screen:
            self.stage.show_keys(acts)
        else:
            self.stage.show_screen(screen, acts)

    def _follow(self, _change: object) -> None:
        self.refresh()
