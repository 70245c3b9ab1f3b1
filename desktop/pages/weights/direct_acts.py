"""What the direct view asks for, as edits: points moved, written, filled in, cleared."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.direct_view import DirectView
from desktop.pages.weights.question_states import QuestionStates


class DirectActs(QObject):
    """Follows the signals of a direct view; `node` tells whose children are given points."""

    def __init__(
        self, view: DirectView, acts: WeightActs, states: QuestionStates, node: Callable[[], str]
    ) -> None:
        super().__init__(view)
        self._acts = acts
        self._states = states
        self._node = node
        #: Counts gestures, so that the moves of one make one undo step.
        self._gesture = 0
        view.points_moved.connect(self._move)
        view.points_written.connect(self._write)
        view.gesture_ended.connect(self._end_gesture)
        view.fill_asked.connect(self._fill)
        view.clear_asked.connect(self._clear)

    def _move(self, key: str, points: float) -> None:
        self._acts.give_points({key: points}, ("points", key, self._gesture))

    def _write(self, key: str, points: float | None) -> None:
        self._acts.give_points({key: 0.0 if points is None else points})

    def _end_gesture(self) -> None:
        self._gesture += 1

    def _fill(self) -> None:
        stakeholder = self._acts.stakeholder
        if stakeholder is not None:
            self._acts.give_points(self._states.suggested_points(self._acts.study, stakeholder, self._node()))

    def _clear(self) -> None:
        self._acts.give_points(dict.fromkeys(self._acts.study.children(self._node()), 0.0))
