"""What would flip it: the smallest changes that put other projects in front, each tried on a copy."""

from __future__ import annotations

import threading
from functools import partial
from typing import get_args

from PySide6.QtWidgets import QComboBox, QHBoxLayout

from criteria.edits.what_ifs import add_what_if
from criteria.model.session import WhatIf
from criteria.model.study import Study
from criteria.robustness.flips.flip import Flip, FlipKind
from desktop.app.context import Context
from desktop.charts import flip_list
from desktop.charts.flip_list import FlipList, FlipRow, Shape
from desktop.charts.headed_view import HeadedView
from desktop.pages.robustness.flip_panel import FlipPanel
from desktop.pages.robustness.flip_words import FlipWords
from desktop.pages.robustness.flips_job import FlipQuestion, FoundFlips, TriedFlip, search_flips, try_flip
from desktop.pages.robustness.job_tab import StatedTab
from desktop.pages.robustness.robustness_tab import RoomChoice
from desktop.widgets.buttons import secondary_button
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel

FRONTS = (1, 3, 5)
#: Changes that somebody would make of the study itself. Weights come from answers and figures from evidence;
#: a red line, a project or a person is not taken away for the sake of a rank.
EDITS: tuple[FlipKind, ...] = ("safeguard", "setting", "threshold", "weights_of")
_WEIGHTS: tuple[FlipKind, ...] = ("weight", "weights")


