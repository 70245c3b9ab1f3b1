"""From the study to the facilitator's view."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.edits.sealing import is_intact
from criteria.model.people import ALL, GOAL, Stakeholder
from criteria.model.study import Study
from criteria.sessions.progress import asked_nodes, node_progress, progress
from desktop.app.words.seal import SealWords
from desktop.session.facilitator import FacilitatorState
from desktop.session.open_matters import is_finished
from desktop.session.people_grid import Cell, GridRow
from desktop.session.session_words import SessionWords


def next_person(study: Study, after: str = "") -> Stakeholder | None:
    """Who is next: the first behind `after` with open questions, going round the list once."""
    people = study.stakeholders
    start = next((place + 1 for place, person in enumerate(people) if person.id == after), 0)
    for person in (*people[start:], *people[:start]):
        if not is_finished(study, person):
            return person
    return None


class FacilitatorStates(QObject):
    """Sentences and rows; nothing in them tells what anybody answered."""

    def __init__(self, words: SessionWords) -> None:
        super().__init__()
        self._words = words
        self._seal = SealWords()

    def state(self, study: Study, after: str) -> FacilitatorState:
        """The whole view; `after` is who answered last."""
        following = next_person(study, after)
        nodes = tuple(node for node in study.nodes if len(study.children(node)) > 1)
        return FacilitatorState(
            title=self.tr("Weighting session"),
            sentence=self._sentence(study, following),
            heads=tuple(self._head(study, node) for node in nodes),
            rows=tuple(self._row(study, person, nodes, following) for person in study.stakeholders),
            note=self._note(study),
            seal=self._seal.badge(study),
            is_intact=is_intact(study),
        )

    def _sentence(self, study: Study, following: Stakeholder | None) -> str:
        people = study.stakeholders
        if not people:
            return self.tr("Nobody is listed yet: add the people who answer.")
        finished = sum(is_finished(study, person) for person in people)
        text = self.tr("{finished} of {count} have answered everything")
        if len(people) == 1:
            text = self.tr("One person answers")
        text = text.format(finished=finished, count=len(people))
        if following is not None:
            text = self.tr("{sentence}; next: {name}").format(sentence=text, name=following.name)
        return f"{text}."

    def _note(self, study: Study) -> str:
        hidden = self.tr("Answers are hidden until the reveal.")
        if not study.session.hidden:
            hidden = self.tr("Answers are not hidden.")
        order = self.tr(
            "Questions come in an order of each person's own, shuffled by the study's seed {seed}."
        )
        return f"{hidden} {order.format(seed=study.settings.seed)}"

    def _head(self, study: Study, node: str) -> str:
        return self._words.node(study, node) if node == GOAL else study.premise(node).short

    def _row(
        self, study: Study, person: Stakeholder, nodes: tuple[str, ...], following: Stakeholder | None
    ) -> GridRow:
        asked = asked_nodes(study, person)
        shown = nodes if not person.is_flat else asked
        cells = tuple(self._cell(*node_progress(study, person, node)) for node in shown)
        if person.is_flat:
            text = self.tr("{node}: {word}")
            name = self._words.node(study, ALL)
            cells = tuple(Cell(c.done, c.count, text.format(node=name, word=c.word)) for c in cells)
        done, count = progress(study, person)
        is_next = following is not None and following.id == person.id
        total = self._words.count(done, count)
        if is_next:
            total = self.tr("next, {total}").format(total=total)
        return GridRow(person.id, person.name, self._way(person), cells, total, is_next)

    def _way(self, person: Stakeholder) -> str:
        way = self._words.method(person.method)
        if person.is_flat:
            way = self.tr("{way}, all at once").format(way=way)
        return f"{person.organisation}, {way}" if person.organisation else way

    def _cell(self, done: int, count: int) -> Cell:
        if done >= count:
            return Cell(done, count, self.tr("done, {count}").format(count=count))
        return Cell(done, count, self._words.count(done, count) if done else self.tr("open"))
