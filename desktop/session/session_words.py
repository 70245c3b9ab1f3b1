"""Sentences of session mode."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.people import ALL, Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.app.words.numbers import ratio
from desktop.pages.weights.weight_words import WeightWords
from desktop.session.steps import Step


class SessionWords(QObject):
    """What is asked on a screen and what was answered, in words that can be read from afar."""

    def __init__(self) -> None:
        super().__init__()
        self.weights = WeightWords()

    def node(self, study: Study, node: str) -> str:
        """The name of a set of questions."""
        return self.tr("All criteria at once") if node == ALL else self.weights.node(study, node)

    def method(self, method: WeightMethod) -> str:
        """How a person answers, in a word or two."""
        names: dict[WeightMethod, str] = {
            "pairwise": self.tr("in pairs"),
            "swing": self.tr("swings"),
            "direct": self.tr("points"),
            "rating": self.tr("ratings"),
            "rank_order": self.tr("rank order"),
            "best_worst": self.tr("best and worst"),
        }
        return names[method]

    def count(self, done: int, count: int) -> str:
        """How much is answered."""
        return self.tr("{done} of {count}").format(done=done, count=count)

    def pair_answer(self, study: Study, step: Step, value: float | None, *, is_open: bool) -> str:
        """The answer to a pair in as few words as can be, in HTML."""
        if value is None:
            if is_open:
                return self.tr("Move with ← →, or press a digit.")
            return self.tr("You said that this cannot be told.")
        if abs(value - 1.0) < 1e-9:
            return self.tr("<b>Both matter equally.</b>")
        first = step.first if value > 1.0 else step.second
        text = self.tr("<b>{name}</b> matters <b>{strength}</b> ({value}).")
        strength = max(value, 1.0 / value)
        return text.format(
            name=escape(study.name_of(first)), strength=self.weights.strength(strength), value=ratio(strength)
        )

    def figure_title(self, method: WeightMethod) -> str:
        """What the figure of one element means."""
        if method == "swing":
            return self.tr("How much does the step from worst to best matter here?")
        if method == "rating":
            return self.tr("How important is this?")
        return self.tr("How many points of 100 does this get?")

    def figure_help(self, method: WeightMethod) -> str:
        """What the figures are compared with."""
        if method == "swing":
            return self.tr("The step that matters most gets 100; others are compared with it.")
        if method == "rating":
            return self.tr("The least important gets 10; others are compared with it.")
        return self.tr("All points together make 100; only their proportions count.")

    def points_given(self, total: float) -> str:
        """How many points have been given so far."""
        return self.tr("Given so far: {total} of 100.").format(total=f"{total:g}")

    def choice_title(self, study: Study, person: Stakeholder, step: Step) -> str:
        """What to choose from a list."""
        answer = person.best_worst.get(step.node)
        if step.kind == "rank":
            if step.place == 0:
                return self.tr("Which matters most for this decision?")
            return self.tr("Which matters most of the others?")
        if step.kind == "best":
            return self.tr("Which matters most for this decision?")
        if step.kind == "worst":
            return self.tr("Which matters least for this decision?")
        best = study.name_of(answer.best) if answer is not None and answer.best else ""
        worst = study.name_of(answer.worst) if answer is not None and answer.worst else ""
        text = self.tr("How much more does “{more}” matter than “{less}”?")
        if step.kind == "from_best":
            return text.format(more=best, less=study.name_of(step.first))
        return text.format(more=study.name_of(step.first), less=worst)

    def times(self) -> tuple[str, ...]:
        """The nine strengths of one side over the other."""
        return tuple(self.weights.strength(float(value)) for value in range(1, 10))
