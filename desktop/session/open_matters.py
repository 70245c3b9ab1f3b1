"""What is still open before answers are revealed or sealed: unfinished people, contradictions, zeros."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.errors import ProportioError
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.sessions.progress import progress
from criteria.weighting.hierarchy import Weights
from criteria.weighting.study_weights import own_weights

#: So many names are said; of more people only how many they are.
_MOST_NAMES = 4


def is_finished(study: Study, person: Stakeholder) -> bool:
    """Whether a person has answered every question."""
    done, count = progress(study, person)
    return done >= count


class OpenMatters(QObject):
    """Sentences that tell nobody's answers before the seal but what the facilitator must know."""

    def unfinished(self, study: Study) -> str:
        """How many people have open questions; "" where nobody has."""
        count = sum(not is_finished(study, person) for person in study.stakeholders)
        if not count:
            return ""
        if count == 1:
            return self.tr("1 person is not finished")
        return self.tr("{count} people are not finished").format(count=count)

    def before_seal(self, study: Study) -> str:
        """Who is not finished, contradictory or gives something no weight; "" where nothing is open."""
        people = study.stakeholders
        weights = {person.id: _weights(study, person) for person in people}
        parts = (
            (self.tr("Not finished: {names}."), [not is_finished(study, person) for person in people]),
            (
                self.tr("Consistency ratio above 0.10: {names}."),
                [_is_contradictory(person, weights[person.id]) for person in people],
            ),
            (
                self.tr("Zero as a weight: {names}."),
                [_has_zero(weights[person.id]) for person in people],
            ),
        )
        said = []
        for text, concerned in parts:
            names = [person.name for person, is_meant in zip(people, concerned, strict=True) if is_meant]
            if names:
                said.append(text.format(names=self._names(names)))
        return " ".join(said)

    def _names(self, names: list[str]) -> str:
        if len(names) <= _MOST_NAMES:
            return ", ".join(names)
        text = self.tr("{names} and {count} more")
        return text.format(names=", ".join(names[:_MOST_NAMES]), count=len(names) - _MOST_NAMES)


def _weights(study: Study, person: Stakeholder) -> Weights | None:
    """The weights of a person; None where there are none, which counts as not finished."""
    try:
        weights = own_weights(study, person)
    except ProportioError:
        return None
    return None if weights.is_unanswered else weights


def _is_contradictory(person: Stakeholder, weights: Weights | None) -> bool:
    return weights is not None and person.method == "pairwise" and bool(weights.contradictory)


def _has_zero(weights: Weights | None) -> bool:
    nodes = () if weights is None else weights.nodes
    return any(node.status != "unanswered" and bool((node.weights == 0.0).any()) for node in nodes)
