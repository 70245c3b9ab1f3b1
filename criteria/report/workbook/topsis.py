"""The sheet TOPSIS: normalised, weighted, distances, closeness and rank, step by step."""

from __future__ import annotations

from criteria.report.workbook.columns import (
    Column,
    constants,
    derived,
    derived_block,
    fill_checks,
    fill_columns,
    rank_values,
)
from criteria.report.workbook.decision_matrix import COMPARED
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import amber_when_open, bars, write_title
from criteria.report.workbook.geometry import (
    FIRST,
    MATRIX,
    MISSING,
    RANKED,
    START,
    TOPSIS,
    TOPSIS_BOUNDS,
    Geometry,
)
from criteria.report.workbook.normalisation import own_scale, scale_block, scale_cell
from criteria.report.workbook.references import ROW, here
from criteria.report.workbook.result_rows import (
    RankSource,
    block_heads,
    choice_line,
    finish,
    header_row,
    heads,
    local_block,
    rank_formulas,
    weight_row,
    write_identity,
)
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import figures, in_app

WEIGHT_ROW, IDEAL_ROW, ANTI_ROW = 4, 5, 6
NORMALISED, WEIGHTED = range(2)
_RESULTS = ("D+", "D−", "closeness, missing at worst", "closeness", "closeness at most", "rank", "worst rank")
_IN_APP = ("closeness in app", "at most in app", "rank in app", "worst in app", "check")


class TopsisColumns:
    """The result columns of the sheet TOPSIS."""

    def __init__(self, geometry: Geometry) -> None:
        first = START + 2 * geometry.width
        self.plus, self.minus, self.at_worst, self.low, self.high, self.rank, self.worst_rank = range(
            first, first + 7
        )
        self.app = self.worst_rank + 1
        self.check = self.app + 4


class BoundColumns:
    """The columns of the sheet TOPSIS bounds."""

    OWN_PLUS, OWN_MINUS, OWN = START, START + 1, START + 2
    ALL_WORST, ALL_BEST = START + 3, START + 6
    LOW, HIGH, SHADOW = START + 9, START + 10, START + 11
    APP, CHECK = START + 12, START + 13


