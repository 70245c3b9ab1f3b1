"""The sheet AHP: intensities times weights, in ideal or distributive synthesis."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Bools
from criteria.report.workbook.columns import (
    Column,
    constants,
    derived,
    derived_block,
    fill_checks,
    fill_columns,
    rank_values,
)
from criteria.report.workbook.decision_matrix import intensity_block
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import amber_when_open, write_title
from criteria.report.workbook.geometry import AHP, FIRST, MATRIX, MATRIX_BEST, RANKED, START, Geometry
from criteria.report.workbook.normalisation import own_scale, scale_block
from criteria.report.workbook.references import ROW, here
from criteria.report.workbook.result_rows import (
    RankSource,
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
from criteria.report.workbook.styles import figures, in_app
from criteria.report.workbook.topsis import WEIGHT_ROW, weight_block
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
    rows = draft.geometry.rows()
    parts = [
        *_shares(draft),
        *_scores(draft, columns),
        *_shadow_scores(draft, columns),
        *_in_app(draft, columns),
    ]
    fill_columns(builder, rows, parts)
    shown = (columns.low, columns.high, columns.rank, columns.worst_rank, columns.shadow)
    fill_checks(
        builder, rows, columns.check, list(zip(shown, range(columns.app, columns.check), strict=True))
    )
    amber_when_open(
        builder, (columns.low, columns.high, columns.rank, columns.worst_rank), columns.low, columns.high,
        FIRST, draft.geometry.last,
    )  # fmt: skip
    finish(builder, draft, columns.check, dict.fromkeys(range(columns.low, columns.check + 1), 9.5))


def _shares(draft: Draft) -> list[Column]:
    """Shares and contributions: those of a project that is not ranked by the sums over all."""
    width, block, ranked = draft.geometry.width, intensity_block(draft), here(ROW, RANKED)
    shares, contributions = [], []
    for j in range(width):
        factor, plus = (own_scale(ranked, name, j) for name in ("share_factor", "share_constant"))
        shares.append(f"{MATRIX.cell(ROW, START + block * width + j)}*{factor}+{plus}")
        contributions.append(f"{here(ROW, START + j)}*{here(WEIGHT_ROW, START + j)}")
    table = draft.workings.shares(best=False)
    return [
        *derived_block(START, shares, table),
        *derived_block(START + width, contributions, table * draft.results.weights.values),
    ]


def _sum(draft: Draft, variant: Variant) -> str:
    """The score with another normalisation, in one formula."""
    geometry, best = draft.geometry, variant.endswith("best")
    intensity = geometry.block(MATRIX_BEST if best else MATRIX, ROW, intensity_block(draft))
    factor, plus = (scale_block(geometry, variant, name) for name in ("share_factor", "share_constant"))
    return f"SUMPRODUCT({weight_block(geometry)}*({intensity}*{factor}+{plus}))"


def _at_most(draft: Draft, low: str, at_best: str) -> str:
    """The upper score: above the lower one only where a missing figure leaves the score open."""
    block, geometry = intensity_block(draft), draft.geometry
    ends = (geometry.block(sheet, ROW, block) for sheet in (MATRIX, MATRIX_BEST))
    return f"IF(SUMXMY2({','.join(ends)})>0,MAX({low},{at_best}),{low})"


def _scores(draft: Draft, columns: AhpColumns) -> list[Column]:
    found, rank = draft.results.methods["ahp"], figures("0", bold=True)
    low, at_best = here(ROW, columns.low), here(ROW, columns.at_best)
    upper = f"IF({here(ROW, RANKED)}=1,{_sum(draft, 'ranked_best')},{_sum(draft, 'all_best')})"
    best, worst = rank_formulas(draft, RankSource(AHP, columns.low, columns.high))
    total = f"SUM({local_block(ROW, draft, CONTRIBUTIONS)})"
    return [
        derived(columns.low, total, found.low, figures("0.000", bold=True)),
        derived(columns.at_best, upper, draft.workings.shares(best=True) @ draft.results.weights.values),
        derived(columns.high, _at_most(draft, low, at_best), found.high),
        derived(columns.rank, best, rank_values(found.rank_best), rank),
        derived(columns.worst_rank, worst, rank_values(found.rank_worst), rank),
    ]


def _shadow_scores(draft: Draft, columns: AhpColumns) -> list[Column]:
    low, at_best = here(ROW, columns.all_worst), here(ROW, columns.all_best)
    ends = [draft.workings.shadow_shares(best) for best in (False, True)]
    upper = np.where(_open(draft), np.maximum(*ends), ends[0])
    shadow = shadow_formula(draft, RankSource(AHP, columns.all_worst, columns.all_high))
    places = draft.results.methods["ahp"].shadow.astype(float)
    return [
        derived(columns.all_worst, _sum(draft, "all_worst"), ends[0]),
        derived(columns.all_best, _sum(draft, "all_best"), ends[1]),
        derived(columns.all_high, _at_most(draft, low, at_best), upper),
        derived(columns.shadow, shadow, places, figures("0")),
    ]


def _in_app(draft: Draft, columns: AhpColumns) -> list[Column]:
    found, whole = draft.results.methods["ahp"], in_app("0")
    return [
        constants(columns.app, found.low),
        constants(columns.app + 1, found.high),
        constants(columns.app + 2, rank_values(found.rank_best), whole),
        constants(columns.app + 3, rank_values(found.rank_worst), whole),
        constants(columns.app + 4, found.shadow.astype(float), whole),
    ]


def _open(draft: Draft) -> Bools:
    """Which projects' AHP scores a missing figure leaves open."""
    low, high = draft.workings.intensities(best=False), draft.workings.intensities(best=True)
    return np.asarray((low != high).any(axis=1))
