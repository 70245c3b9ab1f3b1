"""The workings of one group of pairwise answers: least squares, lambda_max in visible steps, consistency."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from criteria.arrays import Floats
from criteria.files.ballot_plan import BallotPlan
from criteria.model.people import JudgementScale
from criteria.model.settings import Settings
from criteria.report.ballot.page import NODE, NOTE_LINE, RATIO, STEP, Page
from criteria.report.ballot.pair_answers import START, Ratios, write_ratios
from criteria.report.ballot.questions import Written
from criteria.report.ballot.terms import (
    Area,
    Term,
    above,
    area,
    both,
    count_of,
    equals,
    function,
    has_number,
    inverse_entry,
    logarithm,
    place_of_largest,
    product_entry,
    rounded,
    scalar_product,
    term,
    total,
    when,
)
from criteria.report.workbook.styles import HEAD_RIGHT
from criteria.weighting.random_index import random_index

UNKNOWN = "–"
#: Steps of the iteration, and after how many the missing ratios are drawn anew.
STEPS, ROUND = 120, 4
#: Half a Newton step: whole ones overshoot where answers contradict each other wildly.
_DAMPING = 0.5
#: Squarings of Harker's matrix; its power is then 2 to this.
_SQUARINGS = 12
#: Squarings of the completed table: its 256th power, after the steps.
_POLISHING = 8


@dataclass(frozen=True)
class NodeResult:
    """What the answers of a group give, as cells of the sheet of workings; UNKNOWN where they do not yet."""

    children: tuple[str, ...]
    weights: tuple[Term, ...]
    answered: Term
    groups: Term
    ratio: Term
    worst: Term
    fits: Area


def write_pair_workings(
    page: Page,
    row: int,
    written: Written,
    plan: BallotPlan,
    node: str,
    settings: Settings,
    scale: JudgementScale,
) -> tuple[NodeResult, int]:
    """Writes the workings of a group from a row on; its results and the next free row."""
    writer = _Workings(page, plan, node, settings)
    return writer.write(row, written, scale)


class _Workings:
    def __init__(self, page: Page, plan: BallotPlan, node: str, settings: Settings) -> None:
        self._page, self._plan, self._node, self._settings = page, plan, node, settings
        self._children = plan.children(node)
        self._n = len(self._children)

    def write(self, row: int, written: Written, scale: JudgementScale) -> tuple[NodeResult, int]:
        page, questions = self._page, self._plan.asked(self._node)
        page.text(row, 1, self._plan.node_name(self._node), NODE)
        ratios = write_ratios(page, row + 1, written, questions, self._children, scale)
        row = ratios.next_row
        row, labels, groups, missing = self._links(row, ratios)
        row, inverse = self._inverse(row, ratios, labels)
        row, logs = self._logs(row, ratios, inverse)
        row, last = self._iterate(row, ratios, inverse, logs, groups)
        row, harker = self._harker(row, ratios)
        row, weights = self._weights(row, logs, last, harker, missing, groups)
        row, ratio = self._consistency(row, last, missing, groups)
        row, worst, fits = self._misfits(row, ratios, last, groups)
        answered = page.put(row, START, term(float(len(questions))) - missing, STEP)
        page.text(row, 1, "answers known", NOTE_LINE)
        abroad = page.abroad
        result = NodeResult(
            self._children,
            tuple(abroad(one) for one in weights),
            abroad(answered),
            abroad(groups),
            abroad(ratio),
            abroad(worst),
            replace(fits, prefix=page.place.prefix),
        )
        return result, row + 3

    def _line(self, row: int, label: str, terms: Sequence[Term]) -> Area:
        self._page.text(row, 1, label, NOTE_LINE)
        return self._page.table(row, START, [terms], STEP)

    def _links(self, row: int, ratios: Ratios) -> tuple[int, Area, Term, Term]:
        """Which items known ratios link: each takes the smallest label among those it is linked with."""
        n, page = self._n, self._page
        labels = self._line(row, "linked items, label 0", [term(float(i + 1)) for i in range(n)])
        for step in range(1, n):
            before = [labels.at(j) for j in range(n)]
            smallest = [
                function(
                    "MIN",
                    min,
                    *(when(equals(ratios.missing.at(i, j), 0.0), before[j], float(n + 1)) for j in range(n)),
                )
                for i in range(n)
            ]
            labels = self._line(row + step, f"linked items, label {step}", smallest)
        row += n
        shares = [term(1.0) / count_of(labels, labels.at(i)) for i in range(n)]
        joined = shares[0]
        for share in shares[1:]:
            joined = joined + share
        groups = page.put(row, START, rounded(joined, 0), STEP)
        page.text(row, 1, "groups that no answer links", NOTE_LINE)
        missing = page.put(row + 1, START, total(ratios.missing) / 2.0, STEP)
        page.text(row + 1, 1, "missing answers", NOTE_LINE)
        return row + 3, labels, groups, missing

    def _inverse(self, row: int, ratios: Ratios, labels: Area) -> tuple[int, tuple[Area, ...]]:
        """The inverse of the normal equations of the logarithms, every linked group kept at mean 0."""
        n, page = self._n, self._page
        page.text(row, 1, "normal equations, each linked group pinned", NOTE_LINE)
        equations = [[self._equation(ratios, labels, i, j) for j in range(n)] for i in range(n)]
        system = page.table(row + 1, START, equations, STEP)
        solved = np.linalg.inv(np.array(system.values, dtype=np.float64))
        row += n + 2
        page.text(row, 1, "their inverse, the pin taken off again", NOTE_LINE)
        lines = []
        for i in range(n):
            line = [inverse_entry(solved, system, i, j) - _pin(labels, i, j) for j in range(n)]
            lines.append(page.table(row + 1 + i, START, [line], STEP))
        return row + n + 2, tuple(lines)

    def _equation(self, ratios: Ratios, labels: Area, i: int, j: int) -> Term:
        pin = _pin(labels, i, j)
        if i != j:
            return pin - (term(1.0) - ratios.missing.at(i, j))
        return term(float(self._n - 1)) - total(ratios.missing.line(i)) + pin

    def _logs(self, row: int, ratios: Ratios, inverse: tuple[Area, ...]) -> tuple[int, Area]:
        """Least-squares weights: the logarithms that fit the known ratios best."""
        n = self._n
        sums = []
        for i in range(n):
            known = [
                when(equals(ratios.missing.at(i, j), 0.0), logarithm(ratios.known.at(i, j)), 0.0)
                for j in range(n)
                if j != i
            ]
            joined = known[0]
            for one in known[1:]:
                joined = joined + one
            sums.append(joined)
        right = self._line(row, "sums of the logarithms of known ratios", sums)
        fitted = [scalar_product(line, right) for line in inverse]
        return row + 3, self._line(row + 1, "logarithms of the least-squares weights", fitted)

    def _iterate(
        self, row: int, ratios: Ratios, inverse: tuple[Area, ...], logs: Area, groups: Term
    ) -> tuple[int, Area]:
        """X ← A x and y ← y A over the sum before; missing ratios are p_i / p_j, p towards √(x / y).

        At the end A is completed so that lambda_max, the sum of x, is as small as it can be (Bozoki 2010).
        """
        n, page = self._n, self._page
        page.text(
            row, 1,
            "x ← A x, y ← y A, each over its sum before; a missing ratio is p_i/p_j, drawn anew every "
            f"{ROUND} steps towards √(x/y). The sum of x becomes λmax.",
            NOTE_LINE,
        )  # fmt: skip
        step_size = page.put(row + 1, START, when(equals(groups, 1.0), _DAMPING * n, 0.0), STEP)
        page.text(row + 1, 1, "size of a step of p", NOTE_LINE)
        heads = [f"{name}{i + 1}" for name in "xyp" for i in range(n)]
        for offset, head in enumerate(heads):
            page.text(row + 2, START + offset, head, HEAD_RIGHT)
        row += 3
        weights = [function("EXP", math.exp, logs.at(i)) for i in range(n)]
        mirrored = [term(1.0) / one for one in weights]
        state = self._line(row, "start", [*weights, *mirrored, *weights])
        for step in range(1, STEPS + 1):
            state = self._line(
                row + step, f"step {step}", self._step(state, ratios, inverse, step_size, step)
            )
        return self._polished(row + STEPS + 2, ratios, state)

    def _polished(self, row: int, ratios: Ratios, state: Area) -> tuple[int, Area]:
        """The completed table, squared so often that its rows agree; A w over the sum of w, in sum λmax."""
        n, page = self._n, self._page
        p = state.line(0, 2 * n, n)
        page.text(row, 1, "the table completed with the last p", NOTE_LINE)
        lines = [
            [ratios.known.at(i, j) + ratios.missing.at(i, j) * p.at(i) / p.at(j) for j in range(n)]
            for i in range(n)
        ]
        table = page.table(row + 1, START, lines, STEP)
        row, power = self._squared(row + n + 1, table, _POLISHING)
        after = [scalar_product(power.line(i), state.line(0, 0, n)) for i in range(n)]
        weights = self._line(row + 1, "w: that power times x", after)
        image = [scalar_product(table.line(i), weights) / total(weights) for i in range(n)]
        return row + 4, self._line(row + 2, "A w over the sum of w; its sum is λmax", image)

    def _squared(self, row: int, table: Area, times: int) -> tuple[int, Area]:
        """A table squared some times, each time scaled to sum 1; the row below, and the last."""
        n = self._n
        for turn in range(1, times + 1):
            values = np.array(table.values, dtype=np.float64)
            product: Floats = values @ values
            whole = total(table) * total(table)
            lines = [[product_entry(product, table, i, j) / whole for j in range(n)] for i in range(n)]
            self._page.text(row, 1, f"squared {turn} times, scaled", NOTE_LINE)
            table = self._page.table(row + 1, START, lines, STEP)
            row += n + 1
        return row, table

    def _step(
        self, state: Area, ratios: Ratios, inverse: tuple[Area, ...], size: Term, step: int
    ) -> list[Term]:
        n = self._n
        x, y, p = (state.line(0, part * n, n) for part in range(3))
        own = [p.at(i) for i in range(n)]
        rows = [ratios.known.line(i) for i in range(n)]
        columns = [ratios.mirrored.line(i) for i in range(n)]
        gaps = [ratios.missing.line(i) for i in range(n)]
        to_x = [
            (scalar_product(rows[i], x) + own[i] * scalar_product(gaps[i], x, p)) / total(x) for i in range(n)
        ]
        to_y = [(scalar_product(columns[i], y) + _times(gaps[i], y, p) / own[i]) / total(y) for i in range(n)]
        if step % ROUND:
            return [*to_x, *to_y, *own]
        moved = [own[i] * function("EXP", math.exp, size * _pull(inverse[i], x, y, p)) for i in range(n)]
        return [*to_x, *to_y, *moved]

    def _harker(self, row: int, ratios: Ratios) -> tuple[int, Area | None]:
        """Harker's matrix, known ratios with 1 plus the number of missing ones on the diagonal, squared."""
        if self._settings.incomplete != "harker":
            return row, None
        n, page = self._n, self._page
        page.text(row, 1, "Harker's matrix, then squared over and over, each time scaled to sum 1", NOTE_LINE)
        lines = []
        for i in range(n):
            own = total(ratios.missing.line(i))
            lines.append([ratios.known.at(i, j) + own if i == j else ratios.known.at(i, j) for j in range(n)])
        power = page.table(row + 1, START, lines, STEP)
        row, power = self._squared(row + n + 1, power, _SQUARINGS)
        sums = [total(power.line(i)) / total(power) for i in range(n)]
        return row + 3, self._line(row + 1, "Harker's weights", sums)

    def _weights(
        self,
        row: int,
        logs: Area,
        last: Area,
        harker: Area | None,
        missing: Term,
        groups: Term,
    ) -> tuple[int, tuple[Term, ...]]:
        n, page = self._n, self._page
        eigen = [last.at(i) / total(last) for i in range(n)]
        exponentials = self._line(
            row, "least-squares weights, not yet scaled",
            [function("EXP", math.exp, logs.at(i)) for i in range(n)],
        )  # fmt: skip
        fitted = [exponentials.at(i) / total(exponentials) for i in range(n)]
        complete = eigen if self._settings.prioritisation == "eigenvector" else fitted
        incomplete = {"least_squares": fitted, "lambda_max": eigen}.get(self._settings.incomplete, fitted)
        if harker is not None:
            incomplete = [harker.at(i) for i in range(n)]
        page.text(row + 1, 1, "weights", NOTE_LINE)
        used = []
        for i in range(n):
            whole = when(equals(missing, 0.0), complete[i], incomplete[i])
            used.append(page.put(row + 1, START + i, when(above(groups, 1.0), UNKNOWN, whole), STEP))
        return row + 3, tuple(used)

    def _consistency(self, row: int, last: Area, missing: Term, groups: Term) -> tuple[int, Term]:
        n, page = self._n, self._page
        page.text(row, 1, "λmax", NOTE_LINE)
        largest = page.put(row, START, total(last), STEP)
        page.text(row + 1, 1, "CI = (λmax − n) / (n − 1)", NOTE_LINE)
        index = page.put(row + 1, START, function("MAX", max, 0.0, largest - float(n)) / float(n - 1), STEP)
        page.text(row + 2, 1, "random index, lowered for missing answers", NOTE_LINE)
        table = random_index(n, self._settings.random_index)
        lowered = term(0.0)
        if n > 2:
            share = term(1.0) - missing * 2.0 / float((n - 1) * (n - 2))
            lowered = function("MAX", max, 0.0, share) * table
        random = page.put(row + 2, START, lowered, STEP)
        page.text(row + 3, 1, "consistency ratio CR", NOTE_LINE)
        ratio = (
            when(above(random, 0.0), index / random, UNKNOWN)
            if n > 2
            else when(equals(missing, 0.0), 0.0, UNKNOWN)
        )
        return row + 5, page.put(row + 3, START, when(above(groups, 1.0), UNKNOWN, ratio), RATIO)

    def _misfits(self, row: int, ratios: Ratios, last: Area, groups: Term) -> tuple[int, Term, Area]:
        """How far each answer is from the ratio of the weights (Saaty 2003), and which is farthest."""
        n, page = self._n, self._page
        pairs = [(i, j) for i in range(n) for j in range(i + 1, n)]
        page.text(row, START, "others say", HEAD_RIGHT)
        page.text(row, START + 1, "misfit", HEAD_RIGHT)
        fits, misfits = [], []
        for place, ((i, j), answer) in enumerate(zip(pairs, ratios.answers, strict=True), 1):
            fit = page.put(row + place, START, last.at(i) / last.at(j), RATIO)
            error = function("ABS", abs, logarithm(answer / fit))
            known = both(has_number(answer), equals(groups, 1.0))
            misfit = when(known, rounded(error, 9), 0.0)
            fits.append(fit)
            misfits.append(page.put(row + place, START + 1, misfit, RATIO))
        column = area(row + 1, START + 1, [[one.value] for one in misfits])
        others = area(row + 1, START, [[one.value] for one in fits])
        row += len(pairs) + 1
        page.text(row, 1, "place of the largest misfit", NOTE_LINE)
        return row + 2, page.put(row, START, place_of_largest(column), STEP), others


def _pin(labels: Area, i: int, j: int) -> Term:
    first, second = labels.at(i), labels.at(j)
    return when(equals(first, second), term(1.0) / count_of(labels, first), 0.0)


def _times(gaps: Area, y: Area, p: Area) -> Term:
    values = [float(g) * float(a) * float(b) for g, a, b in zip(gaps.flat, y.flat, p.flat, strict=True)]  # type: ignore[arg-type]
    return Term(f"SUMPRODUCT({gaps.text},{y.text},{p.text})", math.fsum(values))


def _pull(inverse: Area, x: Area, y: Area, p: Area) -> Term:
    """How far p is from the square root of x over y, through the inverse of the normal equations."""
    values = [
        float(weight) * (math.log(float(a) / float(b)) / 2.0 - math.log(float(c)))  # type: ignore[arg-type]
        for weight, a, b, c in zip(inverse.flat, x.flat, y.flat, p.flat, strict=True)
    ]
    return Term(f"SUMPRODUCT({inverse.text},LN({x.text}/{y.text})/2-LN({p.text}))", math.fsum(values))
