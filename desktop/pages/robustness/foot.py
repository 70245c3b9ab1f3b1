"""The foot of a tab: a hint, and in its place the progress of longer work with a way out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget

from desktop.app.jobs import LatestJob
from desktop.look.look import Look
from desktop.widgets.progress import Progress
from desktop.widgets.text import caption


class Foot(QStackedWidget):
    """As high with progress as without, so that nothing moves; `cancelled` when work is no longer wanted."""

    cancelled = Signal()

    def __init__(self, look: Look, hint: str = "") -> None:
        super().__init__()
        self.hint = caption(look, hint)
        self.progress = Progress(look)
        self._words = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.addWidget(self.hint)
        self.addWidget(self.progress)
        self.progress.cancelled.connect(self.cancelled)

    def follow(self, job: LatestJob, words: str) -> None:
        """Shows the progress of a job, under these words, once it has taken a while."""
        self._words = words
        job.busy.connect(self._say_busy)
        job.progressed.connect(self.progress.show_progress)

    def _say_busy(self, is_busy: bool) -> None:
        if is_busy:
            self.progress.start(self._words)
        self.setCurrentWidget(self.progress if is_busy else self.hint)
