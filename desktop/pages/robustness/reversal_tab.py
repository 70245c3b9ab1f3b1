"""The rank-reversal certificate: whether projects that should not matter change the order of the others."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from html import escape

from criteria.edits.settings import set_settings
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.reversal import TESTS
from criteria.robustness.study_reversal import StudyCertificate, study_certificates
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.charts.rank_table import RankHead, RankLine, RankTable
from desktop.charts.rank_table_view import RankTableView
from desktop.pages.robustness.job_tab import StatedTab
from desktop.pages.robustness.reversal_words import ReversalWords
from desktop.pages.robustness.robustness_tab import RoomChoice
from desktop.widgets.buttons import secondary_button
from desktop.widgets.panel_parts import Callout, Caption, PanelContent, Section, Sentence
from desktop.widgets.side_panel import SidePanel

#: The setting in which no project depends on the others.
_STEADY: Mapping[Method, tuple[str, str]] = {
    "topsis": ("topsis_normalisation", "fixed"),
    "ahp": ("ahp_synthesis", "ideal"),
}


class ReversalTab(StatedTab):
    """A row for each test, a column for each method; the panel tells the counterexamples of one of them."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._results: Results | None = None
        self._found: tuple[StudyCertificate, ...] = ()
        self._column = ""
        self._words = ReversalWords()
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.switch = secondary_button(look, self.tr("Use a method that reverses nothing"))
        self.switch.hide()
        self.table = RankTableView(look, self.tr("Rank-reversal tests"))
        self.foot.hint.set_text(
            self.tr(
                "Figures count the cases in which somebody passes somebody. The method in use stands first; "
                "click a method to read its first counterexamples."
            )
        )
        self._lay_out(self.table, beside=self.switch)
        self.panel: SidePanel = SidePanel(look, self.tr("Certificate"))

    def _wire(self) -> None:
        self.table.column_chosen.connect(self._choose)
        self.switch.clicked.connect(self._switch)
        self._follow_work(
            self.tr("Projects are taken out, copied and made worse"), self.table, self.tr("rank reversal")
        )

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        self._results = rank(study)
        self._job.start(partial(_certify, self._results))

    def _give_up(self) -> None:
        """What is on show stays; without anything on show the statement says so."""
        super()._give_up()
        if not self._found:
            self.statement.set_text(self.tr("Not certified; open the tab again to certify it"))

    def _arrive(self, found: object) -> None:
        if isinstance(found, tuple):
            self._found = found
            self._show()

    @property
    def used(self) -> StudyCertificate:
        """The certificate of the method in the header, in the variant the study ranks by."""
        return next(item for item in self._found if item.is_used and item.method == self.choice.method)

    def _show(self) -> None:
        if not self._found:
            return
        used = self.used
        self.statement.set_text(self._words.statement(used))
        setting = _STEADY.get(used.method)
        self.switch.setVisible(
            not used.found.is_stable and setting is not None and used.variant != setting[1]
        )
        self.switch.setText(self._switch_words())
        chosen = next((item for item in self._found if _key(item) == self._column), used)
        self.table.show_data(self._table(used, chosen))
        self.panel.show_content(self._content(chosen))

    def _table(self, used: StudyCertificate, chosen: StudyCertificate) -> RankTable:
        columns = (used, *(item for item in self._found if item is not used))
        rows = []
        for code in TESTS:
            tests = [item.found.of(code) for item in columns]
            failed = frozenset(place for place, test in enumerate(tests) if not test.is_passed)
            cells = tuple(self._words.cell(test) for test in tests)
            rows.append(
                RankLine("", "", self._words.test(code), cells, "", failed, self._words.meaning(code))
            )
        heads = tuple(
            RankHead(_key(item), self._words.variant(item), self._words.statement(item), item is used)
            for item in columns
        )
        summary = "; ".join(self._words.statement(item) for item in columns)
        return RankTable(heads, tuple(rows), column=_key(chosen), summary=summary, names_share=0.5)

    def _content(self, chosen: StudyCertificate) -> PanelContent:
        """Every test in a sentence, those that fail first."""
        tests = sorted(chosen.found.tests, key=lambda test: test.is_passed)
        sections = []
        for test in tests:
            sentence = self._words.sentence(chosen, test)
            name = self._words.test(test.code)
            part = Sentence(escape(sentence)) if test.is_passed else Callout(name, escape(sentence))
            heading = name if test.is_passed else ""
            sections.append(Section(heading, (part, Caption(self._words.meaning(test.code)))))
        title = self.tr("It reverses no order") if chosen.found.is_stable else self.tr("It reverses orders")
        return PanelContent(self._words.variant(chosen), title, tuple(sections))

    def _choose(self, key: str) -> None:
        self._column = key
        self._show()

    def _switch_words(self) -> str:
        if self.choice.method == "topsis":
            return self.tr("Switch to TOPSIS on fixed scales")
        return self.tr("Switch to AHP in ideal mode")

    def _switch(self) -> None:
        self._column = ""
        self.context.store.edit(self.tr("change the method"), partial(_steadied, self.choice.method))


def _key(item: StudyCertificate) -> str:
    return f"{item.method}_{item.variant}"


def _steadied(method: Method, study: Study) -> Study:
    name, value = _STEADY[method]
    return set_settings(study, **{name: value})


def _certify(results: Results, _token: Token) -> tuple[StudyCertificate, ...]:
    return study_certificates(results)
