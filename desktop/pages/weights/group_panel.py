"""Beside the dot plot: how far a group agrees, where it differs, and what that means for the projects."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from criteria.report.minority_text import Passage, minority_text
from desktop.charts import front_table, share_bars
from desktop.charts.tall_view import TallChart
from desktop.look.look import Look
from desktop.pages.weights.group_facts import GroupFacts
from desktop.pages.weights.group_findings import Finding, GroupFindings
from desktop.pages.weights.group_lines import Line, Lines
from desktop.pages.weights.group_states import GroupStates
from desktop.pages.weights.group_words import GroupWords
from desktop.widgets.buttons import link_button, secondary_button
from desktop.widgets.panel_builder import PanelText
from desktop.widgets.text import Rule


class GroupPanel(QWidget):
    """The findings as sections; `person_chosen` when someone in a list is clicked, "" to choose nobody."""

    person_chosen = Signal(str)
    group_asked = Signal()
    copied = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words, self._findings, self._states = GroupWords(), GroupFindings(), GroupStates()
        self._minority: tuple[Passage, ...] = ()
        self._is_unfolded = False
        self._make()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build()
        self._wire()
        look.changed.connect(self._restyle)
        self._restyle()

    def _make(self) -> None:
        look = self._look
        self.alone = Lines(look)
        self.use_group = secondary_button(look, self.tr("Let the group’s weights count"))
        self.person = Lines(look)
        self.deselect = link_button(look, self.tr("Show everyone alike"))
        self.agreement = TallChart(look, share_bars.paint, self.tr("Consensus"), share_bars.height)
        self.differences = Lines(look)
        self._camps_title = PanelText(look, "", "strong")
        self.camps = Lines(look)
        self._fronts_title = PanelText(look, "", "strong")
        self.fronts = TallChart(look, front_table.paint, self.tr("Own first projects"), front_table.height)
        self.front_words = Lines(look)
        self.nearness = TallChart(look, share_bars.paint, self.tr("Nearness to the group"), share_bars.height)
        self.influence = Lines(look)
        self.combining = Lines(look)
        self.unheard = Lines(look)
        self.minority = Lines(look)
        self.unfold = link_button(look, "")
        self.copy = secondary_button(look, self.tr("Copy the report"))

    def _build(self) -> None:
        caption = self.tr("Consensus per group of questions, from 0 (opposed) to 100 % (identical)")
        self._alone_part = self._part(None, self.alone, self.use_group)
        self._person_part = self._part(None, self.person, self.deselect)
        self._part(self.tr("How far they agree"), self._caption(caption), self.agreement, self.unheard)
        self._difference_part = self._part(self.tr("Where they differ most"), self.differences)
        self._camp_part = self._part(self._camps_title, self.camps)
        by_method = self._caption(self.tr("By TOPSIS, each with their own weights alone"))
        self._front_part = self._part(self._fronts_title, by_method, self.fronts, self.front_words)
        near = self._caption(self.tr("The share of all weight that lies where the group puts it"))
        self._part(self.tr("How near each one is to the group"), near, self.nearness)
        self._influence_part = self._part(self.tr("If one voice were missing"), self.influence)
        source = self._caption(self.tr("After Forman and Peniwati 1998"))
        self._part(self.tr("How the answers are combined"), self.combining, source)
        self._part(self.tr("Minority report"), self.minority, self.unfold, self.copy, is_last=True)

    def _caption(self, text: str) -> PanelText:
        return PanelText(self._look, text, "small", "text_muted")

    def _part(self, title: str | QWidget | None, *widgets: QWidget, is_last: bool = False) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._look.metrics.space("s"))
        if title is not None:
            head = PanelText(self._look, title, "strong") if isinstance(title, str) else title
            column.addWidget(head)
        for widget in widgets:
            is_button = widget in (self.use_group, self.deselect, self.unfold, self.copy)
            column.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft) if is_button else column.addWidget(widget)
        if not is_last:
            column.addSpacing(self._look.metrics.space("xs"))
            column.addWidget(Rule(self._look))
        self._column.addWidget(part)
        return part

    def _wire(self) -> None:
        for chart in (self.fronts, self.nearness):
            chart.activated.connect(self.person_chosen)
        self.deselect.clicked.connect(self._choose_nobody)
        self.use_group.clicked.connect(self.group_asked)
        self.copy.clicked.connect(self._copy_report)
        self.unfold.clicked.connect(self._toggle_report)

    def show_facts(self, facts: GroupFacts, selected: str) -> None:
        """Brings every section in line with the figures and with whoever is selected."""
        self._show_notices(facts, selected)
        self.agreement.show_data(self._states.agreement(facts))
        differences = self._findings.differences(facts)
        self._difference_part.setVisible(bool(differences))
        self.differences.show_lines(tuple(_block(one) for one in differences))
        self._camps_title.set_text(self._findings.camps_title(facts))
        camps = self._findings.camps(facts)
        self._camp_part.setVisible(len(facts.members) > 2)
        self.camps.show_lines(tuple(_block(one) for one in camps), is_edged=len(camps) > 1)
        has_ranks = bool(facts.report.ranking.projects)
        self._front_part.setVisible(has_ranks)
        if has_ranks:
            self._fronts_title.set_text(self._findings.front_title(facts))
            self.fronts.show_data(self._states.fronts(facts, selected))
            self.front_words.show_lines(_paragraphs(self._findings.fronts(facts)))
        self.nearness.show_data(self._states.nearness(facts, selected))
        influence = self._findings.influence(facts)
        self._influence_part.setVisible(bool(influence))
        self.influence.show_lines(_paragraphs(influence))
        self.combining.show_lines(_paragraphs(_escaped(self._words.advice(facts.report.aggregation))))
        self._show_minority(facts)

    def _show_notices(self, facts: GroupFacts, selected: str) -> None:
        alone = self._words.counted_alone(facts.study)
        self._alone_part.setVisible(bool(alone))
        self.alone.show_lines(_paragraphs(_escaped((alone,)) if alone else ()))
        place = facts.place(selected)
        self._person_part.setVisible(place is not None)
        blocks = () if place is None else (_block(self._findings.of_member(facts, place)),)
        self.person.show_lines(blocks, is_edged=True)
        unheard = _escaped(self._words.unheard(facts))
        self.unheard.setVisible(bool(unheard))
        self.unheard.show_lines(tuple((("small", "text_muted", text),) for text in unheard))

    def _show_minority(self, facts: GroupFacts) -> None:
        self._minority = minority_text(facts.study, facts.minority)
        self._show_report()

    def _show_report(self) -> None:
        """The whole report can be long; folded, it says how the group stands and who differs."""
        first, *others = self._minority
        self.unfold.setVisible(bool(others))
        if self._is_unfolded:
            blocks = [_block(_finding(one)) for one in self._minority]
            self.unfold.setText(self.tr("Show less"))
        else:
            blocks = [_block(_finding(first))]
            if others:
                titles = "; ".join(escape(one.title, quote=False) for one in others)
                told = self.tr("Told in full: {titles}.").format(titles=titles)
                blocks.append((("small", "text_muted", told),))
            self.unfold.setText(self.tr("Show the whole report"))
        self.minority.show_lines(tuple(blocks))

    def _toggle_report(self) -> None:
        self._is_unfolded = not self._is_unfolded
        self._show_report()

    def _copy_report(self) -> None:
        text = "\n\n".join("\n".join((one.title, *one.sentences)) for one in self._minority)
        QGuiApplication.clipboard().setText(text)
        self.copied.emit()

    def _choose_nobody(self) -> None:
        self.person_chosen.emit("")

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.metrics.space("m"))


def _block(finding: Finding) -> tuple[Line, ...]:
    head: tuple[Line, ...] = (("small_strong", "text", finding.title),) if finding.title else ()
    return (*head, *(("small", "text_muted" if head else "text", text) for text in finding.sentences))


def _finding(passage: Passage) -> Finding:
    return Finding(escape(passage.title, quote=False), _escaped((" ".join(passage.sentences),)))


def _paragraphs(sentences: tuple[str, ...]) -> tuple[tuple[Line, ...], ...]:
    return tuple((("small", "text", sentence),) for sentence in sentences)


def _escaped(sentences: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(escape(sentence, quote=False) for sentence in sentences)
