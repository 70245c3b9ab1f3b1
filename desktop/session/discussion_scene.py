"""What is done in the discussion: going through the questions, noting, changing a mind."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt

from criteria.edits.session import add_remark, change_answer
from criteria.model.people import Judgement
from criteria.model.session import Remark
from desktop.app.context import Context
from desktop.look.look import Look
from desktop.session.curtain import Curtain, CurtainState
from desktop.session.discussion import DiscussionScreen
from desktop.session.discussion_states import DiscussionStates
from desktop.session.key_row import ENTER, KeyAct
from desktop.session.log_lines import LogLines
from desktop.session.scene import Director, Scene
from desktop.session.screen import Screen
from desktop.session.session_words import SessionWords
from desktop.session.spread import Pair, divided_pairs, spread


class DiscussionScene(Scene):
    """The questions keep the order they had when the discussion began: nothing jumps while one talks."""

    def __init__(
        self,
        context: Context,
        director: Director,
        look: Look,
        large: Look,
        words: SessionWords,
        lines: LogLines,
    ) -> None:
        super().__init__(context, director)
        self._words = words
        self._states = DiscussionStates(words, lines)
        self._pairs: tuple[Pair, ...] = ()
        self._place = 0
        self.questions = DiscussionScreen(look, large, words.weights.scale_words())
        self.empty = Curtain(look)
        self.questions.noted.connect(self._note)
        self.questions.changed.connect(self._change)
        self.questions.left.connect(self._close)

    @property
    def screen(self) -> Screen:
        """The questions; a few words where there is none to discuss."""
        return self.questions if self._pairs else self.empty

    def begin(self, *, reveals: bool = False) -> None:
        """Takes the questions up, the most divided first."""
        self._pairs = divided_pairs(self.study)
        self._place = 0
        self.questions.close_editor()
        if reveals and self._pairs:
            self.questions.view.reveal()

    def title(self) -> str:
        """See Scene."""
        return self.tr("Discussion")

    def show(self) -> None:
        """Shows the question with everyone's marks."""
        self._pairs = tuple(pair for pair in self._pairs if spread(self.study, pair) is not None)
        self._place = min(self._place, max(0, len(self._pairs) - 1))
        if not self._pairs:
            words = self.tr("Nothing to compare yet.")
            sentence = self.tr("No question has been answered by two people.")
            self.empty.show_state(CurtainState(self.tr("Discussion"), words, sentence))
            return
        state = self._states.state(self.study, self._pairs, self._place)
        if state is not None:
            self.questions.show_state(state)

    def acts(self) -> tuple[KeyAct, ...]:
        """While a note or a change is open, its own keys; else the way through the questions."""
        director = self._director
        people = KeyAct(("Esc",), self.tr("facilitator"), (Qt.Key.Key_Escape,), director.show_people)
        if not self._pairs:
            return (people,)
        if self.questions.is_changing:
            return (
                KeyAct(("↑", "↓"), self.tr("person")),
                KeyAct(("←", "→", "1–9"), self.tr("new answer")),
                KeyAct(("Tab",), self.tr("reason")),
                KeyAct(("Esc",), self.tr("give up")),
                KeyAct((self.tr("Enter"),), self.tr("change"), is_primary=True),
            )
        if self.questions.is_editing:
            return (
                KeyAct(("Esc",), self.tr("give up")),
                KeyAct((self.tr("Enter"),), self.tr("keep the note"), is_primary=True),
            )
        return (*self._moves(), people, *self._outcomes())

    def _moves(self) -> tuple[KeyAct, ...]:
        back = (Qt.Key.Key_Left, Qt.Key.Key_Backspace)
        onward = (Qt.Key.Key_Right, *ENTER)
        change = KeyAct(("C",), self.tr("change a mind"), (Qt.Key.Key_C,), self._open_change)
        can_change = bool(self._states.changes(self.study, self._pairs[self._place]))
        return (
            KeyAct(("←",), self.tr("back"), back, partial(self._go, -1)),
            KeyAct(("→",), self.tr("next"), onward, partial(self._go, 1)),
            KeyAct(("N",), self.tr("note"), (Qt.Key.Key_N,), self._open_note),
            *((change,) if can_change else ()),
        )

    def _outcomes(self) -> tuple[KeyAct, ...]:
        director = self._director
        seal = KeyAct(("S",), self.tr("seal…"), (Qt.Key.Key_S,), partial(director.run, "seal"))
        ranking = partial(director.leave, "ranking")
        return (
            KeyAct(("L",), self.tr("log"), (Qt.Key.Key_L,), director.show_log),
            *((seal,) if self.study.session.seal is None else ()),
            KeyAct(("G",), self.tr("go to the ranking"), (Qt.Key.Key_G,), ranking),
        )

    def _go(self, step: int) -> None:
        self._place = min(len(self._pairs) - 1, max(0, self._place + step))
        self._director.refresh()

    def _open_note(self) -> None:
        self.questions.open_note()
        self._director.refresh()

    def _open_change(self) -> None:
        pair = self._pairs[self._place]
        names = (self.study.name_of(pair[1]), self.study.name_of(pair[2]))
        self.questions.open_change(self._states.changes(self.study, pair), *names)
        self._director.refresh()

    def _close(self) -> None:
        self.questions.close_editor()
        self._director.refresh()

    def _note(self, text: str) -> None:
        remark = Remark(*self._pairs[self._place], text, self._context.clock())
        self._context.store.edit(self.tr("Note of the discussion"), partial(add_remark, remark=remark))
        self._close()

    def _change(self, person: str, value: float, reason: str) -> None:
        judgement = Judgement(*self._pairs[self._place], value)
        change = partial(
            change_answer,
            stakeholder_id=person,
            judgement=judgement,
            occasion="discussion",
            reason=reason,
            when=self._context.clock(),
        )
        self._context.store.edit(self.tr("Change an answer in the discussion"), change)
        self._close()
