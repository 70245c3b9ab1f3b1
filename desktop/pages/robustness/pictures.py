"""The lines along one weight as chart values."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QObject

from criteria.model.settings import Method
from criteria.ranking.results import Results
from criteria.robustness.kept_ranges import ElementKept, study_kept
from criteria.robustness.study_sensitivity import (
    ElementStability,
    ElementSweep,
    steady_rows,
    study_crossings,
    study_stability,
    study_sweep,
    study_sweeps,
)
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import per_cent
from desktop.charts.sensitivity_lines import Crossing, Line, SensitivityLines
from desktop.charts.spark_panels import SparkPanel, SparkPanels
from desktop.pages.robustness.answer import room_to_move
from desktop.pages.robustness.stability_words import RangeWords

#: How many projects are named beside their lines, and have the crossings among them marked.
NAMED = 5
#: How many of those that lead now are named in any case.
SURE = 2


class Pictures(QObject):
    """Turns sweeps into chart values."""

    def __init__(self) -> None:
        super().__init__()
        self._methods, self._ranges = MethodWords(), RangeWords()

    def lines(self, results: Results, method: Method, element: str, selected: str) -> SensitivityLines | None:
        """Every project's score along one weight, with the crossings of the leading ones."""
        found = study_sweep(results, method, element)
        if found is None:
            return None
        study = results.study
        now = study_of(results, method, element)
        titles = {project.id: project for project in study.projects}
        named = self._named(results, method, found)
        stable = (now.stability.winner.lower, now.stability.winner.upper) if now else None
        return SensitivityLines(
            xs=found.sweep.t,
            lines=tuple(
                Line(key, key, found.sweep.scores[:, place], f"{key} {titles[key].title}")
                for place, key in enumerate(found.projects)
            ),
            current=found.weight,
            named=named,
            selected=selected,
            crossings=self._crossings(results, method, element, found, named),
            stable=stable,
            stable_caption=self.tr("same first place"),
            x_title=self.tr("Weight of {id} {name}").format(id=element, name=study.name_of(element)),
            y_title=self._methods.score(method),
            summary=self.tr(
                "{score} while the weight of {name} runs from 0 to 100 %; it is {now} now"
            ).format(
                score=self._methods.score(method), name=study.name_of(element), now=per_cent(found.weight, 1)
            ),
        )

    def _named(self, results: Results, method: Method, found: ElementSweep) -> tuple[str, ...]:
        """The projects that lead now, and before the last of them whoever comes first at another weight."""
        now = leading(found)
        bands = next(
            kept.bands for kept in study_kept(results, method, "winner", 1) if kept.element == found.element
        )
        winners = [found.projects[band.winners[0]] for band in bands]
        return tuple(dict.fromkeys((*now[:SURE], *winners, *now)))[:NAMED]

    def panels(self, results: Results, method: Method, selected: str) -> SparkPanels | None:
        """A small picture for every weight, a row for each premise; None where too few projects take part."""
        found = {item.element: item for item in study_sweeps(results, method)}
        if not found:
            return None
        study, any_sweep = results.study, next(iter(found.values()))
        kept = {item.element: item for item in study_kept(results, method, "winner", 1)}
        rows = tuple(
            tuple(self._panel(results, found[key], kept[key]) for key in (p.id, *study.children(p.id)))
            for p in study.active_premises
        )
        ranks = results.methods[method].rank_best[list(steady_rows(results))]
        named = tuple(int(place) for place in np.argsort(ranks, kind="stable")[:NAMED])
        return SparkPanels(
            rows=rows,
            xs=any_sweep.sweep.t,
            named=named,
            names=tuple(any_sweep.projects[place] for place in named),
            lead=self.tr("{score}, leading now:").format(score=self._methods.score(method)),
            selected=selected,
            summary=self.tr("{score} while each weight runs from 0 to 100 %, by {method}").format(
                score=self._methods.score(method), method=self._methods.name(method)
            ),
        )

    def _panel(self, results: Results, found: ElementSweep, kept: ElementKept) -> SparkPanel:
        study, now = results.study, kept.ranges.now
        premises = {premise.id: premise for premise in study.premises}
        if found.element in premises:
            label, role = premises[found.element].short, premises[found.element].role
        else:
            label = f"{found.element} {study.criterion(found.element).short}"
            role = study.premise_of[found.element].role
        first = [kept.projects[band.winners[0]] for band in kept.bands]
        return SparkPanel(
            key=found.element,
            label=label,
            role=role,
            weight=found.weight,
            scores=found.sweep.scores,
            stable=(now.lower, now.upper),
            leaders=self.tr("First: {projects}").format(projects=" › ".join(first)),
            tip="\n".join((study.name_of(found.element), *self._ranges.lines(kept, "winner", 1))),
        )

    def _crossings(
        self, results: Results, method: Method, element: str, found: ElementSweep, named: tuple[str, ...]
    ) -> tuple[Crossing, ...]:
        marks = []
        for crossing in study_crossings(results, method, element):
            one, other = found.projects[crossing.upper_before], found.projects[crossing.upper_after]
            if crossing.rank == 1 or (one in named and other in named):
                y = float(np.interp(crossing.t, found.sweep.t, found.sweep.scores[:, crossing.upper_before]))
                tip = self.tr("At {weight} {other} overtakes {one}").format(
                    weight=per_cent(crossing.t, 2), other=other, one=one
                )
                marks.append(Crossing(crossing.t, y, tip))
        return tuple(marks)


def leading(found: ElementSweep) -> tuple[str, ...]:
    """The projects that lead at the current weight, best first."""
    place = int(np.abs(found.sweep.t - found.weight).argmin())
    order = np.argsort(found.sweep.ranks[place], kind="stable")
    return tuple(found.projects[i] for i in order[:NAMED])


def study_of(results: Results, method: Method, element: str) -> ElementStability | None:
    """The stability of one element under one method, None where too few projects take part."""
    wanted = (method, element)
    return next((item for item in study_stability(results) if (item.method, item.element) == wanted), None)


def nearest_premise(results: Results, method: Method) -> str:
    """The premise whose weight is closest to another first place."""
    premises = {premise.id for premise in results.study.active_premises}
    found = [item for item in study_stability(results) if item.method == method and item.element in premises]
    return min(found, key=room_to_move).element
