"""Sentences of the tornado: what an input does to a rank, and what a gap leaves open."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.robustness.gaps import GapValue, ProjectGaps
from criteria.robustness.tornado import Bar, Tornado
from desktop.app.words.numbers import RankWords, per_cent, short_figure
from desktop.app.words.reasons import ReasonWords


class TornadoWords(QObject):
    """Inputs, their ends and their effects in words."""

    def __init__(self) -> None:
        super().__init__()
        self._ranks, self._reasons = RankWords(), ReasonWords()

    def input(self, study: Study, bar: Bar) -> str:
        """The input as the label of a bar, beside its id."""
        if bar.project is not None:
            return study.criterion(bar.element).short
        return self.tr("weight of {name}").format(name=self._short(study, bar.element))

    def whole_input(self, study: Study, bar: Bar) -> str:
        """The input where it stands alone: a figure of a project, or a weight."""
        if bar.project is None:
            return self.tr("Weight of {name}").format(name=study.name_of(bar.element))
        return self.tr("{criterion} of {project}").format(
            criterion=study.criterion(bar.element).name, project=bar.project
        )

    def ends(self, study: Study, bar: Bar) -> tuple[str, str]:
        """The low and the high end as figures."""
        if bar.project is None:
            return per_cent(bar.low_input, 1), per_cent(bar.high_input, 1)
        decimals = study.criterion(bar.element).decimals
        return f"{bar.low_input:,.{decimals}f}", f"{bar.high_input:,.{decimals}f}"

    def sentence(self, study: Study, found: Tornado, bar: Bar) -> str:
        """What becomes of the project's rank at the ends of an input."""
        if bar.rank_low == bar.rank_high == found.rank:
            return self.tr("{project} stays {rank}.").format(
                project=found.project, rank=self._ranks.ordinal(found.rank)
            )
        texts = []
        ends = self.ends(study, bar)
        for rank, end in ((bar.rank_low, ends[0]), (bar.rank_high, ends[1])):
            if rank != found.rank:
                text = (
                    self.tr("rises to {rank} at {end}")
                    if rank < found.rank
                    else self.tr("falls to {rank} at {end}")
                )
                texts.append(text.format(rank=self._ranks.ordinal(rank), end=end))
        return self.tr("{project} {moves}.").format(project=found.project, moves=self.tr(" and ").join(texts))

    def statement(self, study: Study, found: Tornado) -> str:
        """What moves the project most, and how many inputs move its rank."""
        telling = [bar for bar in found.bars if {bar.rank_low, bar.rank_high} != {found.rank}]
        if not found.bars or found.bars[0].swing <= 0.0:
            return self.tr("Nothing moves {project}.").format(project=found.project)
        most = self.whole_input(study, found.bars[0])
        if not telling:
            text = self.tr(
                "{project} stays {rank} whichever of the {count} inputs moves alone; most comes from: {input}"
            )
        elif len(telling) == 1:
            text = self.tr("1 of {count} inputs alone moves {project} from {rank}; most comes from: {input}")
        else:
            text = self.tr(
                "{telling} of {count} inputs alone move {project} from {rank}; most comes from: {input}"
            )
        return text.format(
            project=found.project,
            rank=self._ranks.ordinal(found.rank),
            telling=len(telling),
            count=len(found.bars),
            input=most,
        )

    def gaps(self, found: ProjectGaps) -> str:
        """Where a project with gaps may stand."""
        if found.best == found.worst:
            return self.tr("{rank} whatever is entered").format(rank=self._ranks.ordinal(found.best))
        return self.tr("{span}, expected {rank}").format(
            span=self._ranks.span(found.best, found.worst), rank=f"{found.expected:.1f}"
        )

    def gap(self, study: Study, cell: GapValue) -> str:
        """A gap by its criterion."""
        return f"{cell.criterion} {study.criterion(cell.criterion).short}"

    def gap_value(self, cell: GapValue) -> str:
        """What filling a gap is worth."""
        if cell.places < 0.05:
            return self.tr("no place")
        return self.tr("{places} places").format(places=short_figure(round(cell.places, 1)))

    def _short(self, study: Study, element: str) -> str:
        shorts = {**{p.id: p.short for p in study.premises}, **{c.id: c.short for c in study.criteria}}
        return shorts[element]
