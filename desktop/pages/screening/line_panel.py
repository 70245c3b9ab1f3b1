"""What the side panel says of one red line over all projects."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.screening.conditions import parse, thresholds_of
from criteria.screening.screen import screen
from desktop.app.words.numbers import short_figure
from desktop.app.words.states import StateWords
from desktop.pages.screening.grid_rows import marks
from desktop.pages.screening.grid_words import GridWords
from desktop.pages.screening.line_words import LineWords
from desktop.widgets.panel_parts import Caption, PanelContent, Rows, Section, Sentence

#: Links in the panel: a project under the line shown.
PROJECT_LINK = "project/"


class LinePanel(QObject):
    """Effect, cut-offs, projects concerned, cure and source of a red line."""

    def __init__(self) -> None:
        super().__init__()
        self._states = StateWords()
        self._grid = GridWords()
        self._words = LineWords()

    def content(self, study: Study, red_line: str) -> PanelContent:
        """Everything about the line."""
        line = study.red_line(red_line)
        effect = self._states.of_effect(line.effect)
        sentence = Sentence(self.tr("This line {effect}.").format(effect=effect))
        sections = [Section("", (sentence,)), self._cutoffs(study, line), self._concerned(study, line)]
        sections += [self._words.cure(study, line), self._words.source(line)]
        return PanelContent(line.id, line.name, tuple(section for section in sections if section.parts))

    def _cutoffs(self, study: Study, line: RedLine) -> Section:
        conditions = [text for text in (line.condition, line.exclude_if) if text]
        used = frozenset().union(*(thresholds_of(parse(text)) for text in conditions))
        rows = tuple(
            (f"{escape(item.name)}<br>{escape(item.field)} · {escape(item.note)}", short_figure(item.value))
            for item in study.thresholds
            if item.id in used
        )
        if not rows:
            return Section("", ())
        return Section(
            self.tr("Cut-offs it uses"), (Rows(rows), Caption(self.tr("Change them under Thresholds…")))
        )

    def _concerned(self, study: Study, line: RedLine) -> Section:
        rows = tuple(
            (
                self._project(study, result.project),
                escape(self._grid.short(found[line.id])),
            )
            for result in screen(study).projects
            for found in (marks(result),)
            if line.id in found
        )
        heading = self.tr("Projects concerned")
        if not rows:
            return Section(heading, (Sentence(self.tr("None.")),))
        return Section(heading, (Rows(rows),), str(len(rows)))

    def _project(self, study: Study, project_id: str) -> str:
        title = escape(study.project(project_id).title)
        return f'<a href="{PROJECT_LINK}{project_id}">{project_id}</a> {title}'
