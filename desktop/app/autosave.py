"""Keeps the study in a recovery file while it has changes that are not saved."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QThreadPool, QTimer

from criteria.files.recovery import Recovery, discard_recovery, read_recovery, write_recovery
from desktop.app.jobs import LatestJob, Token
from desktop.app.session import Session
from desktop.app.store import Store

logger = logging.getLogger(__name__)
#: How long after the last change the study is kept.
PAUSE_MS = 2000


def state_folder() -> Path:
    """Where the program keeps what is no setting: recovery file and log."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


class Autosave(QObject):
    """Writes two seconds after the last change, off the window's thread; frozen studies need no lock."""

    def __init__(self, store: Store, session: Session, pool: QThreadPool, folder: Path) -> None:
        super().__init__()
        self._store, self._session = store, session
        self.path = folder / "recovery.proportio-recovery"
        self._job = LatestJob(pool, self)
        self._job.failed.connect(self._log)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        store.changed.connect(self._follow)
        session.moved.connect(self._settle)

    def found(self) -> Recovery | None:
        """The study of a session that ended without saving, None where all is well."""
        return read_recovery(self.path)

    def keep(self) -> None:
        """Writes the recovery file now, on a worker."""
        self._pause.stop()
        if not self._store.is_modified or not self._session.has_study:
            return
        recovery = self.present()

        def write(_token: Token) -> None:
            write_recovery(self.path, recovery)

        self._job.start(write)

    def present(self) -> Recovery:
        """The study in hand as a recovery."""
        return Recovery(self._store.study, self._session.path, self._session.digest)

    def forget(self) -> None:
        """Removes the recovery file: there is nothing to lose any more."""
        self._pause.stop()
        self._job.cancel()
        discard_recovery(self.path)

    def _follow(self, _change: object) -> None:
        if self._session.has_study and self._store.is_modified:
            self._pause.start()

    def _settle(self) -> None:
        if not self._store.is_modified:
            self.forget()

    def _log(self, sentence: str) -> None:
        logger.warning("The study could not be kept for recovery: %s", sentence)
