"""The sheet TOPSIS: normalised, weighted, distances, closeness and rank, step by step."""

from __future__ import annotations

from criteria.report.workbook.decision_matrix import COMPARED
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import bars, write_title
from criteria.report.workbook.geometry import (
    FIRST,
    MATRIX,
    MISSING,
    RANKED,
    START,
    TOPSIS,
    TOPSIS_BOUNDS,
    Geometry,
    WeightColumn,
)
from criteria.report.workbook.normalisation import scale_block, scale_cell
from criteria.report.workbook.references import here
from criteria.report.workbook.result_rows import (
    RankColumns,
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
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import CHECK, figures, in_app

WEIGHT_ROW, IDEAL_ROW, ANTI_ROW = 4, 5, 6
NORMALISED, WEIGHTED = range(2)
_RESULTS = ("D+", "D−", "closeness, missing at worst", "closeness", "closeness at most", "rank", "worst rank")
_IN_APP = ("closeness in app", "at most in app", "rank in app", "worst in app", "check")
DASH = "–"


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
        builder, draft, "TOPSIS: closeness of each project to the ideal",
        "Closeness = D− / (D+ + D−), D = √Σ(weighted − ideal)². Change a weight on Weights and every "
        "rank follows. Excluded projects are grey and never ranked.",
    )  # fmt: skip
    write_identity(builder, draft)
    choice_line(builder, draft, "normalisation", "normalisation")
    block_heads(builder, draft, NORMALISED, "")
    block_heads(builder, draft, WEIGHTED, "weighted")
    columns = TopsisColumns(draft.geometry)
    heads(builder, columns.plus, (*_RESULTS, *_IN_APP))
    _header_rows(builder, draft)
    writer = _RowWriter(builder, draft, columns)
    for index in draft.geometry.order:
        writer.write(index)
    bars(builder, FIRST, columns.low, draft.geometry.last)
    finish(builder, draft, columns.check, dict.fromkeys(range(columns.plus, columns.check + 1), 9.5))


def rank_text(rank: int) -> Value:
    """A rank as a cell holds it, a dash for a project that is not ranked."""
    return float(rank) if rank > 0 else DASH


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


class _RowWriter:
    """Writes one project after the other."""

    def __init__(self, builder: SheetBuilder, draft: Draft, columns: TopsisColumns) -> None:
        self._builder, self._draft, self._columns = builder, draft, columns
        style = builder.style
        self._figure, self._three, self._bold = (
            style(figures("0.000")), style(figures("0.0000")), style(figures("0.000", bold=True)),
        )  # fmt: skip
        self._rank, self._app, self._app_rank = (
            style(figures("0", bold=True)),
            style(in_app()),
            style(in_app("0")),
        )
        self._check = style(CHECK)
        self._normalised = draft.workings.normalised(best=False)
        self._weighted = self._normalised * draft.results.weights.values
        self._distances = draft.workings.own_distances(best=False)
        geometry, width = draft.geometry, draft.geometry.width
        self._scales = [
            tuple(
                scale_cell(v, name, j)
                for name in ("subtract", "factor")
                for v in ("ranked_worst", "all_worst")
            )
            for j in range(width)
        ]
        self._ideals = {name: scale_block(geometry, "all_worst", name) for name in ("ideal", "anti_ideal")}

    def write(self, index: int) -> None:
        """All cells of one project after its identity."""
        geometry = self._draft.geometry
        row, width = geometry.row(index), geometry.width
        ranked = here(row, RANKED)
        compared = [MATRIX.cell(row, START + COMPARED * width + j) for j in range(width)]
        for j in range(width):
            sub, sub_all, factor, factor_all = self._scales[j]
            formula = f"({compared[j]}-IF({ranked}=1,{sub},{sub_all}))*IF({ranked}=1,{factor},{factor_all})"
            self._builder.formula(row, START + j, formula, self._normalised[index, j], self._figure)
            weighted = f"{here(row, START + j)}*{here(WEIGHT_ROW, START + j)}"
            self._builder.formula(row, START + width + j, weighted, self._weighted[index, j], self._figure)
        self._results(index, row)
        self._in_app(index, row)

    def _results(self, index: int, row: int) -> None:
        builder, columns, found = self._builder, self._columns, self._draft.results.methods["topsis"]
        for column, ideal_row, name, value in (
            (columns.plus, IDEAL_ROW, "ideal", self._distances.plus[index]),
            (columns.minus, ANTI_ROW, "anti_ideal", self._distances.minus[index]),
        ):
            builder.formula(row, column, self._distance(row, ideal_row, name), value, self._three)
        plus, minus = here(row, columns.plus), here(row, columns.minus)
        builder.formula(
            row,
            columns.at_worst,
            closeness_formula(plus, minus),
            self._distances.closeness[index],
            self._figure,
        )
        at_worst, at_best = here(row, columns.at_worst), TOPSIS_BOUNDS.cell(row, BoundColumns.OWN)
        builder.formula(row, columns.low, f"MIN({at_worst},{at_best})", found.low[index], self._bold)
        low = here(row, columns.low)
        most = f"IF({here(row, MISSING)}=0,{low},MAX({at_worst},{at_best}))"
        builder.formula(row, columns.high, most, found.high[index], self._figure)
        ranks = rank_formulas(
            RankColumns(*(self._local(column) for column in (RANKED, columns.low, columns.high))),
            row, low, here(row, columns.high),
        )  # fmt: skip
        for column, formula, rank in zip(
            (columns.rank, columns.worst_rank), ranks, (found.rank_best, found.rank_worst), strict=True
        ):
            builder.formula(row, column, formula, rank_text(int(rank[index])), self._rank)

    def _local(self, column: int) -> str:
        return self._draft.geometry.column(TOPSIS, column).split("!")[1]

    def _distance(self, row: int, ideal_row: int, name: str) -> str:
        draft = self._draft
        weighted, ideal = local_block(row, draft, WEIGHTED), local_block(ideal_row, draft, WEIGHTED)
        normalised, weights = local_block(row, draft, NORMALISED), local_block(WEIGHT_ROW, draft, NORMALISED)
        everyone = f"SQRT(SUMPRODUCT(({weights}*({normalised}-{self._ideals[name]}))^2))"
        return f"IF({here(row, RANKED)}=1,SQRT(SUMXMY2({weighted},{ideal})),{everyone})"

    def _in_app(self, index: int, row: int) -> None:
        builder, columns, found = self._builder, self._columns, self._draft.results.methods["topsis"]
        builder.number(row, columns.app, found.low[index], self._app)
        builder.number(row, columns.app + 1, found.high[index], self._app)
        builder.value(row, columns.app + 2, rank_text(int(found.rank_best[index])), self._app_rank)
        builder.value(row, columns.app + 3, rank_text(int(found.rank_worst[index])), self._app_rank)
        shown = (columns.low, columns.high, columns.rank, columns.worst_rank)
        pairs = [(here(row, column), here(row, columns.app + place)) for place, column in enumerate(shown)]
        builder.check(row, columns.check, pairs, self._check)


def closeness_formula(plus: str, minus: str) -> str:
    """D- / (D+ + D-), one half where both are nothing."""
    return f"IF({plus}+{minus}=0,0.5,{minus}/({plus}+{minus}))"


def weight_block(geometry: Geometry) -> str:
    """The weights used as a row, as sheets of results show them."""
    return geometry.block(TOPSIS, WEIGHT_ROW)


def weight_column(geometry: Geometry) -> str:
    """The weights used as a column."""
    return geometry.weights(WeightColumn.USED)
