"""The sheet AHP: intensities times weights, in ideal or distributive synthesis."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.report.workbook.decision_matrix import intensity_block
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import write_title
from criteria.report.workbook.geometry import AHP, MATRIX, MATRIX_BEST, RANKED, START, Geometry
from criteria.report.workbook.normalisation import scale_block, scale_cell
from criteria.report.workbook.references import here
from criteria.report.workbook.result_rows import (
    RankColumns,
    block_heads,
    choice_line,
    finish,
    heads,
    local_block,
    rank_formulas,
    shadow_formula,
    weight_row,
    write_identity,
)
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import CHECK, figures, in_app
from criteria.report.workbook.topsis import WEIGHT_ROW, rank_text, weight_block
from criteria.report.workbook.workings import Variant

SHARES, CONTRIBUTIONS = range(2)
_HEADS = ("score", "missing at best", "score at most", "rank", "worst rank", "among all, at worst",
          "among all, at best", "among all, at most", "shadow rank", "score in app", "at most in app",
          "rank in app", "worst in app", "shadow in app", "check")  # fmt: skip


class AhpColumns:
    """The result columns of the sheet AHP."""

    def __init__(self, geometry: Geometry) -> None:
        first = START + 2 * geometry.width
        self.low, self.at_best, self.high, self.rank, self.worst_rank = range(first, first + 5)
        self.all_worst, self.all_best, self.all_high, self.shadow = range(first + 5, first + 9)
        self.app = first + 9
        self.check = self.app + 5


def write_ahp(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the sheet; ideal synthesis takes intensities as they are, distributive divides by their sum."""
    write_title(
        builder, draft, "AHP: weighted sum of intensities",
        "Score = Σ weight × share. Ideal: the share is the intensity itself; distributive: intensity / "
        "sum over the ranked projects.",
    )  # fmt: skip
    write_identity(builder, draft)
    choice_line(builder, draft, "synthesis", "synthesis")
    block_heads(builder, draft, SHARES, "")
    block_heads(builder, draft, CONTRIBUTIONS, "contribution = weight × share")
    weight_row(builder, draft, WEIGHT_ROW)
    columns = AhpColumns(draft.geometry)
    heads(builder, columns.low, _HEADS)
    writer = _RowWriter(builder, draft, columns)
    for index in draft.geometry.order:
        writer.write(index)
    finish(builder, draft, columns.check, dict.fromkeys(range(columns.low, columns.check + 1), 9.5))


