"""The study file in hand: new, open, save, save as, recent, and the question before changes are lost."""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from criteria.errors import ProportioError, SaveError, UnreadableFileError
from criteria.files.recovery import Recovery
from criteria.files.study_file import load_study, save_study
from criteria.model.study import Study
from criteria.template import new_study
from desktop.app.folders import start_folder
from desktop.app.questions import Questions
from desktop.app.settings import Recent, SettingsStore
from desktop.app.store import Store
from desktop.app.version import file_name, now

logger = logging.getLogger(__name__)
STUDY_SUFFIX = ".proportio"


class Session(QObject):
    """Which file the study in hand belongs to, and whether the start page stands instead of a study."""

    #: The study in hand, its file or its saved state became another.
    moved = Signal()
    #: A sentence for the person: a failure to open or save.
    failed = Signal(str)
    #: A sentence for the person: something was done.
    told = Signal(str)

    def __init__(self, store: Store, settings: SettingsStore, questions: Questions) -> None:
        super().__init__()
        self._store = store
        self._settings = settings
        self._questions = questions
        self.digest = ""
        self.path: Path | None = None
        self.has_study = False
        self.saved_at = ""

    def new(self) -> bool:
        """Starts a study on the four premises; False where the person stays with the present one."""
        return self.may_leave() and self.show(new_study(self.tr("New study")), None)

    def open_example(self) -> bool:
        """Opens the shipped example portfolio, which is fictional."""
        from criteria.files.example import example_study

        return self.may_leave() and self.show(example_study(), None)

    def open_example_session(self) -> bool:
        """Opens the shipped example as five stakeholders weigh it."""
        from criteria.files.example import example_session

        return self.may_leave() and self.show(example_session(), None)

    def open_path(self, path: Path) -> bool:
        """Opens a study file; a refusal leaves the study in hand untouched."""
        if not self.may_leave():
            return False
        try:
            loaded = load_study(path)
        except ProportioError as error:
            self.failed.emit(str(error))
            return False
        self.digest = loaded.digest
        self._remember(path, loaded.study)
        return self.show(loaded.study, path)

    def show(self, study: Study, path: Path | None) -> bool:
        """Puts a study in hand that belongs to a file, or to none yet."""
        self.path = path
        self.has_study = True
        self.saved_at = ""
        if path is None:
            self.digest = ""
        self._store.open_study(study)
        self.moved.emit()
        return True

    def save(self) -> bool:
        """Saves to the study's file, asking for one where it has none."""
        return self.save_as() if self.path is None else self._save_to(self.path, self.digest)

    def save_as(self) -> bool:
        """Saves under a name that the person gives."""
        folder = start_folder(self._settings.value.folder)
        suggestion = str(self.path or folder / f"{file_name(self._store.study.title)}{STUDY_SUFFIX}")
        path = self._questions.save_path(
            self.tr("Save study as"), self.tr("Proportio study (*.proportio)"), suggestion
        )
        return path is not None and self._save_to(path, "")

    def recover(self, recovery: Recovery) -> None:
        """Puts a study in hand that an earlier session did not save; it counts as changed."""
        self.show(new_study(self.tr("New study")), recovery.owner)
        self.digest = recovery.owner_digest
        self._store.edit(self.tr("recover the study"), lambda _study: recovery.study)
        self.moved.emit()

    def keep_aside(self, recovery: Recovery, folder: Path) -> Path | None:
        """Saves a study that an earlier session did not save as a file of its own, listed among the recent.

        None where the disk refuses.
        """
        stamp = now().strftime("%Y-%m-%d %H%M%S")
        path = folder / f"{file_name(recovery.study.title)} {stamp}{STUDY_SUFFIX}"
        try:
            save_study(recovery.study, path)
        except SaveError as refused:
            logger.warning("The study could not be kept aside: %s", refused)
            return None
        count = len(recovery.study.projects)
        opened = now().isoformat(timespec="minutes")
        self._settings.add_recent(Recent(str(path), recovery.study.title, opened, count))
        return path

    def close(self) -> bool:
        """Goes back to the start page; False where the person stays."""
        if not self.may_leave():
            return False
        self.path, self.has_study = None, False
        self._store.open_study(new_study(self.tr("New study")))
        self.moved.emit()
        return True

    def may_leave(self) -> bool:
        """Whether the study in hand may be left: nothing to lose, saved now, or given up on purpose."""
        if not self.has_study or not self._store.is_modified:
            return True
        answer = self._questions.unsaved(self._store.study.title)
        return self.save() if answer == "save" else answer == "discard"

    def _save_to(self, path: Path, expected: str) -> bool:
        study = self._store.study
        try:
            self.digest = save_study(study, path, expected or None)
        except (SaveError, UnreadableFileError) as error:
            self.failed.emit(str(error))
            return False
        self.path = path
        self.saved_at = now().strftime("%H:%M")
        self._store.mark_saved(study)
        self._remember(path, study)
        self.told.emit(self.tr("Saved as {name}.").format(name=path.name))
        self.moved.emit()
        return True

    def _remember(self, path: Path, study: Study) -> None:
        opened = now().isoformat(timespec="minutes")
        self._settings.add_recent(Recent(str(path), study.title, opened, len(study.projects)))
        self._settings.change(folder=str(path.parent))
