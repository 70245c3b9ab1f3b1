"""Work off the window's thread: the latest job wins, a stale answer is dropped."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from criteria.errors import ProportioError

logger = logging.getLogger(__name__)
#: Work shorter than this shows no progress.
PATIENCE_MS = 300


class Token:
    """Handed to a job: it asks whether it is still wanted and reports how far it has come."""

    def __init__(self, report: Callable[[float, str], None]) -> None:
        self._cancelled = threading.Event()
        self._report = report

    def cancel(self) -> None:
        """Asks the job to stop at its next look."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether the answer is no longer wanted."""
        return self._cancelled.is_set()

    def progress(self, share: float, text: str = "") -> None:
        """Tells how far the job is, from 0 to 1."""
        if not self.is_cancelled():
            self._report(share, text)


class LatestJob(QObject):
    """Runs one pure function at a time on the pool; starting another cancels the one before."""

    finished = Signal(object)
    failed = Signal(str)
    progressed = Signal(float, str)
    #: True once a job has taken longer than the patience, False when it ended.
    busy = Signal(bool)
    _arrived = Signal(int, object, object)
    _moved = Signal(int, float, str)

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._number = 0
        self._token: Token | None = None
        self._arrived.connect(self._receive)
        self._moved.connect(self._pass_on)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self._announce)

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return self._token is not None

    def start(self, function: Callable[[Token], Any]) -> None:
        """Runs `function(token)` on a worker; `finished` brings its answer unless another start came."""
        self.cancel()
        self._number += 1
        number, moved, arrived = self._number, self._moved, self._arrived
        token = Token(lambda share, text: moved.emit(number, share, text))
        self._token = token
        self._patience.start()
        self._pool.start(_Run(lambda: _work(function, token, number, arrived.emit)))

    def cancel(self) -> None:
        """Gives up the job in hand; its answer is dropped."""
        if self._token is not None:
            self._token.cancel()
            self._number += 1
            self._end()

    def _announce(self) -> None:
        self.busy.emit(True)

    def _pass_on(self, number: int, share: float, text: str) -> None:
        if number == self._number:
            self.progressed.emit(share, text)

    def _receive(self, number: int, answer: object, error: object) -> None:
        if number != self._number:
            return
        self._end()
        if error is None:
            self.finished.emit(answer)
        else:
            self.failed.emit(str(error))

    def _end(self) -> None:
        self._token = None
        self._patience.stop()
        self.busy.emit(False)


class _Run(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


def _work(
    function: Callable[[Token], Any], token: Token, number: int, arrive: Callable[[int, object, object], None]
) -> None:
    answer: object = None
    error: object = None
    try:
        answer = function(token)
    except ProportioError as expected:
        error = str(expected)
    except Exception as unexpected:
        # A worker has no one above it to hear an exception: it is logged in full and shown as a sentence.
        logger.exception("A background job failed")
        error = (
            f"This could not be computed ({type(unexpected).__name__}: {unexpected}). The log has details."
        )
    try:
        arrive(number, answer, error)
    except RuntimeError:
        logger.debug("The window was gone before the job ended")
