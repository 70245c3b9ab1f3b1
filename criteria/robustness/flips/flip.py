"""A flip: one change of a study that takes somebody from among the first, ready to be tried out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec
import numpy as np

from criteria.arrays import Floats
from criteria.edits.people import choose_weights_of, remove_stakeholder, set_stakeholder
from criteria.edits.projects import remove_projects
from criteria.edits.scores import set_scores
from criteria.edits.screening import set_red_line_active, set_safeguards, set_threshold
from criteria.edits.settings import set_settings
from criteria.edits.trial_weights import try_weights
from criteria.errors import StudyError
from criteria.model.projects import Score
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.ranking.value_functions import unit_value
from criteria.robustness.flips.standing import Question, Standing
from criteria.robustness.weight_path import group_mask, weight_paths
from criteria.weighting.study_weights import answering, study_weights

FlipKind = Literal[
    "weight",
    "weights",
    "score",
    "threshold",
    "red_line",
    "safeguard",
    "project",
    "setting",
    "method",
    "stakeholder",
    "voting_power",
    "weights_of",
]
FLIP_KINDS: tuple[FlipKind, ...] = (
    "weight",
    "weights",
    "score",
    "threshold",
    "red_line",
    "safeguard",
    "project",
    "setting",
    "method",
    "stakeholder",
    "voting_power",
    "weights_of",
)
Value: TypeAlias = float | str | bool | None


@dataclass(frozen=True, slots=True)
class Move:
    """The weight of one criterion before and after a joint change of weights."""

    criterion: str
    before: float
    after: float


@dataclass(frozen=True, slots=True)
class Flip:
    """A change of `what` from `before` to `after` under which `left` are no longer among the first k.

    | kind | what | before, after | size |
    |---|---|---|---|
    | weight | premise or criterion | weight; all others keep their proportions | difference |
    | weights | criteria that move | share of all weight that moves to others | that share |
    | score | project, criterion | figure as proposed | share of the scale or, if larger, of its value |
    | threshold | threshold | cut-off | as for a score |
    | red_line | red line | in force or not | 1 / red lines in force |
    | safeguard | project, safeguard | offered or not | 1 / safeguards of the study |
    | project | project | there or not | 1 / projects that take part |
    | setting | name of the setting | choice; theta: figure | 1; a step of score sets 1/2; difference |
    | method | "" | method | 1 |
    | stakeholder | stakeholder | heard or not | share of voting power |
    | voting_power | stakeholder | share of voting power | difference |
    | weights_of | "" | "group" or a stakeholder | share of voting power that is no longer heard |

    All sizes lie in 0..1. `is_exact`: nothing smaller of this kind and on this side does it, else this is the
    smallest that was found. `after` lies just beyond the point where two are level. `under` is the method by
    which to look at the changed study. Winners share the first place if they are several.
    """

    kind: FlipKind
    what: tuple[str, ...]
    before: Value
    after: Value
    size: float
    method: Method
    under: Method
    k: int
    winners: tuple[str, ...]
    entered: tuple[str, ...]
    left: tuple[str, ...]
    is_exact: bool
    moves: tuple[Move, ...] = ()

    @property
    def relative(self) -> float | None:
        """The change as a share of what it was, None for what is no number or was zero."""
        if isinstance(self.before, bool) or isinstance(self.after, bool):
            return None
        if not isinstance(self.before, float) or not isinstance(self.after, float) or self.before == 0.0:
            return None
        return (self.after - self.before) / abs(self.before)

    def apply(self, study: Study, name: str = "What if") -> Study:
        """The study with this change; `name` is what stands for weights that are tried out.

        A change of method is none of the study: look at it by `under`.
        """
        match self.kind:
            case "weight" | "weights":
                return self._weighed(study, name)
            case "score" | "threshold" | "voting_power":
                return self._measured(study)
            case "setting":
                return set_settings(study, **{self.what[0]: self.after})
            case "method":
                return study
            case "weights_of":
                return choose_weights_of(study, str(self.after))
            case _:
                return self._switched(study)

    def _weighed(self, study: Study, name: str) -> Study:
        weights = study_weights(study)
        if self.kind == "weights":
            new = {move.criterion: move.after for move in self.moves}
            old = zip(weights.criteria, weights.values.tolist(), strict=True)
            return with_weights(study, np.array([new.get(key, value) for key, value in old]), name)
        return with_weights(study, weighed(study, weights.values, self.what[0], _number(self.after)), name)

    def _switched(self, study: Study) -> Study:
        if self.kind == "red_line":
            return set_red_line_active(study, self.what[0], bool(self.after))
        if self.kind == "safeguard":
            project, safeguard = self.what
            others = {*study.project(project).safeguards} - {safeguard}
            return set_safeguards(study, project, others | ({safeguard} if self.after else set()))
        if self.kind == "project":
            return remove_projects(study, self.what)
        return remove_stakeholder(study, self.what[0])

    def _measured(self, study: Study) -> Study:
        value = _number(self.after)
        if self.kind == "threshold":
            return set_threshold(study, self.what[0], value)
        if self.kind == "voting_power":
            return with_share(study, self.what[0], value)
        project, criterion = self.what
        return set_scores(
            study, {(project, criterion): moved_score(study.project(project).score(criterion), value)}
        )


def found(
    question: Question,
    kind: FlipKind,
    what: tuple[str, ...],
    change: tuple[Value, Value],
    size: float,
    after: Standing,
    *,
    is_exact: bool = True,
    moves: tuple[Move, ...] = (),
) -> Flip:
    """The flip of a question by a change (before, after) that leads to this standing."""
    front = after.front(question.k)
    return Flip(
        kind=kind,
        what=what,
        before=change[0],
        after=change[1],
        size=min(1.0, size),
        method=question.method,
        under=question.method,
        k=question.k,
        winners=after.front(1),
        entered=tuple(project for project in front if project not in question.front),
        left=tuple(project for project in question.front if project not in front),
        is_exact=is_exact,
        moves=moves,
    )


def weighed(study: Study, weights: Floats, element: str, weight: float) -> Floats:
    """Global weights once a premise or criterion has this one and all others keep their proportions."""
    wanted = set(study.children(element)) or {element}
    places = [place for place, criterion in enumerate(study.active_criteria) if criterion.id in wanted]
    path = weight_paths(weights, [group_mask(places, len(weights))])
    return np.asarray(path.at(np.array([weight]))[0])


def with_weights(study: Study, values: Floats, name: str) -> Study:
    """The study with these global weights (active criteria); inside a premise of no weight all stays."""
    weights = study_weights(study)
    shares: Mapping[str, float] = dict(zip(weights.criteria, (values / values.sum()).tolist(), strict=True))
    premises: dict[str, float] = {}
    local = dict(weights.local)
    for premise in study.active_premises:
        children = study.children(premise.id)
        premises[premise.id] = sum(shares[child] for child in children)
        if premises[premise.id] > 0.0:
            local.update((child, shares[child] / premises[premise.id]) for child in children)
    return try_weights(study, premises, local, name)


def with_share(study: Study, stakeholder: str, share: float) -> Study:
    """The study in which a stakeholder has this share of the voting power of all that have answered."""
    others = sum(person.voting_power for person in answering(study) if person.id != stakeholder)
    if not 0.0 <= share < 1.0 or others <= 0.0:
        raise StudyError("A share of the voting power lies from 0 to below 1, and others need some too.")
    return set_stakeholder(study, stakeholder, voting_power=share / (1.0 - share) * others)


def moved_score(score: Score, value: float) -> Score:
    """The score with another most likely value, which takes its bounds along where it passes them."""
    low = None if score.low is None else min(score.low, value)
    high = None if score.high is None else max(score.high, value)
    return msgspec.structs.replace(score, value=value, low=low, high=high)


def figure_share(criterion: Criterion, before: float, after: float) -> float:
    """How large a change of a figure is: as a share of its scale or, if that is larger, of its value 0..1.

    A scale may go far beyond where its value function ends, and a curved one is steep somewhere.
    """
    span = criterion.maximum - criterion.minimum
    value = abs(unit_value(criterion.value_function, after) - unit_value(criterion.value_function, before))
    return max(value, abs(after - before) / span if span > 0.0 else 0.0)


def _number(value: Value) -> float:
    if isinstance(value, str) or value is None:
        raise StudyError(f"A figure is needed where the change says {value!r}.")
    return float(value)
