"""What moves one project, or its lead over another: every open figure and every weight by its effect."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from criteria.errors import StudyError
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.gaps import ProjectGaps, study_gaps
from criteria.robustness.study_sensitivity import steady_rows
from criteria.robustness.tornado import Tornado, ranges_of, study_tornado
from criteria.weighting.study_weights import answering, own_weights
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.numbers import per_cent
from desktop.charts import tornado
from desktop.charts.headed_view import HeadedView
from desktop.pages.robustness.job_tab import StatedTab, named_combo
from desktop.pages.robustness.robustness_tab import RoomChoice
from desktop.pages.robustness.tornado_panel import TornadoPanel
from desktop.pages.robustness.tornado_states import TornadoStates
from desktop.pages.robustness.tornado_words import TornadoWords
from desktop.widgets.side_panel import SidePanel

SHARES = (0.1, 0.2, 0.3, 0.5)
#: Weights go as far as stakeholders are apart, not by a share.
PEOPLE = -1.0


@dataclass(frozen=True)
class Asked:
    """The project, the one it is compared with ("" for none), and how far weights move."""

    results: Results
    method: Method
    project: str
    against: str
    share: float


@dataclass(frozen=True)
class Told:
    """What moves the project, None where none can be asked about, and what gaps leave open."""

    asked: Asked
    found: Tornado | None
    gaps: tuple[ProjectGaps, ...]


class TornadoTab(StatedTab):
    """The tornado of one project; the panel says what its bars do to the rank, and what gaps are worth."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._results: Results | None = None
        self._asked: Asked | None = None
        self._told: Told | None = None
        self._selected = ""
        self._states, self._words, self._content = TornadoStates(), TornadoWords(), TornadoPanel()
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.projects = named_combo(self.tr("Project"), 20)
        self.rivals = named_combo(self.tr("Compared with"), 16)
        self.shares = named_combo(self.tr("How far weights move"), 12)
        row = QHBoxLayout()
        row.setSpacing(look.metrics.space("s"))
        for widget, share in ((self.projects, 3), (self.rivals, 3), (self.shares, 2)):
            row.addWidget(widget, share)
        self.bars = HeadedView(look, tornado, self.tr("Tornado"))
        self.foot.hint.set_text(
            self.tr("One input moves at a time: figures to their bounds, weights as chosen above.")
        )
        self._lay_out(self.bars, row)
        self.panel: SidePanel = SidePanel(look, self.tr("What moves its rank"))

    def _wire(self) -> None:
        for combo in (self.projects, self.rivals, self.shares):
            combo.activated.connect(self._ask_again)
        self.bars.activated.connect(self._follow)
        self.panel.link_activated.connect(partial(self.context.navigator.go, "projects"))
        self._follow_work(self.tr("Inputs move, and gaps are drawn"), self.bars, self.tr("tornado"))

    def obstacle(self, results: Results) -> str:
        """See RobustnessTab; gaps alone are something to tell about."""
        if len(results.ranked) > 1:
            return ""
        return self.tr("A tornado needs two projects that no red line excludes.")

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        self._results = rank(study)
        self._fill_projects(self._results)
        self._fill_shares(study)
        self._ask(self._results)

    def _fill_projects(self, results: Results) -> None:
        """Complete projects in the order of their ranks; who was chosen stays chosen."""
        steady = set(steady_rows(results))
        rows = [row for row in results.methods[self.choice.method].order() if row in steady]
        entries = [(results.matrix.projects[row], results.study.projects[row].title) for row in rows]
        _refill(self.projects, [(key, f"{key} {title}") for key, title in entries])
        alone = ("", self.tr("its score"))
        others = [
            (key, self.tr("its lead over {project}").format(project=f"{key} {title}"))
            for key, title in entries
            if key != self.projects.currentData()
        ]
        _refill(self.rivals, [alone, *others])
        self.projects.setEnabled(bool(entries))

    def _fill_shares(self, study: Study) -> None:
        entries = [
            (share, self.tr("weights ±\u00a0{share}").format(share=per_cent(share))) for share in SHARES
        ]
        if len(answering(study)) > 1 and not study.session.hidden:
            entries.append((PEOPLE, self.tr("weights as people differ")))
        is_first = not self.shares.count()
        _refill(self.shares, entries)
        if is_first:
            self.shares.setCurrentIndex(SHARES.index(0.2))

    def _ask(self, results: Results) -> None:
        asked = Asked(
            results,
            self.choice.method,
            str(self.projects.currentData() or ""),
            str(self.rivals.currentData() or ""),
            float(self.shares.currentData()),
        )
        self._asked = asked
        if self._told is not None and self._told.asked == asked:
            self._show(self._told)
        else:
            self._job.start(partial(_tell, asked))

    def _ask_again(self, _place: int) -> None:
        if self._results is not None:
            self._fill_projects(self._results)
            self._ask(self._results)

    def _give_up(self) -> None:
        """What is on show stays; without anything on show the statement says so."""
        super()._give_up()
        if self._told is None:
            self.statement.set_text(self.tr("Not computed; choose a project to compute it"))

    def _arrive(self, told: object) -> None:
        if isinstance(told, Told) and told.asked == self._asked:
            self._told = told
            self._show(told)

    def _show(self, told: Told) -> None:
        results = told.asked.results
        if told.found is None:
            self.statement.set_text(self.tr("No project has all figures; the gaps are listed at the right."))
        else:
            self.statement.set_text(self._words.statement(results.study, told.found))
            self.bars.show_data(self._states.build(results, told.found, self._selected))
        self.bars.setVisible(told.found is not None)
        self.panel.show_content(self._content.content(results, told.found, told.gaps))

    def _follow(self, key: str) -> None:
        """A weight is followed along its whole range; a figure to its cell."""
        self._selected = key
        if "/" in key:
            self.context.navigator.go("projects", key)
        else:
            self.choice.choose_element(key, "gradient")


def _tell(asked: Asked, _token: Token) -> Told:
    results = asked.results
    settings = results.study.settings
    gaps = study_gaps(results, asked.method, draws=settings.draws, seed=settings.seed)
    if not asked.project or len(steady_rows(results)) < 2:
        return Told(asked, None, gaps)
    ranges = _people_ranges(results) if asked.share == PEOPLE else None
    share = 0.2 if asked.share == PEOPLE else asked.share
    found = study_tornado(
        results, asked.method, asked.project, asked.against or None, share=share, ranges=ranges
    )
    return Told(asked, found, gaps)


def _people_ranges(results: Results) -> dict[str, tuple[float, float]]:
    import numpy as np

    people = answering(results.study)
    if not people:
        raise StudyError("No stakeholder with a vote has answered; choose how far weights move.")
    return ranges_of(results, np.stack([own_weights(results.study, person).values for person in people]))


def _refill(combo: QComboBox, entries: Sequence[tuple[object, str]]) -> None:
    """Other entries; what is chosen stays so where it is still offered."""
    known = [(combo.itemData(i), combo.itemText(i)) for i in range(combo.count())]
    if known == list(entries):
        return
    chosen = combo.currentData()
    combo.clear()
    for data, text in entries:
        combo.addItem(text, data)
    combo.setCurrentIndex(max(0, combo.findData(chosen)) if entries else -1)
