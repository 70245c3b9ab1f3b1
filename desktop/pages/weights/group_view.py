"""The group result: everyone's weights beside the group's, and what they mean, side by side."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from criteria.edits.people import choose_weights_of
from criteria.edits.settings import set_settings
from criteria.model.settings import GROUP, GroupMethod
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.charts.dot_view import DotPlotView
from desktop.pages.page import Pictured
from desktop.pages.weights.group_facts import GroupFacts, group_facts
from desktop.pages.weights.group_menu import GroupMenu
from desktop.pages.weights.group_panel import GroupPanel
from desktop.pages.weights.group_states import GroupStates
from desktop.pages.weights.group_words import GroupWords
from desktop.widgets.buttons import menu_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.progress import Progress
from desktop.widgets.text import caption, head

#: Units the side panel around the findings needs: a table has a column for each project that anybody puts in
#: front.
PANEL = 46


class GroupView(QWidget):
    """The dot plot with its choice of combining; `panel` is what belongs beside it.

    `said` brings the sentence for the room's header; `export_asked` a chart to save, its name and the kind of
    file. What is on show stays until new figures are there.
    """

    said = Signal(str)
    export_asked = Signal(object, str, str)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words, self._states = GroupWords(), GroupStates()
        self._facts: GroupFacts | None = None
        self._study: Study | None = None
        self._selected = ""
        self.statement = ""
        self._job = context.job(self)
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self._context.look
        self.plot = DotPlotView(look, self.tr("Global weight of each criterion"))
        self.panel = GroupPanel(look)
        self.menu = GroupMenu(self)
        self._combine = menu_button(look, "", self.menu)
        self.empty = EmptyState(look, "weights", self._words.purpose(), self.tr("Compute it"))
        self.empty.button.hide()
        self.progress = Progress(look)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_content())
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.progress)
        column.addWidget(self._stack, 1)

    def _build_content(self) -> QWidget:
        look, holder = self._context.look, QWidget()
        heading = head(look, self.tr("Global weight of each criterion"))
        heading.setWordWrap(False)
        self._failure = caption(look)
        self._failure.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        top = QHBoxLayout()
        top.addWidget(heading, 1)
        top.addWidget(self._combine)
        column = QVBoxLayout(holder)
        metrics = look.metrics
        side, edge = metrics.space("xl"), metrics.space("s")
        # The menu ends where the room's header does; the plot goes on to its scroll bar.
        top.setContentsMargins(0, 0, side - edge, 0)
        column.setContentsMargins(side, metrics.space("m"), edge, 0)
        column.setSpacing(metrics.space("s"))
        column.addLayout(top)
        column.addWidget(self._failure)
        column.addWidget(self.plot, 1)
        return holder

    def _wire(self) -> None:
        self.plot.activated.connect(self.select)
        self.panel.person_chosen.connect(self.select)
        self.panel.group_asked.connect(self._count_group)
        self.panel.copied.connect(self._tell_copied)
        self.menu.chosen.connect(self._combine_by)
        self._job.finished.connect(self._arrive)
        self._job.failed.connect(self._fail)
        self._job.busy.connect(self._show_busy)
        self._job.progressed.connect(self.progress.show_progress)
        self.progress.cancelled.connect(self._give_up)
        self.empty.asked.connect(self._ask)
        charts: tuple[tuple[Pictured, str], ...] = (
            (self.plot, self.tr("weights of the group")),
            (self.panel.agreement, self.tr("consensus")),
            (self.panel.fronts, self.tr("own first projects")),
            (self.panel.nearness, self.tr("nearness to the group")),
        )
        for chart, name in charts:
            chart.export_requested.connect(partial(self.export_asked.emit, chart, name))

    def show_study(self, study: Study) -> None:
        """Shows the group of a study; before the reveal nothing of it."""
        self._study = study
        if study.session.hidden:
            self._job.cancel()
            self._facts = None
            self._show_empty(self._words.hidden())
            return
        if self._facts is not None and self._facts.study is study:
            self._job.cancel()
            self._show()
            return
        self._ask()

    def _ask(self) -> None:
        if self._study is not None:
            self._job.start(partial(group_facts, self._study))

    def _give_up(self) -> None:
        """What was on show may belong to another study by now."""
        self._job.cancel()
        self._facts = None
        self._show_empty(self._words.given_up(), can_ask=True)

    @property
    def is_waiting(self) -> bool:
        """Whether figures are awaited."""
        return self._job.is_running

    @property
    def selected(self) -> str:
        """The id of the stakeholder who stands out, "" for none."""
        return self._selected

    def leave(self) -> None:
        """Gives up the work in hand, as the room is left."""
        self._job.cancel()

    def select(self, key: str) -> None:
        """Lets a stakeholder stand out everywhere; the same again, or "", lets nobody."""
        self._selected = "" if key == self._selected else key
        if self._facts is not None:
            self._show()

    def _arrive(self, answer: object) -> None:
        if isinstance(answer, GroupFacts):
            self._facts = answer
            self._show()

    def _show(self) -> None:
        facts = self._facts
        if facts is None:
            return
        if not facts.report.is_group:
            few = self._words.too_few(facts)
            self._show_empty(f"{self._words.purpose()} {few}", few)
            return
        if facts.place(self._selected) is None:
            self._selected = ""
        self._failure.hide()
        self.plot.show()
        self.menu.show_choice(facts.study.settings.group_method, facts.report.aggregation)
        self._combine.setText(self.menu.text)
        self._combine.updateGeometry()
        self.plot.show_data(self._states.plot(facts, self._selected))
        self.panel.show_facts(facts, self._selected)
        self.panel.show()
        self._stack.setCurrentIndex(0)
        self._say(self._words.statement(facts))

    def _show_empty(self, sentence: str, statement: str = "", *, can_ask: bool = False) -> None:
        self.panel.hide()
        self.empty.set_sentence(sentence)
        self.empty.button.setVisible(can_ask)
        self._stack.setCurrentWidget(self.empty)
        self._say(statement or sentence)

    def _fail(self, sentence: str) -> None:
        """What was on show belongs to another study by now; the choice of combining stays within reach."""
        self._facts = None
        self.panel.hide()
        self.plot.hide()
        self._failure.set_text(sentence)
        self._failure.show()
        if self._study is not None:
            self.menu.show_choice(self._study.settings.group_method, None)
            self._combine.setText(self.menu.text)
        self._stack.setCurrentIndex(0)
        self._say(sentence)

    def _show_busy(self, is_busy: bool) -> None:
        if is_busy:
            self.progress.start(self.tr("The group result is being computed…"))
        else:
            self.progress.stop()

    def _say(self, sentence: str) -> None:
        self.statement = sentence
        self.said.emit(sentence)

    def _combine_by(self, method: str) -> None:
        change = partial(set_settings, group_method=cast("GroupMethod", method))
        self._context.store.edit(self.tr("Combine answers otherwise"), change)

    def _count_group(self) -> None:
        self._context.store.edit(
            self.tr("Let the group’s weights count"), partial(choose_weights_of, source=GROUP)
        )

    def _tell_copied(self) -> None:
        self._context.navigator.tell(self.tr("The minority report is on the clipboard."))
