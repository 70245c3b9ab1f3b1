"""What the side panel says of a whole project: its result, its lines, and the three sets of scores."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.projects import Project
from criteria.model.settings import ScoreSet
from criteria.model.study import Study
from criteria.screening.safeguards import guarantee_rate
from criteria.screening.screen import ProjectScreen, screen
from desktop.app.words.numbers import RankWords, eur_millions, figure, per_cent, short_figure
from desktop.app.words.red_lines import RedLineWords
from desktop.app.words.states import StateWords
from desktop.pages.screening.grid_rows import marks
from desktop.pages.screening.grid_words import GridWords
from desktop.pages.screening.score_sets import SetView, Span, believed_changes, moved_criteria, score_sets
from desktop.widgets.panel_parts import Callout, Caption, PanelContent, Part, Rows, Section, Sentence

_TONES = {
    "exclude": "danger",
    "refer": "info",
    "conditional-open": "attention",
    "conditional-met": "success",
    "pass": "success",
}
#: Links in the panel: a red line of the project shown.
LINE_LINK = "line/"


class ProjectPanel(QObject):
    """Result, lines crossed, three sets of scores, level changes and what is believed of promises."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = GridWords()
        self._lines = RedLineWords()
        self._states = StateWords()
        self._ranks = RankWords()

    def content(self, study: Study, project_id: str) -> PanelContent:
        """Everything about the project that the screening found."""
        project, result = study.project(project_id), screen(study).of(project_id)
        views = score_sets(study, project_id)
        sections = [Section("", (self._verdict(study, result),)), self._crossed(study, result)]
        sections += [self._sets(study, views), self._moves(study, views)]
        sections += self._belief(study, project)
        kicker = " · ".join(part for part in (project.id, project.country or project.iso3) if part)
        return PanelContent(kicker, project.title, tuple(section for section in sections if section.parts))

    def _verdict(self, study: Study, result: ProjectScreen) -> Callout:
        word = self._states.in_sentence(result.screen)
        missing = "; ".join(escape(name) for name in self._lines.missing(study, result))
        text = self.tr("Still missing: {names}.").format(names=missing) if missing else ""
        if result.excluded:
            text = self._grid.shadow(study, result.project)
        elif not text:
            text = self.tr("Nothing is missing.")
        return Callout(f"{word[:1].upper()}{word[1:]}", text, _TONES[result.screen], result.screen)

    def _crossed(self, study: Study, result: ProjectScreen) -> Section:
        rows = tuple(
            (
                f'<a href="{LINE_LINK}{line.id}">{escape(line.short)}</a>',
                escape(self._grid.short(found[line.id])),
            )
            for found in (marks(result),)
            for line in study.red_lines
            if line.id in found
        )
        heading = self.tr("Lines that concern it")
        if not rows:
            return Section(heading, (Sentence(self.tr("No red line concerns this project.")),))
        return Section(heading, (Rows(rows),))

    def _sets(self, study: Study, views: tuple[SetView, ...]) -> Section:
        heads = ("", self.tr("Proposed"), self.tr("Offered"), self.tr("All"))
        current = study.settings.score_set
        rows = (
            (self.tr("Benefit"), *(self._bold(v, current, _span(v.benefit, 2)) for v in views)),
            (self.tr("Risk"), *(self._bold(v, current, _span(v.risk, 2)) for v in views)),
            (self.tr("Closeness"), *(self._bold(v, current, _span(v.closeness, 3)) for v in views)),
            (self.tr("Rank"), *(self._bold(v, current, self._rank(v)) for v in views)),
            (
                self.tr("Cost, % of budget"),
                *(self._bold(v, current, figure(100 * v.cost_share, 0)) for v in views),
            ),
            (self.tr("Cost, EUR m"), *(self._bold(v, current, _millions(v.cost_eur)) for v in views)),
        )
        note = self.tr(
            "All: with all required. Ranks by TOPSIS, in brackets without the red line. Bold: the set in use."
        )
        return Section(self.tr("Three sets of scores"), (Rows(rows, heads), Caption(note)))

    def _bold(self, view: SetView, current: ScoreSet, text: str) -> str:
        return f"<b>{text}</b>" if view.score_set == current else text

    def _rank(self, view: SetView) -> str:
        if not view.ranks[0]:
            return f"({self._ranks.ordinal(view.shadow)})"
        best, worst = view.ranks
        return self._ranks.ordinal(best) if best == worst else f"{best}–{worst}"

    def _moves(self, study: Study, views: tuple[SetView, ...]) -> Section:
        rows = []
        for criterion_id in moved_criteria(views):
            criterion = study.criterion(criterion_id)
            steps = list(dict.fromkeys(figure(view.levels[criterion_id], 1) for view in views))
            rows.append((f"<b>{criterion.id}</b> {escape(criterion.short)}", " → ".join(steps)))
        if not rows:
            return Section("", ())
        note = self.tr("Levels as proposed → as offered → with all required; equal steps stand once.")
        return Section(self.tr("What the safeguards change"), (Rows(tuple(rows)), Caption(note)))

    def _belief(self, study: Study, project: Project) -> list[Section]:
        found = believed_changes(study, project.id)
        if not found:
            return []
        rows = tuple(
            (
                f"{escape(study.safeguard(safeguard).name)}<br>{criterion} {_signed(levels)}",
                per_cent(credibility),
            )
            for safeguard, criterion, levels, credibility in found
        )
        parts: tuple[Part, ...] = (Rows(rows), Caption(self._reason(project)))
        return [Section(self.tr("How much of it is believed"), parts)]

    def _reason(self, project: Project) -> str:
        rate = guarantee_rate(project.rule_of_law)
        if rate is None:
            return self.tr(
                "Technical measures count in full, contracts by half, promises not at all: the rule of law "
                "of the partner is not known. Enter it in the project's profile."
            )
        return self.tr(
            "Technical measures count in full, contracts 0.5 + 0.5 r, political promises r; r = {rate} from "
            "the rule of law of the partner ({figure} on the scale from −2.5 to 2.5)."
        ).format(rate=figure(rate, 2), figure=figure(project.rule_of_law, 2))


def _span(span: Span, decimals: int) -> str:
    low, high = (figure(bound, decimals) for bound in span)
    return low if low == high else f"{low}–{high}"


def _millions(euros: float | None) -> str:
    return eur_millions(euros) if euros is None else figure(euros / 1e6, 2)


def _signed(levels: float) -> str:
    return f"+{short_figure(levels)}" if levels > 0 else short_figure(levels)
