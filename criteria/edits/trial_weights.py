"""Weights tried out: somebody without a vote whose points count instead of the group's answers."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from criteria.edits.people import choose_weights_of
from criteria.model.people import Stakeholder
from criteria.model.study import Study

#: The id of whoever holds the weights tried out; there is one at most.
TRIAL = "trial"


def try_weights(
    study: Study, premises: Mapping[str, float], criteria: Mapping[str, float], name: str = "What if"
) -> Study:
    """The study that uses these local weights of premises and, inside each, of criteria.

    They are points of a stakeholder without a vote, in place of those tried before; all answers stay.
    """
    trial = Stakeholder(
        id=TRIAL, name=name, voting_power=0.0, method="direct", points={**premises, **criteria}
    )
    others = tuple(person for person in study.stakeholders if person.id != TRIAL)
    return choose_weights_of(msgspec.structs.replace(study, stakeholders=(*others, trial)), TRIAL)
