"""The sheet TOPSIS bounds: closeness with missing figures at their best, and among all projects."""

from __future__ import annotations

from criteria.report.workbook.decision_matrix import COMPARED
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import write_title
from criteria.report.workbook.geometry import MATRIX, MATRIX_BEST, MISSING, RANKED, TOPSIS_BOUNDS
from criteria.report.workbook.normalisation import scale_block
from criteria.report.workbook.references import here
from criteria.report.workbook.result_rows import finish, heads, shadow_formula, write_identity
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import CHECK, STRONG, figures, in_app
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
    tables = (
        (Columns.OWN_PLUS, draft.workings.own_distances(best=True)),
        (Columns.ALL_WORST, draft.workings.shadow_distances(best=False)),
        (Columns.ALL_BEST, draft.workings.shadow_distances(best=True)),
    )
    for index in draft.geometry.order:
        for column, distances in tables:
            _write_distances(builder, draft, index, column, distances)
        _write_shadow(builder, draft, index)
    finish(builder, draft, Columns.CHECK, dict.fromkeys(range(Columns.OWN_PLUS, Columns.CHECK + 1), 10))


def _write_distances(
    builder: SheetBuilder, draft: Draft, index: int, column: int, distances: Distances
) -> None:
    row, number = draft.geometry.row(index), builder.style(figures("0.0000"))
    flag = here(row, RANKED)
    best = column != Columns.ALL_WORST
    everyone: Variant = "all_best" if best else "all_worst"
    formulas = []
    for name in ("ideal", "anti_ideal"):
        among_all = _distance(draft, row, everyone, name, best=best)
        own = column == Columns.OWN_PLUS
        among_ranked = _distance(draft, row, "ranked_best", name, best=True)
        formulas.append(f"IF({flag}=1,{among_ranked},{among_all})" if own else among_all)
    builder.formula(row, column, formulas[0], distances.plus[index], number)
    builder.formula(row, column + 1, formulas[1], distances.minus[index], number)
    closeness = closeness_formula(here(row, column), here(row, column + 1))
    builder.formula(row, column + 2, closeness, distances.closeness[index], builder.style(figures("0.000")))


def _distance(draft: Draft, row: int, variant: Variant, name: str, *, best: bool) -> str:
    geometry = draft.geometry
    compared = geometry.block(MATRIX_BEST if best else MATRIX, row, COMPARED)
    subtract, factor, ideal = (scale_block(geometry, variant, part) for part in ("subtract", "factor", name))
    return f"SQRT(SUMPRODUCT(({weight_block(geometry)}*(({compared}-{subtract})*{factor}-{ideal}))^2))"


def _write_shadow(builder: SheetBuilder, draft: Draft, index: int) -> None:
    row, found = draft.geometry.row(index), draft.results.methods["topsis"]
    bold, number = builder.style(figures("0.000", bold=True)), builder.style(figures("0.000"))
    at_worst, at_best = here(row, Columns.ALL_WORST + 2), here(row, Columns.ALL_BEST + 2)
    shadows = draft.workings.shadow_distances(best=False), draft.workings.shadow_distances(best=True)
    ends = [float(shadow.closeness[index]) for shadow in shadows]
    builder.formula(row, Columns.LOW, f"MIN({at_worst},{at_best})", min(ends), bold)
    low = here(row, Columns.LOW)
    complete = not draft.results.matrix.incomplete[index]
    most = f"IF({here(row, MISSING)}=0,{low},MAX({at_worst},{at_best}))"
    builder.formula(row, Columns.HIGH, most, min(ends) if complete else max(ends), number)
    lows = draft.geometry.column(TOPSIS_BOUNDS, Columns.LOW).split("!")[1]
    shadow = shadow_formula(lows, here(row, Columns.HIGH))
    builder.formula(row, Columns.SHADOW, shadow, float(found.shadow[index]), builder.style(figures("0")))
    builder.number(row, Columns.APP, float(found.shadow[index]), builder.style(in_app("0")))
    pair = (here(row, Columns.SHADOW), here(row, Columns.APP))
    builder.check(row, Columns.CHECK, [pair], builder.style(CHECK))
