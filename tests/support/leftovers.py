"""Notices what a test leaves behind: threads, running timers, jobs in a pool, windows on the screen."""

from __future__ import annotations

import gc
import sys
import threading
import traceback
import weakref
from collections.abc import Callable, Iterable
from typing import Any

#: How long a thread or a job that is about to end may take to do so.
GRACE_SECONDS = 1.0


class StartedObjects:
    """The timers, threads and pools that Python code started, each with the line that started it."""

    def __init__(self) -> None:
        self._started: dict[int, tuple[weakref.ref[Any], str]] = {}

    def watch(self, owner: type, method: str = "start") -> None:
        """Record each object whose method is called from now on, until the process ends."""
        original = getattr(owner, method)
        setattr(owner, method, self._recording(original))

    def take(self, kind: type) -> list[tuple[Any, str]]:
        """The recorded objects of this kind that still exist, each with the line that started it."""
        from shiboken6 import isValid

        found = [(reference(), line) for reference, line in self._started.values()]
        return [(item, line) for item, line in found if isinstance(item, kind) and isValid(item)]

    def forget(self) -> None:
        """Start the next test with nothing recorded."""
        self._started.clear()

    def _recording(self, original: Callable[..., Any]) -> Callable[..., Any]:
        def start(item: Any, *arguments: Any, **named: Any) -> Any:
            frame = traceback.extract_stack(limit=2)[0]
            self._started[id(item)] = (weakref.ref(item), f"{frame.filename}:{frame.lineno}")
            return original(item, *arguments, **named)

        return start


def watch_qt() -> StartedObjects | None:
    """The record of what is started in Qt; None where Qt is not loaded (the tests of criteria need none)."""
    if "PySide6.QtCore" not in sys.modules:
        return None
    from PySide6.QtCore import QThread, QThreadPool, QTimer

    record = StartedObjects()
    for owner in (QTimer, QThread, QThreadPool):
        record.watch(owner)
    return record


def left_threads(before: Iterable[threading.Thread]) -> list[str]:
    """A sentence for each Python thread, no daemon, that is new and does not end by itself."""
    known = set(before)
    new = [thread for thread in threading.enumerate() if thread not in known and not thread.daemon]
    for thread in new:
        thread.join(GRACE_SECONDS)
    return [f"The thread {thread.name} still runs." for thread in new if thread.is_alive()]


def left_in_qt(record: StartedObjects) -> list[str]:
    """A sentence for each timer, thread, pool or window that is still active; each is stopped or closed."""
    _delete_what_was_let_go()
    return [*_left_timers(record), *_left_threads(record), *_left_jobs(record), *_left_windows()]


def _delete_what_was_let_go() -> None:
    """Deletes what waits for an event loop that tests never enter; widgets of a thousand tests slow a run."""
    from PySide6.QtCore import QCoreApplication, QEvent

    if QCoreApplication.instance() is not None:
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _left_timers(record: StartedObjects) -> list[str]:
    from PySide6.QtCore import QTimer

    active = [(timer, line) for timer, line in record.take(QTimer) if timer.isActive()]
    for timer, _ in active:
        timer.stop()
    return [f"The timer started at {line} still runs." for _, line in active]


def _left_threads(record: StartedObjects) -> list[str]:
    from PySide6.QtCore import QThread

    threads = record.take(QThread)
    return [
        f"The thread started at {line} still runs."
        for thread, line in threads
        if not thread.wait(round(GRACE_SECONDS * 1000))
    ]


def _left_jobs(record: StartedObjects) -> list[str]:
    from PySide6.QtCore import QThreadPool

    pools = record.take(QThreadPool)
    return [
        f"The pool given a job at {line} still works."
        for pool, line in pools
        if not pool.waitForDone(round(GRACE_SECONDS * 1000))
    ]


def _left_windows() -> list[str]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtWidgets import QApplication

    # A widget collected while Qt's list of them is read would crash the run.
    gc.disable()
    shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    gc.enable()
    names = [f"{type(widget).__name__} {widget.objectName()!r}" for widget in shown]
    for widget in shown:
        widget.close()
    return [f"The window {name} is still shown." for name in names]
