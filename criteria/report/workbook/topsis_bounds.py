"""The sheet TOPSIS bounds: closeness with missing figures at their best, and among all projects."""

from __future__ import annotations

import numpy as np

from criteria.report.workbook.columns import Column, constants, derived, fill_checks, fill_columns
from criteria.report.workbook.decision_matrix import COMPARED
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import write_title
from criteria.report.workbook.geometry import MATRIX, MATRIX_BEST, MISSING, RANKED, TOPSIS_BOUNDS
from criteria.report.workbook.normalisation import scale_block
from criteria.report.workbook.references import ROW, here
from criteria.report.workbook.result_rows import RankSource, finish, heads, shadow_formula, write_identity
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import STRONG, figures, in_app
from criteria.report.workbook.topsis import BoundColumns as Columns
from criteria.report.workbook.topsis import closeness_formula, weight_block
from criteria.report.workbook.workings import Distances, Variant

_GROUPS = (
    (Columns.OWN_PLUS, "missing at best, among the ranked"),
    (Columns.ALL_WORST, "missing at worst, among all"),
    (Columns.ALL_BEST, "missing at best, among all"),
    (Columns.LOW, "among all projects"),
)
_HEADS = (
    *("D+", "D−", "closeness") * 3,
    "closeness",
    "closeness at most",
    "shadow rank",
    "shadow in app",
    "check",
)


def write_topsis_bounds(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the other ends of closeness, and the rank each project would have if none were excluded."""
    write_title(
        builder, draft, "TOPSIS: bounds for missing figures, and shadow ranks",
        "A shadow rank is the place a project would take if no red line excluded anyone.",
    )  # fmt: skip
    write_identity(builder, draft)
    for column, text in _GROUPS:
        builder.text(6, column, text, builder.style(STRONG))
    heads(builder, Columns.OWN_PLUS, _HEADS)
    columns = [
        *_distances(draft, Columns.OWN_PLUS, draft.workings.own_distances(best=True)),
        *_distances(draft, Columns.ALL_WORST, draft.workings.shadow_distances(best=False)),
        *_distances(draft, Columns.ALL_BEST, draft.workings.shadow_distances(best=True)),
        *_shadow(draft),
    ]
    fill_columns(builder, draft.geometry.rows(), columns)
    fill_checks(builder, draft.geometry.rows(), Columns.CHECK, [(Columns.SHADOW, Columns.APP)])
    finish(builder, draft, Columns.CHECK, dict.fromkeys(range(Columns.OWN_PLUS, Columns.CHECK + 1), 10))


def _distances(draft: Draft, column: int, found: Distances) -> list[Column]:
    best = column != Columns.ALL_WORST
    everyone: Variant = "all_best" if best else "all_worst"
    formulas = []
    for name in ("ideal", "anti_ideal"):
        formula = _distance(draft, everyone, name, best=best)
        if column == Columns.OWN_PLUS:
            ranked = _distance(draft, "ranked_best", name, best=True)
            formula = f"IF({here(ROW, RANKED)}=1,{ranked},{formula})"
        formulas.append(formula)
    closeness = closeness_formula(here(ROW, column), here(ROW, column + 1))
    return [
        derived(column, formulas[0], found.plus, figures("0.0000")),
        derived(column + 1, formulas[1], found.minus, figures("0.0000")),
        derived(column + 2, closeness, found.closeness),
    ]


def _distance(draft: Draft, variant: Variant, name: str, *, best: bool) -> str:
    geometry = draft.geometry
    compared = geometry.block(MATRIX_BEST if best else MATRIX, ROW, COMPARED)
    subtract, factor, ideal = (scale_block(geometry, variant, part) for part in ("subtract", "factor", name))
    return f"SQRT(SUMPRODUCT(({weight_block(geometry)}*(({compared}-{subtract})*{factor}-{ideal}))^2))"


def _shadow(draft: Draft) -> list[Column]:
    """Closeness among all projects, and the rank it gives."""
    at_worst, at_best = here(ROW, Columns.ALL_WORST + 2), here(ROW, Columns.ALL_BEST + 2)
    ends = np.stack([draft.workings.shadow_distances(best).closeness for best in (False, True)])
    lower = ends.min(axis=0)
    upper = np.where(draft.results.matrix.incomplete, ends.max(axis=0), lower)
    most = f"IF({here(ROW, MISSING)}=0,{here(ROW, Columns.LOW)},MAX({at_worst},{at_best}))"
    shadow = shadow_formula(draft, RankSource(TOPSIS_BOUNDS, Columns.LOW, Columns.HIGH))
    places = draft.results.methods["topsis"].shadow.astype(float)
    return [
        derived(Columns.LOW, f"MIN({at_worst},{at_best})", lower, figures("0.000", bold=True)),
        derived(Columns.HIGH, most, upper),
        derived(Columns.SHADOW, shadow, places, figures("0")),
        constants(Columns.APP, places, in_app("0")),
    ]
