"""Collects returned ballots: what each file holds, what merging would change, one step in the end."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from criteria.files.ballot_collection import Collection, collect
from criteria.files.ballot_merge import merge
from criteria.files.ballot_reader import read_ballots
from criteria.files.ballot_zeros import with_group_zeros
from desktop.app.words.ballots import BallotWords
from desktop.dialogs.collect_details import EntryRows, RowsModel, RowsView
from desktop.dialogs.collect_files import ANSWERED, CHANGED, FILE, NAME, STATE, TICK, CollectModel
from desktop.dialogs.tick_table import TickTable
from desktop.dialogs.work_dialog import WorkDialog
from desktop.widgets.buttons import primary_button, secondary_button
from desktop.widgets.tabs import TabStrip
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from criteria.model.study import Study
    from desktop.app.context import Context
    from desktop.app.jobs import Token

_TABS = ("findings", "changes")


class CollectDialog(WorkDialog):
    """Reads files on a worker; more can be chosen or dropped; what is ticked becomes one undo step."""

    def __init__(self, parent: QWidget | None, context: Context, paths: Sequence[Path]) -> None:
        super().__init__(parent, context)
        self._study = context.store.study
        self._words, self._rows = BallotWords(), EntryRows(self)
        self._paths: list[Path] = []
        self.collection = Collection(())
        look = context.look
        self.setWindowTitle(self.tr("Collect ballots"))
        self.setAcceptDrops(True)
        self._statement = Text(look, "", "body", "text_muted")
        self.add_button = secondary_button(look, self.tr("Choose files…"), "open")
        self.model = CollectModel(self)
        self.table = TickTable(look, self.model, self.tr("Returned files"), FILE)
        self.tabs = TabStrip(look, self.tr("About the file"), tuple((key, "") for key in _TABS))
        self.findings = RowsModel((self.tr("Kind"), self.tr("Place"), self.tr("What was found")), self)
        self.changes = RowsModel(
            (self.tr("Group"), self.tr("Question"), self.tr("Before"), self.tr("After")), self
        )
        self._stack = QStackedWidget()
        self._obstacle = Text(look, "", "small", "text_muted")
        self.merge_button = primary_button(look, self.tr("Merge"))
        self._build()
        self._wire()
        self._show_entry()
        self.add_files(paths)

    @property
    def statement_text(self) -> str:
        """What is said of all files together."""
        return self._statement.plain_text

    def add_files(self, paths: Sequence[Path]) -> None:
        """Reads further files together with those already there; a file counts once."""
        known = {path.resolve() for path in self._paths}
        self._paths += [path for path in dict.fromkeys(paths) if path.resolve() not in known]
        if self._paths:
            work = partial(_collect, tuple(self._paths), self._study, self._context.clock())
            self._start(self.tr("Reading the ballots…"), work)
        else:
            self._show(Collection(()))

    def show_tab(self, key: str) -> None:
        """Shows findings or changes of the file one stands on."""
        self.tabs.set_current(key)
        self._stack.setCurrentIndex(_TABS.index(key))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Accepts files."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Takes the files that were dropped."""
        self.add_files([Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()])

    def _build(self) -> None:
        look, metrics = self._context.look, self._context.look.metrics
        side, gap = metrics.space("xl"), metrics.space("m")
        top = QHBoxLayout()
        words = QVBoxLayout()
        words.setSpacing(metrics.space("s"))
        words.addWidget(Text(look, self.tr("Collect ballots"), "title"))
        words.addWidget(self._statement)
        top.addLayout(words, 1)
        top.addWidget(self.add_button)
        for place, units in ((TICK, 8), (STATE, 20), (NAME, 30), (ANSWERED, 12), (CHANGED, 22)):
            self.table.setColumnWidth(place, metrics.units(units))
        self._stack.addWidget(RowsView(look, self.findings, self.tr("Findings"), 2, {0: 11, 1: 26}))
        self._stack.addWidget(RowsView(look, self.changes, self.tr("Changes"), 1, {0: 30, 2: 14, 3: 14}, 1))
        below = QWidget()
        detail = QVBoxLayout(below)
        detail.setContentsMargins(0, metrics.space("s"), 0, 0)
        detail.setSpacing(metrics.space("s"))
        detail.addWidget(self.tabs)
        detail.addWidget(self._stack, 1)
        parts = QSplitter()
        parts.setOrientation(Qt.Orientation.Vertical)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.table)
        parts.addWidget(below)
        parts.setSizes([metrics.units(36), metrics.units(26)])
        body = QVBoxLayout()
        body.setContentsMargins(side, 0, side, gap)
        body.addWidget(parts)
        self._assemble(top, body, self._foot(self._obstacle, self.cancel_button, self.merge_button))
        self.resize(metrics.units(136), metrics.units(84))

    def _wire(self) -> None:
        self._job.finished.connect(self._show)
        self.add_button.clicked.connect(self._choose_files)
        self.model.ticked.connect(self._show_choice)
        self.table.selectionModel().currentRowChanged.connect(self._show_entry)
        self.tabs.chosen.connect(self.show_tab)
        self.merge_button.clicked.connect(self._merge)

    def _choose_files(self) -> None:
        filters = self.tr("Ballots (*.xlsx *.ods *.xls);;All files (*)")
        folder = self._context.settings.value.folder
        self.add_files(self._context.questions.open_paths(self.tr("Returned ballots"), filters, folder))

    def _show(self, answer: object) -> None:
        self.collection = cast("Collection", answer)
        self.model.show_collection(self.collection)
        empty = self.tr("Drop the files here that people returned, or choose them.")
        has_any = bool(self.collection.entries)
        self._statement.set_text(self._words.statement(self.collection) if has_any else empty)
        if has_any:
            self.table.setCurrentIndex(self.model.index(0, STATE))
            self.table.setFocus()
        else:
            self.add_button.setFocus()
        self._show_entry()

    def _show_entry(self, *_places: object) -> None:
        entry = self.model.entry(self.table.currentIndex().row())
        findings = () if entry is None else self._rows.findings(entry)
        notes = 0 if entry is None else sum(found.gravity == "note" for found in entry.findings)
        strong = frozenset(range(len(findings) - notes))
        self.findings.show_rows(findings, strong)
        self.changes.show_rows(() if entry is None else self._rows.changes(entry))
        self.tabs.set_text("findings", self.tr("Findings ({count})").format(count=len(findings)))
        changes = self.changes.rowCount()
        self.tabs.set_text("changes", self.tr("Answers that change ({count})").format(count=changes))

    def _show_choice(self) -> None:
        chosen = self.model.chosen
        decided = sum(self.collection.entries[place].state == "decision" for place in chosen)
        words = self.tr("Nothing is changed before you merge; it is one step that can be undone.")
        if decided:
            words = self.tr("You merge {ballots} in spite of what was found.").format(
                ballots=self._words.ballots(decided)
            )
        self._obstacle.set_text(words if chosen else self.tr("Tick what shall be merged."))
        many = self.tr("Merge {ballots}").format(ballots=self._words.ballots(len(chosen)))
        self.merge_button.setText(many if chosen else self.tr("Merge"))
        self.merge_button.setEnabled(bool(chosen))
        self.merge_button.updateGeometry()

    def _merge(self) -> None:
        chosen = self.model.chosen
        names = [self.collection.entries[place].name for place in chosen]
        act = partial(merge, collection=self.collection, chosen=chosen, when=self._context.clock())
        label = self.tr("Merge {ballots}").format(ballots=self._words.ballots(len(chosen)))
        if self._context.store.edit(label, act):
            self._context.settings.change(folder=str(self._paths[0].parent))
            self._context.navigator.tell(self._words.done(names), can_undo=True)
            self.accept()


def collect_ballots(parent: QWidget | None, context: Context, paths: Sequence[Path] = ()) -> bool:
    """Shows returned files, none to begin with if none are given; whether something was merged."""
    dialog = CollectDialog(parent, context, paths)
    is_merged = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_merged


def _collect(paths: tuple[Path, ...], study: Study, when: str, token: Token) -> Collection:
    found = collect(study, read_ballots(paths, token.progress, token.is_cancelled), when)
    return with_group_zeros(study, found, when)
