"""The sentence under the room's title: who has answered, whose answers contradict each other, what counts."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.errors import ProportioError
from criteria.model.people import Stakeholder
from criteria.model.settings import GROUP, Settings
from criteria.model.study import Study
from criteria.weighting.hierarchy import NodeWeights
from criteria.weighting.study_weights import own_weights
from desktop.app.words.numbers import figure
from desktop.pages.weights.people_states import PeopleStates, asked_nodes, weights_of_all
from desktop.pages.weights.setting_words import SettingWords
from desktop.pages.weights.weight_words import WeightWords


class Statements(QObject):
    """One stakeholder is told in detail; several in numbers; a hidden session tells progress alone."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()
        self._people = PeopleStates()

    def statement(self, study: Study, person: Stakeholder | None) -> str:
        """The sentence while a stakeholder is in view."""
        if person is None:
            return self.tr("Nobody answers yet: equal weights stand in")
        if len(study.stakeholders) == 1 and not study.session.hidden:
            return self._of_one(study, person)
        begun, done = self._begun(study)
        count = len(study.stakeholders)
        if study.session.hidden:
            text = self.tr("{done} of {count} stakeholders have answered everything; names are hidden")
            return text.format(done=done, count=count)
        if not begun:
            text = self.tr("None of {count} stakeholders has answered yet: equal weights stand in")
            return text.format(count=count)
        first = self._how_far(begun, done, count)
        return f"{first}; {self._whose(study, self._contradictions(study))}"

    def _how_far(self, begun: int, done: int, count: int) -> str:
        """Who has answered everything, and how many more have begun."""
        if done == count:
            return self.tr("All {count} stakeholders have answered everything").format(count=count)
        text = self.tr("{done} of {count} stakeholders have answered everything")
        if begun - done == 1:
            text = self.tr("{done} of {count} stakeholders have answered everything, 1 more has begun")
        elif begun > done:
            text = self.tr("{done} of {count} stakeholders have answered everything, {open} more have begun")
        return text.format(done=done, count=count, open=begun - done)

    def settings(self, settings: Settings) -> str:
        """How weights are derived now."""
        return self.tr("{method}; random index {table}; missing answers: {incomplete}").format(
            method=self._words.prioritisation(settings.prioritisation),
            table=self._words.random_index(settings.random_index),
            incomplete=SettingWords().incomplete(settings.incomplete),
        )

    def waiting(self) -> str:
        """What is said until the group result is there."""
        return self.tr("The weights of all stakeholders are being compared")

    def _begun(self, study: Study) -> tuple[int, int]:
        pairs = [self._people.progress(study, person) for person in study.stakeholders]
        return sum(known > 0 for known, _ in pairs), sum(known == asked > 0 for known, asked in pairs)

    def _contradictions(self, study: Study) -> str:
        found: list[tuple[Stakeholder, tuple[NodeWeights, ...]]] = []
        for person in study.stakeholders:
            bad = contradicting(study, person)
            if bad:
                found.append((person, bad))
        if not found:
            return self.tr("nobody contradicts themselves")
        if len(found) > 1:
            return self.tr("{count} contradict themselves").format(count=len(found))
        nodes = found[0][1]
        if len(nodes) > 1:
            return self.tr("one contradicts itself in {count} sets of answers").format(count=len(nodes))
        name = self._words.node(study, nodes[0].node)
        return self.tr("one contradicts itself under “{node}”").format(node=name)

    def _whose(self, study: Study, sentence: str) -> str:
        chosen = study.settings.weights_of
        alone = next((person.name for person in study.stakeholders if person.id == chosen), None)
        if chosen == GROUP or alone is None:
            return sentence
        text = self.tr("{sentence}; only the weights of {name} count")
        return text.format(sentence=sentence, name=alone)

    def _of_one(self, study: Study, person: Stakeholder) -> str:
        try:
            weights = own_weights(study, person)
        except ProportioError as error:
            return str(error)
        nodes = asked_nodes(study, person, weights)
        answered, asked = self._people.progress(study, person)
        if not answered:
            if person.method == "pairwise":
                return self.tr("No question answered yet: equal weights stand in")
            text = self.tr("{method} count, but nothing is answered yet: equal weights stand in")
            return text.format(method=self._words.answers_by(person.method))
        if person.method != "pairwise":
            text = self.tr("{method} count; {answered} of {all} answered; {check}")
            method = self._words.answers_by(person.method)
            return text.format(method=method, answered=answered, all=asked, check=self._checks(study, nodes))
        first = self.tr("{answered} of {all} questions answered").format(answered=answered, all=asked)
        return f"{first}; {self._consistency(nodes)}"

    def _checks(self, study: Study, nodes: tuple[NodeWeights, ...]) -> str:
        bad = [node for node in nodes if node.check is not None and not node.check.is_passed]
        if not bad:
            return self.tr("nothing to object")
        if len(bad) == 1:
            text = self.tr("look again at “{node}”")
            return text.format(node=self._words.node(study, bad[0].node))
        return self.tr("look again at {count} sets of answers").format(count=len(bad))

    def _consistency(self, nodes: tuple[NodeWeights, ...]) -> str:
        bad = [node.ratio for node in nodes if node.is_contradictory]
        if len(bad) == 1:
            return self.tr("one set of answers contradicts itself (CR {cr})").format(cr=figure(bad[0]))
        if bad:
            text = self.tr("{count} sets of answers contradict themselves (CR up to {cr})")
            return text.format(count=len(bad), cr=figure(max(bad)))
        if any(node.missing for node in nodes):
            return self.tr("the weights come from the answers given")
        largest = max((node.ratio for node in nodes), default=0.0)
        return self.tr("the answers fit together (largest CR {cr})").format(cr=figure(largest))


def contradicting(study: Study, person: Stakeholder) -> tuple[NodeWeights, ...]:
    """The sets of a stakeholder's answers, by the method that counts, that contradict each other."""
    weights = weights_of_all(study)[person.id]
    nodes = () if weights is None else weights.nodes
    return tuple(node for node in nodes if node.is_contradictory or _fails(node))


def _fails(node: NodeWeights) -> bool:
    """Whether comparisons with the best and the worst exceed their threshold; other checks are of form."""
    return node.source == "best_worst" and node.check is not None and not node.check.is_passed
