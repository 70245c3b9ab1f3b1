"""Long work: a thin bar with a number and a way out, where the result will appear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desktop.widgets.buttons import link_button
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from desktop.look.look import Look

_STEPS = 1000


class Progress(QWidget):
    """Hidden until `start`; `cancelled` when the user no longer wants the result."""

    cancelled = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = ""
        self._label = Text(look, "", "small", "text_muted", wraps=False)
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._cancel = link_button(look, self.tr("Cancel"))
        self._cancel.clicked.connect(self.cancelled)
        row = QHBoxLayout()
        row.addWidget(self._label, 1)
        row.addWidget(self._cancel)
        self._column = QVBoxLayout(self)
        self._column.addLayout(row)
        self._column.addWidget(self._bar)
        self.hide()
        look.changed.connect(self._restyle)
        self._restyle()

    def start(self, text: str) -> None:
        """Appears with what is being done."""
        self._text = text
        self._bar.setValue(0)
        self._label.set_text(text)
        self._bar.setAccessibleName(text)
        self.show()

    def show_progress(self, share: float, text: str = "") -> None:
        """Moves the bar to a share between 0 and 1; before `start` it stays hidden."""
        self._text = text or self._text
        self._bar.setValue(round(min(max(share, 0.0), 1.0) * _STEPS))
        self._label.set_text(f"{self._text}  {share * 100:.0f}\N{NO-BREAK SPACE}%")

    def stop(self) -> None:
        """Goes away: the work is done, failed or cancelled."""
        self.hide()

    def _restyle(self) -> None:
        metrics = self._look.metrics
        side = metrics.space("xl")
        self._column.setContentsMargins(side, metrics.space("xs"), side, metrics.space("xs"))
        self._column.setSpacing(metrics.space("xs"))
