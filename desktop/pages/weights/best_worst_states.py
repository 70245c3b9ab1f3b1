"""From the study to the questions of the best-worst method, and which answer contradicts the others."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.errors import MethodError
from criteria.model.people import GOAL, BestWorst, Stakeholder
from criteria.model.study import Study
from criteria.weighting.best_worst_input import InputConsistency, check_answers, consistency_of
from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import figure, short_figure
from desktop.pages.weights.best_worst_view import BestWorstState, Comparison, ItemRow
from desktop.pages.weights.stakes import span_words
from desktop.pages.weights.weight_words import WeightWords


class BestWorstStates(QObject):
    """Items, comparisons and the live check of one set of questions."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()
        self._lists = ListWords()

    def state(self, study: Study, person: Stakeholder, node: str) -> BestWorstState:
        """What the view shows."""
        items = study.children(node)
        answer = person.best_worst.get(node, BestWorst())
        best = answer.best if answer.best in items else ""
        worst = answer.worst if answer.worst in items else ""
        found = None
        if best and worst and best != worst:
            found = input_consistency(items, answer)
        sentence, colour = self._check(study, node, items, answer, found)
        return BestWorstState(
            crumb=self._words.node(study, node),
            title=self.tr("Which matters most, and which least?"),
            hint=self.tr(
                "Each item stands for the whole step from its worst to its best. Choose both ends, then say "
                "with 1 (equally) to 9 (extremely) how many times more one matters than the other."
            ),
            items=tuple(self._item(study, node, key) for key in items),
            best=best,
            worst=worst,
            comparisons=self._comparisons(study, node, items, answer, found) if found is not None else (),
            check=sentence,
            colour=colour,
            is_begun=node in person.best_worst,
        )

    def _item(self, study: Study, node: str, key: str) -> ItemRow:
        if node == GOAL:
            premise = study.premise(key)
            return ItemRow(key, premise.name, premise.question, premise.role)
        criterion = study.criterion(key)
        return ItemRow(key, criterion.name, span_words(criterion), study.premise_of[key].role)

    def _comparisons(
        self, study: Study, node: str, items: tuple[str, ...], answer: BestWorst, found: InputConsistency
    ) -> tuple[Comparison, ...]:
        suspects = _suspects(items, found)
        rows = []
        for more, less in asked_pairs(items, answer):
            value = value_of(answer, more, less)
            html = self.tr("How many times more does <b>{more}</b> matter than <b>{less}</b>?").format(
                more=escape(self._words.item(study, node, more)),
                less=escape(self._words.item(study, node, less)),
            )
            spoken = self.tr("{more} over {less}").format(
                more=self._words.item(study, node, more), less=self._words.item(study, node, less)
            )
            other = more if less == answer.worst else less
            contradicts = value is not None and other in suspects
            word = self.tr("not answered") if value is None else self._words.strength(value)
            if contradicts:
                word = self.tr("{word}; contradicts the others most").format(word=word)
            rows.append(Comparison(more, less, html, spoken, value, word, contradicts))
        return tuple(rows)

    def _check(
        self,
        study: Study,
        node: str,
        items: tuple[str, ...],
        answer: BestWorst,
        found: InputConsistency | None,
    ) -> tuple[str, str]:
        """The live check in one sentence and its colour."""
        if found is None:
            return self.tr("Choose the most and the least important; the comparisons follow."), "text_muted"
        if found.ratio is None:
            return self.tr(
                "Two chains of answers are needed before any can contradict another."
            ), "text_muted"
        if found.exceeding and found.best_to_worst is not None:
            names = [self._words.tag(study, node, items[place]) for place in found.exceeding]
            text = self.tr("An answer about {names} is above {most}, the one between the most and the least.")
            most = short_figure(found.best_to_worst)
            return text.format(names=self._lists.joined(names), most=most), "attention"
        if found.is_acceptable is False and found.most_inconsistent:
            return self._detour(study, node, items, answer, found), "attention"
        text = self.tr("Contradiction {ratio}: the answers fit together.").format(ratio=figure(found.ratio))
        return text, "success" if found.is_acceptable else "text_muted"

    def _detour(
        self, study: Study, node: str, items: tuple[str, ...], answer: BestWorst, found: InputConsistency
    ) -> str:
        via = items[found.most_inconsistent[0]]
        first, second = value_of(answer, answer.best, via), value_of(answer, via, answer.worst)
        text = self.tr(
            "Contradiction {ratio}, above {limit}: through {via} the most is {first} × {second} = {product} "
            "times the least, but directly {direct} times."
        )
        return text.format(
            ratio=figure(found.ratio),
            limit=figure(found.threshold),
            via=self._words.tag(study, node, via),
            first=short_figure(first or 0.0),
            second=short_figure(second or 0.0),
            product=short_figure((first or 0.0) * (second or 0.0)),
            direct=short_figure(found.best_to_worst or 0.0),
        )


def asked_pairs(items: tuple[str, ...], answer: BestWorst) -> tuple[tuple[str, str], ...]:
    """Every comparison (more important, less important): the two ends once, then each item with both."""
    others = [key for key in items if key not in (answer.best, answer.worst)]
    return (
        (answer.best, answer.worst),
        *((answer.best, key) for key in others),
        *((key, answer.worst) for key in others),
    )


def value_of(answer: BestWorst, more: str, less: str) -> float | None:
    """The answer to a comparison."""
    if (more, less) == (answer.best, answer.worst):
        return answer.from_best.get(less) or answer.to_worst.get(more)
    return answer.from_best.get(less) if more == answer.best else answer.to_worst.get(more)


def input_consistency(items: tuple[str, ...], answer: BestWorst) -> InputConsistency | None:
    """How consistent the answers are so far; None for ones that cannot be meant."""
    best, worst = items.index(answer.best), items.index(answer.worst)
    from_best = [answer.from_best.get(key) for key in items]
    to_worst = [answer.to_worst.get(key) for key in items]
    from_best[best] = to_worst[worst] = 1.0
    from_best[worst] = to_worst[best] = value_of(answer, answer.best, answer.worst)
    try:
        return consistency_of(check_answers(best, worst, from_best, to_worst))
    except MethodError:
        return None


def _suspects(items: tuple[str, ...], found: InputConsistency) -> frozenset[str]:
    if found.exceeding:
        return frozenset(items[place] for place in found.exceeding)
    if found.is_acceptable is False:
        return frozenset(items[place] for place in found.most_inconsistent)
    return frozenset()
