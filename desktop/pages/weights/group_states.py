"""From the figures of a group to what its charts show."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.tree import Criterion, Premise
from criteria.sessions.member_rankings import Ranking
from criteria.sessions.node_agreement import NodeAgreement
from desktop.app.words.numbers import figure, per_cent
from desktop.charts.dot_plot import DotGroup, DotHeads, DotLine, DotPlot, Mark, Person
from desktop.charts.front_table import FrontRow, FrontTable
from desktop.charts.person_marks import DOT, shape_of
from desktop.charts.share_bars import ShareBar, ShareBars
from desktop.pages.weights.group_facts import GroupFacts
from desktop.pages.weights.group_findings import GroupFindings
from desktop.pages.weights.group_words import GroupWords

#: Between the id of a criterion and its name.
_GAP = "\u00a0"


class GroupStates(QObject):
    """Dot plot, bars and table; `selected` is the id of a stakeholder or empty."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._findings = GroupWords(), GroupFindings()

    def people(self, facts: GroupFacts) -> tuple[Person, ...]:
        """The members with their shapes."""
        count = len(facts.members)
        return tuple(
            Person(
                member.id,
                member.person.name,
                shape_of(place, count),
                self._words.power(facts.study, member.person),
            )
            for place, member in enumerate(facts.members)
        )

    def plot(self, facts: GroupFacts, selected: str) -> DotPlot:
        """Everyone's weight of every criterion beside the group's."""
        people = self.people(facts)
        is_crowd = any(person.shape == DOT for person in people)
        crowd = self.tr("One dot for each of the {count} stakeholders").format(count=len(people))
        heads = DotHeads(
            group=self.tr("The group"),
            value=self.tr("Group"),
            spread=self.tr("Spread"),
            spread_tip=self.tr("From the lowest to the highest weight, in percentage points."),
            crowd=crowd if is_crowd else "",
        )
        groups = tuple(self._group(facts, premise) for premise in facts.study.active_premises)
        return DotPlot(groups, people, heads, selected, self._words.statement(facts))

    def _group(self, facts: GroupFacts, premise: Premise) -> DotGroup:
        weight = facts.report.group.weights.premise_values[premise.id]
        lines = tuple(
            self._line(facts, criterion)
            for criterion in facts.study.active_criteria
            if criterion.premise == premise.id
        )
        return DotGroup(premise.name, premise.role, lines, per_cent(weight))

    def _line(self, facts: GroupFacts, criterion: Criterion) -> DotLine:
        joint = facts.report.group.weights.of(criterion.id)
        title = f"{criterion.id}{_GAP}{criterion.name}"
        marks = []
        for member in facts.voices(criterion.id):
            own = member.weights.of(criterion.id)
            text = self.tr("{name}\n{title}: {own}, the group {group}")
            tip = text.format(
                name=member.person.name, title=title, own=per_cent(own, 1), group=per_cent(joint, 1)
            )
            marks.append(Mark(member.id, own, tip))
        text = self.tr("{title}\nThe group {group}").format(title=title, group=per_cent(joint, 1))
        if marks:
            low, high = (end(mark.value for mark in marks) for end in (min, max))
            between = self.tr("each one from {low} to {high}")
            text = f"{text}, {between.format(low=per_cent(low, 1), high=per_cent(high, 1))}"
        return DotLine(criterion.id, criterion.id, criterion.short, joint, tuple(marks), text)

    def agreement(self, facts: GroupFacts) -> ShareBars:
        """The consensus of the whole and under each node."""
        found = facts.report.agreement
        bars = []
        if found.overall is not None and found.band is not None:
            tip = self.tr("The mean of all groups of questions, weighted by how much each weighs.")
            word, share = self._words.band(found.band), per_cent(found.overall)
            bars.append(ShareBar("", self.tr("Overall"), found.overall, share, word, tip=tip, is_strong=True))
        bars += [self._node(facts, node) for node in found.nodes]
        return ShareBars(tuple(bars), summary=_spoken(bars))

    def _node(self, facts: GroupFacts, node: NodeAgreement) -> ShareBar:
        name = self._words.node(facts.study, node.node)
        found = node.consensus
        if found is None:
            only_one = len(facts.study.children(node.node)) < 2
            word = self.tr("nothing to compare") if only_one else self.tr("too few answers")
            return ShareBar("", name, None, "–", word)
        tip = self.tr("Goepel’s consensus indicator, {value}: 1 where all weigh alike, 0 where opposed.")
        tip = tip.format(value=figure(found.indicator))
        word = self._words.band(found.band)
        if found.below_scale:
            word = self.tr("opposed")
            tip = self.tr(
                "Set to 0: these weights lie farther apart than answers on a scale from 1 to 9 can put them."
            )
        return ShareBar("", name, found.indicator, per_cent(found.indicator), word, tip=tip)

    def nearness(self, facts: GroupFacts, selected: str) -> ShareBars:
        """How much of all weight each member places as the group does."""
        bars = []
        for person, near in zip(self.people(facts), facts.report.compatibilities, strict=True):
            tip = self.tr("{name}: {points} of 100 points of weight lie where the group puts them.")
            tip = tip.format(name=person.name, points=round(100 * near.similarity))
            if near.index is not None:
                index = self.tr("Geometric compatibility index {index} (0 is equal).")
                tip = f"{tip}\n{index.format(index=figure(near.index))}"
            share = per_cent(near.similarity)
            name = f"{person.name} ({person.note})" if person.note else person.name
            bars.append(ShareBar(person.key, name, near.similarity, share, "", person.shape, tip))
        return ShareBars(tuple(bars), selected, _spoken(bars))

    def fronts(self, facts: GroupFacts, selected: str) -> FrontTable:
        """The projects that anybody puts in front, in the group's order, with everyone's ranks."""
        report = facts.report
        rankings = (report.ranking, *report.rankings)
        wanted = {project for ranking in rankings for project in ranking.front(report.front)}
        projects = tuple(project for project in report.ranking.order() if project in wanted)
        rows = [
            FrontRow("", self.tr("Group"), _ranks(report.ranking, projects, report.front), is_strong=True)
        ]
        for person, ranking in zip(self.people(facts), report.rankings, strict=True):
            ranks = _ranks(ranking, projects, report.front)
            tip = self.tr("{name}: {projects}").format(
                name=person.name, projects=", ".join(ranking.front(report.front))
            )
            rows.append(FrontRow(person.key, person.name, ranks, person.shape, tip))
        titles = tuple(f"{project} {facts.study.project(project).title}" for project in projects)
        words = " ".join(self._findings.fronts(facts))
        return FrontTable(projects, tuple(rows), report.front, titles, selected, words)


def _ranks(ranking: Ranking, projects: tuple[str, ...], front: int) -> tuple[int, ...]:
    ranks = (ranking.rank_of(project) for project in projects)
    return tuple(rank if rank <= front else 0 for rank in ranks)


def _spoken(bars: list[ShareBar]) -> str:
    return "; ".join(f"{bar.name}: {bar.text} {bar.word}".strip() for bar in bars)
