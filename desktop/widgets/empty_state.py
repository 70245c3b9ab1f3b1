"""What an empty room says: what belongs there, and the first step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.widgets.buttons import primary_button, secondary_button
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from desktop.look.look import Look


class EmptyState(QWidget):
    """An icon, a sentence and up to two buttons; `asked` by the first, `second_asked` by the second."""

    asked = Signal()
    second_asked = Signal()

    def __init__(self, look: Look, icon: str, sentence: str, button: str = "", second: str = "") -> None:
        super().__init__()
        self._look = look
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = Text(look, sentence, "body", "text_muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._row = QHBoxLayout()
        self._row.addStretch(1)
        self.button = primary_button(look, button)
        self.second = secondary_button(look, second)
        for widget, text, signal in (
            (self.button, button, self.asked),
            (self.second, second, self.second_asked),
        ):
            self._row.addWidget(widget)
            if not text:
                widget.hide()
            widget.clicked.connect(signal)
        self._row.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        self._column.addWidget(self._picture)
        self._column.addWidget(self._sentence, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addLayout(self._row)
        self._column.addStretch(3)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_sentence(self, sentence: str) -> None:
        """Says another thing."""
        self._sentence.set_text(sentence)
        self._restyle()

    def _restyle(self) -> None:
        metrics = self._look.metrics
        edge = metrics.units(5)
        picture: QPixmap = self._look.icons.pixmap(self._icon, "line_strong", edge, self.devicePixelRatioF())
        self._picture.setPixmap(picture)
        # A centred label does not ask for the height its lines need at this width.
        self._sentence.setFixedWidth(metrics.units(48))
        self._sentence.setFixedHeight(self._sentence.heightForWidth(metrics.units(48)))
        self._column.setSpacing(metrics.space("l"))
        self._row.setSpacing(metrics.space("s"))
