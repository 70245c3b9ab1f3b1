"""The ranked list over two projects head to head, with a line between them that can be moved."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from criteria.model.settings import Method
from criteria.ranking.results import Results
from desktop.app.context import Context
from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import RankWords
from desktop.charts.ranking_view import RankingView
from desktop.pages.ranking.list_rows import ListRows
from desktop.pages.ranking.pair_view import PairView
from desktop.widgets.text import caption

#: How many excluded projects the note under the list names.
NAMED = 6
#: Where the splitter starts, until it is moved: list to pair.
SHARES = (62, 38)
_SPLITTER = "ranking"


class ListView(QSplitter):
    """Chooses a project (`activated`) and another one to compare it with (`other_chosen`)."""

    activated = Signal(str)
    other_chosen = Signal(str)
    #: A room that a link in the note leads to.
    room_asked = Signal(str)

    def __init__(self, context: Context) -> None:
        super().__init__(Qt.Orientation.Vertical)
        look, self._settings = context.look, context.settings
        self._rows, self._ranks, self._lists = ListRows(), RankWords(), ListWords()
        self.list = RankingView(look, self.tr("Ranked projects"))
        self.pair = PairView(look)
        self._note = caption(look)
        self._note.linkActivated.connect(self.room_asked)
        side, air = look.metrics.space("xl"), look.metrics.space("s")
        self.addWidget(self._with_note(side, air))
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(side, air, side, air)
        column.addWidget(self.pair)
        self._below = below
        self.addWidget(below)
        self.setChildrenCollapsible(False)
        self.setStretchFactor(0, SHARES[0])
        self.setStretchFactor(1, SHARES[1])
        self.setSizes(self._settings.split(_SPLITTER) or [share * 10 for share in SHARES])
        self.list.activated.connect(self.activated)
        self.pair.other_chosen.connect(self.other_chosen)
        self.splitterMoved.connect(self._keep)

    def show_results(
        self,
        results: Results,
        method: Method,
        selected: str,
        other: str,
        firmness: Mapping[str, float] | None,
    ) -> None:
        """Shows the list, and the pair where both projects are ranked."""
        self.show_list(results, method, selected, firmness)
        self._show_note(results, method)
        row = results.index(selected)
        is_pair = bool(other) and row in results.ranked
        self._below.setVisible(is_pair)
        if is_pair:
            self.pair.show_pair(results, method, row, results.index(other))

    def show_list(
        self, results: Results, method: Method, selected: str, firmness: Mapping[str, float] | None
    ) -> None:
        """Shows the list alone."""
        self.list.show_data(self._rows.build(results, method, selected, firmness))

    def _with_note(self, side: int, air: int) -> QWidget:
        above = QWidget()
        column = QVBoxLayout(above)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.list, 1)
        self._note.setContentsMargins(side, air, side, air)
        column.addWidget(self._note)
        return above

    def _show_note(self, results: Results, method: Method) -> None:
        found, out = results.methods[method], len(results.excluded)
        self._note.setVisible(bool(out))
        if not out:
            return
        order = sorted(results.excluded, key=lambda row: int(found.shadow[row]))
        names = [
            f"{results.study.projects[row].id} ({self._ranks.ordinal(int(found.shadow[row]))})"
            for row in order
        ]
        text = self.tr("{count} excluded by a <a href='screening'>red line</a>, never ranked: {names}.")
        self._note.set_html(text.format(count=out, names=escape(self._lists.joined(names, NAMED))))
        self._note.setToolTip(
            self.tr("In brackets the rank each would have had among all projects, for the record")
        )

    def _keep(self) -> None:
        self._settings.keep_split(_SPLITTER, self.sizes())
