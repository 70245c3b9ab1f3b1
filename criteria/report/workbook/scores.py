"""The sheet Scores: figures with their bounds, what safeguards change, values from 0 to 1, sources."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.model.projects import Project
from criteria.model.settings import ScoreSet
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import (
    amber_when_empty,
    amber_when_missing,
    mark_differences,
    set_up,
    write_title,
)
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD, ScoreColumn
from criteria.report.workbook.references import letters
from criteria.report.workbook.score_formulas import ROW, ScoreFormulas
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import (
    CHECK,
    HEAD,
    HEAD_RIGHT,
    MUTED_WORDS,
    WORDS,
    figures,
    in_app,
    inputs,
    premise_id,
)
from criteria.screening.safeguards import applied, changes, total_change
from criteria.screening.screen import screen

_HEADS = (
    "id", "project", "crit.", "criterion", "unit", "figure", "low", "high",
    "change by safeguards offered", "change by all required", "change used",
    "figure used", "low used", "high used", "value", "value low", "value high",
    "value as proposed", "value with offered", "in app", "check", "source", "year", "note",
)  # fmt: skip
_WIDTHS = (6, 40, 6, 30, 16, 9, 9, 9, 10, 10, 9, 9, 9, 9, 8, 8, 8, 9, 9, 8, 8, 40, 6, 50)
_TEXT_COLUMNS = {1, 2, 3, 4, 5, 22, 24}
#: Rows kept in memory before they are written away.
_BATCH = 4000


@dataclass(frozen=True, eq=False)
class _Numbers:
    """Cached values (projects x criteria)."""

    offered: Floats
    required: Floats
    used: Floats
    as_proposed: Floats
    as_offered: Floats


def write_scores(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the sheet: a row for each project and criterion; a missing figure stays an empty amber cell."""
    write_title(
        builder, draft, "Scores: figures and their values",
        "Change a blue figure and every ranking follows. A missing figure is never guessed: it counts "
        "from its worst to its best.",
    )  # fmt: skip
    for column, text in enumerate(_HEADS, start=1):
        head = HEAD if column in _TEXT_COLUMNS else HEAD_RIGHT
        builder.text(TABLE_HEAD, column, text, builder.style(head))
    builder.height(TABLE_HEAD, 42)
    writer = _RowWriter(builder, draft)
    for index, project in enumerate(draft.study.projects):
        writer.write(index, project)
        if (index + 1) * draft.geometry.width % _BATCH < draft.geometry.width:
            builder.flush()
    last = TABLE_FIRST + max(1, draft.geometry.projects * draft.geometry.width) - 1
    amber_when_empty(builder, TABLE_FIRST, ScoreColumn.FIGURE, last, ScoreColumn.FIGURE)
    amber_when_missing(builder, TABLE_FIRST, ScoreColumn.USED, last, ScoreColumn.IN_APP)
    mark_differences(builder)
    set_up(
        builder, draft, widths=dict(enumerate(_WIDTHS, start=1)), head=TABLE_HEAD, last=last,
        columns=len(_HEADS), frozen_columns=4,
    )  # fmt: skip


