"""The frame of a screen: what it is about, how far one is, and the keys at the foot."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.session.key_row import KeyAct, KeyRow
from desktop.session.screen import Screen
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Rule, Text


class ThinBar(QWidget):
    """How much of a turn is done, as a bar of a few pixels."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_share(self, share: float) -> None:
        """Shows a share from 0 to 1."""
        self._share = share
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(10, max(3, self._look.metrics.units(0.5)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("grid"))
        done = QRectF(0, 0, self.width() * self._share, self.height())
        painter.fillRect(done, self._look.colour("accent"))
        painter.end()


class Stage(QWidget):
    """Screens in a stack between a head and the keys."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._crumb = Text(look, "", "head", "text_muted")
        self._count = Text(look, "", "head", "text_muted", wraps=False)
        self._bar = ThinBar(look)
        self._stack = QStackedWidget()
        # A stack is as large as its largest screen; here each screen makes do with the room there is.
        self._stack.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)
        self._keys = KeyRow(look)
        head = QHBoxLayout()
        head.addWidget(self._crumb, 1)
        head.addWidget(self._count)
        self._head = QWidget()
        self._head.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        self._column = QVBoxLayout(self)
        for widget in (self._head, self._bar):
            self._column.addWidget(widget)
        self._column.addWidget(self._stack, 1)
        self._column.addWidget(Rule(look))
        self._column.addWidget(self._keys)
        set_plane(self, "surface")
        look.changed.connect(self._restyle)
        self._restyle()

    def add_screen(self, screen: Screen) -> None:
        """Takes a screen in."""
        self._stack.addWidget(screen)

    @property
    def screen_in_view(self) -> QWidget | None:
        """The screen that is shown."""
        return self._stack.currentWidget()

    def show_screen(self, screen: Screen, acts: tuple[KeyAct, ...]) -> None:
        """Shows a screen and its keys."""
        self._stack.setCurrentWidget(screen)
        self._keys.show_acts(acts)
        screen.take_keyboard()

    def show_keys(self, acts: tuple[KeyAct, ...]) -> None:
        """Shows other keys of the same screen."""
        self._keys.show_acts(acts)

    def show_head(self, crumb: str = "", count: str = "", share: float | None = None) -> None:
        """What the screen is about and how far one is; without a share there is no head."""
        self._head.setVisible(share is not None)
        self._bar.setVisible(share is not None)
        self._crumb.set_text(crumb)
        self._count.set_text(count)
        self._bar.show_share(share or 0.0)

    def _restyle(self) -> None:
        metrics = self._look.metrics
        side = metrics.units(5)
        self._column.setContentsMargins(side, metrics.space("l"), side, metrics.space("m"))
        self._column.setSpacing(metrics.space("m"))
