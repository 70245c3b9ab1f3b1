"""Shows what a table of projects holds and what taking it over would do, before anything changes."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from criteria.files.project_table import ImportPreview, apply_import
from desktop.dialogs.import_choices import ImportChoices, read_preview
from desktop.dialogs.import_columns import ColumnsModel, ColumnsView
from desktop.dialogs.import_findings import FindingsView
from desktop.dialogs.import_projects import ComingModel, ComingView
from desktop.dialogs.import_reading import ReadingBar
from desktop.dialogs.import_words import ImportWords
from desktop.dialogs.work_dialog import WorkDialog
from desktop.widgets.buttons import link_button, primary_button, secondary_button
from desktop.widgets.segments import Segments
from desktop.widgets.tabs import TabStrip
from desktop.widgets.text import Rule, Text

if TYPE_CHECKING:
    from criteria.files.column_words import ColumnKind
    from criteria.files.import_merge import ImportMode
    from desktop.app.context import Context

_TABS = ("projects", "columns", "problems")


class ImportDialog(WorkDialog):
    """Reads a table on a worker, again after every choice; it can be accepted once no error remains."""

    def __init__(self, parent: QWidget | None, context: Context, path: Path) -> None:
        super().__init__(parent, context)
        self._path = path
        self._study = context.store.study
        self._words = ImportWords()
        self.preview: ImportPreview | None = None
        self.choices = ImportChoices()
        look = context.look
        self.setWindowTitle(self.tr("Import projects"))
        self._statement = Text(look, self.tr("Reading the table…"), "body", "text_muted")
        self.back_button = link_button(look, self.tr("Take these decisions back"))
        self.back_button.hide()
        self.reading = ReadingBar(look)
        self.tabs = TabStrip(look, self.tr("Parts of the preview"), tuple((key, "") for key in _TABS))
        self._columns, self._coming = ColumnsModel(self._study, self), ComingModel(self._study, self)
        self.columns = ColumnsView(look, self._columns)
        self.coming = ComingView(look, self._coming)
        self.findings = FindingsView(look)
        self._stack = QStackedWidget()
        self.modes = Segments(
            look,
            self.tr("How to take it over"),
            (("merge", self.tr("Merge into the study")), ("replace", self.tr("Replace all projects"))),
        )
        self.mode_words = Text(look, "", "small", "text_muted")
        self._obstacle = Text(look, "", "small", "danger")
        self.again_button = secondary_button(look, self.tr("Read again"))
        self.import_button = primary_button(look, self.tr("Import"))
        self._build()
        self._wire()
        self._read()

    @classmethod
    def ask(cls, parent: QWidget | None, context: Context, path: Path) -> ImportPreview | None:
        """Shows the preview of a table; what was taken over as one undo step, None when it was not."""
        dialog = cls(parent, context, path)
        is_accepted = dialog.exec() == QDialog.DialogCode.Accepted
        preview = dialog.preview if is_accepted else None
        dialog.deleteLater()
        return preview

    def _build(self) -> None:
        look, metrics = self._context.look, self._context.look.metrics
        side, gap = metrics.space("xl"), metrics.space("m")
        top = QVBoxLayout()
        top.setSpacing(metrics.space("s"))
        top.addWidget(Text(look, self.tr("Import from {name}").format(name=self._path.name), "title"))
        told = QHBoxLayout()
        told.addWidget(self._statement, 1)
        told.addWidget(self.back_button)
        top.addLayout(told)
        top.addWidget(self.reading)
        line = QHBoxLayout()
        line.setContentsMargins(side - metrics.units(0.5), 0, side, 0)
        line.addWidget(self.tabs)
        line.addStretch(1)
        for widget in (self.coming, self.columns, self.findings):
            self._stack.addWidget(widget)
        inside = QVBoxLayout()
        inside.setContentsMargins(side, gap, side, gap)
        inside.addWidget(self._stack)
        body = QVBoxLayout()
        body.setSpacing(0)
        body.addLayout(line)
        body.addWidget(Rule(look))
        body.addLayout(inside, 1)
        self._assemble(top, body, self._build_foot())
        self.resize(metrics.units(124), metrics.units(80))

    def _build_foot(self) -> QVBoxLayout:
        choice = QHBoxLayout()
        choice.setSpacing(self._context.look.metrics.space("m"))
        choice.addWidget(self.modes)
        choice.addWidget(self.mode_words, 1)
        acts = (self.again_button, self.cancel_button, self.import_button)
        return self._foot(self._obstacle, *acts, above=choice)

    def _wire(self) -> None:
        self._job.finished.connect(self._show)
        self.reading.chosen.connect(self._read_otherwise)
        self._columns.assigned.connect(self._assign)
        self.findings.accepted.connect(self._accept_kind)
        self.findings.row_left_out.connect(self._leave_row_out)
        self.back_button.clicked.connect(self._take_back)
        self.tabs.chosen.connect(self.show_tab)
        self.modes.chosen.connect(self._show_mode)
        self.again_button.clicked.connect(self._read)
        self.import_button.clicked.connect(self._take_over)

    @property
    def statement_text(self) -> str:
        """What is said of the table."""
        return self._statement.plain_text

    @property
    def mode(self) -> ImportMode:
        """Whether the projects are merged or replace the others."""
        return cast("ImportMode", self.modes.current)

    def show_tab(self, key: str) -> None:
        """Shows a part of the preview: projects, columns or problems."""
        self.tabs.set_current(key)
        self._stack.setCurrentIndex(_TABS.index(key))

    def _read(self) -> None:
        self.import_button.setEnabled(False)
        work = partial(read_preview, self._path, self._study, self.choices)
        self._start(self.tr("Reading the table…"), work)

    def _choose(self, choices: ImportChoices) -> None:
        self.choices = choices
        self._read()

    def _read_otherwise(self, key: str, value: object) -> None:
        wanted = self.choices.reading(**{key: value})
        self._choose(
            replace(wanted, header_row=None) if key in ("sheet", "encoding", "delimiter") else wanted
        )

    def _assign(self, index: int, kind: str, target: str) -> None:
        if self.preview is not None:
            self._choose(self.choices.assigned(self.preview, index, cast("ColumnKind", kind), target))

    def _accept_kind(self, code: str) -> None:
        self._choose(self.choices.accepting(code))

    def _take_back(self) -> None:
        self._choose(self.choices.undecided())

    def _leave_row_out(self, row: int) -> None:
        self._choose(self.choices.without_row(row))

    def _show(self, answer: object) -> None:
        preview = cast("ImportPreview", answer)
        is_first = self.preview is None
        self.preview = preview
        self.notice.dismiss()
        decided = self._words.decided(self.choices)
        self._statement.set_text("; ".join(part for part in (self._words.finding(preview), decided) if part))
        self.back_button.setVisible(self.choices.decided)
        self.reading.show_preview(preview, self.choices)
        self._columns.show_preview(preview)
        self._coming.show_preview(preview)
        self.findings.show_preview(preview)
        self._show_tabs(preview)
        if is_first:
            self.show_tab("problems" if preview.errors else "projects")
            (self.findings.table if preview.errors else self.coming).setFocus()
        self._show_mode()

    def _show_tabs(self, preview: ImportPreview) -> None:
        taken = sum(column.taken for column in preview.mapping.columns)
        total = len(preview.mapping.columns)
        counts = {
            "projects": self.tr("Projects in this file ({count})").format(count=len(preview.projects)),
            "columns": self.tr("Columns ({taken} of {total} taken over)").format(taken=taken, total=total),
            "problems": self._words.checks(preview),
        }
        for key, text in counts.items():
            self.tabs.set_text(key, text)

    def _show_mode(self, _mode: str = "") -> None:
        if self.preview is None:
            return
        obstacle = self._words.obstacle(self.preview)
        self.mode_words.set_text(self._words.mode(self.mode, self.preview, len(self._study.projects)))
        self._obstacle.set_text(obstacle)
        self.import_button.setEnabled(not obstacle)
        self.import_button.setToolTip(obstacle)
        count = len(self.preview.projects)
        many = self.tr("Import {count} projects").format(count=count)
        self.import_button.setText(self.tr("Import 1 project") if count == 1 else many)
        self.import_button.updateGeometry()
        self.modes.setEnabled(bool(self._study.projects))

    def _show_failure(self, sentence: str) -> None:
        super()._show_failure(sentence)
        if self.preview is None:
            self._statement.set_text(self.tr("The table could not be read."))

    def _take_over(self) -> None:
        preview = self.preview
        if preview is None or self._words.obstacle(preview):
            return
        label = self.tr("Import {name}").format(name=self._path.name)
        if self._context.store.edit(label, partial(apply_import, preview=preview, mode=self.mode)):
            self._context.settings.change(folder=str(self._path.parent))
            self._context.navigator.tell(self._words.done(preview, self.mode), can_undo=True)
            self.accept()
