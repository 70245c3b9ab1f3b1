"""What moves one project, as the value of its chart."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.ranking.results import Results
from criteria.robustness.tornado import Bar, Tornado
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import figure
from desktop.charts.tornado import TornadoBar, TornadoBars
from desktop.pages.robustness.tornado_words import TornadoWords

#: Swings below are rounding, not an effect.
NOTHING = 1e-9


class TornadoStates(QObject):
    """Turns inputs and their swings into bars; what moves nothing is left out."""

    def __init__(self) -> None:
        super().__init__()
        self._methods, self._words = MethodWords(), TornadoWords()

    def build(self, results: Results, found: Tornado, selected: str) -> TornadoBars:
        """The bars, the largest first."""
        bars = tuple(self._bar(results, found, bar) for bar in found.bars if bar.swing > NOTHING)
        score = self._methods.score(found.method)
        title = score
        if found.against is not None:
            title = self.tr("Lead in {score} over {project}").format(
                score=score.lower(), project=found.against
            )
        return TornadoBars(
            bars=bars,
            outcome=found.outcome,
            outcome_text=self.tr("now {outcome}").format(outcome=figure(found.outcome, 3)),
            title=title,
            rank_head=self.tr("Rank of {project}").format(project=found.project),
            ends=(self.tr("at its low end"), self.tr("at its high end")),
            selected=selected,
            summary=self.tr("What moves {project}: {inputs}").format(
                project=found.project,
                inputs="; ".join(
                    f"{bar.label} {bar.name} {figure(bar.low, 3)} … {figure(bar.high, 3)}"
                    for bar in bars[:10]
                ),
            ),
        )

    def _bar(self, results: Results, found: Tornado, bar: Bar) -> TornadoBar:
        study = results.study
        premise = next((p for p in study.premises if p.id == bar.element), None)
        role = premise.role if premise else study.premise_of[bar.element].role
        low, high = self._words.ends(study, bar)
        sentence = self._words.sentence(study, found, bar)
        return TornadoBar(
            key=key_of(bar),
            label=bar.element if bar.project is None else f"{bar.project} {bar.element}",
            name=self._words.input(study, bar),
            role=role,
            low=bar.low,
            high=bar.high,
            low_text=low,
            high_text=high,
            rank_text=self._ranks(bar),
            tip=self.tr("{input}: from {low} to {high}\n{sentence}").format(
                input=self._words.whole_input(study, bar), low=low, high=high, sentence=sentence
            ),
        )

    def _ranks(self, bar: Bar) -> str:
        best, worst = sorted((bar.rank_low, bar.rank_high))
        return str(best) if best == worst else f"{best}–{worst}"


def key_of(bar: Bar) -> str:
    """The key of an input: a cell, or a premise or criterion."""
    return f"{bar.project}/{bar.element}" if bar.project is not None else bar.element
