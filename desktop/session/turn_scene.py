"""One person's turn: the curtain, the questions, the end."""

from __future__ import annotations

from functools import partial
from typing import Literal

from PySide6.QtCore import Qt

from criteria.edits.session import hide_answers
from criteria.sessions.progress import progress
from desktop.app.context import Context
from desktop.look.look import Look
from desktop.session.choice_screen import ChoiceScreen
from desktop.session.curtain import Curtain, CurtainState
from desktop.session.facilitator_states import next_person
from desktop.session.figure_screen import FigureScreen
from desktop.session.key_row import ENTER, KeyAct
from desktop.session.pair_screen import PairScreen
from desktop.session.question_states import QuestionStates
from desktop.session.scene import Director, Head, Scene
from desktop.session.screen import Screen
from desktop.session.session_words import SessionWords
from desktop.session.turn import Turn

Part = Literal["curtain", "questions", "end"]


class TurnScene(Scene):
    """Nothing here shows what anybody else answered."""

    def __init__(
        self, context: Context, director: Director, look: Look, large: Look, words: SessionWords
    ) -> None:
        super().__init__(context, director)
        self._words = words
        self._states = QuestionStates(words)
        self._part: Part = "curtain"
        self._person_id = ""
        self._turn: Turn | None = None
        self.curtain = Curtain(look)
        self.pairs = PairScreen(look, large, words.weights.scale_words())
        self.figures = FigureScreen(look)
        self.choices = ChoiceScreen(look)
        for screen in (self.pairs, self.figures, self.choices):
            screen.answered.connect(self._answer)

    @property
    def screens(self) -> tuple[Screen, ...]:
        """Every screen of a turn."""
        return (self.curtain, self.pairs, self.figures, self.choices)

    @property
    def person_id(self) -> str:
        """Whose turn it is, or was last."""
        return self._person_id

    def begin(self, person_id: str) -> None:
        """Draws the curtain for a person."""
        self._person_id, self._turn, self._part = person_id, None, "curtain"

    @property
    def screen(self) -> Screen:
        """The curtain, or the screen of the question's kind."""
        step = self._turn.step if self._turn is not None and self._part == "questions" else None
        if step is None:
            return self.curtain
        return {"pair": self.pairs, "figure": self.figures}.get(step.kind, self.choices)

    def title(self) -> str:
        """See Scene."""
        if self._part == "curtain":
            return self.tr("Pass the laptop")
        return self.tr("Question") if self._part == "questions" else self.tr("End of the turn")

    def head(self) -> Head:
        """How far the person is; no name, for everybody in the room can see the screen."""
        step = self._turn.step if self._turn is not None and self._part == "questions" else None
        if step is None:
            return Head()
        done, count = progress(self.study, self.study.stakeholder(self._person_id))
        crumb = self._words.node(self.study, step.node)
        return Head(crumb, self._words.count(done, count), done / max(1, count))

    def show(self) -> None:
        """Shows the question with its answer, or the words of the curtain."""
        person = self.study.stakeholder(self._person_id)
        turn = self._turn
        if turn is None or self._part != "questions" or turn.step is None:
            self.curtain.show_state(self._curtain())
            return
        step = turn.step
        if step.kind == "pair":
            self.pairs.show_state(self._states.pair(self.study, person, step))
        elif step.kind == "figure":
            self.figures.show_state(self._states.figure(self.study, person, step))
        else:
            self.choices.show_state(self._states.choice(self.study, person, step))

    def acts(self) -> tuple[KeyAct, ...]:
        """Enter goes on; Esc always leads to the facilitator's view."""
        people = KeyAct(("Esc",), self.tr("facilitator"), (Qt.Key.Key_Escape,), self._director.show_people)
        back = KeyAct(("⌫",), self.tr("back"), (Qt.Key.Key_Backspace,), self._back)
        if self._part == "curtain":
            return (
                people,
                KeyAct((self.tr("Enter"),), self.tr("begin"), ENTER, self._start, is_primary=True),
            )
        if self._part == "end":
            word = self.tr("pass the laptop on")
            return (people, back, KeyAct((self.tr("Enter"),), word, ENTER, self._pass_on, is_primary=True))
        skip = KeyAct(("S",), self.tr("skip"), (Qt.Key.Key_S,), self._go_on)
        unknown = KeyAct(("X",), self.tr("cannot say"), (Qt.Key.Key_X,), self._cannot_say)
        go_on = KeyAct((self.tr("Enter"),), self.tr("next"), ENTER, self._go_on, is_primary=True)
        # While digits are typed, the screen of figures deletes them.
        is_typing = self.screen is self.figures and self.figures.is_typing
        unknowns = (unknown,) if self.screen is self.pairs else ()
        return (skip, *unknowns, *(() if is_typing else (back,)), people, go_on)

    def _curtain(self) -> CurtainState:
        person = self.study.stakeholder(self._person_id)
        done, count = progress(self.study, person)
        if self._part == "end":
            left = count - done
            words = self.tr("Thank you.") if not left else self.tr("{count} left open.").format(count=left)
            sentence = self.tr("{known} answered. Enter ends your turn, Backspace goes back.")
            return CurtainState("", words, sentence.format(known=self._words.count(done, count)))
        if not count:
            return CurtainState("", person.name, self.tr("There is nothing to ask: only one item each."))
        sentence = self.tr("Press Enter when seated. {count} questions, answered with the keyboard alone.")
        if done:
            sentence = self.tr("Press Enter when seated. {known} are answered; they can be changed.")
        sentence = sentence.format(count=count, known=self._words.count(done, count))
        if self.study.session.seal is not None:
            sealed = self.tr(
                "The weights are sealed: every change needs a name and a reason, once in this turn."
            )
            sentence = f"{sentence} {sealed}"
        return CurtainState(
            self.tr("Pass the laptop"), self.tr("Hand over to {name}").format(name=person.name), sentence
        )

    def _start(self) -> None:
        if not self.study.session.hidden:
            self._context.store.edit(self.tr("Hide answers"), partial(hide_answers, hidden=True))
        turn = Turn(self._context.store, self._person_id)
        if turn.step is None:
            self._director.show_people()
            return
        self._turn, self._part = turn, "questions"
        self.figures.begin()
        self._director.refresh()

    def _go_on(self) -> None:
        if self._turn is not None and not self._turn.go_on():
            self._part = "end"
        self.figures.begin()
        self._director.refresh()

    def _back(self) -> None:
        if self._turn is None:
            return
        if self._part == "end":
            self._part = "questions"
        else:
            self._turn.go_back()
        self.figures.begin()
        self._director.refresh()

    def _cannot_say(self) -> None:
        if self._turn is not None and self._turn.cannot_say():
            self._go_on()

    def _answer(self, value: float | str | None) -> None:
        if self._turn is not None and self._part == "questions":
            step = self._turn.step
            is_times = step is not None and step.kind in {"from_best", "to_worst"}
            self._turn.answer(float(value) if is_times and value is not None else value)
            self._director.refresh()

    def _pass_on(self) -> None:
        following = next_person(self.study, self._person_id)
        if following is None or following.id == self._person_id:
            self._director.show_people()
        else:
            self._director.hand_over(following.id)
