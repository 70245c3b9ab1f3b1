"""From the study to what the question screens show."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import ALL, GOAL, Stakeholder
from criteria.model.study import Study
from criteria.weighting.elicited import figures
from desktop.pages.weights.stakes import Item, item
from desktop.session.answering import Answer, choices, given
from desktop.session.choice_screen import ChoiceState, Option
from desktop.session.figure_screen import FigureState
from desktop.session.pair_screen import PairState
from desktop.session.session_words import SessionWords
from desktop.session.steps import Step, is_done


class QuestionStates(QObject):
    """The state of a screen of each kind."""

    def __init__(self, words: SessionWords) -> None:
        super().__init__()
        self._words = words

    def pair(self, study: Study, person: Stakeholder, step: Step) -> PairState:
        """A comparison and its answer."""
        ratio = _figure(given(person, step))
        is_open = not is_done(person, step)
        return PairState(
            title=self._words.weights.title(step.node),
            left=item(study, step.node, step.first),
            right=item(study, step.node, step.second),
            value=ratio,
            answer_html=self._words.pair_answer(study, step, ratio, is_open=is_open),
        )

    def figure(self, study: Study, person: Stakeholder, step: Step) -> FigureState:
        """A premise or criterion and its figure."""
        return FigureState(
            title=self._words.figure_title(person.method),
            help=self._figure_help(study, person, step),
            item=_whole(study, step),
            value=_figure(given(person, step)),
        )

    def _figure_help(self, study: Study, person: Stakeholder, step: Step) -> str:
        """What the figure is compared with; of points also how many are given under the same node."""
        text = self._words.figure_help(person.method)
        if person.method != "direct":
            return text
        known = figures(person)
        total = sum(known.get(child, 0.0) for child in study.children(step.node))
        return f"{self._words.points_given(total)} {text}"

    def choice(self, study: Study, person: Stakeholder, step: Step) -> ChoiceState:
        """A list and what is chosen in it."""
        chosen = given(person, step)
        title = self._words.choice_title(study, person, step)
        if step.kind in {"from_best", "to_worst"}:
            options = tuple(Option(str(number), text) for number, text in enumerate(self._words.times(), 1))
            times = _figure(chosen)
            return ChoiceState(title, options, "" if times is None else f"{times:g}")
        listed = tuple(
            Option(key, study.name_of(key), _role(study, step.node, key))
            for key in choices(study, person, step)
        )
        return ChoiceState(title, listed, str(chosen or ""))


def _figure(value: Answer | None) -> float | None:
    return None if value is None or isinstance(value, str) else float(value)


def _whole(study: Study, step: Step) -> Item:
    node = (
        GOAL if step.node == GOAL else step.node if step.node != ALL else study.criterion(step.first).premise
    )
    return item(study, node, step.first)


def _role(study: Study, node: str, key: str) -> str:
    return study.premise(key).role if node == GOAL else study.premise_of[key].role
