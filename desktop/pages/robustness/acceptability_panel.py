"""What rank acceptability says of one project: how often, before whom, and under which weights."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from html import escape

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from criteria.arrays import Floats
from criteria.ranking.results import Results
from criteria.robustness.study_acceptability import StudyAcceptability
from desktop.app.words.acceptability import AcceptabilityWords
from desktop.app.words.numbers import RankWords, per_cent
from desktop.app.words.ranks import ResultRankWords
from desktop.charts.weight_bars import WeightBar, WeightBars, WeightGroup
from desktop.pages.robustness.acceptability_job import Answer
from desktop.widgets.panel_parts import Callout, Caption, PanelContent, Rows, Section, Sentence, Widget

#: As many rivals are named.
RIVALS = 5


class AcceptabilityPanel(QObject):
    """Sentences and small tables for the project that is selected; `show_bars` makes a chart of weights."""

    def __init__(self, show_bars: Callable[[WeightBars], QWidget]) -> None:
        super().__init__()
        self._show_bars = show_bars
        self._words, self._ranks, self._result_ranks = AcceptabilityWords(), RankWords(), ResultRankWords()

    def content(self, answer: Answer, selected: str) -> PanelContent:
        """What the panel says; a project that takes no part is told why."""
        results = answer.question.results
        row = results.index(selected)
        project = results.study.projects[row]
        kicker = f"{project.id}, {project.country}" if project.country else project.id
        found = answer.found
        if found is not None and selected in found.projects:
            return PanelContent(kicker, project.title, self._sections(answer, found, selected))
        return PanelContent(kicker, project.title, (self._outside(answer, row),))

    def _sections(self, answer: Answer, found: StudyAcceptability, selected: str) -> tuple[Section, ...]:
        place = found.projects.index(selected)
        return (
            Section("", tuple(Sentence(text) for text in self._sentences(answer, found, place))),
            self._rivals(answer.question.results, found, place),
            self._central(answer, found, place),
            Section("", (Caption(self._words.meaning_of_error()),)),
        )

    def _sentences(self, answer: Answer, found: StudyAcceptability, place: int) -> tuple[str, ...]:
        made, question = found.found, answer.question
        first = float(made.ranks[place, 0])
        likeliest = int(made.ranks[place].argmax())
        share = float(made.ranks[place, likeliest])
        return (
            self.tr("First in <b>{share}</b> {weightings}{error}.").format(
                share=per_cent(first),
                weightings=escape(self._words.weightings(question.source, question.spread)),
                error=self._words.error(found, first),
            ),
            self.tr("Expected rank <b>{rank}</b>, most often {often} ({share}).").format(
                rank=f"{made.expected_rank[place]:.1f}",
                often=self._ranks.ordinal(likeliest + 1),
                share=per_cent(share),
            ),
        )

    def _rivals(self, results: Results, found: StudyAcceptability, place: int) -> Section:
        """Those who are ahead most often (pairwise winning index)."""
        pairs = found.found.pairwise
        if pairs is None:
            return Section("", ())
        ahead = pairs[:, place].tolist()
        order = sorted((i for i in range(len(ahead)) if i != place), key=lambda i: (-ahead[i], i))
        named = [i for i in order[:RIVALS] if ahead[i] > 0.0]
        heading = self.tr("Most often ahead of it")
        if not named:
            return Section(heading, (Sentence(self.tr("No project is ever ahead of it.")),))
        names = {p.id: escape(p.country or p.title) for p in results.study.projects}
        rows = tuple(
            (f"<b>{escape(key)}</b> {names[key]}", per_cent(ahead[i]))
            for i, key in ((i, found.projects[i]) for i in named)
        )
        return Section(heading, (Rows(rows),), self.tr("of draws"))

    def _central(self, answer: Answer, found: StudyAcceptability, place: int) -> Section:
        heading = self.tr("Weights under which it would be first")
        weights = found.found.central_weights[place]
        if weights is None:
            return Section(heading, (Sentence(self.tr("It was first in no draw.")),))
        bars = weight_bars(answer.question.results, weights)
        return Section(
            heading,
            (
                *self._confidence(answer, found, place),
                Widget(partial(self._show_bars, bars)),
                Caption(self.tr("Central weights: the mean of the draws it wins. Dashed: the weights now.")),
            ),
        )

    def _confidence(self, answer: Answer, found: StudyAcceptability, place: int) -> tuple[Sentence, ...]:
        """How safe first place is for whoever has these weights."""
        factors = found.found.confidence
        factor = factors[place] if factors else None
        if factor is None:
            return ()
        if answer.question.figures == "likely":
            text = (
                self.tr("With exactly these weights it is first.")
                if factor == 1.0
                else self.tr("Yet with exactly these weights another one is first.")
            )
            return (Sentence(text),)
        text = self.tr("With exactly these weights it is first in <b>{share}</b> of drawn figures.")
        return (Sentence(text.format(share=per_cent(factor))),)

    def _outside(self, answer: Answer, row: int) -> Section:
        results, shadows = answer.question.results, answer.shadows
        key = results.matrix.projects[row]
        if row not in results.excluded:
            text = self.tr("A figure is missing. Choose “{choice}” to draw it from its whole scale.")
            return Section("", (Sentence(escape(text.format(choice=self._words.figures("gaps")))),))
        lines = [
            results.study.red_line(hit.red_line).name
            for hit in results.screening.projects[row].hits
            if hit.effect == "exclude"
        ]
        callout = Callout(self.tr("Excluded by a red line"), escape("; ".join(lines)), "danger", "exclude")
        shadow = self._result_ranks.shadow(results.methods[answer.question.method], row)
        parts = [Sentence(self.tr("Its shadow rank among all is {rank} now.").format(rank=shadow))]
        if shadows is not None and key in shadows.projects:
            ranks = shadows.found.ranks[shadows.projects.index(key)]
            text = self.tr("In the draws it would be {rank} most often ({share}). It is never counted.")
            often = int(ranks.argmax())
            parts.append(
                Sentence(
                    text.format(rank=self._ranks.ordinal(often + 1), share=per_cent(float(ranks[often])))
                )
            )
        return Section("", (callout, *parts))


def weight_bars(results: Results, weights: Floats) -> WeightBars:
    """Weights of the criteria under the heads of their premises, with those of the study as markers."""
    study = results.study
    given = dict(zip(results.matrix.criteria, weights.tolist(), strict=True))
    now = dict(zip(results.matrix.criteria, results.weights.values.tolist(), strict=True))
    shorts = {criterion.id: criterion.short for criterion in study.criteria}
    groups = tuple(
        WeightGroup(
            premise.short,
            premise.role,
            tuple(
                WeightBar(key, key, shorts[key], given[key], premise.role, marker=now[key])
                for key in study.children(premise.id)
            ),
            per_cent(sum(given[key] for key in study.children(premise.id))),
        )
        for premise in study.active_premises
    )
    summary = "; ".join(f"{shorts[key]} {per_cent(weight, 1)}" for key, weight in given.items())
    return WeightBars(groups, summary=summary)
