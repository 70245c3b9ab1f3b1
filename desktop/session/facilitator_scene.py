"""What the facilitator does between the turns."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt

from criteria.edits.people import add_stakeholder
from criteria.edits.session import hide_answers
from criteria.model.study import Study
from criteria.weighting.study_weights import answering
from desktop.app.context import Context
from desktop.look.look import Look
from desktop.session.facilitator import FacilitatorScreen
from desktop.session.facilitator_states import FacilitatorStates, next_person
from desktop.session.key_row import ENTER, KeyAct
from desktop.session.open_matters import OpenMatters
from desktop.session.scene import Director, Scene
from desktop.session.screen import Screen
from desktop.session.session_words import SessionWords


class FacilitatorScene(Scene):
    """The list of people with what each has answered, and the way to everything else."""

    def __init__(self, context: Context, director: Director, look: Look, words: SessionWords) -> None:
        super().__init__(context, director)
        self._states = FacilitatorStates(words)
        self._screen = FacilitatorScreen(look)
        self._screen.chosen.connect(self._choose)
        self._open = OpenMatters()
        self._after = ""
        self._chosen = ""
        #: Whether the reveal was asked for although somebody is not finished.
        self._is_revealing = False

    @property
    def screen(self) -> Screen:
        """The only screen."""
        return self._screen

    def begin(self, after: str = "") -> None:
        """Chooses who is next after the one who answered last."""
        self._after, self._is_revealing = after, False
        following = next_person(self.study, after)
        people = self.study.stakeholders
        self._chosen = following.id if following is not None else people[0].id if people else ""

    def title(self) -> str:
        """See Scene."""
        return self.tr("Who answers")

    def show(self) -> None:
        """Shows the people."""
        known = {person.id for person in self.study.stakeholders}
        if self._chosen not in known:
            self.begin(self._after)
        state = self._states.state(self.study, self._after)
        if self._is_revealing:
            text = self.tr("{unfinished}; press R again to reveal.")
            sentence = text.format(unfinished=self._open.unfinished(self.study))
            state = replace(state, sentence=sentence)
        self._screen.show_state(state, self._chosen)

    def acts(self) -> tuple[KeyAct, ...]:
        """What is possible now; handing over comes first, the reveal once all have answered."""
        study, director = self.study, self._director
        acts = [KeyAct(("Esc",), self.tr("leave"), (Qt.Key.Key_Escape,), director.leave)]
        acts.append(KeyAct(("N",), self.tr("add a person"), (Qt.Key.Key_N,), self._add))
        acts.append(KeyAct(("L",), self.tr("log"), (Qt.Key.Key_L,), director.show_log))
        if answering(study):
            acts += self._after_answers(study)
        if not self._chosen:
            return tuple(acts)
        person = study.stakeholder(self._chosen)
        word = self.tr("hand over to {name}").format(name=person.name)
        is_next = next_person(study) is not None
        hand_over = partial(director.hand_over, self._chosen)
        acts.append(KeyAct((self.tr("Enter"),), word, ENTER, hand_over, is_primary=is_next))
        return tuple(acts)

    def _after_answers(self, study: Study) -> list[KeyAct]:
        director, is_over = self._director, next_person(study) is None
        if study.session.hidden:
            word = self.tr("reveal all the same") if self._is_revealing else self.tr("reveal")
            return [KeyAct(("R",), word, (Qt.Key.Key_R,), self._reveal, is_primary=is_over)]
        discuss = KeyAct(("D",), self.tr("discussion"), (Qt.Key.Key_D,), director.show_discussion)
        seal = KeyAct(("S",), self.tr("seal…"), (Qt.Key.Key_S,), partial(director.run, "seal"))
        leave = KeyAct(
            ("G",), self.tr("go to the ranking"), (Qt.Key.Key_G,), partial(director.leave, "ranking")
        )
        return [discuss, *((seal,) if study.session.seal is None else ()), leave]

    def _choose(self, key: str) -> None:
        self._chosen, self._is_revealing = key, False
        self._director.refresh()

    def _reveal(self) -> None:
        if self._open.unfinished(self.study) and not self._is_revealing:
            self._is_revealing = True
            self._director.refresh()
            return
        self._is_revealing = False
        self._context.store.edit(self.tr("Reveal answers"), partial(hide_answers, hidden=False))
        self._director.show_discussion(reveals=True)

    def _add(self) -> None:
        self._is_revealing = False
        name = self._context.questions.text(self.tr("Add a person"), self.tr("Name"))
        if name is None or not name.strip():
            return
        if self._context.store.edit(self.tr("Add a person"), partial(add_stakeholder, name=name)):
            self._choose(self.study.stakeholders[-1].id)
