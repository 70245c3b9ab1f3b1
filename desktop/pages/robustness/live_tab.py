"""All weights as sliders, and the ranking by every method that follows at once."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from criteria.errors import StudyError
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from desktop.app.context import Context
from desktop.app.words.methods import MethodWords
from desktop.charts.live_bars_view import LiveBarsView
from desktop.pages.robustness.live_list import LiveList
from desktop.pages.robustness.live_weights import LiveWeights
from desktop.pages.robustness.robustness_tab import RobustnessTab, RoomChoice
from desktop.pages.robustness.slider_list import SliderList
from desktop.pages.robustness.weight_slider import SliderRow
from desktop.pages.robustness.what_if_panel import WhatIfPanel
from desktop.pages.robustness.what_ifs import WhatIfs
from desktop.widgets.buttons import secondary_button
from desktop.widgets.panel_parts import PanelContent, Section, Widget
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.text import Text, caption

#: Who makes room for a criterion that moves.
EVERYWHERE, WITHIN = "everywhere", "within"


class LiveTab(RobustnessTab):
    """The sliders at the left, the list at the right; the study changes only where a what-if is kept."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._results: Results | None = None
        self._list: LiveList | None = None
        self._selected = ""
        self.weights = LiveWeights()
        self._what_ifs = WhatIfs(context)
        self._build()
        self._build_panel()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.sliders = SliderList(look)
        self.bars = LiveBarsView(look, self.tr("Ranking under these weights"))
        self.statement = Text(look, "", "strong")
        self.gaps = caption(look)
        for text in (self.statement, self.gaps):
            # The wished height is that of a narrow block; the list needs the room.
            text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.reset = secondary_button(look, self.tr("Reset"))
        self.reset.setToolTip(self.tr("Back to the stated weights"))
        self.keep = secondary_button(look, self.tr("Keep as what-if…"))
        self.room = Segments(
            look,
            self.tr("Who makes room for a criterion"),
            ((EVERYWHERE, self.tr("All make room")), (WITHIN, self.tr("Its premise"))),
        )
        self.room.button(EVERYWHERE).setToolTip(
            self.tr("All other weights keep their proportions, as under Gradient and Stability")
        )
        self.room.button(WITHIN).setToolTip(
            self.tr("The weights of the premises stay; its criteria make room")
        )
        left, right = QVBoxLayout(), QVBoxLayout()
        tools = QHBoxLayout()
        tools.addWidget(self.room)
        tools.addStretch(1)
        tools.addWidget(self.reset)
        left.addLayout(tools)
        left.addWidget(self.sliders, 1)
        top = QHBoxLayout()
        top.addWidget(self.statement, 1)
        top.addWidget(self.keep)
        right.addLayout(top)
        right.addWidget(self.bars, 1)
        right.addWidget(self.gaps)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, look.metrics.space("s"))
        row.setSpacing(look.metrics.space("l"))
        for column, share in ((left, 2), (right, 3)):
            column.setSpacing(look.metrics.space("s"))
            row.addLayout(column, share)

    def _build_panel(self) -> None:
        look, title = self.context.look, self.tr("What-ifs")
        self.what_ifs = WhatIfPanel(look)
        panel = SidePanel(look, title)
        panel.show_content(PanelContent(title, "", (Section("", (Widget(self._panel_part),)),)))
        panel.set_folded(True)
        self.panel: SidePanel = panel

    def _panel_part(self) -> QWidget:
        return self.what_ifs

    def _wire(self) -> None:
        self.sliders.moved.connect(self._move)
        self.sliders.let_go.connect(self._let_go)
        self.sliders.locked.connect(self._lock)
        self.room.chosen.connect(self._choose_room)
        self.reset.clicked.connect(self._reset)
        self.keep.clicked.connect(self._keep)
        self.bars.activated.connect(self._select)
        self.what_ifs.set_asked.connect(self._set)
        self.what_ifs.rename_asked.connect(self._what_ifs.rename)
        self.what_ifs.note_asked.connect(self._what_ifs.note)
        self.what_ifs.remove_asked.connect(self._what_ifs.remove)
        self.panel.fold_changed.connect(self._show_what_ifs)
        self.offer_export(self.bars, self.tr("what-if"), self._title)

    def obstacle(self, results: Results) -> str:
        """See RobustnessTab; a project with a gap takes part here, with a range."""
        return (
            "" if len(results.ranked) > 1 else self.tr("A ranking needs two projects that are not excluded.")
        )

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        results = rank(study)
        if results is not self._results:
            self._results, self._list = results, LiveList(results)
            self.weights.follow(results)
        self._show()

    def leave(self) -> None:
        """See RobustnessTab."""
        self.bars.finish()

    def _show(self, *, glides: bool = False, is_whole: bool = True) -> None:
        """Everything; within a drag only what is to be seen of it, and bars glide to their lengths."""
        if self._list is None or self._results is None:
            return
        method, weights = self.choice.method, self.weights
        found = self._list.at(weights.values)
        self.sliders.show_rows(self._rows(self._results.study), is_described=is_whole)
        self.bars.show_data(self._list.bars(found, method, self._selected), glides=glides)
        self.statement.set_text(self._list.sentence(found, method, is_stated=not weights.is_moved))
        self.reset.setEnabled(weights.is_moved)
        if is_whole:
            self.gaps.set_text(self._list.gaps())
            self.gaps.setVisible(bool(self.gaps.plain_text))
            self._show_what_ifs()

    def _show_what_ifs(self, _is_folded: bool = False) -> None:
        if self._list is not None and self._results is not None and not self.panel.is_folded:
            study = self._results.study
            self.what_ifs.show_entries(
                self._what_ifs.entries(study, self.weights, self._list, self.choice.method)
            )

    def _rows(self, study: Study) -> tuple[SliderRow, ...]:
        return tuple(
            row
            for premise in study.active_premises
            for row in (
                self._row(premise.id, premise.short, premise.name, premise.role, is_premise=True),
                *(
                    self._row(c.id, f"   {c.id} {c.short}", c.name, premise.role, is_premise=False)
                    for c in study.active_criteria
                    if c.premise == premise.id
                ),
            )
        )

    def _row(self, key: str, label: str, name: str, role: str, *, is_premise: bool) -> SliderRow:
        weights = self.weights
        reach = weights.span(key)
        return SliderRow(
            key,
            label,
            name,
            role,
            is_premise,
            weights.share(key, weights.values),
            weights.share(key, weights.stated),
            reach,
            is_locked=key in weights.locked,
            is_fixed=reach[0] == reach[1],
        )

    def _move(self, key: str, share: float, is_dragged: bool) -> None:
        self.weights.move(key, share)
        self._show(glides=True, is_whole=not is_dragged)

    def _let_go(self) -> None:
        self.weights.let_go()
        self._show()

    def _lock(self, key: str, is_locked: bool) -> None:
        self.weights.lock(key, is_locked)
        self._show()

    def _choose_room(self, key: str) -> None:
        self.weights.is_within = key == WITHIN
        self.weights.let_go()
        self._show()

    def _reset(self) -> None:
        self.weights.put(self.weights.stated)
        self._show()

    def _keep(self) -> None:
        if self._what_ifs.keep(self.weights):
            self.panel.set_folded(False)

    def _set(self, place: int) -> None:
        if self._results is None:
            return
        try:
            values = self._what_ifs.values(self._results.study, place)
        except StudyError as error:
            self.context.navigator.tell(str(error))
            return
        self.weights.put(values)
        self._show()

    def _select(self, project: str) -> None:
        self._selected = "" if project == self._selected else project
        self._show()

    def _title(self) -> str:
        return self.tr("{statement} Marks show the stated scores, by {method}.").format(
            statement=self.statement.plain_text, method=MethodWords().name(self.choice.method)
        )
