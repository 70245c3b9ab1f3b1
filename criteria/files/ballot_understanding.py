"""The cells of a returned ballot as answers; what cannot be understood is set aside and named."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from criteria.files.ballot_answers import Answers
from criteria.files.ballot_cells import (
    Amount,
    AnswerError,
    read_choice,
    read_place,
    read_points,
    read_ratio,
    read_strength,
)
from criteria.files.ballot_findings import Finding, FindingCode, finding
from criteria.files.ballot_places import Located
from criteria.files.ballot_plan import CANNOT_SAY, EQUAL, FIGURE_METHODS, BallotPlan, Question
from criteria.files.cells import Cell
from criteria.model.people import BestWorst, Judgement

_Place: TypeAlias = tuple[int, int]
_Reader: TypeAlias = Callable[[Cell], "Amount | None"]
_LARGEST = 9.0


class ResponseReader:
    """Reads every question that is still there; `answered` counts those with a usable answer."""

    def __init__(self, file: str, plan: BallotPlan, located: Located) -> None:
        self._file, self._plan, self._located = file, plan, located
        self.findings: list[Finding] = []
        self.answered = 0

    def read(self) -> Answers:
        """All answers by the method of the ballot."""
        plan = self._plan
        if plan.method == "pairwise":
            judgements = tuple(j for j in map(self._pair, plan.questions) if j is not None)
            return Answers(method=plan.method, judgements=judgements)
        if plan.method in FIGURE_METHODS:
            return Answers(method=plan.method, figures=self._figures())
        if plan.method == "rank_order":
            orders = {node: self._order(node) for node in plan.nodes}
            return Answers(method=plan.method, orders={n: order for n, order in orders.items() if order})
        compared = {node: self._best_worst(node) for node in plan.nodes}
        return Answers(
            method=plan.method, best_worst={n: answer for n, answer in compared.items() if answer is not None}
        )

    def _pair(self, question: Question) -> Judgement | None:
        places = self._located.cells.get(question.number)
        if places is None:
            return None
        which_place, strength_place = places
        try:
            which = self._choice(which_place, (question.first, question.second))
            strength = self._amount(strength_place, read_ratio)
            value = self._ratio(question, which, strength, places)
        except _Set:
            return None
        if value is None and which != CANNOT_SAY:
            return None
        self.answered += 1
        return Judgement(question.node, question.first, question.second, value)

    def _ratio(
        self, question: Question, which: str | None, strength: float | None, places: tuple[_Place, ...]
    ) -> float | None:
        """The ratio of first to second, None where nothing (or that nothing can be said) was answered."""
        if which == CANNOT_SAY or (which is None and strength is None):
            return None
        if which is None and strength != 1.0:
            self._set_aside(
                "one-sided", places[0],
                f"question {question.number} says how much more but not which side; choose the side",
            )  # fmt: skip
        if which == EQUAL and strength not in (None, 1.0):
            self._set_aside(
                "contradiction", places[1],
                f"question {question.number} says “{EQUAL}” and yet how much more; clear one of the cells",
            )  # fmt: skip
        if which in (None, EQUAL):
            return 1.0
        if strength is None:
            self._set_aside(
                "one-sided", places[1],
                f"question {question.number} says which side matters more but not how much; choose it",
            )  # fmt: skip
            return None
        if strength > _LARGEST:
            clause = (
                f"{strength:g} times is beyond the scale of 1 to 9; it was read as it stands, so ask back"
            )
            self._note("off-scale", places[1], clause)
        return strength if which == question.first else 1.0 / strength

    def _figures(self) -> dict[str, float]:
        found: dict[str, float] = {}
        for question in self._plan.questions:
            for place in self._located.cells.get(question.number, ()):
                try:
                    value = read_points(self._located.value(place))
                except AnswerError as error:
                    self._note(error.code, place, f"{error.clause}; the answer was set aside")
                    continue
                if value is not None:
                    found[question.first] = value
                    self.answered += 1
        return found

    def _order(self, node: str) -> tuple[tuple[str, ...], ...]:
        asked = self._plan.asked(node)
        groups: dict[int, list[str]] = {}
        for question in asked:
            for place in self._located.cells.get(question.number, ()):
                try:
                    rank = read_place(self._located.value(place), len(asked))
                except AnswerError as error:
                    self._note(error.code, place, f"{error.clause}; the answer was set aside")
                    continue
                if rank is not None:
                    groups.setdefault(rank, []).append(question.first)
                    self.answered += 1
        return tuple(tuple(groups[rank]) for rank in sorted(groups))

    def _best_worst(self, node: str) -> BestWorst | None:
        asked = self._plan.asked(node)
        best, worst = (self._extreme(question) for question in asked[:2])
        if best and best == worst:
            place = self._located.cells[asked[1].number][0]
            clause = "the same item is the most and the least important; choose two, its group was set aside"
            self._note("contradiction", place, clause)
            return None
        from_best, to_worst = self._steps(asked[2:], best, worst)
        if best and worst and worst in from_best and best in to_worst:
            if from_best[worst] != to_worst[best]:
                place = self._located.cells[next(q.number for q in asked[2:] if q.first == best)][1]
                clause = (
                    f"the most over the least important is {to_worst[best]:g} here and {from_best[worst]:g} "
                    "in the other column; the other was taken"
                )
                self._note("contradiction", place, clause)
            del to_worst[best]
        self.answered += (
            bool(best) + bool(worst) + self._items_answered(asked[2:], best, worst, from_best, to_worst)
        )
        if not (best or worst):
            return None
        return BestWorst(best=best, worst=worst, from_best=from_best, to_worst=to_worst)

    def _extreme(self, question: Question) -> str:
        for place in self._located.cells.get(question.number, ()):
            try:
                chosen = self._choice(place, self._plan.children(question.node))
            except _Set:
                return ""
            if chosen in (EQUAL, CANNOT_SAY):
                clause = f"“{chosen}” is no item; choose one from the list"
                self._note("unknown-answer", place, clause)
                return ""
            return chosen or ""
        return ""

    def _steps(
        self, asked: tuple[Question, ...], best: str, worst: str
    ) -> tuple[dict[str, float], dict[str, float]]:
        columns: tuple[dict[str, float], dict[str, float]] = ({}, {})
        for question in asked:
            places = self._located.cells.get(question.number, ())
            for found, place, extreme in zip(columns, places, (best, worst), strict=False):
                try:
                    amount = self._amount(place, read_strength)
                except _Set:
                    continue
                if amount is None or question.first == extreme:
                    continue
                if not extreme:
                    clause = (
                        "the item it is compared with was not chosen; choose the most and least important"
                    )
                    self._note("one-sided", place, f"{clause}; the answer was set aside")
                else:
                    found[question.first] = amount
        return columns

    def _items_answered(
        self,
        asked: tuple[Question, ...],
        best: str,
        worst: str,
        from_best: dict[str, float],
        to_worst: dict[str, float],
    ) -> int:
        """How many items have all comparisons they need; the extremes themselves need one together."""
        extreme = worst in from_best or best in to_worst
        done = 0
        for question in asked:
            key = question.first
            if key in (best, worst):
                done += extreme
            else:
                done += key in from_best and key in to_worst
        return done

    def _choice(self, place: _Place, keys: tuple[str, ...]) -> str | None:
        labels = {key: self._plan.topic(key).label for key in keys}
        try:
            return read_choice(self._located.value(place), labels)
        except AnswerError as error:
            self._set_aside(error.code, place, error.clause)
            return None

    def _amount(self, place: _Place, read: _Reader) -> float | None:
        try:
            amount = read(self._located.value(place))
        except AnswerError as error:
            self._set_aside(error.code, place, error.clause)
            return None
        if amount is None:
            return None
        if amount.is_typed and not isinstance(self._located.value(place), int | float):
            self._note(
                "typed", place, f"“{self._located.value(place)}” was typed and is read as {amount.value:g}"
            )
        return amount.value

    def _note(self, code: FindingCode, place: _Place, clause: str) -> None:
        self.findings.append(finding(code, self._file, clause, self._located.sheet, place))

    def _set_aside(self, code: FindingCode, place: _Place, clause: str) -> None:
        """Names an answer that cannot be used, and ends the reading of its question."""
        self._note(code, place, f"{clause}; the answer was set aside")
        raise _Set


class _Set(Exception):  # noqa: N818 - it is no error: the question was dealt with
    pass
