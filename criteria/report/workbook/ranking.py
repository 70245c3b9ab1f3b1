"""The sheet Ranking: the three methods side by side, in the order of TOPSIS at the time of export."""

from __future__ import annotations

from criteria.model.settings import METHODS, Method
from criteria.report.workbook.ahp import AhpColumns
from criteria.report.workbook.benefit_risk import RiskColumns
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import bars, write_title
from criteria.report.workbook.geometry import (
    AHP,
    BENEFIT_RISK,
    FIRST,
    RANKED,
    START,
    TOPSIS,
    TOPSIS_BOUNDS,
    Geometry,
)
from criteria.report.workbook.references import Place, here
from criteria.report.workbook.result_rows import finish, heads, write_identity
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import CHECK, STRONG, figures, in_app
from criteria.report.workbook.topsis import BoundColumns, TopsisColumns

_NAMES: dict[Method, str] = {"topsis": "TOPSIS", "ahp": "AHP", "benefit_risk": "Benefit-risk"}
_PER_METHOD = 4
#: For each method rank, score, score at most, shadow rank; then ranks in the program; then the check.
APP = START + _PER_METHOD * len(METHODS) + 1
PLACE = START + _PER_METHOD * len(METHODS)
CHECK_COLUMN = APP + len(METHODS)


def rank_column(method: Method) -> int:
    """The column of a method's ranks."""
    return START + _PER_METHOD * METHODS.index(method)


def write_ranking(builder: SheetBuilder, draft: Draft) -> None:
    """Writes ranks (a range where a missing figure leaves it open), scores and shadow ranks."""
    write_title(
        builder, draft, "Ranking by three methods",
        "Rows stand in the order of TOPSIS at export; ranks are live. A range such as 11–14 comes from a "
        "missing figure; ties share a rank; the shadow rank counts excluded projects too.",
    )  # fmt: skip
    write_identity(builder, draft)
    for method in METHODS:
        builder.text(6, rank_column(method), _NAMES[method], builder.style(STRONG))
        heads(builder, rank_column(method), ("rank", "score", "at most", "shadow"))
    heads(builder, PLACE, ("place in TOPSIS", *(f"{_NAMES[method]} in app" for method in METHODS), "check"))
    for index in draft.geometry.order:
        _write_row(builder, draft, index)
    last = draft.geometry.last
    bars(builder, FIRST, rank_column("topsis") + 1, last)
    finish(builder, draft, CHECK_COLUMN, dict.fromkeys(range(START, CHECK_COLUMN + 1), 9))


def _write_row(builder: SheetBuilder, draft: Draft, index: int) -> None:
    row = draft.geometry.row(index)
    bold, number = builder.style(figures("0", bold=True)), builder.style(figures("0.000"))
    whole, app = builder.style(figures("0")), builder.style(in_app("0"))
    pairs = []
    for place, method in enumerate(METHODS):
        found, column = draft.results.methods[method], rank_column(method)
        best, worst, low, high, shadow = _sources(draft.geometry, method, row)
        rank = rank_range(int(found.rank_best[index]), int(found.rank_worst[index]))
        formula = f'IF({best}={worst},{best},{best}&"–"&{worst})'
        builder.formula(row, column, formula, rank, bold)
        builder.formula(row, column + 1, low, found.low[index], number)
        builder.formula(row, column + 2, high, found.high[index], number)
        builder.formula(row, column + 3, shadow, float(found.shadow[index]), whole)
        builder.value(row, APP + place, rank, app)
        pairs.append((here(row, column), here(row, APP + place)))
    _write_place(builder, draft, index, row)
    builder.check(row, CHECK_COLUMN, pairs, builder.style(CHECK))


def _write_place(builder: SheetBuilder, draft: Draft, index: int, row: int) -> None:
    """A place of its own for each ranked project, so that the first can be looked up even when two tie."""
    place = draft.geometry.order.index(index)
    ranked = index in set(draft.results.ranked)
    columns = TopsisColumns(draft.geometry)
    best, worst = TOPSIS.down(columns.rank, FIRST, place + 1), TOPSIS.cell(row, columns.rank)
    everyone = draft.geometry.column(TOPSIS, columns.rank)
    formula = f'IF({here(row, RANKED)}=1,COUNTIF({everyone},"<"&{worst})+COUNTIF({best},{worst}),"–")'
    value: Value = _place(draft, index) if ranked else "–"
    builder.formula(row, PLACE, formula, value, builder.style(figures("0")))


def _place(draft: Draft, index: int) -> float:
    ranks = draft.results.methods["topsis"].rank_best
    ranked = draft.results.ranked
    own = ranks[index]
    order = [other for other in draft.geometry.order if other in set(ranked) and ranks[other] == own]
    return float(sum(int(ranks[other]) < own for other in ranked) + order.index(index) + 1)


def rank_range(best: int, worst: int) -> Value:
    """A rank as the sheet shows it: a number, a range where it is open, a dash for a project not ranked."""
    if best == 0:
        return "–"
    return float(best) if best == worst else f"{best}–{worst}"


def _sources(geometry: Geometry, method: Method, row: int) -> tuple[str, str, str, str, str]:
    """Best rank, worst rank, score, score at most and shadow rank on the sheet of a method."""
    place: Place
    if method == "topsis":
        own = TopsisColumns(geometry)
        place, columns = TOPSIS, (own.rank, own.worst_rank, own.low, own.high)
        shadow = TOPSIS_BOUNDS.cell(row, BoundColumns.SHADOW)
    elif method == "ahp":
        ahp = AhpColumns(geometry)
        place, columns = AHP, (ahp.rank, ahp.worst_rank, ahp.low, ahp.high)
        shadow = AHP.cell(row, ahp.shadow)
    else:
        risk = RiskColumns
        place, columns = BENEFIT_RISK, (risk.RANK, risk.WORST_RANK, risk.SCORE, risk.HIGH)
        shadow = BENEFIT_RISK.cell(row, risk.SHADOW)
    best, worst, low, high = (place.cell(row, column) for column in columns)
    return best, worst, low, high, shadow
