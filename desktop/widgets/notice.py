"""A line that tells what has just happened and offers to undo it, instead of a question beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.buttons import icon_button, link_button
from desktop.widgets.marks import IconSign
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from desktop.look.look import Look

_ICONS = {"info": "info", "success": "tick", "attention": "warning", "danger": "error"}


class Notice(QWidget):
    """Hidden until there is something to say; `action_asked` by its link. It never takes the keyboard.

    With `is_framed` it has a line around it, to lie over other things.
    """

    action_asked = Signal()

    def __init__(self, look: Look, *, is_framed: bool = False) -> None:
        super().__init__()
        self._look = look
        self._is_framed = is_framed
        self._tone = "info"
        self._end = QTimer(self)
        self._end.setSingleShot(True)
        self._end.timeout.connect(self._fade)
        self._sign = IconSign(look, "info", "info")
        self._text = Text(look)
        self._action = link_button(look, "")
        self._close = icon_button(look, "close", self.tr("Dismiss"))
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self._action)
        self._row.addWidget(self._close)
        self.setAutoFillBackground(True)
        self._action.clicked.connect(self._act)
        self._close.clicked.connect(self.dismiss)
        self.hide()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def message(self) -> str:
        """What is being said; empty when nothing is."""
        return self._text.plain_text if not self.isHidden() else ""

    def show_message(self, text: str, action: str = "", tone: str = "info", lasts: int = 0) -> None:
        """Says a sentence in a tone (info, success, attention, danger), with an act such as "Undo".

        It goes after `lasts` milliseconds unless the pointer rests on it; 0 lets it stay.
        """
        self._tone = tone
        self._text.set_text(text)
        self._action.setText(action.replace("&", "&&"))
        self._action.setVisible(bool(action))
        self._sign.show_icon(_ICONS[tone], tone)
        self._restyle()
        self.show()
        self._end.stop()
        if lasts:
            self._end.start(lasts)

    def dismiss(self) -> None:
        """Goes away without doing anything."""
        self._end.stop()
        self.hide()

    def sizeHint(self) -> QSize:
        """Wide enough for the sentence in one line, up to a width that is good to read."""
        metrics = self._look.metrics
        parts = [self._sign.sizeHint().width(), self._close.sizeHint().width()]
        if not self._action.isHidden():
            parts.append(self._action.sizeHint().width())
        margins = self._row.contentsMargins()
        words = min(
            round(metrics.width(self._text.plain_text, "body")) + metrics.space("m"), metrics.units(90)
        )
        around = margins.left() + margins.right() + (len(parts) + 1) * self._row.spacing()
        return QSize(words + sum(parts) + around, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, and the line around it."""
        super().paintEvent(event)
        if self._is_framed:
            painter = QPainter(self)
            line = self._look.metrics.stroke(1)
            painter.setPen(self._look.colour("line_strong"))
            painter.drawRect(QRectF(self.rect()).adjusted(0, -line, -line, -line))
            painter.end()

    def _fade(self) -> None:
        if self.underMouse():
            self._end.start()
        else:
            self.dismiss()

    def _act(self) -> None:
        self.dismiss()
        self.action_asked.emit()

    def _restyle(self) -> None:
        metrics = self._look.metrics
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._look.colour(f"{self._tone}_quiet"))
        self.setPalette(palette)
        side = metrics.space("xl")
        self._row.setContentsMargins(side, metrics.space("xs"), metrics.space("l"), metrics.space("xs"))
        self._row.setSpacing(metrics.space("s"))
        # A line of text carries its leading below; this brings the words level with icon and link.
        self._text.setContentsMargins(0, metrics.units(0.4), 0, 0)
