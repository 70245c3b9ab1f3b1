"""One person's turn: the screens in their order, and the edits that answers make."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from criteria.model.people import Stakeholder
from criteria.model.study import Study
from desktop.app.seal_guard import TurnKey
from desktop.app.store import Store
from desktop.session.answering import Answer, answer, can_leave_open, cannot_say, withdraw
from desktop.session.steps import Step, is_done, steps_of


class Turn(QObject):
    """Who answers now, and at which screen; it begins at the first one that is open."""

    def __init__(self, store: Store, person_id: str) -> None:
        super().__init__()
        self._store = store
        self._person_id = person_id
        #: Tells this turn from every other: what is sealed is signed for once in a turn.
        self._sitting = object()
        #: Counts the screens seen, so that the moves on one make one undo step.
        self._visit = 0
        steps = self.steps
        opened = (place for place, step in enumerate(steps) if not is_done(self.person, step))
        self._place = next(opened, 0)

    @property
    def study(self) -> Study:
        """The study as it is now."""
        return self._store.study

    @property
    def person(self) -> Stakeholder:
        """Who answers."""
        return self.study.stakeholder(self._person_id)

    @property
    def steps(self) -> tuple[Step, ...]:
        """All screens of the person as things stand."""
        return steps_of(self.study, self.person)

    @property
    def step(self) -> Step | None:
        """The screen in view; None where the person is asked nothing."""
        steps = self.steps
        return steps[min(self._place, len(steps) - 1)] if steps else None

    @property
    def has_previous(self) -> bool:
        """Whether there is a screen to go back to."""
        return self._place > 0

    def go_on(self) -> bool:
        """Goes to the next screen; False after the last."""
        self._visit += 1
        if self._place + 1 >= len(self.steps):
            return False
        self._place += 1
        return True

    def go_back(self) -> None:
        """Goes to the screen before."""
        self._visit += 1
        self._place = max(0, self._place - 1)

    def answer(self, value: Answer | None) -> None:
        """Records an answer, or takes it back; all moves on one screen are one step of undo."""
        step = self.step
        if step is None:
            return
        if value is None:
            change = partial(withdraw, person_id=self._person_id, step=step)
        else:
            change = partial(answer, person_id=self._person_id, step=step, value=value)
        key = TurnKey(self._sitting, (step, self._visit))
        self._store.edit(self.tr("Answer in a session"), change, key)

    def cannot_say(self) -> bool:
        """Records that this cannot be told; False where only an answer can be given."""
        step = self.step
        if step is None or not can_leave_open(step):
            return False
        change = partial(cannot_say, person_id=self._person_id, step=step)
        key = TurnKey(self._sitting, ("cannot say", step, self._visit))
        self._store.edit(self.tr("Answer in a session"), change, key)
        return True
