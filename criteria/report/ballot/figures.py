"""Points, ratings and places as live shares beside the answers, with the one check each method has."""

from __future__ import annotations

from criteria.files.ballot_plan import BallotPlan
from criteria.model.people import RankWeights
from criteria.report.ballot.geometry import ANSWER, FIRST, OTHER_ANSWER, STATE_COLUMN, Geometry
from criteria.report.ballot.page import NOTE_LINE, SHARE, STATE, STEP, Page
from criteria.report.ballot.questions import Written, figure_state
from criteria.report.ballot.terms import (
    Area,
    Term,
    above,
    area,
    at_most,
    both,
    count_below,
    count_of,
    entry,
    equals,
    function,
    has_number,
    over,
    rounded,
    term,
    total,
    when,
)

UNKNOWN = "–"
#: Points typed with decimals add up but for rounding.
_SAME = 1e-7
_START = 2


def write_shares(
    page: Page, plan: BallotPlan, geometry: Geometry, written: Written
) -> dict[str, tuple[Term, ...]]:
    """Writes shares, states and checks of points or ratings; gives the shares of each group."""
    shares = {}
    for node in plan.nodes:
        questions = plan.asked(node)
        first = geometry.row(questions[0])
        given = area(first, ANSWER, [[written.answers[one.number][0].value] for one in questions])
        found = []
        for place in range(len(questions)):
            row = first + place
            share = when(above(total(given), 0.0), _or_zero(given.at(place)) / total(given), UNKNOWN)
            found.append(page.abroad(page.put(row, OTHER_ANSWER, share, SHARE)))
            page.put(row, STATE_COLUMN, figure_state(given.at(place)), STATE)
        below = geometry.check_rows[node]
        page.text(below, FIRST, _check_name(plan.method), NOTE_LINE)
        page.put(below, ANSWER, _check(plan.method, given), STATE)
        shares[node] = tuple(found)
    return shares


def write_places(
    page: Page,
    workings: Page,
    plan: BallotPlan,
    geometry: Geometry,
    written: Written,
    kind: RankWeights,
) -> dict[str, tuple[Term, ...]]:
    """Writes the weights that follow from places (equal ones share the mean of theirs), and states."""
    weights = {}
    row = 4
    for node in plan.nodes:
        questions = plan.asked(node)
        n, first = len(questions), geometry.row(questions[0])
        sums = _cumulated(workings, row, plan.node_name(node), n, kind)
        ranks = area(row + 3, _START, [[_rank(written.of(one)[0], n).value for one in questions]])
        workings.text(row + 3, 1, "places, those without one last", NOTE_LINE)
        for place, one in enumerate(questions):
            workings.put(row + 3, _START + place, _rank(written.of(one)[0], n), STEP)
        given = area(first, ANSWER, [[written.answers[one.number][0].value] for one in questions])
        found = []
        for place in range(n):
            rank = Term(f"{workings.place.prefix}{ranks.at(place).text}", ranks.at(place).value)
            outside = Area(ranks.row, ranks.column, ranks.values, workings.place.prefix)
            before = count_below(outside, rank)
            level = count_of(outside, rank)
            share = (entry(sums, 1, before + level + 1.0) - entry(sums, 1, before + 1.0)) / level
            whole = when(above(over("COUNT", len, given), 0.0), share, UNKNOWN)
            found.append(page.abroad(page.put(first + place, OTHER_ANSWER, whole, SHARE)))
            page.put(first + place, STATE_COLUMN, figure_state(given.at(place)), STATE)
        below = geometry.check_rows[node]
        page.text(below, FIRST, "How many items have a place", NOTE_LINE)
        page.put(below, ANSWER, over("COUNT", len, given) & f" of {n}", STATE)
        weights[node] = tuple(found)
        row += 6
    return weights


def _or_zero(given: Term) -> Term:
    return when(has_number(given), given, 0.0)


def _check_name(method: str) -> str:
    return {
        "swing": "The largest of the group is 100",
        "direct": "The points of the group add up to 100",
        "rating": "The smallest of the group is 10",
    }[method]


def _check(method: str, given: Area) -> Term:
    """Whether the one figure that a method fixes is as it should be, in a few words."""
    figure = {
        "swing": over("MAX", lambda known: max(known, default=0.0), given),
        "direct": total(given),
        "rating": over("MIN", lambda known: min(known, default=0.0), given),
    }[method]
    wanted = 10.0 if method == "rating" else 100.0
    off = function("ABS", abs, figure - wanted)
    words = term("now ") & rounded(figure, 2)
    found = when(at_most(off, _SAME), "yes", words)
    return when(equals(over("COUNT", len, given), 0.0), "nothing entered yet", found)


def _rank(given: Term, n: int) -> Term:
    """A place as entered; whoever has none comes after all others."""
    fits = both(at_most(term(1.0), given), at_most(given, float(n)))
    return when(has_number(given), when(fits, given, float(n + 1)), float(n + 1))


def _cumulated(workings: Page, row: int, name: str, n: int, kind: RankWeights) -> Area:
    """The shares of the first 0, 1, 2 ... places together."""
    workings.text(row, 1, f"{name}: places", NOTE_LINE)
    workings.text(row + 1, 1, "share of each place", NOTE_LINE)
    workings.text(row + 2, 1, "shares of the places before, added up", NOTE_LINE)
    places = workings.table(row, _START, [[term(float(k)) for k in range(1, n + 1)]], STEP)
    raw = workings.table(row + 1, _START, [[_share(places, k, n, kind) for k in range(n)]], STEP)
    sums = [term(0.0)]
    sums += [total(raw.line(0, 0, k + 1)) / total(raw) for k in range(n)]
    table = workings.table(row + 2, _START, [sums], STEP)
    return Area(table.row, table.column, table.values, workings.place.prefix)


def _share(places: Area, k: int, n: int, kind: RankWeights) -> Term:
    """The share of place k + 1 of n, not yet scaled: centroid, sum or reciprocal."""
    if kind == "sum":
        return term(float(n + 1)) - places.at(k)
    if kind == "reciprocal":
        return term(1.0) / places.at(k)
    parts = [term(1.0) / places.at(later) for later in range(k, n)]
    whole = parts[0]
    for part in parts[1:]:
        whole = whole + part
    return whole
