"""The weights that somebody is trying: what was moved, what is locked, who makes room."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Bools, Floats
from criteria.ranking.results import Results
from criteria.robustness.live import moved, reach
from criteria.robustness.study_sensitivity import elements, members


class LiveWeights:
    """Weights of the page alone; the study and everyone's answers stay as they are.

    While one slider moves, every step starts from where it began, so that nothing is lost at 0 and 100 %.
    """

    def __init__(self) -> None:
        self.criteria: tuple[str, ...] = ()
        self.elements: tuple[str, ...] = ()
        self.stated: Floats = np.empty(0)
        self.values: Floats = np.empty(0)
        self.locked: frozenset[str] = frozenset()
        #: Whether only the criteria of the same premise make room for a criterion.
        self.is_within = False
        self._masks: dict[str, Bools] = {}
        self._premise_of: dict[str, str] = {}
        self._spans: dict[str, tuple[float, float]] = {}
        self._moving = ""
        self._start: Floats = self.values

    def follow(self, results: Results) -> None:
        """Takes the stated weights over; weights that were tried stay while the criteria are the same."""
        study, matrix = results.study, results.matrix
        stated = results.weights.values
        is_moved = self.criteria == matrix.criteria and self.is_moved
        self.criteria, self.elements = matrix.criteria, elements(results)
        self._masks = {element: members(results, element) for element in self.elements}
        self._premise_of = {criterion: study.premise_of[criterion].id for criterion in self.criteria}
        self.stated = stated / stated.sum()
        self.locked &= frozenset(self.elements)
        if not is_moved:
            self.values = self.stated
        self.let_go()

    @property
    def is_moved(self) -> bool:
        """Whether any weight differs from the stated one."""
        return len(self.values) == len(self.stated) and bool((np.abs(self.values - self.stated) > 1e-9).any())

    def share(self, element: str, weights: Floats) -> float:
        """What a premise or criterion has of some weights."""
        return float(weights[self._masks[element]].sum())

    def span(self, element: str) -> tuple[float, float]:
        """How far a premise or criterion can go now."""
        if element not in self._spans:
            node, locks = self._node(element), self._locks(element)
            self._spans[element] = reach(self.values, node, self._masks[element], locks)
        return self._spans[element]

    def move(self, element: str, value: float) -> None:
        """Gives a premise or criterion a weight; the others make room."""
        if element != self._moving:
            self._moving, self._start = element, self.values
        if self.is_within:
            # Elsewhere what is free to move is always the same, whoever moves.
            self._spans.clear()
        self.values = moved(
            self._start, self._node(element), self._masks[element], value, self._locks(element), self.stated
        )

    def let_go(self) -> None:
        """The next move starts from where all weights are then."""
        self._moving = ""
        self._spans.clear()

    def lock(self, element: str, is_locked: bool) -> None:
        """Keeps an element where it is, or lets it move again."""
        self.locked = self.locked | {element} if is_locked else self.locked - {element}
        self.let_go()

    def put(self, values: Floats) -> None:
        """Sets all weights at once."""
        self.values = values
        self.let_go()

    def _node(self, element: str) -> Bools:
        """The criteria among which an element moves: all, or those of its premise."""
        premise = self._premise_of.get(element)
        if premise is not None and (self.is_within or premise in self.locked):
            return self._masks[premise]
        return np.ones(len(self.criteria), dtype=bool)

    def _locks(self, element: str) -> Bools:
        """What stays while an element moves; a locked premise whose own criterion moves keeps its sum."""
        found = np.zeros(len(self.criteria), dtype=bool)
        for locked in self.locked - {self._premise_of.get(element, "")}:
            found |= self._masks[locked]
        return found
