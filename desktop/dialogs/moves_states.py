"""What each group of changes brought each project, as the value of a table."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.robustness.attribution import Attribution, ProjectMove
from desktop.app.words.moves import MoveWords
from desktop.charts.rank_table import RankHead, RankLine, RankTable


class MovesStates(QObject):
    """A row for each project, those that moved most first; a column for each group of changes."""

    def __init__(self) -> None:
        super().__init__()
        self._words = MoveWords()

    def build(self, study: Study, found: Attribution, selected: str) -> RankTable:
        """The table; the largest part of each move strikes the eye."""
        heads = (
            RankHead("before", self.tr("Before")),
            RankHead("after", self.tr("After"), is_main=True),
            *(
                RankHead(
                    str(place),
                    self._words.group(item.group),
                    self._words.effect(found, item),
                    is_apart=place == 0,
                )
                for place, item in enumerate(found.groups)
            ),
        )
        moves = sorted(found.projects, key=lambda move: -abs(move.place_after - move.place_before))
        rows = tuple(self._row(study, found, move) for move in moves)
        return RankTable(
            heads=heads,
            rows=rows,
            selected=selected,
            spread_head=self.tr("Places"),
            summary=self._words.statement(found),
            names_share=0.4,
        )

    def _row(self, study: Study, found: Attribution, move: ProjectMove) -> RankLine:
        project = next((one for one in study.projects if one.id == move.project), None)
        parts = move.place_parts
        largest = max((abs(part) for part in parts), default=0.0)
        striking = {place + 2 for place, part in enumerate(parts) if abs(part) == largest >= 0.5}
        ends = (_rank(move.rank_before), _rank(move.rank_after))
        return RankLine(
            key=move.project,
            label=move.project,
            name="" if project is None else project.country or project.title,
            ranks=(*ends, *(self._words.places(part) for part in parts)),
            spread=self._words.places(move.place_after - move.place_before),
            striking=frozenset(striking),
            tip=self._words.move(found, move),
        )


def _rank(rank: int | None) -> str:
    return "–" if rank is None else str(rank)
