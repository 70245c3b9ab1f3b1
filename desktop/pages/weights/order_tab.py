"""Rank order: what the list asks for, as edits."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import ALL, GOAL, Stakeholder
from criteria.model.study import Study
from criteria.weighting.elicited import node_weights
from desktop.app.context import Context
from desktop.app.words.numbers import RankWords, per_cent
from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.method_tab import MethodTab
from desktop.pages.weights.order_list import OrderEntry
from desktop.pages.weights.order_moves import (
    Groups,
    inserted,
    joined,
    ordered,
    placed_last,
    stepped,
    toggled,
    unplaced,
)
from desktop.pages.weights.order_view import OrderState, OrderView
from desktop.pages.weights.own_view import answered_by
from desktop.pages.weights.selection import Selection
from desktop.pages.weights.stakes import span_words
from desktop.pages.weights.weight_words import WeightWords


class OrderStates(QObject):
    """From the study to the rows of an order."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()
        self._ranks = RankWords()

    def state(self, study: Study, person: Stakeholder, node: str) -> OrderState:
        """What the view shows for a set of questions."""
        items = study.children(node)
        groups = ordered(person.orders.get(node, ()), items)
        found = node_weights(study, answered_by(study, person, "rank_order"), node)
        rows: list[OrderEntry] = []
        place = 1
        for group in groups:
            for key in group:
                words = self.tr("{place} =") if len(group) > 1 else "{place}"
                shown = words.format(place=self._ranks.ordinal(place))
                rows.append(self._entry(study, node, key, shown, found.weight(key), is_tied=len(group) > 1))
            place += len(group)
        for position, key in enumerate(unplaced(groups, items)):
            head = self.tr("Not placed yet") if not position else ""
            rows.append(self._entry(study, node, key, "", found.weight(key), head=head))
        return OrderState(
            crumb=self._words.node(study, node),
            title=self.tr("Which step matters most, which next?")
            if node != GOAL
            else self.tr("Which premise matters most, which next?"),
            hint=self.tr(
                "Each item stands for the whole step from its worst to its best. Put what matters most "
                "first; drop one on another if they matter equally."
            ),
            entries=tuple(rows),
            layout="flat" if node == ALL else "hierarchy",
            formula=person.rank_weights,
            is_begun=bool(groups),
            is_complete=not unplaced(groups, items),
        )

    def _entry(
        self,
        study: Study,
        node: str,
        key: str,
        place: str,
        share: float,
        *,
        is_tied: bool = False,
        head: str = "",
    ) -> OrderEntry:
        if node == GOAL:
            premise = study.premise(key)
            name, stake, role = premise.name, premise.question, premise.role
        else:
            criterion = study.criterion(key)
            name, stake, role = criterion.name, span_words(criterion), study.premise_of[key].role
        spoken = ", ".join((place or self.tr("no place yet"), name, per_cent(share)))
        text = per_cent(share, 1 if node == ALL else 0)
        return OrderEntry(key, name, place, stake, role, text, is_tied, head, spoken=spoken)


class OrderTab(MethodTab):
    """The order of the stakeholder in view."""

    def __init__(self, context: Context, selection: Selection, acts: WeightActs) -> None:
        super().__init__(context, selection, acts, "rank_order")
        self._states = OrderStates()
        self.view = self.widget = OrderView(context.look)
        view = self.view
        view.place_asked.connect(self._place_next)
        view.step_asked.connect(self._step)
        view.tie_asked.connect(lambda key: self._put(toggled(self._groups(), key)))
        view.back_asked.connect(self._take_back)
        view.dropped.connect(self._drop)
        view.all_asked.connect(self._place_all)
        view.clear_asked.connect(lambda: self._put(()))
        view.formula_chosen.connect(lambda choice: acts.answer_otherwise("rank_weights", choice))
        view.layout_chosen.connect(lambda layout: acts.answer_otherwise("layout", layout))

    def show_study(self, study: Study, person: Stakeholder) -> None:
        """Brings the view in line with the study."""
        self.view.show_state(self._states.state(study, person, self.selection.node))

    def take_keyboard(self) -> None:
        """Lets the keys answer."""
        self.view.take_keyboard()

    def _items(self) -> tuple[str, ...]:
        return self.acts.study.children(self.selection.node)

    def _groups(self) -> Groups:
        person = self.acts.stakeholder
        return () if person is None else ordered(person.orders.get(self.selection.node, ()), self._items())

    def _put(self, groups: Groups) -> None:
        wanted = ordered(groups, self._items())
        if wanted != self._groups():
            self.acts.put_in_order(self.selection.node, wanted)

    def _place_next(self, key: str) -> None:
        """Gives an item the next place and goes on to the first that has none."""
        self._put(placed_last(self._groups(), key))
        left = unplaced(self._groups(), self._items())
        if left:
            self.view.list.setCurrentIndex(self.view.list.entries.place_of(left[0]))

    def _step(self, key: str, step: int) -> None:
        if key:
            self._put(stepped(self._groups(), key, step))

    def _take_back(self, key: str) -> None:
        groups = (tuple(known for known in group if known != key) for group in self._groups())
        self._put(tuple(group for group in groups if group))

    def _place_all(self) -> None:
        groups = self._groups()
        for key in unplaced(groups, self._items()):
            groups = placed_last(groups, key)
        self._put(groups)

    def _drop(self, key: str, row: int, is_on: bool) -> None:
        """Let go on another row it shares the place; between two it gets a place of its own."""
        groups = self._groups()
        shown = [known for group in groups for known in group]
        shown += unplaced(groups, self._items())
        other = shown[row] if row < len(shown) else None
        if is_on and other is not None and any(other in group for group in groups):
            self._put(joined(groups, key, other))
        else:
            is_placed = other is not None and any(other in group for group in groups)
            self._put(inserted(groups, key, other if is_placed else None))
