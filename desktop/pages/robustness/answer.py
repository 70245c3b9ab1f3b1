"""The answer to "would another weighting have given another winner?", in one sentence."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.settings import Method
from criteria.ranking.results import Results
from criteria.robustness.study_sensitivity import ElementStability, steady_rows, study_stability
from desktop.app.words.counts import CountWords
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import per_cent


class Answer(QObject):
    """Sentences about first place while one weight moves and the others keep their proportions."""

    def __init__(self) -> None:
        super().__init__()
        self._methods, self._counts = MethodWords(), CountWords()

    def nothing(self) -> str:
        """What the header says while nothing can be compared."""
        return self.tr("Nothing can overtake yet.")

    def no_projects(self) -> str:
        """What the room says without any project."""
        return self.tr("Robustness needs two ranked projects with every figure known.")

    def sentence(self, results: Results, method: Method) -> str:
        """Whether another weight of a premise or criterion gives another winner, and where the nearest is."""
        found = [item for item in study_stability(results) if item.method == method]
        nearest = min(found, key=room_to_move)
        text = self._yes(results, nearest, found) if room_to_move(nearest) <= 1.0 else self._no(found)
        out = len(results.ranked) - len(steady_rows(results))
        if not out:
            return text
        gaps = self.tr("Left out for missing figures: {projects}.").format(
            projects=self._counts.projects(out)
        )
        return self.tr("{answer} {gaps}").format(answer=text, gaps=gaps)

    def _no(self, found: list[ElementStability]) -> str:
        return self.tr(
            "No: by {method} first place stays as it is, whatever any single one of the {count} weights is."
        ).format(method=self._methods.name(found[0].method), count=len(found))

    def _yes(self, results: Results, nearest: ElementStability, found: list[ElementStability]) -> str:
        end, (leader, other) = nearest_end(nearest)
        name = results.study.name_of(nearest.element)
        method = self._methods.name(nearest.method)
        firm = sum(room_to_move(item) > 1.0 for item in found)
        if end == nearest.stability.weight:
            return self.tr(
                "Yes: by {method} {one} and {other} share first place, and any change of {name} parts them."
            ).format(method=method, one=nearest.projects[leader], other=nearest.projects[other], name=name)
        return self.tr(
            "Yes: by {method} {other} overtakes {leader} with {name} at {end} instead of {now}; "
            "{firm} of {all} weights could be anything."
        ).format(
            method=method,
            other=nearest.projects[other],
            leader=nearest.projects[leader],
            name=name,
            end=per_cent(end, 1),
            now=per_cent(nearest.stability.weight, 1),
            firm=firm,
            all=len(found),
        )


def nearest_end(item: ElementStability) -> tuple[float, tuple[int, int]]:
    """The nearest weight at which first place changes, and (overtaken, overtaking) there; one must exist."""
    interval, weight = item.stability.winner, item.stability.weight
    ends = ((interval.lower, interval.lower_pair), (interval.upper, interval.upper_pair))
    return min(
        ((end, pair) for end, pair in ends if pair is not None), key=lambda entry: abs(entry[0] - weight)
    )


def room_to_move(item: ElementStability) -> float:
    """How far a weight may move before first place changes, 2 where it never does."""
    interval, weight = item.stability.winner, item.stability.weight
    ends = ((interval.lower, interval.lower_pair), (interval.upper, interval.upper_pair))
    return min((abs(end - weight) for end, pair in ends if pair is not None), default=2.0)
