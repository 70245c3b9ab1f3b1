"""The sheet of one's own weights: shares of each group, how they fit together, and the weights of all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.files.ballot_plan import BallotPlan, Topic
from criteria.model.people import ALL, GOAL
from criteria.model.study import Study
from criteria.report.ballot.best_worst import Comparison
from criteria.report.ballot.page import NODE, NOTE, RATIO, RESULT, SHARE, STAKE, WHOLE, Page
from criteria.report.ballot.pair_workings import UNKNOWN, NodeResult
from criteria.report.ballot.questions import Written
from criteria.report.ballot.terms import (
    Term,
    above,
    at_most,
    both,
    entry,
    equals,
    function,
    has_number,
    rounded,
    term,
    when,
)
from criteria.report.workbook.frame import bars
from criteria.report.workbook.styles import HEAD, HEAD_RIGHT, WRAPPED, Style
from criteria.weighting.consistency import ACCEPTABLE_RATIO

WIDTHS = (44, 18, 68)
NAME, VALUE, WORDS = 1, 2, 3
_TOP = 4


class WeightsPage:
    """Writes blocks from the top; each gives back where its shares stand."""

    def __init__(self, page: Page, study: Study, plan: BallotPlan) -> None:
        self._page, self._study, self._plan = page, study, plan
        self._row = _TOP
        page.title("Your weights", f"{plan.name}  ·  {plan.title}. Everything here follows your answers.")

    def write_shares(self, shares: Mapping[str, Sequence[Term]]) -> None:
        """Groups whose weights are known as such."""
        local = {node: self._block(node, terms) for node, terms in shares.items()}
        self._write_all(local)

    def write_pairs(self, results: Mapping[str, NodeResult], written: Written) -> None:
        """Groups of pairwise answers with their consistency."""
        local = {}
        for node, result in results.items():
            local[node] = self._block(node, result.weights, gap=0)
            self._write_verdict(node, result, written)
        self._write_all(local)

    def write_comparisons(self, comparisons: Mapping[str, Comparison]) -> None:
        """Groups of best-worst answers: how they fit together, no weights."""
        note = "Weights by this method come from an optimisation that no worksheet holds."
        self._page.wrapped(self._row, NAME, note, NOTE, columns=3)
        self._row += 2
        for node, found in comparisons.items():
            self._page.text(self._row, NAME, self._plan.node_name(node), NODE)
            self._page.builder.height(self._row, 22)
            self._line("Consistency ratio of your answers", found.ratio, _input_verdict(found))
            self._line("Limit up to which answers fit together", found.threshold, _item_to_look_at(found))
            self._row += 2

    def _block(self, node: str, shares: Sequence[Term], gap: int = 1) -> tuple[Term, ...]:
        page, topics = self._page, [self._plan.topic(key) for key in self._plan.children(node)]
        page.text(self._row, NAME, self._plan.node_name(node), NODE)
        page.builder.height(self._row, 22)
        page.text(self._row + 1, NAME, "Item", HEAD)
        page.text(self._row + 1, VALUE, "Weight", HEAD_RIGHT)
        page.text(self._row + 1, WORDS, "What is at stake", HEAD)
        found = self._rows(self._row + 2, topics, shares)
        self._row += 2 + len(topics) + gap
        return found

    def _rows(self, row: int, topics: Sequence[Topic], shares: Sequence[Term]) -> tuple[Term, ...]:
        page = self._page
        found = []
        for place, (topic, share) in enumerate(zip(topics, shares, strict=True)):
            page.text(row + place, NAME, topic.label, WRAPPED)
            found.append(page.put(row + place, VALUE, share, SHARE))
            page.text(row + place, WORDS, topic.stake, STAKE)
            page.fit(row + place, [(topic.label, page.width(NAME), 10), (topic.stake, page.width(WORDS), 9)])
        bars(page.builder, row, VALUE, row + len(topics) - 1)
        return tuple(found)

    def _line(self, name: str, value: Term, words: Term, style: Style = RATIO) -> None:
        self._row += 1
        self._page.text(self._row, NAME, name, WRAPPED)
        self._page.put(self._row, VALUE, value, style)
        self._page.put(self._row, WORDS, words, RESULT)
        self._page.builder.height(self._row, 30)

    def _write_verdict(self, node: str, result: NodeResult, written: Written) -> None:
        self._row -= 1
        self._line("Consistency ratio (CR)", result.ratio, _pair_verdict(len(result.children), result))
        look_at = _pair_to_look_at(self._plan, node, result, written)
        self._line("Answers known", result.answered, look_at, WHOLE)
        self._row += 2

    def _write_all(self, local: Mapping[str, tuple[Term, ...]]) -> None:
        """The weights of all criteria: those of premises times those within them, or asked for at once."""
        page, study = self._page, self._study
        shares = self._products(local)
        if not shares:
            return
        page.text(self._row, NAME, "All criteria", NODE)
        page.builder.height(self._row, 22)
        page.text(self._row + 1, NAME, "Criterion", HEAD)
        page.text(self._row + 1, VALUE, "Weight", HEAD_RIGHT)
        page.text(self._row + 1, WORDS, "Premise", HEAD)
        for place, (key, share) in enumerate(shares.items(), 2):
            page.text(self._row + place, NAME, self._plan.topic(key).label, WRAPPED)
            page.put(self._row + place, VALUE, share, SHARE)
            page.text(self._row + place, WORDS, self._plan.topic(study.premise_of[key].id).label, WRAPPED)
        bars(page.builder, self._row + 2, VALUE, self._row + 1 + len(shares))

    def _products(self, local: Mapping[str, tuple[Term, ...]]) -> dict[str, Term]:
        study = self._study
        if ALL in local:
            return {}
        goal = dict(zip(study.children(GOAL), local.get(GOAL, (term(1.0),)), strict=True))
        products = {}
        for criterion in study.active_criteria:
            children = study.children(criterion.premise)
            own = local.get(criterion.premise, (term(1.0),))[children.index(criterion.id)]
            above_it = goal[criterion.premise]
            known = both(has_number(above_it), has_number(own))
            products[criterion.id] = when(known, above_it * own, UNKNOWN)
        return products


def _pair_verdict(n: int, result: NodeResult) -> Term:
    """What the consistency ratio means, or what is still needed."""
    few = (
        term(f"Answer at least {n - 1} questions that link all {n} items: ")
        & result.groups
        & " groups are not linked yet."
    )
    if n == 2:
        words = when(has_number(result.ratio), "One answer cannot contradict itself.", "Not answered yet.")
        return when(above(result.groups, 1.0), "Not answered yet.", words)
    strongly = "Strongly contradictory: above 0.20 answers pull in different directions."
    somewhat = "Contradictory: above 0.10 some answers pull in different directions."
    over_limit = when(above(result.ratio, 2 * ACCEPTABLE_RATIO), strongly, somewhat)
    within = at_most(result.ratio, ACCEPTABLE_RATIO)
    known = when(within, "Consistent: up to 0.10 answers fit together.", over_limit)
    words = when(has_number(result.ratio), known, "Enough for weights; no answer can contradict another yet.")
    return when(above(result.groups, 1.0), few, words)


def _pair_to_look_at(plan: BallotPlan, node: str, result: NodeResult, written: Written) -> Term:
    """The answer that fits the others least, where answers contradict each other."""
    questions = plan.asked(node)
    if len(questions) < 3:
        return term("")
    chosen = entry(result.fits, result.worst)
    firsts, seconds = written.sides(questions)
    stronger = when(above(chosen, 1.0), entry(firsts, result.worst), entry(seconds, result.worst))
    ratio = function("MAX", max, chosen, term(1.0) / chosen)
    times = rounded(ratio, 1)
    sentence = (
        term("Look again at question ")
        & (result.worst + float(questions[0].number - 1))
        & ": by your other answers, “"
        & stronger
        & "” matters about "
        & times
        & " times as much as the other."
    )
    is_bad = when(has_number(result.ratio), above(result.ratio, ACCEPTABLE_RATIO), equals(term(1.0), 2.0))
    return when(is_bad, sentence, "")


def _input_verdict(found: Comparison) -> Term:
    fits = when(
        equals(found.exceeding, 1.0),
        "An answer is above that of most over least important.",
        "Your answers fit together fully.",
    )
    limit = when(
        at_most(found.ratio, found.threshold),
        "Within the limit: your answers fit together.",
        "Above the limit: answers contradict each other.",
    )
    listed = when(has_number(found.threshold), limit, "No limit is published for this case.")
    known = when(equals(found.ratio, 0.0), fits, listed)
    return when(
        has_number(found.ratio),
        known,
        "Choose the most and the least important and compare the others with them.",
    )


def _item_to_look_at(found: Comparison) -> Term:
    is_known = both(has_number(found.ratio), has_number(found.threshold))
    name = entry(found.labels, found.worst)
    return when(
        is_known,
        when(above(found.ratio, found.threshold), term("Look again at “") & name & "”.", ""),
        "",
    )
