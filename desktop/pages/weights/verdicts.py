"""What each method finds in its own answers: a figure, a plain word, and what it means."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.weighting.consistency import gci_threshold
from criteria.weighting.hierarchy import Check, NodeWeights
from desktop.app.words.numbers import figure, short_figure
from desktop.pages.weights.repair_words import RepairWords
from desktop.pages.weights.repairs import Repair
from desktop.pages.weights.weight_words import WeightWords

#: Colours of a verdict: all is well, look again, nothing to say.
_GOOD, _BAD, _NONE = "success", "attention", "text_muted"


@dataclass(frozen=True)
class Verdict:
    """The figure, a plain word in a colour, why, the numbers behind it, and CR now and after a repair.

    `has_strip` tells whether the figure is a CR, which is shown on a scale with its limit.
    """

    figure: str
    word: str
    colour: str
    sentence: str
    numbers: tuple[tuple[str, str], ...] = ()
    now: float | None = None
    after: float | None = None
    has_strip: bool = False


class Verdicts(QObject):
    """Verdicts on one set of answers."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()
        self._repairs = RepairWords()

    def of_pairs(self, study: Study, node: NodeWeights, repair: Repair | None, circle: str) -> Verdict:
        """The consistency of pairwise answers; `circle` is what goes in a circle, empty for nothing."""
        found = node.consistency
        cr = None if found is None else found.cr
        word, colour = self._words.verdict(node)
        sentences = [self._words.verdict_sentence(node)]
        if repair is not None and node.is_contradictory:
            sentences.append(self._repairs.contradiction(study, repair))
        sentences.append(circle)
        return Verdict(
            figure=self.tr("CR {cr}").format(cr=figure(cr)),
            word=word,
            colour=colour,
            sentence=" ".join(sentence for sentence in sentences if sentence),
            numbers=self._numbers(node),
            now=cr,
            after=repair.cr_after if repair is not None and node.is_contradictory else None,
            has_strip=True,
        )

    def _numbers(self, node: NodeWeights) -> tuple[tuple[str, str], ...]:
        found = node.consistency
        rows = [
            (self.tr("Answered"), self.tr("{known} of {all}").format(known=node.answered, all=node.pairs))
        ]
        rows.append((self.tr("Missing"), str(node.missing)))
        if found is None:
            return tuple(rows)
        table = self._words.random_index(found.random_index_table)
        rows.append((self.tr("Largest eigenvalue λmax"), figure(found.lambda_max, 4)))
        rows.append((self.tr("Consistency index CI"), figure(found.ci, 4)))
        rows.append((self.tr("Random index, {table}").format(table=table), figure(found.random_index, 4)))
        name = self.tr("Geometric index GCI")
        if found.n > 2:
            name = self.tr("Geometric index GCI, at most {limit}")
            name = name.format(limit=figure(gci_threshold(found.n)))
        rows.append((name, figure(found.gci, 3)))
        return tuple(rows)

    def of_check(self, node: NodeWeights) -> Verdict | None:
        """What a method other than comparing in pairs finds; None where it finds nothing to check."""
        check = node.check
        if check is None:
            return None
        match check.code:
            case "swing":
                return self._swing(check)
            case "rating":
                return self._rating(check)
            case "best_worst":
                return self._best_worst(check, len(node.children))
            case _:
                return self._points(check)

    def _swing(self, check: Check) -> Verdict:
        text = self.tr("Largest {figure}").format(figure=short_figure(check.figure))
        if check.is_passed:
            return Verdict(text, self.tr("Fits"), _GOOD, self.tr("The first to be improved has 100."))
        if check.figure < (check.limit or 0.0):
            why = self.tr(
                "Nothing has 100 yet. The weights keep their proportions; the yardstick is missing."
            )
        else:
            why = self.tr("Something has more than 100, the value of the improvement that comes first.")
        return Verdict(text, self.tr("Look again"), _BAD, why)

    def _rating(self, check: Check) -> Verdict:
        text = self.tr("Least {figure}").format(figure=short_figure(check.figure))
        if check.is_passed:
            return Verdict(text, self.tr("Fits"), _GOOD, self.tr("The least important has 10, as it should."))
        why = self.tr("The least important should have 10, and the others how many times more they matter.")
        return Verdict(text, self.tr("Look again"), _BAD, why)

    def _points(self, check: Check) -> Verdict:
        text = self.tr("Sum {figure}").format(figure=short_figure(check.figure))
        if check.is_passed:
            return Verdict(text, self.tr("Fits"), _GOOD, self.tr("All 100 points are given."))
        rest = (check.limit or 0.0) - check.figure
        word = self.tr("{rest} to give").format(rest=short_figure(rest))
        if rest < 0:
            word = self.tr("{rest} too many").format(rest=short_figure(-rest))
        return Verdict(text, word, _BAD, self.tr("Points should add up to 100; weights are their shares."))

    def _best_worst(self, check: Check, count: int) -> Verdict:
        text = figure(check.figure)
        if check.limit is None:
            why = self.tr(
                "0 is free of contradiction, 1 is as bad as can be. No limit is published for {count} items "
                "with these answers (Liang et al. 2020)."
            ).format(count=count)
            if check.is_passed and check.figure > 0:
                return Verdict(text, self.tr("No limit known"), _NONE, why)
            word, colour = (
                (self.tr("Consistent"), _GOOD) if check.is_passed else (self.tr("Look again"), _BAD)
            )
            return Verdict(text, word, colour, why)
        if check.is_passed:
            why = self.tr("At most {limit}: the answers fit together (Liang et al. 2020).")
            return Verdict(text, self.tr("Consistent"), _GOOD, why.format(limit=figure(check.limit)))
        why = self.tr("Above {limit}, the answers contradict each other (Liang et al. 2020).")
        return Verdict(text, self.tr("Contradictory"), _BAD, why.format(limit=figure(check.limit)))
