"""Weights from nothing but the figures of the projects, beside those that somebody gave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike
from PySide6.QtCore import QObject

from criteria.errors import MethodError
from criteria.memo import remember
from criteria.model.people import ALL, GOAL
from criteria.model.study import Study
from criteria.ranking.decision_matrix import decision_matrix
from criteria.screening.screen import screen
from criteria.weighting.impact_loss import cilos_weights, idocriw_weights
from criteria.weighting.objective import (
    ObjectiveWeights,
    critic_weights,
    entropy_weights,
    merec_weights,
    standard_deviation_weights,
)
from criteria.weighting.stakes import anchors
from desktop.app.words.lists import ListWords

_WAYS: Mapping[str, Callable[[ArrayLike, ArrayLike], ObjectiveWeights]] = MappingProxyType(
    {
        "entropy": entropy_weights,
        "critic": critic_weights,
        "deviation": standard_deviation_weights,
        "merec": merec_weights,
        "cilos": cilos_weights,
        "idocriw": idocriw_weights,
    }
)
#: Ways to draw weights from figures, in the order they are offered.
KINDS = tuple(_WAYS)


@dataclass(frozen=True)
class SpreadState:
    """Shares of the items in view by one way, and what has to be said of them; no kind shows nothing."""

    kind: str
    shares: tuple[tuple[str, float], ...] = ()
    note: str = ""


@dataclass(frozen=True)
class _Found:
    """Global shares by criterion, or why there are none."""

    shares: Mapping[str, float]
    idle: tuple[str, ...]
    lossless: tuple[str, ...]
    left_out: int
    refusal: str


def _parts(study: Study, kind: str) -> tuple[object, ...]:
    settings = study.settings
    return (study.criteria, study.premises, study.projects, study.red_lines, study.thresholds, study.waivers,
            study.safeguards, settings.score_set, kind)  # fmt: skip


@remember(_parts, 16)
def spread_weights(study: Study, kind: str) -> _Found:
    """The weights that the figures of the ranked, complete projects give by one way."""
    if not study.projects:
        return _Found({}, (), (), 0, "")
    matrix = decision_matrix(study, study.settings.score_set)
    kept = np.array([not result.excluded for result in screen(study).projects], dtype=bool)
    rows = matrix.raw[kept]
    complete = ~np.isnan(rows).any(axis=1)
    ends = [anchors(study.criterion(key)) for key in matrix.criteria]
    try:
        found = _WAYS[kind](rows[complete], np.array([best > worst for worst, best in ends], dtype=bool))
    except MethodError as error:
        return _Found({}, (), (), int((~complete).sum()), str(error))
    names = matrix.criteria
    codes = {
        code: tuple(names[f.column] for f in found.findings if f.code == code)
        for code in ("idle", "lossless")
    }
    shares = dict(zip(names, found.weights.tolist(), strict=True))
    return _Found(shares, codes["idle"], codes["lossless"], int((~complete).sum()), "")


class SpreadStates(QObject):
    """What the box of derived weights shows."""

    def __init__(self) -> None:
        super().__init__()
        self._lists = ListWords()

    def state(self, study: Study, node: str, kind: str) -> SpreadState:
        """The derived shares of the items under a node, summing to one there."""
        if kind not in KINDS:
            return SpreadState("")
        found = spread_weights(study, kind)
        if not found.shares:
            return SpreadState(kind, note=found.refusal or self.tr("No project to derive anything from yet."))
        return SpreadState(kind, _shares(study, node, found.shares), self._note(found))

    def _note(self, found: _Found) -> str:
        sentences = []
        if found.idle:
            text = self.tr("{names}: one value in all projects, so that no weight follows.")
            sentences.append(text.format(names=self._lists.joined(found.idle)))
        if found.lossless:
            text = self.tr("{names}: loses nothing wherever another is best, and so takes all the weight.")
            sentences.append(text.format(names=self._lists.joined(found.lossless)))
        if found.left_out == 1:
            sentences.append(self.tr("One project lacks figures and is left out."))
        elif found.left_out:
            text = self.tr("{count} projects lack figures and are left out.")
            sentences.append(text.format(count=found.left_out))
        return " ".join(sentences)


def _shares(study: Study, node: str, known: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    if node == GOAL:
        return tuple(
            (key, sum(known.get(c, 0.0) for c in study.children(key))) for key in study.children(GOAL)
        )
    keys = study.children(node) or study.children(ALL)
    total = sum(known.get(key, 0.0) for key in keys)
    return tuple((key, known.get(key, 0.0) / total if total else 0.0) for key in keys)
