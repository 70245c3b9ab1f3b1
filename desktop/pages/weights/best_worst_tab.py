"""Best-worst: what the view asks for, as edits."""

from __future__ import annotations

import msgspec

from criteria.model.people import BestWorst, Stakeholder
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.best_worst_states import BestWorstStates
from desktop.pages.weights.best_worst_view import BestWorstView
from desktop.pages.weights.method_tab import MethodTab
from desktop.pages.weights.selection import Selection


class BestWorstTab(MethodTab):
    """Best, worst and the comparisons with them of the stakeholder in view."""

    def __init__(self, context: Context, selection: Selection, acts: WeightActs) -> None:
        super().__init__(context, selection, acts, "best_worst")
        self._states = BestWorstStates()
        self.view = self.widget = BestWorstView(context.look)
        self.view.best_chosen.connect(self._choose_best)
        self.view.worst_chosen.connect(self._choose_worst)
        self.view.compared.connect(self._compare)
        self.view.clear_asked.connect(self._clear)

    def show_study(self, study: Study, person: Stakeholder) -> None:
        """Brings the view in line with the study."""
        self.view.show_state(self._states.state(study, person, self.selection.node))

    def take_keyboard(self) -> None:
        """Lets the keys answer."""
        self.view.take_keyboard()

    def _answer(self) -> BestWorst:
        person = self.acts.stakeholder
        return BestWorst() if person is None else person.best_worst.get(self.selection.node, BestWorst())

    def _put(self, answer: BestWorst, merge_key: object = None) -> None:
        if answer != self._answer():
            self.acts.compare_best_worst(self.selection.node, answer, merge_key)

    def _choose_best(self, key: str) -> None:
        """Comparisons with another best are asked anew; those with the worst stand."""
        known = self._answer()
        if key == known.best:
            return
        to_worst = {item: value for item, value in known.to_worst.items() if item not in (key, known.best)}
        worst = "" if known.worst == key else known.worst
        self._put(BestWorst(best=key, worst=worst, to_worst=to_worst if worst else {}))

    def _choose_worst(self, key: str) -> None:
        known = self._answer()
        if key == known.worst:
            return
        from_best = {item: value for item, value in known.from_best.items() if item not in (key, known.worst)}
        best = "" if known.best == key else known.best
        self._put(BestWorst(best=best, worst=key, from_best=from_best if best else {}))

    def _compare(self, more: str, less: str, value: float | None) -> None:
        known = self._answer()
        from_best, to_worst = dict(known.from_best), dict(known.to_worst)
        if more == known.best:
            _set(from_best, less, value)
        if less == known.worst and more != known.best:
            _set(to_worst, more, value)
        if (more, less) == (known.best, known.worst):
            # One answer that stands in both rows is kept in one of them.
            to_worst.pop(more, None)
        answer = msgspec.structs.replace(known, from_best=from_best, to_worst=to_worst)
        with self.typing():
            self._put(answer, ("best_worst", self.selection.node, more, less))

    def _clear(self) -> None:
        self.acts.clear_best_worst(self.selection.node)


def _set(answers: dict[str, float], key: str, value: float | None) -> None:
    if value is None:
        answers.pop(key, None)
    else:
        answers[key] = value
