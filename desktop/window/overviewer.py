"""What the frame around the rooms says of the study: states, problems, the methods in force."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.session import Session
from desktop.app.store import Store
from desktop.app.veil import tells_names
from desktop.window.next_steps import NextStep, NextSteps
from desktop.window.room_states import RoomStates, State

if TYPE_CHECKING:
    from criteria.problems import Problem

#: How the first word of a problem's place leads to a room.
_ROOMS = {
    "project": "projects",
    "stakeholder": "weights",
    "node": "weights",
    "red_line": "screening",
    "threshold": "screening",
    "criterion": "criteria",
    "study": "overview",
}
_STEP = "step"
_RANK = {"error": 0, "warning": 1, "note": 2}


class Overviewer(QObject):
    """Reads the study for the frame; computes nothing that rooms do not compute too.

    What computes is loaded when it is first asked for: the first frame shows the study's own facts.
    """

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._states, self._next = RoomStates(), NextSteps()

    def problems(self) -> tuple[Problem, ...]:
        """Problems worth showing, worst first; what is merely still to do is among the steps."""
        return self._parts()[1]

    def steps(self) -> tuple[NextStep, ...]:
        """What a study that has just begun still needs, in the order of a decision."""
        return self._parts()[0]

    def facts(self) -> Mapping[str, State]:
        """State and severity of the rooms of which the study itself says something."""
        return self._states.facts(self._store.study)

    def states(self) -> Mapping[str, State]:
        """State and severity of each room."""
        from criteria.ranking.results import rank

        study = self._store.study
        results = rank(study) if study.projects else None
        return self._states.of(study, results, self.problems())

    def problem_rows(self) -> list[tuple[str, str, str]]:
        """Rows of the problem bar: key, sentence, severity; the problems, then the steps."""
        from criteria.problem_words import message

        study = self._store.study
        steps, problems = self._parts()
        rows = [(str(i), message(p, study), str(p.severity)) for i, p in enumerate(problems)]
        return rows + [(f"{_STEP}{i}", step.sentence, "step") for i, step in enumerate(steps)]

    def place_of(self, key: str) -> tuple[str, str]:
        """The room and the place in it that a row of the problem bar belongs to."""
        if key.startswith(_STEP):
            step = self.steps()[int(key.removeprefix(_STEP))]
            return step.room, step.place
        problem = self.problems()[int(key)]
        kind, *place = problem.where or ("study",)
        if place == ["session"]:
            # The seal stands where the weights are.
            return "weights", ""
        return _ROOMS.get(kind, "overview"), "/".join(place)

    def footer(self, session: Session) -> str:
        """When the study was saved, and whether it is fictional."""
        lines = []
        if session.saved_at:
            lines.append(self.tr("Saved {time}").format(time=session.saved_at))
        elif self._store.is_modified:
            lines.append(self.tr("Not saved yet"))
        if self._store.study.fictional:
            lines.append(self.tr("Example study, fictional"))
        return "\n".join(lines)

    def method_note(self) -> str:
        """The methods in force, in a few words."""
        settings = self._store.study.settings
        norms = {
            "fixed": self.tr("TOPSIS, fixed scale"),
            "vector": self.tr("TOPSIS, vector"),
            "minmax": self.tr("TOPSIS, min-max"),
        }
        sets = {
            "proposed": self.tr("scores as proposed"),
            "offered": self.tr("with the safeguards offered"),
            "required": self.tr("with all required safeguards"),
        }
        note = f"{norms[settings.topsis_normalisation]}; {sets[settings.score_set]}"
        return self.tr("Scoring is blind; {note}").format(note=note) if settings.blind_scoring else note

    def _parts(self) -> tuple[tuple[NextStep, ...], tuple[Problem, ...]]:
        from criteria.problems import find_problems

        study = self._store.study
        found = [p for p in find_problems(study) if p.severity != "note"]
        if study.settings.blind_scoring:
            found = [p for p in found if not tells_names(p)]
        if study.session.hidden:
            # Nobody may learn before the reveal who answered how far, or against themselves.
            found = [p for p in found if p.where[0] not in ("stakeholder", "node")]
        return self._next.part(study, tuple(sorted(found, key=lambda p: _RANK[p.severity])))
