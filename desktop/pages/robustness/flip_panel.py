"""Before and after a change that is tried on a copy, side by side."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.settings import Method
from criteria.ranking.results import Results
from desktop.app.words.ranks import rank_text
from desktop.pages.robustness.flip_words import FlipWords
from desktop.pages.robustness.flips_job import TriedFlip
from desktop.widgets.panel_parts import Caption, PanelContent, Rows, Section, Sentence

#: As many places are shown of either order.
PLACES = 12


class FlipPanel(QObject):
    """What the panel says while a change is tried, and before one is chosen."""

    def __init__(self) -> None:
        super().__init__()
        self._words = FlipWords()

    def empty(self) -> PanelContent:
        """What the panel says before anything is chosen."""
        text = self.tr("Choose a change in the list: it is applied to a copy, and both orders stand here.")
        return PanelContent("", self.tr("What if?"), (Section("", (Sentence(text),)),))

    def content(self, tried: TriedFlip) -> PanelContent:
        """The change, both orders, and what its size and certainty mean."""
        flip, study = tried.flip, tried.before.study
        before = _order(tried.before, flip.method)
        after = _order(tried.after, flip.under)
        rows = tuple(
            self._row(place, before, after) for place in range(max(len(before), len(after)))[:PLACES]
        )
        size = self.tr("Size: {size} {meaning}. {certainty}").format(
            size=self._words.size(flip),
            meaning=self._words.size_meaning(flip),
            certainty=self._words.certainty_meaning(flip),
        )
        return PanelContent(
            self.tr("What if? Nothing in the study is changed."),
            self._words.kind(flip.kind),
            (
                Section("", (Sentence(escape(self._words.sentence(study, flip) + ".")),)),
                Section("", (Rows(rows, (self.tr("now"), self.tr("then"))), Caption(size))),
            ),
        )

    def _row(
        self, place: int, before: list[tuple[str, str]], after: list[tuple[str, str]]
    ) -> tuple[str, str]:
        """One place of both orders; who stands elsewhere then is told by how far it moved."""
        was = {key: at for at, (key, _) in enumerate(before)}
        left = " ".join(reversed(before[place])) if place < len(before) else "–"
        if place >= len(after):
            return escape(left), "–"
        key, rank = after[place]
        moved = was.get(key, len(before)) - place
        sign = f" ▲{moved}" if moved > 0 else f" ▼{-moved}" if moved < 0 else ""
        right = escape(f"{rank} {key}{sign}")
        return escape(left), f"<b>{right}</b>" if moved else right


def _order(results: Results, method: Method) -> list[tuple[str, str]]:
    """Projects with their ranks, best first."""
    found = results.methods[method]
    return [(results.matrix.projects[row], rank_text(found, row)) for row in found.order()]
