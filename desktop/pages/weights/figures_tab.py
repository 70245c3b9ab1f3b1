"""Swing, points and rating: what the view of figures asks for, as edits."""

from __future__ import annotations

from criteria.model.people import ALL, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.weighting.elicited import figures
from criteria.weighting.ratio_weights import ALL_POINTS
from criteria.weighting.study_weights import own_weights
from desktop.app.context import Context
from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.figure_states import FigureStates
from desktop.pages.weights.figure_sums import fitted, with_rest
from desktop.pages.weights.figures_view import FiguresView
from desktop.pages.weights.method_tab import MethodTab
from desktop.pages.weights.own_view import answered_by, own_view
from desktop.pages.weights.selection import Selection


class FiguresTab(MethodTab):
    """The figures of the stakeholder in view, in the words of one of the three methods."""

    def __init__(
        self, context: Context, selection: Selection, acts: WeightActs, method: WeightMethod
    ) -> None:
        super().__init__(context, selection, acts, method)
        self._states = FigureStates()
        #: Counts gestures, so that the moves of one make one undo step.
        self._gesture = 0
        self.view = self.widget = FiguresView(context.look)
        self.view.moved.connect(self._move)
        self.view.written.connect(self._write)
        self.view.gesture_ended.connect(self._end_gesture)
        self.view.start_asked.connect(self._start)
        self.view.clear_asked.connect(self._clear)
        self.view.fit_asked.connect(self._fit)
        self.view.spread_asked.connect(self._spread)
        self.view.layout_chosen.connect(self._choose_layout)

    def show_study(self, study: Study, person: Stakeholder) -> None:
        """Brings the view in line with the study."""
        self.view.show_state(self._states.state(study, person, self.selection.node, self.method))

    def take_keyboard(self) -> None:
        """Lets the keys answer."""
        self.view.take_keyboard()

    def _given(self) -> dict[str, float]:
        """The figures of the set of questions in view."""
        person = self.acts.stakeholder
        if person is None:
            return {}
        known = figures(answered_by(self.acts.study, person, self.method))
        return {key: known[key] for key in self._keys() if key in known}

    def _keys(self) -> tuple[str, ...]:
        return self.acts.study.children(self.selection.node)

    def _move(self, key: str, figure: float) -> None:
        with self.typing():
            self.acts.give(self.method, {key: figure}, (self.method, key, self._gesture))

    def _write(self, key: str, figure: float | None) -> None:
        if figure is None:
            self.acts.take_figures_back(self.method, (key,))
        else:
            self.acts.give(self.method, {key: figure})

    def _end_gesture(self) -> None:
        self._gesture += 1

    def _start(self) -> None:
        """Figures in proportion to the weights of the pairwise answers, by the rule of the method."""
        person = self.acts.stakeholder
        if person is None:
            return
        view = own_view(self.acts.study, person, "pairwise")
        weights = own_weights(view, view.stakeholder(person.id))
        node = self.selection.node
        shares = {
            key: weights.of(key) if node == ALL else weights.node(node).weight(key) for key in self._keys()
        }
        found = fitted(shares, self.method, ALL_POINTS)
        self.acts.give(self.method, {key: float(round(figure)) for key, figure in found.items()})

    def _fit(self) -> None:
        self.acts.give(self.method, fitted(self._given(), self.method, ALL_POINTS))

    def _spread(self) -> None:
        self.acts.give(self.method, with_rest(self._keys(), self._given(), ALL_POINTS))

    def _clear(self) -> None:
        self.acts.clear_figures(self.method, self.selection.node)

    def _choose_layout(self, layout: str) -> None:
        self.acts.answer_otherwise("layout", layout)
