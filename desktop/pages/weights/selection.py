"""Whose answers the weights room shows, and which set of questions: state of the room, not of the study."""

from __future__ import annotations

from criteria.model.people import GOAL, Stakeholder
from criteria.model.study import Study
from criteria.weighting.study_weights import answering, counted_stakeholder, own_weights


class Selection:
    """The stakeholder and the set of questions in view.

    A stakeholder who was removed is remembered: taking the removal back shows the same one again.
    """

    def __init__(self) -> None:
        self._person = ""
        self._row = 0
        self.node = GOAL

    def stakeholder(self, study: Study) -> Stakeholder | None:
        """The one chosen; at first the one whose weights count, after a removal the one in that place."""
        if not study.stakeholders:
            return None
        if not self._person:
            first = counted_stakeholder(study) or study.stakeholders[0]
            self.choose(study, first.id)
            return first
        for row, known in enumerate(study.stakeholders):
            if known.id == self._person:
                self._row = row
                return known
        return study.stakeholders[min(self._row, len(study.stakeholders) - 1)]

    def choose(self, study: Study, person: str) -> None:
        """Shows another stakeholder."""
        self._person = person
        self._row = next((row for row, known in enumerate(study.stakeholders) if known.id == person), 0)


def counting(study: Study) -> frozenset[str]:
    """The ids of those whose weights count now, alone or together.

    In a group only those whose answers give weights somewhere; one who is chosen counts in any case.
    """
    alone = counted_stakeholder(study)
    if alone is not None and (study.settings.weights_of == alone.id or len(study.stakeholders) == 1):
        return frozenset({alone.id})
    return frozenset(person.id for person in answering(study) if _gives_weights(study, person))


def _gives_weights(study: Study, person: Stakeholder) -> bool:
    weights = own_weights(study, person)
    nodes = weights.nodes if weights.flat is None else (weights.flat,)
    return any(node.status in ("complete", "incomplete") for node in nodes)
