"""How often each project takes each rank, if weights, and figures, were drawn at random."""

from __future__ import annotations

import threading
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.simulation import Partial
from criteria.robustness.study_acceptability import (
    FIGURES,
    Figures,
    StudyAcceptability,
    open_rows,
)
from criteria.robustness.weight_sources import SPREAD, WeightSource, offered_sources
from desktop.app.context import Context
from desktop.app.words.acceptability import AcceptabilityWords
from desktop.app.words.numbers import per_cent
from desktop.charts import acceptability_map, weight_bars
from desktop.charts.chart_view import ChartView
from desktop.charts.headed_view import HeadedView
from desktop.charts.weight_bars import WeightBars
from desktop.pages.robustness.acceptability_job import Answer, Question, simulate_question
from desktop.pages.robustness.acceptability_panel import AcceptabilityPanel
from desktop.pages.robustness.acceptability_states import AcceptabilityStates, Shares
from desktop.pages.robustness.job_tab import StatedTab, named_combo
from desktop.pages.robustness.robustness_tab import RoomChoice
from desktop.widgets.side_panel import SidePanel

DRAWS = (1_000, 10_000, 100_000, 1_000_000)
SPREADS = (0.1, 0.2, 0.3, 0.5)
_SPREADABLE = ("around", "ranges")
_TIP = Qt.ItemDataRole.ToolTipRole


