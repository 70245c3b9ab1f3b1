"""Writes ballots for stakeholders who answer later: for whom, by which method, where to, until when."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from criteria.edits.session import set_closing_day
from criteria.model.people import WEIGHT_METHODS, WeightMethod
from desktop.app.ballots import BallotFiles, BallotOrder, ballot_names, write_ballots
from desktop.app.folders import start_folder
from desktop.app.words.ballots import BallotWords
from desktop.dialogs.ballot_people import ANSWERS, METHOD, NAME, ORGANISATION, TICK, PeopleModel
from desktop.dialogs.tick_table import TickTable
from desktop.dialogs.work_dialog import WorkDialog
from desktop.widgets.buttons import link_button, primary_button, secondary_button
from desktop.widgets.fields import LabelledField
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from desktop.app.context import Context
    from desktop.app.jobs import Token

_DAY = "yyyy-MM-dd"
#: A closing day is offered this many days ahead where the study has none.
_DAYS_AHEAD = 14


class BallotDialog(WorkDialog):
    """One file for each ticked stakeholder, written on a worker; files that are there stay unless ticked."""

    def __init__(self, parent: QWidget | None, context: Context, folder: Path | None = None) -> None:
        super().__init__(parent, context)
        study, look = context.store.study, context.look
        self._words = BallotWords()
        self._folder = start_folder(folder, context.settings.value.folder)
        self.setWindowTitle(self.tr("Write ballots"))
        self.model = PeopleModel(study.stakeholders, self)
        self.table = TickTable(look, self.model, self.tr("Stakeholders"), NAME)
        self.all_button = link_button(look, self.tr("Tick all"))
        self.none_button = link_button(look, self.tr("Tick none"))
        self.methods = QComboBox()
        self.methods.setAccessibleName(self.tr("Method"))
        self.has_day = QCheckBox(self.tr("Answers are due on"))
        self.day = QDateEdit(_closing_day(study.session.closes, context.clock()))
        self.day.setDisplayFormat(_DAY)
        self.day.setCalendarPopup(True)
        self.day.setAccessibleName(self.tr("Closing day"))
        self.prefill = QCheckBox(self.tr("Show the answers already in the study"))
        self.replaces = QCheckBox(self.tr("Replace files that are there"))
        self._where = Text(look, "", "body", "text")
        self.folder_button = secondary_button(look, self.tr("Choose folder…"), "open")
        self._hint = Text(look, "", "small", "text_muted")
        self.write_button = primary_button(look, self.tr("Write"))
        self._fill(study.session.closes)
        self._build()
        self._wire()
        self._show_choice()
        self.table.setFocus()

    @property
    def method(self) -> WeightMethod | None:
        """The method for all, None where each is asked by their own."""
        place = self.methods.currentIndex()
        return WEIGHT_METHODS[place - 1] if place > 0 else None

    def _fill(self, closes: str) -> None:
        self.methods.addItem(self.tr("Each by their own method"))
        for method in WEIGHT_METHODS:
            self.methods.addItem(self._words.method(method))
        self.has_day.setChecked(bool(closes))
        self.day.setEnabled(bool(closes))
        self._where.set_text(str(self._folder))
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, NAME))

    def _build(self) -> None:
        look, metrics = self._context.look, self._context.look.metrics
        side, gap = metrics.space("xl"), metrics.space("m")
        for place, units in ((TICK, 8), (ORGANISATION, 26), (METHOD, 30), (ANSWERS, 16)):
            self.table.setColumnWidth(place, metrics.units(units))
        top = QVBoxLayout()
        top.setSpacing(metrics.space("s"))
        top.addWidget(Text(look, self.tr("Write ballots"), "title"))
        sentence = self.tr(
            "A workbook for each stakeholder who answers later. It shows nobody else's answers, and its "
            "weights follow while one answers. Collect the files when they come back."
        )
        top.addWidget(Text(look, sentence, "body", "text_muted"))
        links = QHBoxLayout()
        links.addWidget(self.all_button)
        links.addWidget(self.none_button)
        links.addStretch(1)
        body = QVBoxLayout()
        body.setContentsMargins(side, 0, side, gap)
        body.setSpacing(gap)
        body.addWidget(self.table, 1)
        body.addLayout(links)
        body.addLayout(self._build_choices())
        self._assemble(top, body, self._foot(self._hint, self.cancel_button, self.write_button))
        self.resize(metrics.units(116), metrics.units(80))

    def _build_choices(self) -> QVBoxLayout:
        look, metrics = self._context.look, self._context.look.metrics
        method = LabelledField(look, self.tr("Method"), self.methods)
        day = QHBoxLayout()
        day.setSpacing(metrics.space("s"))
        day.addWidget(self.has_day)
        day.addWidget(self.day)
        due = QVBoxLayout()
        due.addStretch(1)
        due.addLayout(day)
        first = QHBoxLayout()
        first.setSpacing(metrics.space("xl"))
        first.addWidget(method, 0, Qt.AlignmentFlag.AlignBottom)
        first.addLayout(due)
        first.addStretch(1)
        where = QHBoxLayout()
        where.setSpacing(metrics.space("m"))
        where.addWidget(self._where, 1)
        where.addWidget(self.folder_button)
        choices = QVBoxLayout()
        choices.setSpacing(metrics.space("s"))
        choices.addLayout(first)
        choices.addWidget(Text(look, self.tr("Folder"), "strong"))
        choices.addLayout(where)
        choices.addWidget(self.prefill)
        choices.addWidget(self.replaces)
        return choices

    def _wire(self) -> None:
        self._job.finished.connect(self._show_written)
        self.model.ticked.connect(self._show_choice)
        self.all_button.clicked.connect(partial(self.model.choose, everybody=True))
        self.none_button.clicked.connect(partial(self.model.choose, everybody=False))
        self.methods.currentIndexChanged.connect(self._show_method)
        self.has_day.toggled.connect(self.day.setEnabled)
        self.replaces.toggled.connect(self._show_choice)
        self.folder_button.clicked.connect(self._choose_folder)
        self.write_button.clicked.connect(self._write)

    def _show_method(self) -> None:
        self.model.show_method(self.method)

    def _choose_folder(self) -> None:
        folder = self._context.questions.folder(self.tr("Folder for the ballots"), str(self._folder))
        if folder is not None:
            self._folder = folder
            self._where.set_text(str(folder))
            self._show_choice()

    def _show_choice(self) -> None:
        people = self.model.chosen
        there = sum((self._folder / name).exists() for name in ballot_names(people))
        count = len(people) if self.replaces.isChecked() else len(people) - there
        hint = self.tr("Tick who shall get a ballot.")
        if people:
            hint = self.tr("Each person's file is for that person alone.")
        if there and not self.replaces.isChecked():
            stays = self.tr("Files of {ballots} are there already and stay.")
            hint = stays.format(ballots=self._words.ballots(there))
        self._hint.set_text(hint)
        many = self.tr("Write {ballots}").format(ballots=self._words.ballots(count))
        self.write_button.setText(many if count else self.tr("Write"))
        self.write_button.setEnabled(count > 0 and not self.is_working)
        self.write_button.updateGeometry()

    def _write(self) -> None:
        store = self._context.store
        day = self.day.date().toString(_DAY) if self.has_day.isChecked() else ""
        if day != store.study.session.closes:
            label = self.tr("Set the closing day")
            if not store.edit(label, partial(set_closing_day, day=day)):
                return
        order = BallotOrder(
            study=store.study,
            people=self.model.chosen,
            folder=self._folder,
            when=self._context.clock(),
            method=self.method,
            prefill=self.prefill.isChecked(),
            replaces=self.replaces.isChecked(),
        )
        self.write_button.setEnabled(False)
        self._start(self.tr("Writing the ballots…"), partial(_write, order))

    def _show_written(self, answer: object) -> None:
        if not isinstance(answer, BallotFiles):
            return
        self._context.settings.change(folder=str(self._folder))
        sentence = self.tr("{ballots} written to {folder}.").format(
            ballots=self._words.ballots(len(answer.written)), folder=self._folder
        )
        if answer.kept:
            names = ", ".join(path.name for path in answer.kept[:3])
            stays = self.tr("{ballots} were there already and stay: {names}.").format(
                ballots=self._words.ballots(len(answer.kept)), names=names
            )
            sentence = f"{sentence} {stays}"
        self._context.navigator.tell(sentence)
        self.accept()

    def _show_failure(self, sentence: str) -> None:
        super()._show_failure(sentence)
        self._show_choice()


def ask_for_ballots(parent: QWidget | None, context: Context, folder: Path | None = None) -> bool:
    """Asks for whom and where, and writes the ballots; whether they were written."""
    dialog = BallotDialog(parent, context, folder)
    is_written = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return is_written


def _write(order: BallotOrder, token: Token) -> BallotFiles:
    return write_ballots(order, token.progress, token.is_cancelled)


def _closing_day(closes: str, now: str) -> QDate:
    known = QDate.fromString(closes[:10], _DAY)
    return known if known.isValid() else QDate.fromString(now[:10], _DAY).addDays(_DAYS_AHEAD)
