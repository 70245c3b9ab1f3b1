"""A dialog whose content comes from a worker: what went wrong, how far it is, and a way out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.buttons import secondary_button
from desktop.widgets.notice import Notice
from desktop.widgets.planes import set_plane
from desktop.widgets.progress import Progress
from desktop.widgets.text import Rule, Text

if TYPE_CHECKING:
    from desktop.app.context import Context
    from desktop.app.jobs import Token


class WorkDialog(QDialog):
    """Head, notice, progress, body and foot; closing it gives up what is still being worked on."""

    def __init__(self, parent: QWidget | None, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self._busy_words = ""
        self._job = context.job(self)
        set_plane(self, "surface")
        self.notice, self._progress = Notice(context.look), Progress(context.look)
        self.cancel_button = secondary_button(context.look, self.tr("Cancel"))
        self._job.failed.connect(self._show_failure)
        self._job.busy.connect(self._show_busy)
        self._job.progressed.connect(self._progress.show_progress)
        self._progress.cancelled.connect(self.reject)
        self.cancel_button.clicked.connect(self.reject)

    @property
    def is_working(self) -> bool:
        """Whether the worker's answer is awaited."""
        return self._job.is_running

    def done(self, result: int) -> None:
        """See QDialog; work under way is given up."""
        self._job.cancel()
        super().done(result)

    def _start(self, words: str, work: Callable[[Token], object]) -> None:
        """Starts the work, or starts it over; `words` stand beside the bar should it take long."""
        self._busy_words = words
        self._job.start(work)

    def _show_failure(self, sentence: str) -> None:
        self.notice.show_message(sentence, tone="danger")

    def _show_busy(self, is_busy: bool) -> None:
        if is_busy:
            self._progress.start(self._busy_words)
        else:
            self._progress.stop()

    def _assemble(self, head: QLayout, body: QLayout, foot: QLayout) -> None:
        """Puts the parts under each other; only the head's margins are set here."""
        metrics = self._context.look.metrics
        side = metrics.space("xl")
        head.setContentsMargins(side, metrics.space("l"), side, metrics.space("m"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.notice)
        column.addWidget(self._progress)
        column.addLayout(body, 1)
        column.addWidget(Rule(self._context.look))
        column.addLayout(foot)

    def _foot(self, words: Text, *buttons: QPushButton, above: QLayout | None = None) -> QVBoxLayout:
        """The foot: words at the left, the buttons at the right, and what stands above them."""
        metrics = self._context.look.metrics
        side, gap = metrics.space("xl"), metrics.space("m")
        foot, acts = QVBoxLayout(), QHBoxLayout()
        foot.setContentsMargins(side, gap, side, gap)
        foot.setSpacing(metrics.space("s"))
        acts.setSpacing(metrics.space("s"))
        acts.addWidget(words, 1)
        for button in buttons:
            acts.addWidget(button)
        if above is not None:
            foot.addLayout(above)
        foot.addLayout(acts)
        return foot
