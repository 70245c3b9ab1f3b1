"""What a cell of the table shows: its text in parts, its screening mark, whether a value is missing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from criteria.files.typed_profile import plain_word
from criteria.model.projects import Project, Score
from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.screening.screen import ProjectScreen
from desktop.app.words.numbers import figure
from desktop.app.words.states import StateWords
from desktop.pages.projects.columns import SCREENING, Column


@dataclass(frozen=True)
class CellView:
    """The text of a cell; `muted` follows it in quieter ink, `state` puts a mark before it."""

    text: str = ""
    muted: str = ""
    state: str = ""
    is_missing: bool = False

    @property
    def words(self) -> str:
        """The whole text."""
        return f"{self.text} {self.muted}".strip()


def grouped(value: float, decimals: int) -> str:
    """A figure with thousands parted by commas, as heads and sentences write them."""
    text = f"{value:,.{decimals}f}"
    return text.replace("-", "−")


def score_view(score: Score, criterion: Criterion) -> CellView:
    """A score as `4 (3–5)`; levels and figures with the decimals of their scale."""

    def shown(value: float) -> str:
        is_whole = criterion.levels and value != int(value)
        return grouped(value, 1 if is_whole else criterion.decimals)

    interval = ""
    if score.bounds is not None and (score.low, score.high) != (None, None):
        low, high = score.bounds
        interval = f"{shown(low)}–{shown(high)}"
    if score.value is None:
        return CellView(muted=interval, is_missing=True)
    return CellView(shown(score.value), f"({interval})" if interval else "")


class CellWords(QObject):
    """Words for cells, tips and screen readers."""

    def __init__(self) -> None:
        super().__init__()
        self._states = StateWords()

    def view(self, project: Project, column: Column, result: ProjectScreen) -> CellView:
        """What the table shows for a project in a column."""
        if column.criterion is not None:
            return score_view(project.score(column.key), column.criterion)
        if column.key == SCREENING:
            return CellView(self._states.in_cell(result.screen), state=result.screen)
        if column.field is None:
            return CellView()
        return self._profile(project, column)

    def _profile(self, project: Project, column: Column) -> CellView:
        value = getattr(project, column.key)
        if isinstance(value, bool):
            return CellView(self.tr("yes") if value else self.tr("no"))
        if isinstance(value, float | int):
            if column.key == "budget_eur":
                return CellView(figure(value / 1e6, 1))
            decimals = 2 if column.key == "rule_of_law" else 0
            return CellView(figure(value, decimals if value == round(value, decimals) else 1))
        if value is None or value in ("", ()):
            return CellView(is_missing=column.key in ("title", "country", "budget_eur"))
        words = value if isinstance(value, tuple) else (value,)
        known = column.field.vocabulary if column.field is not None else ()
        return CellView("; ".join(plain_word(word) if word in known else str(word) for word in words))

    def tip(self, study: Study, project: Project, column: Column, result: ProjectScreen) -> str:
        """What the cell means: the level in words, where the figure comes from, or what is missing."""
        if column.criterion is not None:
            return self._score_tip(project, column.criterion)
        if column.key == SCREENING:
            lines = [self._states.as_head(result.screen)]
            lines += [f"{hit.red_line} {study.red_line(hit.red_line).name}" for hit in result.hits]
            return "\n".join(lines)
        if column.is_typed and self._profile(project, column).is_missing:
            return self.tr("{name} is missing; type to enter it.").format(name=column.name)
        return self.view(project, column, result).words if column.kind in ("words", "text") else column.tip

    def _score_tip(self, project: Project, criterion: Criterion) -> str:
        score = project.score(criterion.id)
        lines = [f"{project.id}, {criterion.id} {criterion.name}"]
        if score.value is None:
            lines.append(
                self.tr("Missing. Nothing is guessed: until it is entered the whole scale is possible.")
            )
        else:
            view = score_view(score, criterion)
            lines.append(f"{view.words} {criterion.unit}")
            level = criterion.level(score.value)
            if level is not None:
                lines.append(f"{level.value} {level.label}: {level.anchor}")
        if source := evidence_text(score):
            lines.append(self.tr("Source: {source}").format(source=source))
        if score.evidence.note:
            lines.append(score.evidence.note)
        return "\n".join(lines)

    def spoken(self, project: Project, column: Column, result: ProjectScreen) -> str:
        """The cell for a screen reader: project, column and value."""
        view = self.view(project, column, result)
        words = view.words or self.tr("empty")
        if column.criterion is not None:
            score = project.score(column.key)
            level = column.criterion.level(score.value) if score.value is not None else None
            if level is not None:
                words = f"{words} {level.label}"
        if view.is_missing:
            words = " ".join(part for part in (self.tr("missing"), view.muted) if part)
        return f"{project.id}, {column.head} {column.name}: {words}"


def evidence_text(score: Score) -> str:
    """Source and year in one line, empty where none is recorded."""
    year = "" if score.evidence.year is None else str(score.evidence.year)
    return " ".join(part for part in (score.evidence.source, year) if part)
