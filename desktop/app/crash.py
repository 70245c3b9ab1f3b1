"""What happens when something unforeseen goes wrong: log it, keep the study, say so once."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, qVersion

from criteria.errors import SaveError
from criteria.files.recovery import write_recovery
from desktop.app.autosave import Autosave
from desktop.app.questions import Questions
from desktop.app.version import program_version

logger = logging.getLogger(__name__)


def start_log(folder: Path) -> None:
    """Writes warnings and errors to a file of at most one megabyte, with one older file beside it."""
    # Loaded late: it brings sockets and queues that a window's start need not wait for.
    import logging.handlers

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "proportio.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        logging.basicConfig(level=logging.WARNING)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(handler)


class CrashGuard(QObject):
    """The hook for exceptions that nobody caught."""

    def __init__(self, questions: Questions, autosave: Autosave) -> None:
        super().__init__()
        self._questions, self._autosave = questions, autosave
        self._is_telling = False

    def install(self) -> None:
        """Becomes Python's last resort."""
        sys.excepthook = self.handle

    def handle(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Logs an exception, keeps the study and tells the person, who may go on or save elsewhere."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        report = self.report(kind, error, trace)
        logger.critical("Unforeseen error\n%s", report)
        kept = self._keep()
        if self._is_telling:
            return
        self._is_telling = True
        try:
            failed = self.what_failed(trace)
            self._questions.tell(self.tr("Something unforeseen went wrong"), f"{failed}\n{kept}", report)
        finally:
            self._is_telling = False

    def what_failed(self, trace: TracebackType | None) -> str:
        """One sentence in plain words on what could not be done, by the part of the program that failed."""
        modules = [frame.f_globals.get("__name__", "") for frame, _line in traceback.walk_tb(trace)]
        rooms = [name.split(".")[2] for name in modules if name.startswith("desktop.pages.")]
        known = {
            "overview": self.tr("Overview"),
            "projects": self.tr("Projects"),
            "criteria": self.tr("Criteria"),
            "screening": self.tr("Screening"),
            "weights": self.tr("Weights"),
            "ranking": self.tr("Ranking"),
            "robustness": self.tr("Robustness"),
            "report": self.tr("Report"),
        }
        for room in rooms:
            if room in known:
                sentence = self.tr("The room “{room}” could not be shown or could not finish what was asked.")
                return sentence.format(room=known[room])
        if any(name.startswith(("desktop.documents", "criteria.report")) for name in modules):
            return self.tr("The document could not be written.")
        if any(name.startswith(("criteria.files", "desktop.dialogs")) for name in modules):
            return self.tr("The file or dialog could not be dealt with.")
        return self.tr("What was asked last could not be finished.")

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
        """What a developer needs, for the person to copy; nothing of the study's content."""
        import platform

        lines = [
            f"Proportio {program_version()}, Python {platform.python_version()}, Qt {qVersion()}",
            platform.platform(),
            *traceback.format_exception(kind, error, trace),
        ]
        return "\n".join(lines)

    def _keep(self) -> str:
        try:
            write_recovery(self._autosave.path, self._autosave.present())
        except SaveError as refused:
            return self.tr("The study could not be kept for recovery: {why}").format(why=refused)
        return self.tr(
            "The study as it is now was kept and will be offered at the next start. You may go on; save "
            "it under another name to be safe. “Copy report” copies the details for whoever looks after the "
            "program."
        )