class FlipsTab(StatedTab):
    """One list, the smallest change first; a choice shows both orders in the panel and changes nothing."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._question: FlipQuestion | None = None
        self._found: FoundFlips | None = None
        self._tried: TriedFlip | None = None
        self._selected = ""
        self._stop = threading.Event()
        self._words, self._content = FlipWords(), FlipPanel()
        self._trial = context.job(self)
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        names = {1: self.tr("First place"), 3: self.tr("First 3"), 5: self.tr("First 5")}
        self.fronts = Segments(
            look, self.tr("Who must stay in front"), tuple((str(k), names[k]) for k in FRONTS)
        )
        self.kinds = QComboBox()
        self.kinds.setAccessibleName(self.tr("Kinds of change"))
        self.kinds.addItem(self.tr("All changes"), "")
        for shape in get_args(Shape):
            self.kinds.addItem(self._words.family(shape), shape)
        self.list = HeadedView(look, flip_list, self.tr("Smallest changes"))
        row = QHBoxLayout()
        row.addWidget(self.fronts)
        row.addWidget(self.kinds)
        row.addStretch(1)
        self._lay_out(self.list, row)
        self._build_panel()

    def _build_panel(self) -> None:
        look = self.context.look
        panel = SidePanel(look, self.tr("What if?"))
        self.keep = secondary_button(look, self.tr("Keep as what-if"))
        self.keep.setToolTip(self.tr("Keeps these weights by name, beside everyone's answers"))
        self.apply = secondary_button(look, self.tr("Apply"))
        self.apply.setToolTip(self.tr("Makes this change in the study; it can be undone"))
        self.reset = secondary_button(look, self.tr("Reset"))
        for button in (self.keep, self.apply, self.reset):
            button.hide()
            panel.add_action(button)
        panel.show_content(self._content.empty())
        self.panel: SidePanel = panel

    def _wire(self) -> None:
        self.fronts.chosen.connect(self._ask_again)
        self.kinds.activated.connect(self._filter)
        self.list.activated.connect(self._select)
        self.keep.clicked.connect(self._keep)
        self.apply.clicked.connect(self._apply)
        self.reset.clicked.connect(self._put_back)
        self._job.shown.connect(self._arrive)
        self._trial.finished.connect(self._show_tried)
        self._trial.failed.connect(self.failed)
        self._follow_work(
            self.tr("Smaller and smaller changes are being tried"), self.list, self.tr("smallest changes")
        )

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        question = FlipQuestion(study, self.choice.method, int(self.fronts.current))
        is_known = question.is_same(self._question) and self._found is not None
        if is_known and (self._job.is_running or (self._found is not None and self._found.is_complete)):
            return
        self._question, self._found = question, None
        self._put_back()
        self._stop = threading.Event()
        self._job.start(partial(search_flips, question, self._stop))

    def _ask_again(self, _key: str) -> None:
        if self._question is not None:
            self.show_study(self._question.study)

    def _give_up(self) -> None:
        """What was found so far stays, and the worker hands it over."""
        self._stop.set()

    def _arrive(self, found: object) -> None:
        if isinstance(found, FoundFlips) and found.question is self._question:
            self._found = found
            self._show_list()

    def _filter(self, _place: int) -> None:
        self._show_list()

    def _flips(self) -> tuple[Flip, ...]:
        """Those of the chosen kinds."""
        found, shape = self._found, self.kinds.currentData()
        if found is None:
            return ()
        return tuple(flip for flip in found.flips if shape in ("", self._words.shape(flip.kind)))

    def _show_list(self) -> None:
        found, flips = self._found, self._flips()
        if found is None:
            return
        study = found.question.study
        rows = tuple(self._row(study, flip) for flip in flips)
        self.list.show_data(
            FlipList(
                rows,
                (self.tr("Kind"), self.tr("What happens"), self.tr("Size"), self.tr("Smallest?")),
                max((row.size for row in rows), default=1.0),
                self._selected,
                "; ".join(row.sentence for row in rows[:10]),
            )
        )
        self.statement.set_text(self._statement(found, rows))
        self.foot.hint.set_text(self._hint(found, len(rows)))

    def _row(self, study: Study, flip: Flip) -> FlipRow:
        tip = f"{self._words.size(flip)} {self._words.size_meaning(flip)}"
        return FlipRow(
            key=key_of(flip),
            shape=self._words.shape(flip.kind),
            kind=self._words.kind(flip.kind),
            sentence=self._words.sentence(study, flip),
            size=flip.size,
            size_text=self._words.size(flip),
            certainty=self._words.certainty(flip),
            tip=f"{tip}\n{self._words.certainty_meaning(flip)}",
        )

    def _statement(self, found: FoundFlips, rows: tuple[FlipRow, ...]) -> str:
        if rows:
            return rows[0].sentence
        if not found.is_complete:
            return self.tr("Nothing found yet")
        if self.kinds.currentData() == "people" and found.question.study.session.hidden:
            return self.tr("Changes of people are not told while answers are hidden")
        if self.kinds.currentData():
            return self.tr("No single change of this kind puts others in front")
        return self.tr("No single change puts others in front")

    def _hint(self, found: FoundFlips, count: int) -> str:
        if not found.is_complete and not self._job.is_running:
            return self.tr("Stopped: {count} changes found so far.").format(count=count)
        text = self.tr("{count} changes, each alone, the smallest first. Click one to see both orders.")
        if found.question.study.session.hidden:
            text = self.tr("{count} changes, the smallest first; none of people while answers are hidden.")
        return text.format(count=count)

    def _select(self, key: str) -> None:
        flip = next((flip for flip in self._flips() if key_of(flip) == key), None)
        if flip is None or self._question is None:
            return
        self._selected = key
        self._show_list()
        self._trial.start(partial(try_flip, self._question.study, flip))

    def _show_tried(self, tried: object) -> None:
        if isinstance(tried, TriedFlip):
            self._tried = tried
            self.panel.show_content(self._content.content(tried))
            self.keep.setVisible(tried.flip.kind in _WEIGHTS)
            self.apply.setVisible(tried.flip.kind in EDITS)
            self.reset.show()

    def _put_back(self) -> None:
        """Looks at the study as it is again."""
        self._trial.cancel()
        self._tried, self._selected = None, ""
        self.panel.show_content(self._content.empty())
        for button in (self.keep, self.apply, self.reset):
            button.hide()
        self._show_list()

    def _apply(self) -> None:
        if self._tried is not None:
            flip = self._tried.flip
            label = self.tr("try {kind}").format(kind=self._words.kind(flip.kind).lower())
            self.context.store.edit(label, flip.apply)

    def _keep(self) -> None:
        """Asks for a name and keeps the weights of the change."""
        tried = self._tried
        if tried is None:
            return
        name = self.context.questions.text(self.tr("Keep as what-if"), self.tr("Name of these weights"))
        if name is None:
            return
        found = tried.after.weights
        weights = dict(zip(found.criteria, found.values.tolist(), strict=True))
        note = self._words.sentence(tried.before.study, tried.flip)
        kept = WhatIf(name=name, weights=weights, note=note)
        self.context.store.edit(self.tr("Keep a what-if"), partial(add_what_if, what_if=kept))

    @property
    def is_waiting(self) -> bool:
        """See RobustnessTab."""
        return super().is_waiting or self._trial.is_running

    def leave(self) -> None:
        """See RobustnessTab."""
        super().leave()
        self._trial.cancel()


def key_of(flip: Flip) -> str:
    """A key that no other change of the list has."""
    return f"{flip.kind} {' '.join(flip.what)} {flip.after}"
