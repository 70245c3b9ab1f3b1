"""What the drawer says of a project: profile, scores with evidence, red lines, safeguards, gaps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from criteria.files.typed_profile import plain_word
from criteria.model.fields import FIELDS
from criteria.model.projects import Project, Score
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.ranking.results import rank
from criteria.screening.safeguards import cost_percent
from criteria.screening.screen import Hit, ProjectScreen, screen
from desktop.app.words.fields import FieldWords
from desktop.app.words.numbers import NO_BREAK, RankWords, eur_millions, short_figure
from desktop.app.words.states import StateWords
from desktop.pages.projects.cell_views import evidence_text, score_view
from desktop.pages.projects.panel_widgets import Facts, Line, Lines, ScoreRow, Scores
from desktop.widgets.panel_parts import Caption, PanelContent, Section, Sentence, Widget

if TYPE_CHECKING:
    from desktop.look.look import Look

_LONG_WORD = re.compile(r"\w{16}(?=\w{4})")
#: The method whose ranks are told where figures are missing.
HEADLINE: Method = "topsis"


class PanelWords(QObject):
    """Builds the content of the drawer; `ask` is called with a criterion whose cell is wanted."""

    def __init__(self, look: Look, ask: Callable[[str], None]) -> None:
        super().__init__()
        self._look = look
        self._ask = ask
        self._states = StateWords()
        self._ranks = RankWords()
        self._fields = FieldWords()

    def nothing(self) -> PanelContent:
        """What stands there while no project is in hand."""
        hint = self.tr(
            "Choose a project in the table to see its profile, its evidence and the red lines it hits."
        )
        return PanelContent(self.tr("Project"), self.tr("None chosen"), (Section("", (Caption(hint),)),))

    def content(self, study: Study, project: Project, column: str) -> PanelContent:
        """The drawer for a project while one stands in a column."""
        result = screen(study).of(project.id)
        place = ", ".join(part for part in (project.id, project.country) if part)
        sections = (
            Section("", (Widget(self._facts(project, result)),)),
            self._scores(study, project, column),
            *self._evidence(study, project, column),
            self._red_lines(study, result),
            *self._undecided(study, result),
            self._safeguards(study, project),
            *self._missing(study, project),
            *self._rationale(project),
        )
        return PanelContent(place, breakable(project.title) or self.tr("No title yet"), sections)

    def _facts(self, project: Project, result: ProjectScreen) -> Facts:
        months = ""
        if project.duration_months is not None:
            months = self.tr("{count} months").format(count=short_figure(project.duration_months))
        budget = eur_millions(project.budget_eur) if project.budget_eur is not None else ""
        aims = ", ".join(project.sdg_targets)
        rows = (
            (self.tr("Screening"), self._states.in_cell(result.screen)),
            (self.tr("Mode"), _joined(project.mode, project.pillar)),
            (self.tr("Budget"), _joined(budget, months)),
            (self.tr("Aims"), self.tr("SDG {targets}").format(targets=aims) if aims else ""),
            (self.tr("Technology"), project.technology),
            (self.tr("Tags"), _joined(*(plain_word(tag) for tag in project.technology_tags))),
            (self.tr("End-user"), plain_word(project.end_user_type)),
        )
        return Facts(self._look, result.screen, tuple(row for row in rows if row[1]))

    def _scores(self, study: Study, project: Project, column: str) -> Section:
        own = [c for c in study.active_criteria if not c.country_level]
        sources = Counter(
            evidence_text(project.score(c.id)) for c in own if project.score(c.id).value is not None
        )
        common = sources.most_common(1)[0][0] if sources else ""
        rows = tuple(self._row(study, project, criterion, common) for criterion in own)
        parts = [Widget(Scores(self._look, rows, column, self._ask))]
        captions = []
        if common:
            captions.append(self.tr("Where nothing else is said: {source}.").format(source=common))
        national = [self._figure(project, c) for c in study.active_criteria if c.country_level]
        if national:
            captions.append(self.tr("Country figures: {figures}.").format(figures=", ".join(national)))
        return Section(self.tr("Scores and evidence"), (*parts, *(Caption(text) for text in captions)))

    def _row(self, study: Study, project: Project, criterion: Criterion, common: str) -> ScoreRow:
        score = project.score(criterion.id)
        source = evidence_text(score)
        role = study.premise_of[criterion.id].role
        if score.value is None:
            view = score_view(score, criterion)
            words = self.tr("missing, enter a value or a range")
            if view.muted:
                words = self.tr("most likely missing, {interval}").format(interval=view.muted)
            return ScoreRow(criterion.id, role, words, "", is_missing=True)
        return ScoreRow(
            criterion.id, role, self.score_words(criterion, score), source if source != common else ""
        )

    def score_words(self, criterion: Criterion, score: Score) -> str:
        """A score with the name of its level or its unit: 3 Pilot (2–4)."""
        view = score_view(score, criterion)
        level = criterion.level(score.value) if score.value is not None else None
        name = level.label if level is not None else criterion.unit
        if name.startswith("%"):
            return f"{view.text}{NO_BREAK}% {view.muted}".strip()
        return " ".join(part for part in (view.text, name, view.muted) if part)

    def _figure(self, project: Project, criterion: Criterion) -> str:
        score = project.score(criterion.id)
        if score.value is None:
            return self.tr("{id} missing").format(id=criterion.id)
        return f"{criterion.id} {score.evidence.year or ''}".strip()

    def _evidence(self, study: Study, project: Project, column: str) -> tuple[Section, ...]:
        criterion = next((c for c in study.active_criteria if c.id == column), None)
        if criterion is None:
            return ()
        score = project.score(criterion.id)
        heading = self.tr("{id} {name}").format(id=criterion.id, name=criterion.name)
        level = criterion.level(score.value) if score.value is not None else None
        told = self.score_words(criterion, score) if score.value is not None else self.tr("Missing")
        parts: list[Sentence | Caption] = [Sentence(f"<b>{escape(told)}</b>")]
        if level is not None:
            parts.append(Caption(level.anchor))
        source = evidence_text(score) or self.tr("no source recorded")
        parts.append(Caption(self.tr("Source: {source}").format(source=source)))
        if score.evidence.note:
            parts.append(Caption(score.evidence.note))
        words = self.tr("Edit the evidence")
        parts.append(Sentence(f'<a href="evidence/{escape(criterion.id)}">{escape(words)}</a>'))
        return (Section(heading, tuple(parts)),)

    def _red_lines(self, study: Study, result: ProjectScreen) -> Section:
        heading = self.tr("Red lines hit")
        if not result.hits:
            none = self.tr("None so far.") if result.undetermined else self.tr("None.")
            return Section(heading, (Caption(none),))
        lines = tuple(self._line(study, hit) for hit in result.hits)
        words = self.tr("Why, and what would cure it")
        link = Sentence(f'<a href="screening">{escape(words)}</a>')
        return Section(heading, (Widget(Lines(self._look, lines)), link))

    def _undecided(self, study: Study, result: ProjectScreen) -> tuple[Section, ...]:
        if not result.undetermined:
            return ()
        wanted = list(dict.fromkeys(field for hit in result.undetermined for field in hit.undetermined))
        scored = {criterion.id for criterion in study.criteria}
        wanted = sorted(wanted, key=scored.__contains__)  # fields of the profile first
        names = ", ".join(
            f'<a href="field/{escape(field)}">{escape(self._name(study, field))}</a>' for field in wanted
        )
        parts = (
            Sentence(self.tr("Not known yet: {fields}.").format(fields=names)),
            Widget(Lines(self._look, tuple(self._open_line(study, hit) for hit in result.undetermined))),
        )
        return (Section(self.tr("Cannot be decided yet"), parts),)

    def _open_line(self, study: Study, hit: Hit) -> Line:
        name = f"{hit.red_line} {study.red_line(hit.red_line).name}"
        fields = ", ".join(self._name(study, field) for field in hit.undetermined)
        return Line(
            "conditional-open", self.tr("open"), name, self.tr("needs {fields}").format(fields=fields)
        )

    def _name(self, study: Study, field: str) -> str:
        """What a red line reads, in words: a criterion with its id or a profile field."""
        criterion = next((c for c in study.criteria if c.id == field), None)
        if criterion is not None:
            return f"{criterion.id} {criterion.short}"
        known = {part.attribute for part in FIELDS}
        return self._fields.in_sentence(field) if field in known else field.replace("_", " ")

    def _line(self, study: Study, hit: Hit) -> Line:
        name = f"{hit.red_line} {study.red_line(hit.red_line).name}"
        if hit.waiver is not None:
            return Line(
                "pass", self.tr("waived"), name, self.tr("waived by {name}").format(name=hit.waiver.name)
            )
        state = {"exclude": "exclude", "refer": "refer"}.get(hit.effect, "")
        state = state or ("conditional-met" if hit.met else "conditional-open")
        note = self.tr("met by the safeguards offered") if hit.met else ""
        if hit.missing:
            note = self.tr("{safeguards} missing").format(safeguards=", ".join(hit.missing))
        elif hit.effect == "block_mode":
            note = self.tr("another mode of cooperation is needed")
        return Line(state, state, name, note)

    def _safeguards(self, study: Study, project: Project) -> Section:
        heading = self.tr("Safeguards offered")
        names = {safeguard.id: safeguard.name for safeguard in study.safeguards}
        unknown = self.tr("not known")
        offered = [f"{key} {names.get(key, unknown)}" for key in project.safeguards]
        if not offered:
            return Section(heading, (Caption(self.tr("None.")),))
        share = short_figure(cost_percent(study, project.safeguards))
        note = self.tr("{share}\u00a0% of budget").format(share=share)
        return Section(heading, (Sentence("<br>".join(escape(text) for text in offered)),), note)

    def _missing(self, study: Study, project: Project) -> tuple[Section, ...]:
        gaps = [c for c in study.active_criteria if project.score(c.id).value is None]
        if not gaps:
            return ()
        results = rank(study)
        method = results.methods[HEADLINE]
        row = results.index(project.id)
        best, worst = int(method.rank_best[row]), int(method.rank_worst[row])
        names = ", ".join(criterion.id for criterion in gaps)
        sentence = self.tr(
            "Not guessed: {names}. Until it is entered, every value of the scale is possible."
        ).format(names=names)
        if best:
            place = self._ranks.span(best, worst)
            sentence = self.tr(
                "Not guessed: {names}. Until it is entered, {project} ranks with the whole scale, {place}. "
                "A low and a high estimate narrow it."
            ).format(names=names, project=project.id, place=place)
        return (Section(self.tr("What is missing"), (Sentence(escape(sentence)),)),)

    def _rationale(self, project: Project) -> tuple[Section, ...]:
        told = [text for text in (project.rationale, project.note) if text]
        if not told:
            return ()
        return (Section(self.tr("Rationale and note"), tuple(Caption(text) for text in told)),)


def breakable(text: str) -> str:
    """The text with places to break inside words that are too long for a line of the drawer."""
    return _LONG_WORD.sub("\\g<0>\u200b", text)


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
