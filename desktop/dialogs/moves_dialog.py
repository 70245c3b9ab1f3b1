"""Why did it move: the study in hand against an earlier state of it, or against another file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from criteria.errors import ProportioError
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.robustness.attribution import Attribution, attribute
from criteria.robustness.change_groups import Split
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.methods import MethodWords
from desktop.app.words.moves import MoveWords
from desktop.charts.rank_table_view import RankTableView
from desktop.dialogs.moves_states import MovesStates
from desktop.widgets.buttons import secondary_button
from desktop.widgets.progress import Progress
from desktop.widgets.segments import Segments
from desktop.widgets.text import Text, caption, head


@dataclass(frozen=True)
class _Asked:
    before: Study
    after: Study
    method: Method
    split: Split


class MovesDialog(QDialog):
    """Shares every move out among the changes; changes nothing itself. `export_asked` brings the table."""

    export_asked = Signal(object, str, str, str)

    def __init__(self, parent: QWidget | None, context: Context, method: Method) -> None:
        super().__init__(parent)
        self._context = context
        self._files: list[tuple[str, Study]] = []
        self._asked: _Asked | None = None
        self._found: Attribution | None = None
        self._selected = ""
        self._words, self._states = MoveWords(), MovesStates()
        self._job = context.job(self)
        self.setWindowTitle(self.tr("Why did it move?"))
        self._build(method)
        self._wire()
        self._fill_states()
        self._ask()

    def _build(self, method: Method) -> None:
        look, words = self._context.look, MethodWords()
        self.statement = head(look, "")
        self.states = QComboBox()
        self.states.setAccessibleName(self.tr("Compared with"))
        self.states.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.states.setMinimumContentsLength(30)
        self.other = secondary_button(look, self.tr("Another study file…"))
        self.splits = QComboBox()
        self.splits.setAccessibleName(self.tr("How changes are grouped"))
        for split, text in (
            ("kind", self.tr("by kind of change")),
            ("project", self.tr("figures project by project")),
            ("criterion", self.tr("figures criterion by criterion")),
        ):
            self.splits.addItem(text, split)
        self.methods = Segments(look, self.tr("Method"), tuple((m, words.name(m)) for m in METHODS))
        self.methods.set_current(method)
        self.table = RankTableView(look, self.tr("What each change brought"))
        self.progress = Progress(look)
        self.sentence = Text(look, "")
        self.note = caption(look, "")
        self.close_button = secondary_button(look, self.tr("Close"))
        self._lay_out()

    def _lay_out(self) -> None:
        metrics = self._context.look.metrics
        first, last = QHBoxLayout(), QHBoxLayout()
        first.addWidget(Text(self._context.look, self.tr("Compared with"), wraps=False))
        first.addWidget(self.states, 1)
        first.addWidget(self.other)
        last.addWidget(self.splits)
        last.addStretch(1)
        last.addWidget(self.methods)
        foot = QHBoxLayout()
        foot.addWidget(self.note, 1)
        foot.addWidget(self.close_button)
        column = QVBoxLayout(self)
        side = metrics.space("xl")
        column.setContentsMargins(side, metrics.space("l"), side, metrics.space("l"))
        column.setSpacing(metrics.space("m"))
        column.addWidget(self.statement)
        column.addLayout(first)
        column.addLayout(last)
        column.addWidget(self.progress)
        column.addWidget(self.table, 1)
        column.addWidget(self.sentence)
        column.addLayout(foot)
        self.resize(metrics.units(110), metrics.units(80))

    def _wire(self) -> None:
        self.states.activated.connect(self._ask)
        self.splits.activated.connect(self._ask)
        self.methods.chosen.connect(self._ask)
        self.other.clicked.connect(self._open_other)
        self.close_button.clicked.connect(self.accept)
        self.table.activated.connect(self._select)
        self.table.export_requested.connect(self._export)
        self.progress.cancelled.connect(self._give_up)
        self._job.progressed.connect(self.progress.show_progress)
        self._job.busy.connect(self._say_busy)
        self._job.finished.connect(self._arrive)
        self._job.failed.connect(self.statement.set_text)
        self.finished.connect(self._job.cancel)

    def _fill_states(self) -> None:
        """Other files first, then what each step of the history set out from, the latest first."""
        self.states.clear()
        for name, study in self._files:
            self.states.addItem(self.tr("the file “{name}”").format(name=name), study)
        past = self._context.store.history.past
        for back, step in enumerate(reversed(past), start=1):
            text = self.tr("{count} steps back: before “{label}”")
            if back == 1:
                text = self.tr("1 step back: before “{label}”")
            self.states.addItem(text.format(count=back, label=step.label), step.study)
        # As the study was opened says more than the last step alone.
        if past and not self._files:
            self.states.setCurrentIndex(self.states.count() - 1)
        self.states.setEnabled(bool(self.states.count()))

    def _open_other(self) -> None:
        filters = self.tr("Proportio study (*.proportio)")
        path = self._context.questions.open_path(
            self.tr("Compare with a study file"), filters, self._context.settings.value.folder
        )
        if path is not None:
            self.add_file(path)

    def add_file(self, path: Path) -> None:
        """Compares with the study in a file; a file that cannot be read is told about."""
        from criteria.files.study_file import load_study

        try:
            loaded = load_study(path)
        except ProportioError as error:
            self.statement.set_text(str(error))
            return
        self._files.insert(0, (path.name, loaded.study))
        self._fill_states()
        self.states.setCurrentIndex(0)
        self._ask()

    def _ask(self, _choice: object = None) -> None:
        before = self.states.currentData()
        if not isinstance(before, Study):
            self.statement.set_text(
                self.tr("Nothing was changed since the study was opened; compare it with another file.")
            )
            self.table.hide()
            return
        method, split = cast("Method", self.methods.current), cast("Split", self.splits.currentData())
        self._asked = _Asked(before, self._context.store.study, method, split)
        self._job.start(partial(_attribute, self._asked))

    def _say_busy(self, is_busy: bool) -> None:
        if is_busy:
            self.progress.start(self.tr("Changes are being made in every order"))
        else:
            self.progress.stop()

    def _give_up(self) -> None:
        """What is on show stays."""
        self._job.cancel()

    def _arrive(self, answer: object) -> None:
        if isinstance(answer, Attribution):
            self._found = answer
            self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        self.statement.set_text(self._words.statement(found))
        table = self._states.build(self._context.store.shown, found, self._selected)
        self.table.setVisible(bool(found.groups and table.rows))
        self.table.show_data(table)
        self.note.set_text(self._note(found))
        chosen = next((move for move in found.projects if move.project == self._selected), None)
        if chosen is None:
            effects = [self._words.effect(found, item) for item in found.groups]
            self.sentence.set_text("\n".join(f"{text}." for text in effects))
        else:
            self.sentence.set_text(self._words.move(found, chosen))

    def _note(self, found: Attribution) -> str:
        if not found.groups:
            return ""
        if found.is_exact:
            return self.tr(
                "Parts are means over all orders of making the changes (Shapley 1953); they add up exactly. "
                "▲ up, ▼ down, in places. Click a project."
            )
        return self.tr(
            "Parts are means over {orders} random orders of making the changes (Shapley 1953). ▲ up, ▼ down, "
            "in places. Click a project."
        ).format(orders=found.orders)

    def _select(self, key: str) -> None:
        self._selected = "" if key == self._selected else key
        self._show()

    def _export(self, kind: str) -> None:
        self.export_asked.emit(self.table, self.tr("moves"), kind, self.statement.plain_text)


def _attribute(asked: _Asked, token: Token) -> Attribution | None:
    return attribute(
        asked.before,
        asked.after,
        asked.method,
        asked.split,
        progress=token.progress,
        cancelled=token.is_cancelled,
    )