class _RowWriter:
    """Writes one project after the other."""

    def __init__(self, builder: SheetBuilder, draft: Draft, columns: AhpColumns) -> None:
        self._builder, self._draft, self._columns = builder, draft, columns
        style = builder.style
        self._figure, self._bold = style(figures("0.000")), style(figures("0.000", bold=True))
        self._rank, self._place = style(figures("0", bold=True)), style(figures("0"))
        self._app, self._app_rank, self._check = style(in_app()), style(in_app("0")), style(CHECK)
        workings = draft.workings
        self._shares = workings.shares(best=False)
        self._contributions = self._shares * draft.results.weights.values
        self._at_best = workings.shares(best=True) @ draft.results.weights.values
        self._shadow = (workings.shadow_shares(best=False), workings.shadow_shares(best=True))
        self._open = (workings.intensities(best=False) != workings.intensities(best=True)).any(axis=1)
        self._scales = [
            [
                scale_cell(v, name, j)
                for name in ("share_factor", "share_constant")
                for v in ("ranked_worst", "all_worst")
            ]
            for j in range(draft.geometry.width)
        ]

    def write(self, index: int) -> None:
        """All cells of one project after its identity."""
        geometry = self._draft.geometry
        row, width = geometry.row(index), geometry.width
        ranked, block = here(row, RANKED), intensity_block(self._draft)
        for j in range(width):
            factor, factor_all, plus, plus_all = self._scales[j]
            intensity = MATRIX.cell(row, START + block * width + j)
            share = f"{intensity}*IF({ranked}=1,{factor},{factor_all})+IF({ranked}=1,{plus},{plus_all})"
            self._builder.formula(row, START + j, share, self._shares[index, j], self._figure)
            part = f"{here(row, START + j)}*{here(WEIGHT_ROW, START + j)}"
            self._builder.formula(row, START + width + j, part, self._contributions[index, j], self._figure)
        self._scores(index, row)
        self._shadow_scores(index, row)
        self._in_app(index, row)

    def _sum(self, row: int, variant: Variant) -> str:
        """The score with another normalisation, in one formula."""
        geometry, best = self._draft.geometry, variant.endswith("best")
        intensity = geometry.block(MATRIX_BEST if best else MATRIX, row, intensity_block(self._draft))
        factor, constant = (
            scale_block(geometry, variant, name) for name in ("share_factor", "share_constant")
        )
        return f"SUMPRODUCT({weight_block(geometry)}*({intensity}*{factor}+{constant}))"

    def _open_formula(self, row: int) -> str:
        block, geometry = intensity_block(self._draft), self._draft.geometry
        return f"SUMXMY2({geometry.block(MATRIX, row, block)},{geometry.block(MATRIX_BEST, row, block)})>0"

    def _scores(self, index: int, row: int) -> None:
        builder, columns, found = self._builder, self._columns, self._draft.results.methods["ahp"]
        low, at_best = here(row, columns.low), here(row, columns.at_best)
        contributions = local_block(row, self._draft, CONTRIBUTIONS)
        builder.formula(row, columns.low, f"SUM({contributions})", found.low[index], self._bold)
        best = f"IF({here(row, RANKED)}=1,{self._sum(row, 'ranked_best')},{self._sum(row, 'all_best')})"
        builder.formula(row, columns.at_best, best, self._at_best[index], self._figure)
        high = f"IF({self._open_formula(row)},MAX({low},{at_best}),{low})"
        builder.formula(row, columns.high, high, found.high[index], self._figure)
        ranks = rank_formulas(
            RankColumns(*(self._local(column) for column in (RANKED, columns.low, columns.high))),
            row, low, here(row, columns.high),
        )  # fmt: skip
        for column, formula, rank in zip(
            (columns.rank, columns.worst_rank), ranks, (found.rank_best, found.rank_worst), strict=True
        ):
            builder.formula(row, column, formula, rank_text(int(rank[index])), self._rank)

    def _shadow_scores(self, index: int, row: int) -> None:
        builder, columns = self._builder, self._columns
        worst, best = (float(scores[index]) for scores in self._shadow)
        builder.formula(row, columns.all_worst, self._sum(row, "all_worst"), worst, self._figure)
        builder.formula(row, columns.all_best, self._sum(row, "all_best"), best, self._figure)
        low, at_best = here(row, columns.all_worst), here(row, columns.all_best)
        most = f"IF({self._open_formula(row)},MAX({low},{at_best}),{low})"
        value = max(worst, best) if self._open[index] else worst
        builder.formula(row, columns.all_high, most, value, self._figure)
        shadow = shadow_formula(self._local(columns.all_worst), here(row, columns.all_high))
        place = float(self._draft.results.methods["ahp"].shadow[index])
        builder.formula(row, columns.shadow, shadow, place, self._place)

    def _in_app(self, index: int, row: int) -> None:
        builder, columns, found = self._builder, self._columns, self._draft.results.methods["ahp"]
        builder.number(row, columns.app, found.low[index], self._app)
        builder.number(row, columns.app + 1, found.high[index], self._app)
        builder.value(row, columns.app + 2, rank_text(int(found.rank_best[index])), self._app_rank)
        builder.value(row, columns.app + 3, rank_text(int(found.rank_worst[index])), self._app_rank)
        builder.number(row, columns.app + 4, float(found.shadow[index]), self._app_rank)
        shown = (columns.low, columns.high, columns.rank, columns.worst_rank, columns.shadow)
        pairs = [(here(row, column), here(row, columns.app + place)) for place, column in enumerate(shown)]
        builder.check(row, columns.check, pairs, self._check)

    def _local(self, column: int) -> str:
        return self._draft.geometry.column(AHP, column).split("!")[1]


def open_rows(draft: Draft) -> Floats:
    """1 for each project whose AHP score a missing figure leaves open."""
    low, high = draft.workings.intensities(best=False), draft.workings.intensities(best=True)
    return np.asarray((low != high).any(axis=1), dtype=float)
