"""How well best-worst answers fit together, live: the input-based ratio with its threshold (Liang 2020)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from criteria.files.ballot_plan import BallotPlan, Question
from criteria.report.ballot.geometry import FIRST, STATE_COLUMN, Geometry
from criteria.report.ballot.page import NODE, NOTE_LINE, RATIO, STATE, STEP, Page
from criteria.report.ballot.questions import LEAST_STATE, MOST_STATE, Written, strengths
from criteria.report.ballot.terms import (
    Area,
    Term,
    above,
    area,
    at_most,
    both,
    cell,
    either,
    entry,
    equals,
    function,
    has_number,
    over,
    place_of,
    place_of_largest,
    term,
    trimmed,
    when,
)
from criteria.report.workbook.styles import HEAD_RIGHT
from criteria.weighting.best_worst_input import THRESHOLDS

UNKNOWN = "–"
_START = 2
_LARGEST = 9.0
#: Thresholds are published for 3 to 9 items.
_FEWEST, _MOST = 3, 9


@dataclass(frozen=True)
class Comparison:
    """What a group's answers give, as cells of the sheet of workings."""

    ratio: Term
    threshold: Term
    exceeding: Term
    worst: Term
    labels: Area


def write_best_worst(
    page: Page, plan: BallotPlan, geometry: Geometry, written: Written
) -> dict[str, Comparison]:
    """Writes the workings of every group, and the state of every answer beside it."""
    thresholds = _write_thresholds(page)
    found, row = {}, 14
    for node in plan.nodes:
        page.text(row, 1, plan.node_name(node), NODE)
        found[node], row = _write_node(page, row + 1, plan, node, geometry, written, thresholds)
    return found


def _write_thresholds(page: Page) -> Area:
    page.text(
        3,
        1,
        "Thresholds (Liang, Brunelli and Rezaei 2020): rows 2 to 9 times, columns 3 to 9 items",
        NOTE_LINE,
    )
    lines = [[term(value) for value in THRESHOLDS[step]] for step in sorted(THRESHOLDS)]
    return page.table(4, _START, lines, RATIO)


def _write_node(
    page: Page,
    row: int,
    plan: BallotPlan,
    node: str,
    geometry: Geometry,
    written: Written,
    thresholds: Area,
) -> tuple[Comparison, int]:
    questions = plan.asked(node)
    best_question, worst_question, *items = questions
    n = len(items)
    first = geometry.row(items[0])
    local = area(first, FIRST, [[written.names[one.number][0].value] for one in items])
    labels = Area(local.row, local.column, local.values, written.page.place.prefix)
    best = page.put(row, _START, place_of(trimmed(written.of(best_question)[0]), labels), STEP)
    worst = page.put(row + 1, _START, place_of(trimmed(written.of(worst_question)[0]), labels), STEP)
    page.text(row, 1, "place of the most important", NOTE_LINE)
    page.text(row + 1, 1, "place of the least important", NOTE_LINE)
    amounts = _write_amounts(page, row + 4, items, written)
    chosen = both(above(best, 0.0), above(worst, 0.0), either(above(best, worst), above(worst, best)))
    extreme = page.put(row + 2, _START, when(chosen, _extreme(amounts, best, worst), 0.0), RATIO)
    page.text(row + 2, 1, "most over least important, 0 until answered", NOTE_LINE)
    page.text(row + 3, _START + 2, "ratio", HEAD_RIGHT)
    lines = [[_item_ratio(amounts, place, best, worst, extreme)] for place in range(n)]
    ratios = page.table(row + 4, _START + 2, lines, RATIO)
    below = row + 4 + n
    result = _write_results(page, below, n, ratios, amounts, extreme, thresholds, labels)
    _write_states(
        written,
        items,
        first,
        written.answers[best_question.number][0],
        written.answers[worst_question.number][0],
    )
    _write_choice_states(written, geometry, (best_question, worst_question), local)
    return result, below + 6


def _write_amounts(page: Page, row: int, items: list[Question], written: Written) -> Area:
    page.text(row - 1, _START, "best over this", HEAD_RIGHT)
    page.text(row - 1, _START + 1, "this over worst", HEAD_RIGHT)
    lines = [[_amount(one) for one in written.of(item)] for item in items]
    return page.table(row, _START, lines, RATIO)


