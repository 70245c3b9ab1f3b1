"""The sheet Scores: figures with their bounds, what safeguards change, values from 0 to 1, sources."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.model.projects import Project
from criteria.model.settings import SCORE_SETS, ScoreSet
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import (
    amber_when_empty,
    amber_when_missing,
    mark_differences,
    set_up,
    write_title,
)
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD, ScoreColumn
from criteria.report.workbook.references import ROW, here
from criteria.report.workbook.score_formulas import ScoreFormulas
from criteria.report.workbook.sheet_builder import Pattern, SheetBuilder
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
#: Derived columns that say "missing" where no figure is known, and the place of values among the derived.
_KNOWN_ONLY = {ScoreColumn.USED, ScoreColumn.VALUE}
_VALUE = ScoreColumn.VALUE - ScoreColumn.OFFERED


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
        style = builder.style
        self._words, self._muted = style(WORDS), style(MUTED_WORDS)
        self._input, self._year, self._in_app = style(inputs()), style(in_app("0")), style(in_app("0.000"))
        self._head = [style(premise_id(draft.study.premise_of[c.id].role)) for c in draft.geometry.criteria]
        self._missing = draft.results.matrix.missing.tolist()
        self._columns = [_columns(builder, draft, j) for j in range(draft.geometry.width)]
        self._tables = _tables(draft)
        pair = (here(ROW, ScoreColumn.VALUE), here(ROW, ScoreColumn.IN_APP))
        self._check = builder.check_pattern(ScoreColumn.CHECK, [pair], style(CHECK))

    def write(self, project: int, record: Project) -> None:
        """The rows of one project, one for each criterion."""
        for j in range(self._draft.geometry.width):
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
        source = (self._draft.geometry.table_row(i), 0)
        missing = self._missing[i][j]
        for pattern, table in zip(self._columns[j], self._tables, strict=True):
            value = "missing" if missing and pattern.column in _KNOWN_ONLY else table[i][j]
            builder.fill(row, pattern, value, source)
        builder.value(row, column.IN_APP, "missing" if missing else self._tables[_VALUE][i][j], self._in_app)
        builder.fill_check(row, self._check)
        builder.text(row, column.SOURCE, score.evidence.source, self._muted)
        builder.value(row, column.YEAR, score.evidence.year, self._year)
        builder.text(row, column.NOTE, score.evidence.note, self._muted)


def _columns(builder: SheetBuilder, draft: Draft, criterion: int) -> list[Pattern]:
    """The derived columns of one criterion, from left to right."""
    formulas = ScoreFormulas.of(draft.geometry, criterion)
    change, figure = builder.style(figures("+0.00;-0.00;0")), builder.style(figures("General"))
    value = builder.style(figures("0.000"))
    looks = [change] * 3 + [figure] * 3 + [value] * 5
    texts = (
        formulas.offered, formulas.required, formulas.used_change, formulas.used, formulas.used_low,
        formulas.used_high, formulas.value, formulas.value_low, formulas.value_high, formulas.as_proposed,
        formulas.as_offered,
    )  # fmt: skip
    return [
        builder.pattern(ScoreColumn.OFFERED + place, text, look)
        for place, (text, look) in enumerate(zip(texts, looks, strict=True))
    ]


def _tables(draft: Draft) -> list[list[list[float]]]:
    """Values of the derived columns (projects x criteria), in the same order."""
    matrix = draft.results.matrix
    offered, required = _changes(draft, "offered"), _changes(draft, "required")
    used = {"proposed": np.zeros_like(offered), "offered": offered, "required": required}
    as_proposed, as_offered = (
        draft.with_scores(score_set).matrix.filled(best=False) for score_set in SCORE_SETS[:2]
    )
    tables = (
        offered, required, used[matrix.score_set], matrix.raw, matrix.raw_low, matrix.raw_high,
        matrix.unit, matrix.unit_low, matrix.unit_high, as_proposed, as_offered,
    )  # fmt: skip
    return [table.tolist() for table in tables]


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
