"""The screening room: which project crossed which line, why, and what would cure it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from criteria.edits.screening import offer_safeguards, set_rules, waive, withdraw_waiver
from criteria.edits.settings import set_settings
from criteria.model.study import Study
from criteria.screening.screen import screen
from desktop.app.context import Context
from desktop.app.words.red_lines import RedLineWords, find_hit, missing_safeguards
from desktop.dialogs.thresholds import ThresholdsDialog
from desktop.dialogs.waiver import WaiverDialog
from desktop.pages.page import Page
from desktop.pages.screening.cell_panel import CellPanel
from desktop.pages.screening.cutoff_strip import strip_maker
from desktop.pages.screening.grid_delegate import CELL_AIR
from desktop.pages.screening.grid_model import GridModel
from desktop.pages.screening.grid_view import GridView
from desktop.pages.screening.legend import Legend
from desktop.pages.screening.line_panel import PROJECT_LINK, LinePanel
from desktop.pages.screening.project_panel import LINE_LINK, ProjectPanel
from desktop.widgets.buttons import primary_button, secondary_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.panel_parts import PanelContent, Section, Sentence
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.text import caption


class ScreeningPage(Page):
    """Projects x red lines; the panel explains the selected cell, project or line."""

    key = "screening"
    can_be_blind = True

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.header.set_title(self.tr("Screening"))
        self._words = RedLineWords()
        self._shown: Study | None = None
        #: What the panel explains: a project, a line, or a project under a line.
        self._project = ""
        self._line = ""
        self._cell_panel = CellPanel(strip_maker(context.look))
        self._project_panel = ProjectPanel()
        self._line_panel = LinePanel()
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.sets = Segments(
            look,
            self.tr("Set of scores"),
            (
                ("proposed", self.tr("As proposed")),
                ("offered", self.tr("As offered")),
                ("required", self.tr("With all required")),
            ),
        )
        self.thresholds = secondary_button(look, self.tr("Thresholds…"))
        self.header.add_action(self.sets)
        self.header.add_action(self.thresholds)
        self._explain_sets()
        self.model = GridModel(self.context.store.shown, self)
        self.grid = GridView(look, self.model, self.tr("Projects by red lines"))
        self._stack = QStackedWidget()
        self._stack.addWidget(self._build_grid())
        self._empty = EmptyState(
            look,
            "screening",
            self.tr("Here every project is held against the red lines. Add or import the first one."),
            self.tr("Go to the projects"),
        )
        self._stack.addWidget(self._empty)
        self.add(self._stack, 1, bleeds=True)
        self._build_panel()

    def _build_grid(self) -> QWidget:
        metrics = self.context.look.metrics
        holder = QWidget()
        column = QVBoxLayout(holder)
        # The words of the table, not its edge, stand at the room's margin.
        column.setContentsMargins(metrics.space("xl") - metrics.units(CELL_AIR), 0, 0, metrics.space("s"))
        column.setSpacing(metrics.space("s"))
        column.addWidget(self.grid, 1)
        column.addWidget(Legend(self.context.look))
        self._note = caption(
            self.context.look,
            self.tr(
                "Marks are always decided on the scores as proposed; the set of scores changes benefit, "
                "risk, scores and ranks."
            ),
        )
        column.addWidget(self._note)
        return holder

    def _build_panel(self) -> None:
        look = self.context.look
        self.panel = SidePanel(look, self.tr("Why?"))
        self.offer = primary_button(look, self.tr("Count as offered"))
        self.offer.setToolTip(
            self.tr(
                "Once the partner has agreed: counts the missing safeguards as offered, in risk, scores and "
                "ranks."
            )
        )
        self.waive = secondary_button(look, self.tr("Waive…"))
        self.withdraw = secondary_button(look, self.tr("Withdraw waiver"))
        for button in (self.offer, self.waive, self.withdraw):
            self.panel.add_action(button)
        self.set_side_panel(self.panel)

    def _explain_sets(self) -> None:
        tips = {
            "proposed": self.tr("Scores as the projects came in, no safeguard counted."),
            "offered": self.tr("Scores moved by the safeguards each project offers."),
            "required": self.tr("Scores moved by the safeguards offered and all that red lines ask for."),
        }
        for key, tip in tips.items():
            self.sets.button(key).setToolTip(tip)

    def _wire(self) -> None:
        self.sets.chosen.connect(self._choose_set)
        self.thresholds.clicked.connect(self._change_rules)
        self.grid.cell_chosen.connect(self._explain)
        self.grid.line_chosen.connect(self._explain_line)
        self.grid.entered.connect(self._go_to_acts)
        self.panel.link_activated.connect(self._follow)
        self.offer.clicked.connect(self._count_as_offered)
        self.waive.clicked.connect(self._waive)
        self.withdraw.clicked.connect(self._withdraw)
        self._empty.asked.connect(partial(self.context.navigator.go, "projects"))

    def show_study(self, study: Study) -> None:
        """Brings grid, sentence, segments and panel in line with the study."""
        if study is self._shown:
            return
        self._shown = study
        # A project that moves to another group takes its row away for a moment; that is no choice.
        with QSignalBlocker(self.grid):
            self.model.show_study(study)
            self._keep_place(study)
        self._stack.setCurrentIndex(0 if study.projects else 1)
        self.panel.setVisible(bool(study.projects))
        self.header.set_statement(self._words.statement(screen(study)))
        self.sets.set_current(study.settings.score_set)
        self._show_panel(study)

    def _keep_place(self, study: Study) -> None:
        """Stays at the project shown before, else at the first one of the grid."""
        known = {project.id for project in study.projects}
        if self._line not in {line.id for line in self.model.lines}:
            self._line = ""
        if self._project and self._project not in known:
            self._project = ""
        if not self._project and not self._line:
            self._project = next((p for row in range(3) if (p := self.model.project_at(row))), "")
        if self._project:
            self.grid.choose(self._project, self._line)

    def _explain(self, project: str, red_line: str) -> None:
        if (project, red_line) != (self._project, self._line) and self._shown is not None:
            self._project, self._line = project, red_line
            self._show_panel(self._shown)

    def _explain_line(self, red_line: str) -> None:
        self.grid.mark_line(red_line)
        self._explain("", red_line)

    def _show_panel(self, study: Study) -> None:
        self.panel.show_content(self._content(study))
        result = screen(study).of(self._project) if self._project else None
        hit = find_hit(result, self._line) if result is not None and self._line else None
        is_hit = result is not None and hit is not None and hit in result.hits
        self.offer.setVisible(bool(self._wanted(study)))
        self.waive.setVisible(bool(is_hit and hit is not None and hit.waiver is None))
        self.withdraw.setVisible(bool(hit is not None and hit.waiver is not None))

    def _content(self, study: Study) -> PanelContent:
        if self._project and self._line:
            return self._cell_panel.content(study, self._project, self._line)
        if self._project:
            return self._project_panel.content(study, self._project)
        if self._line:
            return self._line_panel.content(study, self._line)
        hint = Sentence(self.tr("Select a cell to see what triggered a line and what would cure it."))
        return PanelContent("", self.tr("Why?"), (Section("", (hint,)),))

    def _wanted(self, study: Study) -> tuple[str, ...]:
        """The safeguards that the selected cell, or the whole project, still lacks."""
        if not self._project:
            return ()
        result = screen(study).of(self._project)
        if not self._line:
            return () if result.excluded else missing_safeguards(study, result)
        hit = find_hit(result, self._line)
        return hit.missing if hit is not None and hit.waiver is None else ()

    def _count_as_offered(self) -> None:
        study, project = self.context.store.study, self._project
        wanted = self._wanted(study)
        label = self.tr("Count the safeguards of {project} as offered").format(project=project)
        if self.context.store.edit(label, partial(_offer, project, wanted)):
            self.context.navigator.tell(self._words.counted(study, project, wanted), can_undo=True)

    def _waive(self) -> None:
        study = self.context.store.shown
        project, line = study.project(self._project), study.red_line(self._line)
        waiver = WaiverDialog.ask(self, self.context.look, project, line)
        if waiver is None:
            return
        label = self.tr("Waive {line} for {project}").format(line=line.id, project=project.id)
        if self.context.store.edit(label, partial(waive, waiver=waiver)):
            sentence = self.tr("“{line}” is waived for {project}; the waiver is on the record.")
            told = sentence.format(line=line.name, project=project.id)
            self.context.navigator.tell(told, can_undo=True)

    def _withdraw(self) -> None:
        label = self.tr("Withdraw the waiver of {line} for {project}")
        self.context.store.edit(
            label.format(line=self._line, project=self._project),
            partial(withdraw_waiver, project_id=self._project, red_line_id=self._line),
        )

    def _choose_set(self, key: str) -> None:
        text = {choice: self.sets.button(choice).text() for choice in ("proposed", "offered", "required")}[
            key
        ]
        label = self.tr("Use the scores: {set}").format(set=text)
        self.context.store.edit(label, partial(set_settings, score_set=key))

    def _change_rules(self) -> None:
        rules = ThresholdsDialog.ask(self, self.context.look, self.context.store.study)
        if rules is not None:
            change = partial(set_rules, thresholds=rules.thresholds, active=rules.active)
            self.context.store.edit(self.tr("Change thresholds and red lines"), change)

    def _go_to_acts(self) -> None:
        for button in (self.offer, self.waive, self.withdraw):
            if button.isVisible():
                button.setFocus()
                return

    def _follow(self, link: str) -> None:
        if link.startswith(LINE_LINK) and self._project:
            self.grid.choose(self._project, link.removeprefix(LINE_LINK))
        elif link.startswith(PROJECT_LINK):
            self.grid.choose(link.removeprefix(PROJECT_LINK), self._line)

    def focus_on(self, place: str) -> None:
        """Shows "P18", "P18/RL15" or "RL15"."""
        first, _, second = place.partition("/")
        if self.model.place_of(first).isValid():
            self.grid.choose(first, second)
            self.grid.setFocus()
        elif any(line.id == first for line in self.model.lines):
            self._explain_line(first)


def _offer(project: str, safeguards: tuple[str, ...], study: Study) -> Study:
    return offer_safeguards(study, project, safeguards)
