"""The sheet Weights: local and global weights, a column for a reviewer's own, the weights in use."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.model.tree import ROLES
from criteria.ranking.scoring import local_weights
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import mark_differences, set_up, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD, WeightColumn
from criteria.report.workbook.references import here
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import (
    CHECK,
    HEAD,
    HEAD_RIGHT,
    STRONG,
    WORDS,
    Style,
    figures,
    in_app,
    inputs,
    premise_id,
)

_HEADS = ("id", "premise or criterion", "premise", "part", "local weight", "global weight", "own weight",
          "weight used", "share in its part", "local in app", "global in app", "check")  # fmt: skip
_WIDTHS = (7, 46, 10, 11, 10, 10, 10, 10, 10, 10, 10, 8)
_PERCENT = "0.0%"
_OWN = "own weights are scaled to sum 1"


def write_weights(builder: SheetBuilder, draft: Draft) -> None:
    """Writes premises, then criteria; every ranking reads the column “weight used”."""
    write_title(
        builder, draft, "Weights: local, global, and your own",
        "If you do not agree, type a weight into a yellow cell (a premise or a criterion): it replaces "
        "the computed one, all are scaled to 100 %, and every ranking follows.",
    )  # fmt: skip
    for column, text in enumerate(_HEADS, start=1):
        head = HEAD_RIGHT if column >= WeightColumn.LOCAL else HEAD
        builder.text(TABLE_HEAD, column, text, builder.style(head))
    builder.height(TABLE_HEAD, 28)
    local = draft.local_weights
    _write_premises(builder, draft, local)
    _write_criteria(builder, draft, local)
    last = draft.geometry.first_weight + draft.geometry.width - 1
    mark_differences(builder)
    widths = {place: float(width) for place, width in enumerate(_WIDTHS, start=1)}
    set_up(builder, draft, widths=widths, head=TABLE_HEAD, last=last, columns=len(_HEADS))
    _write_total(builder, draft, last + 1)


def inside_shares(draft: Draft) -> Floats:
    """Shares (n) of criteria in their part of the benefit-risk model: by weight, local weight, or equal."""
    weights, matrix = draft.results.weights.values, draft.results.matrix
    local = local_weights(matrix, draft.results.weights)
    shares = np.empty(len(weights))
    for role in range(len(ROLES)):
        member = matrix.groups == role
        for source in (weights[member], local[member], np.ones(int(member.sum()))):
            if source.sum() > 0:
                shares[member] = source / source.sum()
                break
    return shares


def _write_premises(builder: SheetBuilder, draft: Draft, local: dict[str, str]) -> None:
    column, weights = WeightColumn, draft.results.weights
    percent, app = builder.style(figures(_PERCENT)), builder.style(in_app(_PERCENT))
    for row, premise in enumerate(draft.study.active_premises, start=TABLE_FIRST):
        value = weights.premise_values[premise.id]
        _identity(builder, row, (premise.id, premise.name, "", premise.role), premise_id(premise.role))
        builder.formula(row, column.LOCAL, local[premise.id], value, percent)
        builder.formula(row, column.GLOBAL, here(row, column.LOCAL), value, percent)
        builder.blank(row, column.OWN, builder.style(inputs(_PERCENT)))
        ids = draft.geometry.weights(column.PREMISE).split("!")[1]
        used = draft.geometry.weights(column.USED).split("!")[1]
        formula = f"SUMIF({ids},{here(row, column.ID)},{used})"
        builder.formula(row, column.USED, formula, value, builder.style(figures(_PERCENT, bold=True)))
        builder.blank(row, column.SHARE, percent)
        builder.number(row, column.LOCAL_IN_APP, value, app)
        builder.number(row, column.GLOBAL_IN_APP, value, app)
        _check(builder, row)


def _write_criteria(builder: SheetBuilder, draft: Draft, local: dict[str, str]) -> None:
    column, weights = WeightColumn, draft.results.weights
    percent, app = builder.style(figures(_PERCENT)), builder.style(in_app(_PERCENT))
    premise_rows = {p.id: row for row, p in enumerate(draft.study.active_premises, start=TABLE_FIRST)}
    shares = inside_shares(draft)
    formulas = _Formulas(draft)
    for place, criterion in enumerate(draft.geometry.criteria):
        row, value = draft.geometry.first_weight + place, float(weights.values[place])
        premise, role = premise_rows[criterion.premise], draft.study.premise_of[criterion.id].role
        _identity(builder, row, (criterion.id, criterion.name, criterion.premise, role), premise_id(role))
        builder.formula(row, column.LOCAL, local[criterion.id], weights.local[criterion.id], percent)
        own = here(premise, column.OWN)
        top = f"IF(ISNUMBER({own}),{own},{here(premise, column.LOCAL)})"
        builder.formula(row, column.GLOBAL, f"{top}*{here(row, column.LOCAL)}", value, percent)
        builder.blank(row, column.OWN, builder.style(inputs(_PERCENT)))
        builder.formula(
            row, column.USED, formulas.used(row), value, builder.style(figures(_PERCENT, bold=True))
        )
        builder.formula(row, column.SHARE, formulas.share(row), float(shares[place]), percent)
        builder.number(row, column.LOCAL_IN_APP, weights.local[criterion.id], app)
        builder.number(row, column.GLOBAL_IN_APP, value, app)
        _check(builder, row)


class _Formulas:
    """The formulas that need whole columns."""

    def __init__(self, draft: Draft) -> None:
        first, count = draft.geometry.first_weight, draft.geometry.width
        self._first, self._last = first, first + count - 1
        self._premises = (TABLE_FIRST, first - 1)

    def used(self, row: int) -> str:
        """An own weight, or else the computed one, scaled so that all sum to 1."""
        own, computed = self._column(WeightColumn.OWN), self._column(WeightColumn.GLOBAL)
        total = f"(SUM({own})+SUM({computed})-SUMPRODUCT(ISNUMBER({own})*{computed}))"
        typed = here(row, WeightColumn.OWN)
        return f"IF(ISNUMBER({typed}),{typed},{here(row, WeightColumn.GLOBAL)})/{total}"

    def share(self, row: int) -> str:
        """The share inside a part: by weight; where the part weighs nothing by local weight, or equal."""
        roles, role = self._column(WeightColumn.ROLE), here(row, WeightColumn.ROLE)
        by_weight = f"SUMIF({roles},{role},{self._column(WeightColumn.USED)})"
        by_local = f"SUMIF({roles},{role},{self._column(WeightColumn.LOCAL)})"
        equal = f"1/COUNTIF({roles},{role})"
        first, last = self._premises
        own = WeightColumn.OWN
        typed = f"COUNT({self._column(own)})+COUNT({here(first, own)}:{here(last, own)})"
        local = f"IF({by_local}>0,{here(row, WeightColumn.LOCAL)}/{by_local},{equal})"
        return f"IF({by_weight}>0,{here(row, WeightColumn.USED)}/{by_weight},IF({typed}>0,{equal},{local}))"

    def _column(self, column: WeightColumn) -> str:
        return f"{here(self._first, column)}:{here(self._last, column)}"


def _identity(builder: SheetBuilder, row: int, texts: tuple[str, str, str, str], head: Style) -> None:
    words = builder.style(WORDS)
    builder.text(row, WeightColumn.ID, texts[0], builder.style(head))
    for column, text in zip(
        (WeightColumn.NAME, WeightColumn.PREMISE, WeightColumn.ROLE), texts[1:], strict=True
    ):
        builder.text(row, column, text, words)


def _check(builder: SheetBuilder, row: int) -> None:
    column = WeightColumn
    pairs = [
        (here(row, column.LOCAL), here(row, column.LOCAL_IN_APP)),
        (here(row, column.USED), here(row, column.GLOBAL_IN_APP)),
    ]
    builder.check(row, column.CHECK, pairs, builder.style(CHECK))


def _write_total(builder: SheetBuilder, draft: Draft, row: int) -> None:
    used = draft.geometry.weights(WeightColumn.USED).split("!")[1]
    builder.text(row, WeightColumn.NAME, "sum of the criteria", builder.style(STRONG))
    total = float(draft.results.weights.values.sum())
    builder.formula(
        row, WeightColumn.USED, f"SUM({used})", total, builder.style(figures(_PERCENT, bold=True))
    )
