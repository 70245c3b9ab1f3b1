"""What the figures of a group mean, in sentences: who differs, camps, first projects, single voices."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.sessions.like_minded import LikeMinded
from criteria.sessions.members import gaps
from criteria.sessions.node_agreement import Division
from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import RankWords, per_cent, ratio
from desktop.pages.weights.group_facts import GroupFacts, Spread, compares_in_pairs, most_raised, spreads
from desktop.pages.weights.group_words import GroupWords

#: How many differences and single voices are told, and from how many points on a gap is worth a word.
DIFFERENCES, VOICES, POINT = 3, 6, 0.01
#: From how many places on a project divides those who rank it.
DIVISIVE = 3


@dataclass(frozen=True)
class Finding:
    """A strong line and the sentences under it, both HTML."""

    title: str
    sentences: tuple[str, ...]


class GroupFindings(QObject):
    """Findings as HTML; what users wrote is escaped here."""

    def __init__(self) -> None:
        super().__init__()
        self._words, self._lists, self._ranks = GroupWords(), ListWords(), RankWords()

    def differences(self, facts: GroupFacts) -> tuple[Finding, ...]:
        """What to talk about first: the question answered most differently, then the widest weights."""
        questions = [
            division
            for division in facts.report.agreement.divisions
            if division.factor > 1.0 + 1e-9 and compares_in_pairs(facts, division.node)
        ]
        found = []
        if questions:
            found.append(self._question(facts.study, questions[0]))
        wide = [one for one in spreads(facts) if one.width >= POINT]
        found += [self._spread(facts.study, one) for one in wide[: DIFFERENCES - len(found)]]
        return tuple(found)

    def _question(self, study: Study, found: Division) -> Finding:
        first, second = (escape(self._element(study, key)) for key in (found.first, found.second))
        title = self.tr("Talk about this one first: {first} or {second}?").format(first=first, second=second)
        sentences = []
        for keys, value in ((found.highest, found.largest), (found.lowest, found.smallest)):
            names = escape(self._words.names(study, keys))
            if value >= 1:
                text = self.tr("{names}: {first} matters {times} times as much.")
                sentences.append(text.format(names=names, first=first, times=ratio(value)))
            else:
                text = self.tr("{names}: {second} matters {times} times as much.")
                sentences.append(text.format(names=names, second=second, times=ratio(1 / value)))
        return Finding(title, tuple(sentences))

    def _spread(self, study: Study, found: Spread) -> Finding:
        text = self.tr("{highest}: {high}; {lowest}: {low}.")
        sentence = text.format(
            highest=escape(self._words.names(study, found.highest_by)),
            high=per_cent(found.highest),
            lowest=escape(self._words.names(study, found.lowest_by)),
            low=per_cent(found.lowest),
        )
        return Finding(escape(self._element(study, found.criterion)), (sentence,))

    def camps_title(self, facts: GroupFacts) -> str:
        """How many camps there are."""
        count = len(facts.report.clusters)
        if count < 2:
            return self.tr("No camps")
        number = self._words.number(count)
        return self.tr("{number} camps").format(number=number[:1].upper() + number[1:])

    def camps(self, facts: GroupFacts) -> tuple[Finding, ...]:
        """Each camp by what it weighs more than the group does, who is in it, and its own first project."""
        clusters = facts.report.clusters
        if len(clusters) < 2:
            text = self.tr("Their weights differ, but do not fall into separate groups.")
            return (Finding("", (text,)),)
        names = [self._camp_by_premise(facts, one) for one in clusters]
        found = []
        for camp, name in zip(clusters, names, strict=True):
            title = self._camp_by_criterion(facts, camp) if names.count(name) > 1 else name
            members = escape(self._words.names(facts.study, camp.members))
            sentences = [
                self.tr("{members}; {share} of the votes.").format(
                    members=members, share=per_cent(camp.share)
                )
            ]
            if camp.ranking.winners:
                first = self.tr("First project: {projects}.")
                sentences.append(first.format(projects=self._projects(facts.study, camp.ranking.winners)))
            found.append(Finding(escape(title), tuple(sentences)))
        return tuple(found)

    def _camp_by_premise(self, facts: GroupFacts, camp: LikeMinded) -> str:
        """Named "first" only where that premise is also the heaviest of the camp."""
        premises, _ = gaps(camp.ranking.weights, facts.report.group.weights)
        raised = most_raised(premises)
        if raised is None or raised.gap < POINT:
            return self._camp_by_criterion(facts, camp)
        name = facts.study.premise(raised.element).name
        heaviest = max(one.own for one in premises)
        if raised.own >= heaviest - 1e-9:
            return self.tr("{premise} first").format(premise=name)
        return self.tr("More on {premise}").format(premise=name)

    def _camp_by_criterion(self, facts: GroupFacts, camp: LikeMinded) -> str:
        _, criteria = gaps(camp.ranking.weights, facts.report.group.weights)
        raised = most_raised(criteria)
        if raised is None or raised.gap < POINT:
            return self.tr("Near the group")
        return self.tr("More on {name}").format(name=facts.study.criterion(raised.element).short)

    def front_title(self, facts: GroupFacts) -> str:
        """The head over everyone's first projects."""
        text = self.tr("Each one’s own top {number}")
        return text.format(number=self._words.number(facts.report.front))

    def fronts(self, facts: GroupFacts) -> tuple[str, ...]:
        """What everyone would put in front, and which projects divide the group."""
        ground = facts.report.common_ground
        number = self._words.number(ground.count)
        if ground.everyones:
            names = self._lists.joined(ground.everyones)
            one = self.tr("{names} is in everyone’s top {number}.")
            many = self.tr("{names} are in everyone’s top {number}.")
            text = (one if len(ground.everyones) == 1 else many).format(names=names, number=number)
        else:
            text = self.tr("No project is in everyone’s top {number}.").format(number=number)
        sentences = [text]
        divided = [one for one in ground.divisive if one.spread >= DIVISIVE][:2]
        divides = self.tr("{project} divides: {best} for {best_by}, {worst} for {worst_by}.")
        sentences += [
            divides.format(
                project=project.project,
                best=self._ranks.ordinal(project.best),
                best_by=escape(self._words.names(facts.study, project.best_by)),
                worst=self._ranks.ordinal(project.worst),
                worst_by=escape(self._words.names(facts.study, project.worst_by)),
            )
            for project in divided
        ]
        return tuple(sentences)

    def influence(self, facts: GroupFacts) -> tuple[str, ...]:
        """What leaving out one voice would change."""
        report = facts.report
        if not report.ranking.winners:
            return ()
        leaders: dict[tuple[str, ...], list[str]] = {}
        fronts: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
        for one in report.influences:
            if one.without.is_winner_changed:
                leaders.setdefault(one.without.winners, []).append(one.stakeholder)
            elif one.without.is_front_changed:
                fronts.setdefault((one.without.entered, one.without.left), []).append(one.stakeholder)
        sentences = [self._other_leader(facts, keys, winners) for winners, keys in leaders.items()]
        sentences += [
            self._other_front(facts, keys, entered, left) for (entered, left), keys in fronts.items()
        ]
        return (*sentences[:VOICES], *self._rest(facts, len(sentences)))

    def _rest(self, facts: GroupFacts, told: int) -> tuple[str, ...]:
        if told > VOICES:
            return (self.tr("Leaving out others would change who is in front, too."),)
        number = self._words.number(facts.report.front)
        if not told:
            text = self.tr("No single voice decides: without any one of them the top {number} stay the same.")
            return (text.format(number=number),)
        changed = sum(
            one.without.is_winner_changed or one.without.is_front_changed for one in facts.report.influences
        )
        if changed == len(facts.report.influences):
            return ()
        return (
            self.tr("Without any other single one the top {number} stay the same.").format(number=number),
        )

    def _without(self, facts: GroupFacts, keys: Sequence[str]) -> str:
        names = escape(self._words.names(facts.study, tuple(keys)))
        text = self.tr("Without {names}") if len(keys) == 1 else self.tr("Without any one of {names}")
        return text.format(names=names)

    def _other_leader(self, facts: GroupFacts, keys: Sequence[str], winners: tuple[str, ...]) -> str:
        text = self.tr("{without}, <b>{projects}</b> would lead, not {first}.")
        return text.format(
            without=self._without(facts, keys),
            projects=self._lists.joined(winners),
            first=self._lists.joined(facts.report.ranking.winners),
        )

    def _other_front(
        self, facts: GroupFacts, keys: Sequence[str], entered: tuple[str, ...], left: tuple[str, ...]
    ) -> str:
        parts = []
        if entered:
            text = self.tr("{projects} would enter the top {number}")
            number = self._words.number(facts.report.front)
            parts.append(text.format(projects=self._lists.joined(entered), number=number))
        if left:
            parts.append(self.tr("{projects} would drop out").format(projects=self._lists.joined(left)))
        return f"{self._without(facts, keys)}, {self._lists.joined(parts)}."

    def of_member(self, facts: GroupFacts, place: int) -> Finding:
        """One member next to the group: how much is alike, what weighs more or less, which projects lead."""
        member, report = facts.members[place], facts.report
        power = self._words.power(facts.study, member.person)
        near = self.tr("{share} of all weight lies as in the group; {votes} of the votes{power}.").format(
            share=per_cent(report.compatibilities[place].similarity),
            votes=per_cent(member.share),
            power=f" ({power})" if power else "",
        )
        sentences = [near, *self._own_weights(facts, place)]
        shift = report.shifts[place]
        if shift.winners:
            projects = self._projects(facts.study, shift.winners)
            other = self.tr("Would put {projects} first, not {first}.")
            same = self.tr("Puts {projects} first, as the group does.")
            first = self._lists.joined(report.ranking.winners)
            text = other if shift.is_winner_changed else same
            sentences.append(text.format(projects=projects, first=first))
        return Finding(escape(member.person.name), tuple(sentences))

    def _own_weights(self, facts: GroupFacts, place: int) -> list[str]:
        _, criteria = gaps(facts.members[place].weights, facts.report.group.weights)
        told = [one for one in criteria if abs(one.gap) >= POINT][:DIFFERENCES]
        parts = [
            self.tr("{name} {own} (group {group})").format(
                name=escape(self._element(facts.study, one.element)),
                own=per_cent(one.own, 1),
                group=per_cent(one.group, 1),
            )
            for one in told
        ]
        if not parts:
            return []
        return [self.tr("Farthest from the group: {parts}.").format(parts="; ".join(parts))]

    def _element(self, study: Study, key: str) -> str:
        premises = {premise.id: premise.name for premise in study.premises}
        return premises[key] if key in premises else f"{key} {study.criterion(key).short}"

    def _projects(self, study: Study, keys: tuple[str, ...]) -> str:
        return escape(self._lists.joined([f"{key} {study.project(key).title}" for key in keys]))
