"""What the tornado says in words: which inputs move a rank, and what each gap is worth."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.ranking.results import Results
from criteria.robustness.gaps import GapValue, ProjectGaps
from criteria.robustness.tornado import Tornado
from desktop.pages.robustness.tornado_words import TornadoWords
from desktop.widgets.panel_parts import Caption, PanelContent, Part, Rows, Section, Sentence

#: As many inputs, and as many gaps, are named.
NAMED = 8
GAPS = 12


class TornadoPanel(QObject):
    """Sentences about the inputs that move a rank; gaps as links to their cells."""

    def __init__(self) -> None:
        super().__init__()
        self._words = TornadoWords()

    def content(self, results: Results, found: Tornado | None, gaps: tuple[ProjectGaps, ...]) -> PanelContent:
        """What the panel says."""
        sections = () if found is None else (self._inputs(results, found),)
        kicker = "" if found is None else found.project
        return PanelContent(
            kicker, self.tr("What moves its rank"), (*sections, *self._gap_sections(results, gaps))
        )

    def _inputs(self, results: Results, found: Tornado) -> Section:
        study = results.study
        telling = [bar for bar in found.bars if {bar.rank_low, bar.rank_high} != {found.rank}]
        if not telling:
            return Section("", (Sentence(self.tr("No input moves its rank alone.")),))
        parts: list[Part] = [
            Sentence(
                f"<b>{escape(self._words.whole_input(study, bar))}</b><br>"
                + escape(self._words.sentence(study, found, bar))
            )
            for bar in telling[:NAMED]
        ]
        if len(telling) > NAMED:
            parts.append(Caption(self.tr("and {count} inputs more").format(count=len(telling) - NAMED)))
        return Section("", tuple(parts))

    def _gap_sections(self, results: Results, gaps: tuple[ProjectGaps, ...]) -> tuple[Section, ...]:
        """Every project with gaps, and the gaps whose filling tells most."""
        if not gaps:
            return ()
        rows = tuple((f"<b>{escape(found.project)}</b>", self._words.gaps(found)) for found in gaps[:GAPS])
        cells = sorted((cell for found in gaps for cell in found.cells), key=lambda cell: -cell.places)
        worth = tuple((self._link(results, cell), self._words.gap_value(cell)) for cell in cells[:GAPS])
        meaning = self.tr(
            "By how many places the best and the worst rank would move together, on average over what may be "
            "entered. A click goes to the cell."
        )
        return (
            Section(self.tr("Projects with missing figures"), (Rows(rows),)),
            Section(self.tr("What filling each gap settles"), (Rows(worth), Caption(meaning))),
        )

    def _link(self, results: Results, cell: GapValue) -> str:
        place = f"{cell.project}/{cell.criterion}"
        text = f"{cell.project} {self._words.gap(results.study, cell)}"
        return f"<a href='{escape(place)}'>{escape(text)}</a>"
