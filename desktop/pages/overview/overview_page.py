"""The overview: the decision in one sentence, the money, the leading projects, the steps."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.money_picture import money_picture
from desktop.app.words.decision import DecisionWords
from desktop.app.words.numbers import eur_millions
from desktop.charts import stacked_bar
from desktop.charts.chart_view import ChartView
from desktop.pages.overview.firm_notes import FirmNotes
from desktop.pages.overview.first_steps import FirstSteps
from desktop.pages.overview.leading_table import LeadingTable
from desktop.pages.overview.step_list import StepList
from desktop.pages.overview.steps import Steps, firm_places
from desktop.pages.overview.title_page import TitlePage
from desktop.pages.page import Page
from desktop.widgets.awaited_text import AwaitedText
from desktop.widgets.buttons import primary_button, secondary_button
from desktop.widgets.roomy import Upright
from desktop.widgets.text import head, strong

if TYPE_CHECKING:
    from criteria.ranking.results import Results

#: How long after a change the slower figures are asked for.
PAUSE_MS = 100
#: Units of width that the two columns take at the most: longer lines are harder to read.
WIDEST = 190


class OverviewPage(Page):
    """Where one sees at a glance what is decided and what is missing."""

    key = "overview"
    can_be_blind = True

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Overview"))
        self._words, self._steps = DecisionWords(), Steps()
        self._next_room = "projects"
        self._study: Study | None = None
        self._firm: tuple[int, int] | None = None
        self._firm_for: Study | None = None
        self._job = context.job(self)
        self._job.finished.connect(self._show_firm)
        # A moment later, so that the first picture of the window never waits for it.
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask_firm)
        self._build()

    def _build(self) -> None:
        look = self.context.look
        self._sentence = AwaitedText(look, "", "statement")
        self._money_head = strong(look, "")
        self._money = ChartView(
            look, stacked_bar.paint, self.tr("Money by screening result"), stacked_bar.height
        )
        self._table = LeadingTable(look)
        self._first_steps, self._firm_notes = FirstSteps(look), FirmNotes(look)
        self._step_list = StepList(look)
        self._title_page = TitlePage(self.context)
        self._step_list.chosen.connect(self._go)
        self._table.chosen.connect(partial(self._go, "ranking"))
        self._money.activated.connect(self._open_screening)
        self._money.export_requested.connect(partial(self.export_chart, self._money, "money"))
        self._first_steps.import_asked.connect(partial(self.context.navigator.run, "import"))
        self._first_steps.add_asked.connect(partial(self._go, "projects"))
        columns = QHBoxLayout()
        columns.setSpacing(look.metrics.space("xxl"))
        columns.addLayout(self._left(), 3)
        columns.addLayout(self._right(), 2)
        self._content = content = QWidget()
        look.changed.connect(self._limit_width)
        self._limit_width()
        content.setLayout(columns)
        columns.setContentsMargins(0, 0, look.metrics.space("m"), look.metrics.space("l"))
        self.add(Upright(content), 1)

    def _limit_width(self) -> None:
        self._content.setMaximumWidth(self.context.look.metrics.units(WIDEST))

    def _left(self) -> QVBoxLayout:
        space = self.context.look.metrics.space
        column = QVBoxLayout()
        column.setSpacing(space("s"))
        column.addWidget(self._sentence)
        column.addSpacing(space("l"))
        column.addWidget(self._first_steps)
        column.addWidget(self._money_head)
        column.addWidget(self._money)
        column.addSpacing(space("l"))
        column.addWidget(self._table)
        column.addSpacing(space("l"))
        column.addWidget(self._firm_notes)
        column.addStretch(1)
        return column

    def _right(self) -> QVBoxLayout:
        look = self.context.look
        column = QVBoxLayout()
        column.setSpacing(look.metrics.space("s"))
        column.addWidget(head(look, self.tr("Steps to the decision")))
        column.addWidget(self._step_list)
        self._continue = primary_button(look, self.tr("Continue"))
        self._export = secondary_button(look, self.tr("Export workbook…"))
        self._continue.clicked.connect(self._continue_there)
        self._export.clicked.connect(partial(self.context.navigator.run, "export_workbook"))
        buttons = QHBoxLayout()
        buttons.setSpacing(look.metrics.space("s"))
        for button in (self._continue, self._export):
            # Where they will stand is known before they are.
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column.addSpacing(look.metrics.space("s"))
        column.addLayout(buttons)
        column.addSpacing(look.metrics.space("xl"))
        column.addWidget(self._title_page)
        column.addStretch(1)
        return column

    def show_facts(self, study: Study) -> None:
        """See Page."""
        self._show_title(study)
        if study.projects:
            self._sentence.await_like(self._words.outline(len(study.projects)))
        self._money.show_data(stacked_bar.StackedBar((), lines=2))
        self._table.setVisible(bool(study.projects))
        self._table.await_results(len(study.projects))
        self._firm_notes.setVisible(False)
        self._step_list.show_rows(self._steps.facts(study))
        # As long as most words that it will bear: in large text the column is as wide as its buttons.
        self._continue.setText(self.tr("Go to the report"))
        self._continue.setVisible(False)
        self._export.setVisible(False)

    def show_study(self, study: Study) -> None:
        """See Page."""
        # Loaded here, as whatever brings numpy: the first frame does without.
        from criteria.ranking.results import rank

        results: Results | None = rank(study) if study.projects else None
        self._study = study
        self._show_title(study)
        if results is not None:
            self._sentence.set_html(self._words.sentence(results, None, bold=True))
            self._money.show_data(money_picture(results))
            self._table.show_results(results)
        self._table.setVisible(results is not None and bool(results.ranked))
        self._await_firmness(study, results)
        self._show_steps(study, results)
        self._continue.setVisible(True)
        self._export.setVisible(True)
        self._export.setEnabled(results is not None)

    def _show_title(self, study: Study) -> None:
        """What the study says of itself, and which parts the page has therefore."""
        self.header.set_title(study.title)
        words = self.tr("Fictional projects on real country figures. ") if study.fictional else ""
        self.header.set_statement(f"{words}{study.purpose}")
        if not study.projects:
            self._sentence.set_text(self.tr("No projects yet."))
        has_money = any(project.budget_eur for project in study.projects)
        requested = eur_millions(sum(project.budget_eur or 0.0 for project in study.projects))
        text = self.tr("Requested: {money}, by screening result").format(money=requested)
        self._money_head.set_text(text if has_money else self.tr("No budget is entered yet"))
        self._first_steps.setVisible(not study.projects)
        self._money.setVisible(has_money)
        self._money_head.setVisible(bool(study.projects))
        self._title_page.show_study(study)

    @property
    def is_waiting(self) -> bool:
        """See Page."""
        return self._pause.isActive() or self._job.is_running

    def leave(self) -> None:
        """See Page."""
        self._pause.stop()
        self._job.cancel()

    def _await_firmness(self, study: Study, results: Results | None) -> None:
        """What takes longer is asked for a moment later; until then nothing stale is shown."""
        if self._firm_for is study:
            return
        self._firm = None
        self._firm_notes.setVisible(False)
        self._job.cancel()
        if results is not None:
            self._pause.start()

    def _ask_firm(self) -> None:
        if self._study is not None:
            self._job.start(partial(_firm_places, self._study))

    def _show_firm(self, answer: object) -> None:
        if not isinstance(answer, tuple) or answer[0] is not self._study:
            return
        from criteria.ranking.results import rank

        study, firm = answer
        self._firm, self._firm_for = firm, study
        results = rank(study)
        self._show_steps(study, results)
        if firm != (0, 0):
            # Loaded here: the first window must not wait for it.
            from desktop.app.words.firmness import FirmnessWords

            self._firm_notes.show_paragraphs(tuple(FirmnessWords().paragraphs(results, None))[:2])
        self._firm_notes.setVisible(firm != (0, 0))

    def _show_steps(self, study: Study, results: Results | None) -> None:
        from criteria.problems import find_problems

        rows = self._steps.rows(study, results, find_problems(study), self._firm)
        self._step_list.show_rows(rows)
        waiting = next((row for row in rows if row.severity != "done"), None)
        self._next_room = waiting.room if waiting else "report"
        self._continue.setText(
            self.tr("Continue with {room}").format(room=waiting.name)
            if waiting
            else self.tr("Go to the report")
        )

    def _open_screening(self, _state: str) -> None:
        self._go("screening")

    def _go(self, room: str, place: str = "") -> None:
        self.context.navigator.go(room, place)

    def _continue_there(self) -> None:
        self._go(self._next_room)


def _firm_places(study: Study, _token: Token) -> tuple[Study, tuple[int, int]]:
    from criteria.ranking.results import rank

    return study, firm_places(rank(study))
