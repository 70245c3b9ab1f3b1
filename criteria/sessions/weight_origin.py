"""Where a study's weights come from, in facts: whose they are, how combined, how alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from criteria.errors import MethodError
from criteria.model.people import Stakeholder
from criteria.model.settings import GroupMethod
from criteria.ranking.results import Results
from criteria.sessions.node_agreement import agreement_of
from criteria.weighting.study_weights import answering

#: Several heard as one, one person alone, nobody who answered, or weights given in place of answers.
OriginKind = Literal["group", "person", "equal", "given"]


@dataclass(frozen=True)
class WeightOrigin:
    """Whose weights count; `people` are heard, of `asked` stakeholders. `consensus` only for a group."""

    kind: OriginKind
    people: tuple[Stakeholder, ...]
    asked: int
    method: GroupMethod
    consensus: float | None


def weight_origin(results: Results) -> WeightOrigin:
    """Where the weights of results come from."""
    study, source = results.study, results.weights.source
    person = next((one for one in study.stakeholders if one.id == source), None)
    kind: OriginKind = "given"
    people: tuple[Stakeholder, ...] = ()
    if source == "equal" or results.weights.is_unanswered:
        kind = "equal"
    elif person is not None:
        kind, people = "person", (person,)
    elif source == "group":
        kind, people = "group", answering(study)
    consensus = None
    if kind == "group":
        try:
            consensus = agreement_of(study).overall
        except MethodError:
            # Weights of a group that was combined elsewhere, from answers that cannot be combined here.
            consensus = None
    return WeightOrigin(kind, people, len(study.stakeholders), study.settings.group_method, consensus)
