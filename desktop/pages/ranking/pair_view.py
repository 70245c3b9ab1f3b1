"""Two projects head to head, criterion by criterion."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from criteria.model.settings import Method
from criteria.ranking.explain import Difference as Effect
from criteria.ranking.explain import differences
from criteria.ranking.results import Results
from desktop.app.words.numbers import figure
from desktop.app.words.ranks import ResultRankWords
from desktop.charts import head_to_head
from desktop.charts.chart_view import ChartView
from desktop.charts.head_to_head import Difference, HeadToHead
from desktop.look.look import Look
from desktop.widgets.text import caption, head

#: The other project's place is at least this many letters wide; a long country is cut there.
FEWEST_LETTERS = 24


class PairView(QWidget):
    """The selected project against another one, which can be chosen."""

    other_chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._ranks = ResultRankWords()
        self._title = head(look, "")
        self._against = QComboBox()
        self._against.setAccessibleName(self.tr("Project to compare with"))
        self._against.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._against.setMinimumContentsLength(FEWEST_LETTERS)
        self._finding = caption(look)
        self.view = ChartView(look, head_to_head.paint, self.tr("Two projects head to head"), least=(30, 11))
        row = QHBoxLayout()
        row.setSpacing(look.metrics.space("s"))
        row.addWidget(self._title)
        row.addWidget(self._against, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("xs"))
        column.addLayout(row)
        column.addWidget(self._finding)
        column.addWidget(self.view, 1)
        self._against.activated.connect(self._choose)

    def show_pair(self, results: Results, method: Method, first: int, second: int) -> None:
        """Shows two ranked projects."""
        study = results.study
        one, other = study.projects[first], study.projects[second]
        self._title.setWordWrap(False)
        self._title.set_text(
            self.tr("{project} {rank} against").format(
                project=self._name(one.id, one.country), rank=self._rank(results, method, first)
            )
        )
        self._fill(results, method, first, second)
        found = differences(results, first, second)
        columns = tuple(
            Difference(
                d.criterion, d.criterion, study.premise_of[d.criterion].role, d.effect, self._tip(results, d)
            )
            for d in found
        )
        finding = self._finding_of(results, found, one.id, other.id)
        self._finding.set_text(finding)
        self.view.show_data(
            HeadToHead(
                columns,
                above=self.tr("{id} better").format(id=one.id),
                below=self.tr("{id} better").format(id=other.id),
                equal=self.tr("equal"),
                summary=finding,
            )
        )

    def _fill(self, results: Results, method: Method, first: int, second: int) -> None:
        study = results.study
        entries = [
            (
                study.projects[row].id,
                self._entry(results, method, row),
            )
            for row in results.methods[method].order()
            if row != first
        ]
        shown = [(self._against.itemData(i), self._against.itemText(i)) for i in range(self._against.count())]
        if shown != entries:
            self._against.clear()
            for key, text in entries:
                self._against.addItem(text, key)
        self._against.setCurrentIndex(self._against.findData(study.projects[second].id))

    def _entry(self, results: Results, method: Method, row: int) -> str:
        project = results.study.projects[row]
        return f"{self._name(project.id, project.country)} {self._rank(results, method, row)}"

    def _name(self, project: str, country: str) -> str:
        return f"{project} {country}".strip()

    def _rank(self, results: Results, method: Method, row: int) -> str:
        return f"({self._ranks.of(results.methods[method], row)})"

    def _tip(self, results: Results, found: Effect) -> str:
        criterion = results.study.criterion(found.criterion)
        return self.tr("{id} {name}\nValue {first} against {second}; weighted difference {effect}").format(
            id=criterion.id,
            name=criterion.name,
            first=figure(found.first),
            second=figure(found.second),
            effect=figure(found.effect, 3),
        )

    def _finding_of(self, results: Results, found: tuple[Effect, ...], first: str, second: str) -> str:
        study = results.study
        gains = [
            study.criterion(d.criterion).short
            for d in sorted(found, key=lambda d: -d.effect)
            if d.effect > 1e-9
        ]
        losses = [
            study.criterion(d.criterion).short
            for d in sorted(found, key=lambda d: d.effect)
            if d.effect < -1e-9
        ]
        parts = []
        if gains:
            parts.append(self.tr("{id} gains on {criteria}").format(id=first, criteria=", ".join(gains[:2])))
        if losses:
            parts.append(self.tr("{id} on {criteria}").format(id=second, criteria=", ".join(losses[:2])))
        return "; ".join(parts) or self.tr("They are equal in every criterion")

    def _choose(self, place: int) -> None:
        self.other_chosen.emit(str(self._against.itemData(place)))