class _RowWriter:
    """Writes the rows of one project after the other."""

    def __init__(self, builder: SheetBuilder, draft: Draft) -> None:
        self._builder, self._draft = builder, draft
        self._formulas = [ScoreFormulas.of(draft.geometry, j) for j in range(draft.geometry.width)]
        self._numbers = _numbers(draft)
        style = builder.style
        self._words, self._muted, self._check = style(WORDS), style(MUTED_WORDS), style(CHECK)
        self._input, self._year = style(inputs()), style(in_app("0"))
        self._change, self._figure = style(figures("+0.00;-0.00;0")), style(figures("General"))
        self._value, self._in_app = style(figures("0.000")), style(in_app("0.000"))
        self._head = [style(premise_id(draft.study.premise_of[c.id].role)) for c in draft.geometry.criteria]

    def write(self, project: int, record: Project) -> None:
        """The rows of one project, one for each criterion."""
        shares = self._draft.geometry
        for j in range(shares.width):
            self._row(project, j, record)

    def _row(self, i: int, j: int, project: Project) -> None:
        builder, column = self._builder, ScoreColumn
        criterion = self._draft.geometry.criteria[j]
        row, score = self._draft.geometry.score_row(i, j), project.score(criterion.id)
        builder.text(row, column.PROJECT, project.id, self._words)
        builder.text(row, column.TITLE, project.title, self._words)
        builder.text(row, column.CRITERION, criterion.id, self._head[j])
        builder.text(row, column.NAME, criterion.name, self._words)
        builder.text(row, column.UNIT, criterion.unit, self._muted)
        builder.value(row, column.FIGURE, score.value, self._input)
        builder.value(row, column.LOW, score.low, self._input)
        builder.value(row, column.HIGH, score.high, self._input)
        self._derived(row, i, j)
        builder.text(row, column.SOURCE, score.evidence.source, self._muted)
        builder.value(row, column.YEAR, score.evidence.year, self._year)
        builder.text(row, column.NOTE, score.evidence.note, self._muted)

    def _derived(self, row: int, i: int, j: int) -> None:
        builder, column, numbers = self._builder, ScoreColumn, self._numbers
        formulas, matrix = self._formulas[j], self._draft.results.matrix
        name, missing = str(row), bool(matrix.missing[i, j])
        offered, required = formulas.changes(self._draft.geometry, i)
        builder.formula(row, column.OFFERED, offered, numbers.offered[i, j], self._change)
        builder.formula(row, column.REQUIRED, required, numbers.required[i, j], self._change)
        builder.formula(
            row, column.CHANGE, formulas.used_change.replace(ROW, name), numbers.used[i, j], self._change
        )
        for place, formula, value, look in (
            (column.USED, formulas.used, "missing" if missing else matrix.raw[i, j], self._figure),
            (column.USED_LOW, formulas.used_low, matrix.raw_low[i, j], self._figure),
            (column.USED_HIGH, formulas.used_high, matrix.raw_high[i, j], self._figure),
            (column.VALUE, formulas.value, "missing" if missing else matrix.unit[i, j], self._value),
            (column.VALUE_LOW, formulas.value_low, matrix.unit_low[i, j], self._value),
            (column.VALUE_HIGH, formulas.value_high, matrix.unit_high[i, j], self._value),
            (column.AS_PROPOSED, formulas.as_proposed, numbers.as_proposed[i, j], self._value),
            (column.AS_OFFERED, formulas.as_offered, numbers.as_offered[i, j], self._value),
        ):
            builder.formula(row, place, formula.replace(ROW, name), value, look)
        builder.value(row, column.IN_APP, "missing" if missing else float(matrix.unit[i, j]), self._in_app)
        pair = (f"${letters(column.VALUE)}{name}", f"${letters(column.IN_APP)}{name}")
        builder.check(row, column.CHECK, [pair], self._check)


def _numbers(draft: Draft) -> _Numbers:
    offered, required = _changes(draft, "offered"), _changes(draft, "required")
    used = {"proposed": np.zeros_like(offered), "offered": offered, "required": required}
    return _Numbers(
        offered, required, used[draft.results.matrix.score_set],
        as_proposed=draft.with_scores("proposed").matrix.filled(best=False),
        as_offered=draft.with_scores("offered").matrix.filled(best=False),
    )  # fmt: skip


def _changes(draft: Draft, score_set: ScoreSet) -> Floats:
    """Levels by which safeguards move each score of each project, after the cap."""
    study, criteria = draft.study, draft.geometry.criteria
    result = np.zeros((draft.geometry.projects, len(criteria)))
    screening = screen(study)
    for i, project in enumerate(study.projects):
        required = screening.projects[i].required
        found = changes(study, project, applied(study, project, score_set, required))
        touched = {change.criterion for change in found}
        for j, criterion in enumerate(criteria):
            if criterion.id in touched:
                result[i, j] = total_change(found, criterion.id)
    return result
