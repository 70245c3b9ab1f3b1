"""Whether further answers can still change the first five projects, computed off the window's thread."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.sessions.settled import Settled
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.numbers import per_cent
from desktop.pages.weights.own_view import HEADLINE, own_view

#: How many projects stand in front.
FIRST = 5
#: How long after the last answer it is asked for: a worker must not hold up keys that follow each other.
PAUSE_MS = 250


class Enough(QObject):
    """What is known of the answers in hand; `arrived` when what was asked for is known."""

    arrived = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._job = context.job(self)
        self._job.finished.connect(self._keep)
        self._view: Study | None = None
        self._person: Stakeholder | None = None
        self._found: Settled | None = None
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def found(self, study: Study, person: Stakeholder) -> Settled | None:
        """Whether enough is answered; None while that is computed, or where there is nothing to rank."""
        view = own_view(study, person, "pairwise")
        if view is not self._view:
            self.cancel()
            self._view, self._person, self._found = view, view.stakeholder(person.id), None
            if len(study.projects) > FIRST:
                self._pause.start()
        return self._found

    @property
    def is_running(self) -> bool:
        """Whether an answer is awaited."""
        return self._pause.isActive() or self._job.is_running

    def cancel(self) -> None:
        """Gives up what is being computed; it is asked for anew the next time."""
        self._pause.stop()
        self._job.cancel()
        if self._found is None:
            self._view = None

    def _start(self) -> None:
        if self._view is not None and self._person is not None:
            self._job.start(partial(_compute, self._view, self._person))

    def _keep(self, answer: object) -> None:
        if isinstance(answer, tuple) and answer[0] is self._view:
            self._found = answer[1]
            self.arrived.emit()


def _compute(view: Study, person: Stakeholder, _token: Token) -> tuple[Study, Settled]:
    from criteria.sessions.settled import settled

    return view, settled(view, person, FIRST, method=HEADLINE)


class EnoughWords(QObject):
    """The line below the questions."""

    def line(self, answered: int, asked: int, found: Settled | None) -> str:
        """How much is answered, and whether more of it could matter."""
        count = self.tr("{answered} of {asked} answered").format(answered=answered, asked=asked)
        if found is None or not found.remaining or not answered:
            return self.tr("{count}.").format(count=count)
        if found.status == "settled":
            text = self.tr("{count}: further answers cannot change the first five.")
            return text.format(count=count)
        text = self.tr(
            "{count}: further answers may still change the first five; {share} of completions keep them."
        )
        if found.status == "likely":
            text = self.tr(
                "{count}: further answers are unlikely to change the first five ({share} of completions "
                "keep them)."
            )
        return text.format(count=count, share=per_cent(found.share))
