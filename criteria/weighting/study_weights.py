"""The weights a study uses: those of one stakeholder, or of all who answered, combined."""

from __future__ import annotations

from functools import partial

import numpy as np

from criteria.arrays import Floats
from criteria.errors import ProportioError
from criteria.memo import ItemMemory, remember
from criteria.model.people import Stakeholder
from criteria.model.settings import GROUP, GroupMethod
from criteria.model.study import Study
from criteria.weighting.elicited import stakeholder_weights
from criteria.weighting.group import aij, aip
from criteria.weighting.hierarchy import (
    Check,
    NodeWeights,
    Weights,
    assembled,
    equal_weights,
    pairwise_node,
    unanswered_node,
    weighed_node,
)
from criteria.weighting.judgements import SMALLEST_RATIO

#: One stakeholder's answer recomputes that stakeholder alone.
_own: ItemMemory[Stakeholder, Weights] = ItemMemory(2)
#: A node of a member counts in the group when its weights follow from answers that hang together.
_SPEAKING = ("complete", "incomplete")


def weights_parts(study: Study) -> tuple[object, ...]:
    """What the weights of a study depend on."""
    settings = study.settings
    return (*_rules(study), study.stakeholders, settings.group_method, settings.weights_of)


def _rules(study: Study) -> tuple[object, ...]:
    """What anybody's own weights depend on, beside the answers."""
    settings = study.settings
    return (
        study.criteria,
        study.premises,
        settings.prioritisation,
        settings.random_index,
        settings.incomplete,
    )


@remember(weights_parts)
def study_weights(study: Study) -> Weights:
    """The weights the study uses, equal ones where nobody has answered."""
    counted = counted_stakeholder(study)
    if counted is not None:
        return own_weights(study, counted)
    return group_weights(study) if answering(study) else equal_weights(study)


@remember(weights_parts)
def member_weights(study: Study) -> tuple[Weights, ...]:
    """Every stakeholder's own weights, in the order of the study."""
    return _own.each(_rules(study), study.stakeholders, partial(stakeholder_weights, study))


def own_weights(study: Study, stakeholder: Stakeholder) -> Weights:
    """One stakeholder's own weights; as `member_weights`, but not troubled by what others answered."""
    try:
        everyone = member_weights(study)
    except ProportioError:
        return stakeholder_weights(study, stakeholder)
    pairs = zip(study.stakeholders, everyone, strict=True)
    return next(own for person, own in pairs if person.id == stakeholder.id)


def counted_stakeholder(study: Study) -> Stakeholder | None:
    """The one stakeholder whose weights the study uses; None for a group or where there is nobody.

    One chosen by the settings; the only one who answered anything and has a vote; or the only one there is.
    """
    chosen = study.settings.weights_of
    if chosen != GROUP:
        found = next((person for person in study.stakeholders if person.id == chosen), None)
        if found is not None:
            return found
    voices = answering(study) or study.stakeholders
    return voices[0] if len(voices) == 1 else None


@remember(weights_parts)
def answering(study: Study) -> tuple[Stakeholder, ...]:
    """The stakeholders with a vote who have answered something: those whom a group consists of."""
    voices = (person for person in study.stakeholders if person.voting_power > 0)
    return tuple(person for person in voices if _speaks(study, person))


def _speaks(study: Study, person: Stakeholder) -> bool:
    """Whether a person's answers give weights; impossible ones are told by the checks and not heard."""
    try:
        return not own_weights(study, person).is_unanswered
    except ProportioError:
        return False


def group_weights(
    study: Study, members: tuple[Stakeholder, ...] | None = None, method: GroupMethod | None = None
) -> Weights:
    """The combined weights of members (by default of all who answered), node by node, then multiplied down.

    Whoever has not answered under a node, or not coherently, has no voice there; where nobody has, weights
    are equal. `judgements` joins the judgements before weights are drawn (AIJ), the others join the local
    weights (AIP; Forman & Peniwati 1998); who did not compare in pairs is heard with the ratios of weights.
    Where zeros leave no geometric mean at all, the arithmetic one stands in and the node's `check` fails.
    """
    voices = answering(study) if members is None else members
    own = [(person, own_weights(study, person)) for person in voices]
    chosen = method or study.settings.group_method
    nodes = tuple(
        _group_node(study, node, [(person, weights.node(node)) for person, weights in own], chosen)
        for node in study.nodes
    )
    return assembled(study, "group", nodes)


def heard(study: Study, node: str) -> tuple[Stakeholder, ...]:
    """The members of the group who have a voice under a node."""
    return tuple(
        person for person in answering(study) if own_weights(study, person).node(node).status in _SPEAKING
    )


def _group_node(
    study: Study, node: str, members: list[tuple[Stakeholder, NodeWeights]], method: GroupMethod
) -> NodeWeights:
    children = study.children(node)
    speaking = [(person, found) for person, found in members if found.status in _SPEAKING]
    if len(children) < 2 or not speaking:
        return unanswered_node(node, children, "group")
    shares = [person.voting_power for person, _ in speaking]
    if method == "judgements":
        joint = aij([ratios(found) for _, found in speaking], shares)
        settings = study.settings
        return pairwise_node(
            node, children, joint, settings.prioritisation, settings.random_index, settings.incomplete
        )
    rows = np.stack([found.weights for _, found in speaking])
    mean = "arithmetic" if method == "priorities_arithmetic" else "geometric"
    check = None
    if mean == "geometric" and not (rows > 0).all(axis=0).any():
        # Everything gets no weight from somebody: the arithmetic mean stands in, and the checks say so.
        mean, check = "arithmetic", Check("no_geometric_mean", 0.0, None, False)
    return weighed_node(node, children, aip(rows, shares, mean=mean), "group", check=check)


def ratios(found: NodeWeights) -> Floats:
    """The ratios a member brings into joined judgements: those given, or those of the weights.

    A weight of zero has no ratio to others, and one beyond any judgement says no more: both stay out (NaN).
    """
    if found.source == "pairwise":
        return found.matrix
    with np.errstate(divide="ignore", invalid="ignore"):
        implied = found.weights[:, None] / found.weights[None, :]
        said = (implied >= SMALLEST_RATIO) & (implied <= 1.0 / SMALLEST_RATIO)
    implied = np.where(said, implied, np.nan)
    np.fill_diagonal(implied, 1.0)
    return implied
