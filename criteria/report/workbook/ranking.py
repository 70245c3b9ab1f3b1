"""The sheet Ranking: the three methods side by side, in the order of TOPSIS at the time of export."""

from __future__ import annotations

from criteria.model.settings import METHODS, Method
from criteria.report.workbook.ahp import AhpColumns
from criteria.report.workbook.benefit_risk import RiskColumns
from criteria.report.workbook.columns import DASH, Column, constants, derived, fill_checks, fill_columns
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import amber_when_open, bars, write_title
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
from criteria.report.workbook.references import ROW, Place, here
from criteria.report.workbook.result_rows import finish, heads, write_identity
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import STRONG, figures, in_app
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
    columns = [column for method in METHODS for column in _method(draft, method)]
    fill_columns(builder, draft.geometry.rows(), [*columns, _place(draft)])
    pairs = [(rank_column(method), APP + place) for place, method in enumerate(METHODS)]
    fill_checks(builder, draft.geometry.rows(), CHECK_COLUMN, pairs)
    last = draft.geometry.last
    for method in METHODS:
        rank = rank_column(method)
        amber_when_open(builder, (rank, rank + 1, rank + 2), rank + 1, rank + 2, FIRST, last)
    bars(builder, FIRST, rank_column("topsis") + 1, last)
    finish(builder, draft, CHECK_COLUMN, dict.fromkeys(range(START, CHECK_COLUMN + 1), 9))


def rank_range(best: int, worst: int) -> Value:
    """A rank as the sheet shows it: a number, a range where it is open, a dash for a project not ranked."""
    if best == 0:
        return DASH
    return float(best) if best == worst else f"{best}–{worst}"


def _method(draft: Draft, method: Method) -> list[Column]:
    found, column = draft.results.methods[method], rank_column(method)
    best, worst, low, high, shadow = _sources(draft.geometry, method)
    ranks = [rank_range(int(b), int(w)) for b, w in zip(found.rank_best, found.rank_worst, strict=True)]
    formula = f'IF({best}={worst},{best},{best}&"–"&{worst})'
    return [
        derived(column, formula, ranks, figures("0", bold=True)),
        derived(column + 1, low, found.low),
        derived(column + 2, high, found.high),
        derived(column + 3, shadow, found.shadow.astype(float), figures("0")),
        constants(APP + METHODS.index(method), ranks, in_app("0")),
    ]


def _place(draft: Draft) -> Column:
    """A place of its own for each ranked project, so that the first can be looked up even when two tie."""
    rank, places = TopsisColumns(draft.geometry).rank, _places(draft)
    above, own = TOPSIS.span(FIRST, rank, ROW, rank), TOPSIS.cell(ROW, rank)
    everyone = draft.geometry.column(TOPSIS, rank)
    formula = f'IF({here(ROW, RANKED)}=1,COUNTIF({everyone},"<"&{own})+COUNTIF({above},{own}),"{DASH}")'
    values: list[Value] = [float(places[i]) if i in places else DASH for i in range(draft.geometry.projects)]
    return derived(PLACE, formula, values, figures("0"))


def _places(draft: Draft) -> dict[int, int]:
    """Places of their own for the ranked projects, ties in the order of the rows."""
    ranks, ranked = draft.results.methods["topsis"].rank_best, set(draft.results.ranked)
    shown = [index for index in draft.geometry.order if index in ranked]
    ordered = sorted(shown, key=lambda index: int(ranks[index]))
    return {index: place for place, index in enumerate(ordered, start=1)}


def _sources(geometry: Geometry, method: Method) -> tuple[str, str, str, str, str]:
    """Best rank, worst rank, score, score at most and shadow rank on the sheet of a method."""
    place: Place
    if method == "topsis":
        own = TopsisColumns(geometry)
        place, columns = TOPSIS, (own.rank, own.worst_rank, own.low, own.high)
        shadow = TOPSIS_BOUNDS.cell(ROW, BoundColumns.SHADOW)
    elif method == "ahp":
        ahp = AhpColumns(geometry)
        place, columns = AHP, (ahp.rank, ahp.worst_rank, ahp.low, ahp.high)
        shadow = AHP.cell(ROW, ahp.shadow)
    else:
        risk = RiskColumns
        place, columns = BENEFIT_RISK, (risk.RANK, risk.WORST_RANK, risk.SCORE, risk.HIGH)
        shadow = BENEFIT_RISK.cell(ROW, risk.SHADOW)
    best, worst, low, high = (place.cell(ROW, column) for column in columns)
    return best, worst, low, high, shadow
