"""How firm the ranking is, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.portfolio.selection import Selection
from criteria.ranking.explain import agreement
from criteria.ranking.results import Results
from criteria.robustness.study_sensitivity import ElementStability, study_stability
from desktop.app.words.numbers import per_cent


class FirmnessWords(QObject):
    """Paragraphs of a heading and a text for the brief and the overview."""

    def paragraphs(self, results: Results, selection: Selection | None) -> list[tuple[str, str]]:
        """How firm it is, whether the methods agree, what is left out."""
        return [
            (self.tr("How firm is it"), self.firmness(results)),
            (self.tr("Do the methods agree"), self.agreement(results)),
            (self.tr("What is left out"), self.left_out(results, selection)),
        ]

    def firmness(self, results: Results) -> str:
        """The premise whose weight is closest to another winner, by TOPSIS."""
        found = [s for s in study_stability(results) if s.method == "topsis" and self._is_premise(results, s)]
        nearest = min(found, key=_distance, default=None)
        if nearest is None:
            return self.tr("Fewer than two complete projects are ranked, so nothing can overtake.")
        interval, weight = nearest.stability.winner, nearest.stability.weight
        ends = [(interval.lower, interval.lower_pair), (interval.upper, interval.upper_pair)]
        near = [(abs(end - weight), end, pair) for end, pair in ends if pair is not None]
        if not near:
            return self.tr("No single premise, at any weight, gives another first place by TOPSIS.")
        _, end, pair = min(near)
        return self.tr(
            "By TOPSIS {leader} stays first until the weight of “{premise}” reaches {end} instead of {now}; "
            "then {other} leads. Every other premise leaves more room."
        ).format(
            leader=nearest.projects[pair[0]],
            premise=results.study.name_of(nearest.element),
            end=per_cent(end, 1),
            now=per_cent(weight, 1),
            other=nearest.projects[pair[1]],
        )

    def agreement(self, results: Results) -> str:
        """How many of the best five the methods share, and the lowest rank correlation."""
        found = agreement(results)
        known = [item.kendall for item in found if item.kendall is not None]
        if not known:
            return self.tr("With so few projects the methods cannot be compared.")
        shared = min(item.shared_top for item in found)
        return self.tr(
            "TOPSIS, AHP and benefit and risk share at least {shared} of their best {top}; the lowest rank "
            "correlation (Kendall’s tau‑b) is {tau}."
        ).format(shared=shared, top=found[0].top, tau=f"{min(known):.2f}")

    def left_out(self, results: Results, selection: Selection | None) -> str:
        """The best ranked projects that the envelope does not pay for."""
        study = results.study
        if selection is None:
            return self.tr("No envelope is set, so nothing is left out for money.")
        order = results.methods["benefit_risk"].order()
        out = [study.projects[row] for row in order if study.projects[row].id not in selection.chosen]
        if not out:
            return self.tr("Every ranked project fits into the envelope.")
        names = "; ".join(f"{project.id} {project.title}" for project in out[:2])
        return self.tr("Highest ranked of those not chosen: {names}.").format(names=names)

    def _is_premise(self, results: Results, item: ElementStability) -> bool:
        return any(premise.id == item.element for premise in results.study.active_premises)


def _distance(item: ElementStability) -> float:
    interval, weight = item.stability.winner, item.stability.weight
    ends = [(interval.lower, interval.lower_pair), (interval.upper, interval.upper_pair)]
    return min((abs(end - weight) for end, pair in ends if pair is not None), default=2.0)