def write_topsis(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the sheet; excluded projects are measured with the normalisation of all and get no rank."""
    write_title(
        builder,
        draft,
        "TOPSIS: closeness of each project to the ideal",
        "Closeness = D− / (D+ + D−), D = √Σ(weighted − ideal)². Change a weight on Weights and every rank "
        "follows. Excluded projects are grey and never ranked.",
    )
    write_identity(builder, draft)
    choice_line(builder, draft, "normalisation", "normalisation")
    block_heads(builder, draft, NORMALISED, "")
    block_heads(builder, draft, WEIGHTED, "weighted")
    columns = TopsisColumns(draft.geometry)
    heads(builder, columns.plus, (*_RESULTS, *_IN_APP))
    _header_rows(builder, draft)
    rows = draft.geometry.rows()
    steps = [*_steps(draft), *_distances(draft, columns), *_results(draft, columns), *_in_app(draft, columns)]
    fill_columns(builder, rows, steps)
    shown = (columns.low, columns.high, columns.rank, columns.worst_rank)
    fill_checks(
        builder, rows, columns.check, list(zip(shown, range(columns.app, columns.check), strict=True))
    )
    last = draft.geometry.last
    open_columns = (columns.low, columns.high, columns.rank, columns.worst_rank)
    amber_when_open(builder, open_columns, columns.low, columns.high, FIRST, last)
    bars(builder, FIRST, columns.low, last)
    finish(builder, draft, columns.check, dict.fromkeys(range(columns.plus, columns.check + 1), 9.5))


def closeness_formula(plus: str, minus: str) -> str:
    """D- / (D+ + D-), one half where both are nothing."""
    return f"IF({plus}+{minus}=0,0.5,{minus}/({plus}+{minus}))"


def weight_block(geometry: Geometry) -> str:
    """The weights used as a row, as sheets of results show them."""
    return geometry.block(TOPSIS, WEIGHT_ROW)


def _header_rows(builder: SheetBuilder, draft: Draft) -> None:
    width, scale = draft.geometry.width, draft.workings.scale("ranked_worst")
    weight_row(builder, draft, WEIGHT_ROW)
    start = START + width
    weights = draft.results.weights.values
    for row, label, name in (
        (IDEAL_ROW, "ideal, normalised and weighted", "ideal"),
        (ANTI_ROW, "anti-ideal, normalised and weighted", "anti_ideal"),
    ):
        formulas = [
            f"{scale_cell('ranked_worst', name, j)}*{here(WEIGHT_ROW, START + j)}" for j in range(width)
        ]
        values = [float(value) for value in getattr(scale, name) * weights]
        header_row(builder, row, label, formulas, values, start=start)
        plain = [scale_cell("ranked_worst", name, j) for j in range(width)]
        header_row(builder, row, label, plain, [float(value) for value in getattr(scale, name)])


def _steps(draft: Draft) -> list[Column]:
    """Normalised and weighted figures: those of a project that is not ranked by the normalisation of all."""
    width, ranked = draft.geometry.width, here(ROW, RANKED)
    normalised, weighted = [], []
    for j in range(width):
        compared = MATRIX.cell(ROW, START + COMPARED * width + j)
        subtract, factor = (own_scale(ranked, name, j) for name in ("subtract", "factor"))
        normalised.append(f"({compared}-{subtract})*{factor}")
        weighted.append(f"{here(ROW, START + j)}*{here(WEIGHT_ROW, START + j)}")
    table = draft.workings.normalised(best=False)
    return [
        *derived_block(START, normalised, table),
        *derived_block(START + width, weighted, table * draft.results.weights.values),
    ]


def _distances(draft: Draft, columns: TopsisColumns) -> list[Column]:
    found, four = draft.workings.own_distances(best=False), figures("0.0000")
    closeness = closeness_formula(here(ROW, columns.plus), here(ROW, columns.minus))
    return [
        derived(columns.plus, _distance(draft, IDEAL_ROW, "ideal"), found.plus, four),
        derived(columns.minus, _distance(draft, ANTI_ROW, "anti_ideal"), found.minus, four),
        derived(columns.at_worst, closeness, found.closeness),
    ]


def _distance(draft: Draft, ideal_row: int, name: str) -> str:
    weighted, ideal = local_block(ROW, draft, WEIGHTED), local_block(ideal_row, draft, WEIGHTED)
    normalised, weights = local_block(ROW, draft, NORMALISED), local_block(WEIGHT_ROW, draft, NORMALISED)
    everyone = scale_block(draft.geometry, "all_worst", name)
    other = f"SQRT(SUMPRODUCT(({weights}*({normalised}-{everyone}))^2))"
    return f"IF({here(ROW, RANKED)}=1,SQRT(SUMXMY2({weighted},{ideal})),{other})"


def _results(draft: Draft, columns: TopsisColumns) -> list[Column]:
    found, rank = draft.results.methods["topsis"], figures("0", bold=True)
    at_worst, at_best = here(ROW, columns.at_worst), TOPSIS_BOUNDS.cell(ROW, BoundColumns.OWN)
    low = here(ROW, columns.low)
    most = f"IF({here(ROW, MISSING)}=0,{low},MAX({at_worst},{at_best}))"
    best, worst = rank_formulas(draft, RankSource(TOPSIS, columns.low, columns.high))
    return [
        derived(columns.low, f"MIN({at_worst},{at_best})", found.low, figures("0.000", bold=True)),
        derived(columns.high, most, found.high),
        derived(columns.rank, best, rank_values(found.rank_best), rank),
        derived(columns.worst_rank, worst, rank_values(found.rank_worst), rank),
    ]


def _in_app(draft: Draft, columns: TopsisColumns) -> list[Column]:
    found, whole = draft.results.methods["topsis"], in_app("0")
    return [
        constants(columns.app, found.low),
        constants(columns.app + 1, found.high),
        constants(columns.app + 2, rank_values(found.rank_best), whole),
        constants(columns.app + 3, rank_values(found.rank_worst), whole),
    ]