class AcceptabilityTab(StatedTab):
    """The map fills while it is computed; the panel speaks of the project selected in it."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._question: Question | None = None
        self._answer: Answer | None = None
        self._selected = ""
        self._stop = threading.Event()
        self._words, self._states = AcceptabilityWords(), AcceptabilityStates()
        self._content = AcceptabilityPanel(self._made_bars)
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.sources = named_combo(self.tr("Where weights come from"), 16)
        self.spreads = named_combo(self.tr("How far weights vary"), 5)
        self.figures = named_combo(self.tr("Which figures vary"), 16)
        self.draws = named_combo(self.tr("Number of draws"), 8)
        self.map = HeadedView(look, acceptability_map, self.tr("Rank acceptability"))
        for spread in SPREADS:
            self.spreads.addItem(f"±\u00a0{per_cent(spread)}", spread)
        self.spreads.setCurrentIndex(SPREADS.index(SPREAD))
        for figures in FIGURES:
            self.figures.addItem(self._words.figures(figures), figures)
            self.figures.setItemData(self.figures.count() - 1, self._words.figures_meaning(figures), _TIP)
        row = QHBoxLayout()
        row.setSpacing(look.metrics.space("s"))
        for widget, share in ((self.sources, 3), (self.spreads, 1), (self.figures, 3), (self.draws, 1)):
            row.addWidget(widget, share)
        self._lay_out(self.map, row)
        self.panel: SidePanel = SidePanel(look, self.tr("How firm one project is"))

    def _wire(self) -> None:
        for combo in (self.sources, self.spreads, self.figures, self.draws):
            combo.activated.connect(self._ask_again)
        self.map.activated.connect(self._select)
        self._job.shown.connect(self._fill)
        self._follow_work(self.tr("Weightings are being drawn"), self.map, self.tr("acceptability"))

    def obstacle(self, results: Results) -> str:
        """See RobustnessTab; two projects with gaps can be compared by drawing them."""
        if len(results.ranked) > 1:
            return ""
        return self.tr("Rank acceptability needs two projects that no red line excludes.")

    def show_study(self, study: Study) -> None:
        """See RobustnessTab; what was drawn for the same question is shown again."""
        results = rank(study)
        self._fill_choices(results)
        self._ask(results)

    def _fill_choices(self, results: Results) -> None:
        is_hidden = results.study.session.hidden
        offered = [one for one in offered_sources(results) if not (is_hidden and one == "stakeholders")]
        if [self.sources.itemData(i) for i in range(self.sources.count())] != offered:
            kept = self.sources.currentData()
            self.sources.clear()
            for place, source in enumerate(offered):
                self.sources.addItem(self._words.source(source), source)
                self.sources.setItemData(place, self._words.source_meaning(source), _TIP)
            self.sources.setCurrentIndex(max(0, self.sources.findData(kept)))
        if not self.draws.count():
            own = results.study.settings.draws
            for draws in sorted({*DRAWS, own}):
                self.draws.addItem(self.tr("{count} draws").format(count=f"{draws:,}"), draws)
            self.draws.setCurrentIndex(self.draws.findData(own))

    def _ask(self, results: Results) -> None:
        source = cast("WeightSource", self.sources.currentData())
        self.spreads.setVisible(source in _SPREADABLE)
        self.sources.setToolTip(self._words.source_meaning(source))
        figures = self._figures_for(results)
        question = Question(
            results,
            self.choice.method,
            source,
            float(self.spreads.currentData()),
            figures,
            int(self.draws.currentData()),
        )
        if self._answer is not None and self._answer.question == question and not self._job.is_running:
            return
        is_same_map = self._question is not None and self._question.results is results
        self._question = question
        if not is_same_map or self._answer is None:
            self._answer = None
            self._show_map(question, {}, {})
        self._stop = threading.Event()
        self._job.start(partial(simulate_question, question, self._stop))

    def _figures_for(self, results: Results) -> Figures:
        """Where fewer than two projects are complete only open gaps leave anything to compare."""
        figures = cast("Figures", self.figures.currentData())
        if len(open_rows(results, figures)) < 2:
            figures = "gaps"
            self.figures.setCurrentIndex(self.figures.findData(figures))
        self.figures.setToolTip(self._words.figures_meaning(figures))
        return figures

    def _ask_again(self, _place: int) -> None:
        if self._question is not None:
            self._ask(self._question.results)

    def _give_up(self) -> None:
        """What was drawn so far stays, and the worker hands it over."""
        self._stop.set()

    def _fill(self, part: object) -> None:
        """What is known of the shares while draws go on."""
        if isinstance(part, Partial) and self._question is not None:
            rows = open_rows(self._question.results, self._question.figures)
            names = (self._question.results.matrix.projects[row] for row in rows)
            shadows = {} if self._answer is None else _shares(self._answer.shadows)
            self._show_map(self._question, dict(zip(names, part.ranks.tolist(), strict=True)), shadows)

    def _arrive(self, answer: object) -> None:
        if isinstance(answer, Answer) and answer.question == self._question:
            self._answer = answer
            self._show_answer()

    def _show_answer(self) -> None:
        answer = self._answer
        if answer is None:
            return
        question, found = answer.question, answer.found
        if found is None:
            self.statement.set_text(self.tr("Nothing was drawn."))
            return
        known = {*found.projects, *(answer.shadows.projects if answer.shadows else ())}
        if self._selected not in known:
            self._selected = found.projects[int(found.found.ranks[:, 0].argmax())]
        self.statement.set_text(self._words.first(found, question.source, question.spread))
        self.statement.setToolTip(self._words.meaning_of_error())
        self.foot.hint.set_text(self._words.draws(found, question.results.study.settings.seed))
        self._show_map(question, _shares(found), _shares(answer.shadows))
        self.panel.show_content(self._content.content(answer, self._selected))

    def _show_map(self, question: Question, shares: Shares, shadows: Shares) -> None:
        excluded = {question.results.matrix.projects[row] for row in question.results.excluded}
        below = {key: row for key, row in shadows.items() if key in excluded}
        data = self._states.build(
            question.results, question.method, question.figures, shares, below, self._selected
        )
        self.map.show_data(data)

    def _select(self, key: str) -> None:
        self._selected = key
        if not self._job.is_running:
            self._show_answer()

    def _made_bars(self, bars: WeightBars) -> QWidget:
        view = ChartView(self.context.look, weight_bars.paint, self.tr("Central weights"), weight_bars.height)
        view.show_data(bars)
        self.offer_export(view, self.tr("central weights"), partial(self._bars_title, self._selected))
        return view

    def _bars_title(self, project: str) -> str:
        return self.tr("Weights under which {project} would be first").format(project=project)


def _shares(found: StudyAcceptability | None) -> dict[str, list[float]]:
    if found is None:
        return {}
    return dict(zip(found.projects, found.found.ranks.tolist(), strict=True))
