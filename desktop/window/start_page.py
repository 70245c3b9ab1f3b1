"""The page before a study is in hand: new, open, the example, and recent studies."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from criteria.template import four_premises
from desktop.app.settings import Recent, SettingsStore
from desktop.app.words.counts import CountWords
from desktop.look.look import Look
from desktop.widgets.buttons import link_button
from desktop.widgets.planes import set_plane
from desktop.widgets.start_card import DropHint, PremiseRow, StartCard
from desktop.widgets.text import Text, body, head, rule

#: How many recent studies are listed.
SHOWN = 6
#: Units of width that the page takes at the most.
WIDEST = 170


class StartPage(QWidget):
    """What the program does in three lines, three ways to begin, and the studies opened last."""

    #: Id of the command asked for.
    command_asked = Signal(str)
    #: Path of a recent study.
    recent_asked = Signal(str)

    def __init__(self, look: Look, settings: SettingsStore) -> None:
        super().__init__()
        self._look = look
        self._settings = settings
        set_plane(self, "surface")
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self._build()
        settings.changed.connect(self.show_recent)
        self.show_recent()

    def show_recent(self) -> None:
        """Brings the list of recent studies up to date; files that are gone are greyed."""
        while (item := self._recent.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                # Hidden at once: until the event loop deletes it, it would stand where the window begins.
                widget.hide()
                widget.deleteLater()
        entries = self._settings.value.recent
        self._clear_button.setVisible(bool(entries))
        if not entries:
            words = self.tr("Studies you open or save are listed here.")
            self._recent.addWidget(Text(self._look, words, "body", "text_muted"))
        for entry in entries[:SHOWN]:
            self._recent.addWidget(self._recent_row(entry))

    def _build(self) -> None:
        metrics = self._look.metrics
        columns = QHBoxLayout()
        columns.setSpacing(metrics.units(8))
        columns.addLayout(self._left(), 5)
        columns.addLayout(self._right(), 6)
        middle = QWidget()
        middle.setMaximumWidth(metrics.units(WIDEST))
        column = QVBoxLayout(middle)
        column.setContentsMargins(*(metrics.units(n) for n in (8, 9, 8, 4)))
        column.addLayout(columns, 1)
        column.addWidget(DropHint(self._look, self.tr("Drop a study or a table anywhere in this window")))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(middle)

    def _left(self) -> QVBoxLayout:
        look, column = self._look, QVBoxLayout()
        column.setSpacing(look.metrics.space("s"))
        name = Text(look, "Proportio", "figure")
        column.addWidget(name)
        column.addSpacing(look.metrics.space("l"))
        for line in (
            self.tr("Decide together which AI cooperation to support."),
            self.tr("Red lines first, then weights, then ranks."),
            self.tr("Every number keeps its source; nothing leaves this computer."),
        ):
            column.addWidget(body(look, line))
        column.addSpacing(look.metrics.space("xl"))
        template = four_premises()
        facts = self.tr(
            "{criteria} criteria, {lines} red lines and {safeguards} safeguards to begin with"
        ).format(
            criteria=len(template.criteria),
            lines=len(template.red_lines),
            safeguards=len(template.safeguards),
        )
        cards = (
            ("new", self.tr("New study from the four premises"), facts, "add", "Ctrl+N", True),
            (
                "open",
                self.tr("Open a study or a table"),
                ".proportio, .xlsx, .xls, .ods, .csv",
                "open",
                "Ctrl+O",
                False,
            ),
            (
                "example",
                self.tr("Explore the example portfolio"),
                self.tr("24 fictional projects on real country figures"),
                "document",
                "",
                False,
            ),
            (
                "example_session",
                self.tr("Explore the example session"),
                self.tr("The same projects, weighed by five stakeholders"),
                "weights",
                "",
                False,
            ),
        )
        for command, title, subtitle, icon, keys, is_primary in cards:
            card = StartCard(look, title, subtitle, icon, keys, is_primary)
            card.clicked.connect(partial(self._ask, command))
            column.addWidget(card)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        look, column = self._look, QVBoxLayout()
        column.setSpacing(look.metrics.space("s"))
        bar = QHBoxLayout()
        bar.addWidget(head(look, self.tr("Recent")), 1)
        self._clear_button = link_button(look, self.tr("Clear list"))
        self._clear_button.clicked.connect(self._clear)
        bar.addWidget(self._clear_button)
        column.addLayout(bar)
        column.addWidget(rule(look))
        column.addLayout(self._recent)
        column.addSpacing(look.metrics.space("xl"))
        column.addWidget(head(look, self.tr("The four premises")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.metrics.space("l"))
        grid.setVerticalSpacing(look.metrics.space("s"))
        for row, premise in enumerate(four_premises().premises):
            grid.addWidget(PremiseRow(look, premise.role, premise.name), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(Text(look, premise.question, "small", "text_muted"), row, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        column.addStretch(1)
        return column

    def _recent_row(self, entry: Recent) -> QWidget:
        exists = Path(entry.path).exists()
        opened = _date_words(entry.opened)
        facts = CountWords().projects(entry.projects)
        row = StartCard(
            self._look,
            entry.title,
            str(Path(entry.path).parent)
            if exists
            else self.tr("Not found there any more: {path}").format(path=entry.path),
            "document",
            f"{opened}\n{facts}",
            False,
            is_flat=True,
        )
        row.setEnabled(exists)
        row.setToolTip(entry.path)
        row.clicked.connect(partial(self.recent_asked.emit, entry.path))
        return row

    def _ask(self, command: str) -> None:
        self.command_asked.emit(command)

    def _clear(self) -> None:
        self._settings.change(recent=())


def _date_words(stamp: str) -> str:
    """The day on which a study was opened, with the time where it was today."""
    try:
        moment = datetime.datetime.fromisoformat(stamp)
    except ValueError:
        return ""
    if moment.date() == datetime.datetime.now(moment.tzinfo).date():
        return moment.strftime("%H:%M")
    return moment.date().isoformat()
