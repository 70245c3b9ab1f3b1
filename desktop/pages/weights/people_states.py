"""From the study to the list of stakeholders: how far each is, and how well the answers fit together."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from criteria.errors import ProportioError
from criteria.memo import remember
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.sessions.progress import progress
from criteria.weighting.hierarchy import NodeWeights, Weights
from criteria.weighting.study_weights import member_weights, own_weights, weights_parts
from desktop.app.words.numbers import figure, short_figure
from desktop.pages.weights.answers import is_about_projects, node_answers, question_nodes
from desktop.pages.weights.people_list import PersonEntry
from desktop.pages.weights.person_marks import MARKS
from desktop.pages.weights.selection import counting
from desktop.pages.weights.weight_words import WeightWords


class PeopleStates(QObject):
    """Names, progress and checks; in a hidden session nobody's name, and progress alone."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()

    def entries(self, study: Study) -> tuple[PersonEntry, ...]:
        """One row for each stakeholder."""
        counted = counting(study)
        return tuple(
            self._entry(study, person, place, counts=person.id in counted)
            for place, person in enumerate(study.stakeholders, 1)
        )

    def name(self, study: Study, person: Stakeholder, place: int) -> str:
        """The name of a stakeholder, or the number in the list while names are hidden."""
        if study.session.hidden:
            return self.tr("Stakeholder {place}").format(place=place)
        return person.name

    def _entry(self, study: Study, person: Stakeholder, place: int, *, counts: bool) -> PersonEntry:
        name = self.name(study, person, place)
        state, severity = self._state(study, person)
        tip = self._tip(person, counts=counts)
        if study.session.hidden:
            # Progress is all that may be seen: neither the method nor a contradiction.
            answered, asked = self.progress(study, person)
            state, severity = self._count(answered, asked), "done" if answered == asked else ""
            tip, counts = "", False
        elif not counts:
            state = self.tr("{state}, not counted").format(state=state)
        spoken = f"{name}, {state}"
        if counts:
            spoken = self.tr("{spoken}, counts").format(spoken=spoken)
        is_marked = person.colour in MARKS and not study.session.hidden
        mark = person.colour if is_marked else ""
        return PersonEntry(person.id, name, state, severity, counts, mark, tip, spoken)

    def _tip(self, person: Stakeholder, *, counts: bool) -> str:
        lines = [person.name, person.organisation, person.role, person.note]
        if person.voting_power != 1.0:
            lines.append(self.tr("Voting power {power}").format(power=short_figure(person.voting_power)))
        lines.append(
            self.tr("These weights count.") if counts else self.tr("These weights do not count now.")
        )
        return "\n".join(line for line in lines if line)

    def _count(self, answered: int, asked: int) -> str:
        return self.tr("{answered} of {asked}").format(answered=answered, asked=asked)

    def progress(self, study: Study, person: Stakeholder) -> tuple[int, int]:
        """How many questions of the method that counts are answered, and how many there are."""
        answered, asked = progress(study, person)
        if person.method == "pairwise" and not person.is_flat:
            for node in filter(is_about_projects, question_nodes(study)):
                found = node_answers(study, person, node)
                answered, asked = answered + found.answered, asked + found.pairs
        return answered, asked

    def _state(self, study: Study, person: Stakeholder) -> tuple[str, str]:
        weights = weights_of_all(study)[person.id]
        if weights is None:
            return self.tr("cannot be used"), "attention"
        nodes = asked_nodes(study, person, weights)
        answered, asked = self.progress(study, person)
        state = self._count(answered, asked)
        if person.method != "pairwise":
            state = f"{self._words.method(person.method)}, {state}"
        worst = max((node.ratio for node in nodes), default=0.0)
        if any(node.is_contradictory for node in nodes):
            return self.tr("{state}, CR {cr}").format(state=state, cr=figure(worst)), "attention"
        if any(node.check is not None and not node.check.is_passed for node in nodes):
            return state, "attention"
        return state, "done" if answered == asked else ""


@remember(weights_parts, 4)
def weights_of_all(study: Study) -> Mapping[str, Weights | None]:
    """Everyone's own weights by id; None where the answers cannot be used at all."""
    try:
        everyone: tuple[Weights | None, ...] = member_weights(study)
    except ProportioError:
        everyone = tuple(_own(study, person) for person in study.stakeholders)
    return {person.id: own for person, own in zip(study.stakeholders, everyone, strict=True)}


def _own(study: Study, person: Stakeholder) -> Weights | None:
    try:
        return own_weights(study, person)
    except ProportioError:
        return None


def asked_nodes(study: Study, person: Stakeholder, weights: Weights) -> tuple[NodeWeights, ...]:
    """The sets of questions of the method that counts: all at once, or node by node with projects."""
    if weights.flat is not None:
        return (weights.flat,)
    nodes = tuple(node for node in weights.nodes if len(node.children) > 1)
    if person.method != "pairwise":
        return nodes
    projects = (node for node in question_nodes(study) if is_about_projects(node))
    return (*nodes, *(node_answers(study, person, node) for node in projects))
