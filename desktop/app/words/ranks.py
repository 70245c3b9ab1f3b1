"""Ranks of a result as they are printed: shared ranks shown as shared, open ranks as ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.words.numbers import RankWords

if TYPE_CHECKING:
    from criteria.ranking.results import MethodResult


def rank_text(found: MethodResult, row: int) -> str:
    """The rank for a table: 3, =2 where it is shared, 11–14 while figures are missing, – where excluded."""
    best, worst = int(found.rank_best[row]), int(found.rank_worst[row])
    if not best:
        return "–"
    if best != worst:
        return f"{best}–{worst}"
    return f"={best}" if row in found.tied else str(best)


class ResultRankWords(QObject):
    """Ranks of a result in sentences."""

    def __init__(self) -> None:
        super().__init__()
        self._ranks = RankWords()

    def of(self, found: MethodResult, row: int) -> str:
        """The rank in a sentence: 3rd, joint 2nd, 11th to 14th, not ranked."""
        best, worst = int(found.rank_best[row]), int(found.rank_worst[row])
        if not best:
            return self.tr("not ranked")
        if row in found.tied:
            return self.tr("joint {rank}").format(rank=self._ranks.ordinal(best))
        return self._ranks.span(best, worst)

    def shadow(self, found: MethodResult, row: int) -> str:
        """The rank that a project would have among all, the excluded ones included."""
        return self._ranks.ordinal(int(found.shadow[row]))
