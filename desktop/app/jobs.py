"""Work off the window's thread: the latest job wins, a stale answer is dropped."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from criteria.errors import ProportioError

logger = logging.getLogger(__name__)
#: Work shorter than this shows no progress.
PATIENCE_MS = 300
#: How often the window looks for an answer that it awaits.
LOOK_MS = 8


class Token:
    """Handed to a job: it asks whether it is still wanted and reports how far it is and what it knows."""

    def __init__(self, report: Callable[[float, str], None], show: Callable[[Any], None]) -> None:
        self._cancelled = threading.Event()
        self._report, self._show = report, show

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

    def show(self, value: Any) -> None:
        """Gives what is known so far, to be looked at while the work goes on."""
        if not self.is_cancelled():
            self._show(value)


class LatestJob(QObject):
    """Runs one pure function at a time on the pool; starting another cancels the one before.

    The worker touches no Qt object of the window, which may go at any moment: it leaves what it has to say
    in an inbox, and a timer looks there while an answer is awaited.
    """

    finished = Signal(object)
    failed = Signal(str)
    progressed = Signal(float, str)
    #: What the job knows before it has ended.
    shown = Signal(object)
    #: True once a job has taken longer than the patience, False when it ended.
    busy = Signal(bool)

    def __init__(self, pool: QThreadPool, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = pool
        self._token: Token | None = None
        self._inbox: SimpleQueue[_News] = SimpleQueue()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._read)
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
        inbox: SimpleQueue[_News] = SimpleQueue()
        token = Token(
            lambda share, text: inbox.put(_Progress(share, text)), lambda value: inbox.put(_Glimpse(value))
        )
        self._inbox, self._token = inbox, token
        self._patience.start()
        self._look.start()
        self._pool.start(_Run(lambda: inbox.put(_work(function, token))))

    def cancel(self) -> None:
        """Gives up the job in hand; its answer is dropped."""
        if self._token is not None:
            self._token.cancel()
            self._end()

    def _read(self) -> None:
        inbox = self._inbox
        # What is told here may start another job, whose inbox is another one.
        while self._inbox is inbox and self._token is not None and not inbox.empty():
            news = inbox.get()
            if isinstance(news, _Progress):
                self.progressed.emit(news.share, news.text)
                continue
            if isinstance(news, _Glimpse):
                self.shown.emit(news.value)
                continue
            self._end()
            if news.error is None:
                self.finished.emit(news.value)
            else:
                self.failed.emit(news.error)

    def _announce(self) -> None:
        self.busy.emit(True)

    def _end(self) -> None:
        self._token = None
        self._patience.stop()
        self._look.stop()
        self.busy.emit(False)


class _Progress(msgspec.Struct, frozen=True):
    share: float
    text: str


class _Glimpse(msgspec.Struct, frozen=True):
    value: Any


class _Answer(msgspec.Struct, frozen=True):
    """What a job gave, or the sentence that says why it gave nothing."""

    value: Any = None
    error: str | None = None


_News = _Progress | _Glimpse | _Answer


class _Run(QRunnable):
    def __init__(self, work: Callable[[], None]) -> None:
        super().__init__()
        self._work = work

    def run(self) -> None:
        self._work()


def _work(function: Callable[[Token], Any], token: Token) -> _Answer:
    try:
        return _Answer(function(token))
    except ProportioError as expected:
        return _Answer(error=str(expected))
    except Exception as unexpected:
        # A worker has no one above it to hear an exception: it is logged in full and shown as a sentence.
        logger.exception("A background job failed")
        kind = type(unexpected).__name__
        return _Answer(error=f"This could not be computed ({kind}: {unexpected}). The log has details.")