def _amount(given: Term) -> Term:
    fits = both(at_most(term(1.0), given), at_most(given, _LARGEST))
    return when(has_number(given), when(fits, given, 0.0), place_of(trimmed(given), strengths()))


def _extreme(amounts: Area, best: Term, worst: Term) -> Term:
    """How much more the most than the least important; it may stand in either column."""
    here, there = entry(amounts, worst, 1), entry(amounts, best, 2)
    return when(above(here, 0.0), here, there)


def _item_ratio(amounts: Area, place: int, best: Term, worst: Term, extreme: Term) -> Term:
    from_best, to_worst = amounts.at(place, 0), amounts.at(place, 1)
    is_extreme = either(equals(best, float(place + 1)), equals(worst, float(place + 1)))
    is_open = either(equals(from_best, 0.0), equals(to_worst, 0.0), equals(extreme, 0.0))
    gap = function("ABS", abs, from_best * to_worst - extreme)
    share = when(equals(extreme, 1.0), 0.0, gap / (extreme * extreme - extreme))
    return when(either(is_extreme, is_open), "", share)


def _write_results(
    page: Page, row: int, n: int, ratios: Area, amounts: Area, extreme: Term, thresholds: Area, labels: Area
) -> Comparison:
    known = over("COUNT", len, ratios)
    largest = over("MAX", lambda found: max(found, default=0.0), ratios)
    page.text(row, 1, "input-based consistency ratio", NOTE_LINE)
    alone = when(above(extreme, 0.0), 0.0, UNKNOWN) if n == 2 else term(UNKNOWN)
    ratio = page.put(row, _START, when(above(known, 0.0), largest, alone), RATIO)
    page.text(row + 1, 1, "threshold", NOTE_LINE)
    threshold = term(UNKNOWN)
    if _FEWEST <= n <= _MOST:
        is_listed = both(above(extreme, 1.0), equals(function("INT", math.floor, extreme), extreme))
        threshold = when(is_listed, entry(thresholds, extreme - 1.0, n - _FEWEST + 1), UNKNOWN)
    limit = page.put(row + 1, _START, threshold, RATIO)
    page.text(row + 2, 1, "answers above most over least", NOTE_LINE)
    highest = over("MAX", lambda found: max(found, default=0.0), amounts)
    exceeding = page.put(row + 2, _START, when(above(highest, extreme), 1.0, 0.0), STEP)
    page.text(row + 3, 1, "place of the largest ratio", NOTE_LINE)
    place = page.put(row + 3, _START, when(above(known, 0.0), place_of_largest(ratios), 0.0), STEP)
    abroad = page.abroad
    return Comparison(abroad(ratio), abroad(limit), abroad(exceeding), abroad(place), labels)


def _write_choice_states(
    written: Written, geometry: Geometry, choices: tuple[Question, Question], labels: Area
) -> None:
    best, worst = (written.answers[one.number][0] for one in choices)
    for question, own, other in zip(choices, (best, worst), (worst, best), strict=True):
        is_twice = equals(trimmed(own), trimmed(other))
        found = above(place_of(trimmed(own), labels), 0.0)
        state = when(found, when(is_twice, "choose two different items", "answered"), "choose from the list")
        open_or = when(equals(trimmed(own), ""), "open", state)
        written.page.put(geometry.row(question), STATE_COLUMN, open_or, STATE)


def _write_states(written: Written, items: list[Question], first: int, best: Term, worst: Term) -> None:
    for place, item in enumerate(items):
        from_best, to_worst = written.answers[item.number]
        name = cell(first + place, FIRST, written.names[item.number][0].value)
        answered = when(
            equals(trimmed(from_best), ""), "open", when(equals(trimmed(to_worst), ""), "open", "answered")
        )
        least = when(equals(trimmed(from_best), ""), "open", LEAST_STATE)
        state = when(equals(trimmed(worst), name), least, answered)
        state = when(equals(trimmed(best), name), MOST_STATE, state)
        written.page.put(first + place, STATE_COLUMN, state, STATE)
