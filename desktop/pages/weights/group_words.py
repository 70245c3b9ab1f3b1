"""Sentences of the group result: who is who, how far they agree, how answers are combined."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QObject

from criteria.model.people import GOAL, Stakeholder
from criteria.model.settings import GroupMethod
from criteria.model.study import Study
from criteria.sessions.aggregation import MODERATE, Aggregation, Ground
from criteria.weighting.consensus import Band
from criteria.weighting.study_weights import counted_stakeholder
from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import per_cent, short_figure
from desktop.pages.weights.group_facts import GroupFacts, spreads

#: A spread of fewer points than this divides nobody; named are those at least half as wide as the widest.
APART, NAMED = 0.02, 3


class GroupWords(QObject):
    """What the group result says of the group as a whole; names are plain text."""

    def __init__(self) -> None:
        super().__init__()
        self._lists = ListWords()

    def number(self, count: int) -> str:
        """A small number in words, others in figures."""
        words = (
            self.tr("none"),
            self.tr("one"),
            self.tr("two"),
            self.tr("three"),
            self.tr("four"),
            self.tr("five"),
            self.tr("six"),
            self.tr("seven"),
            self.tr("eight"),
            self.tr("nine"),
            self.tr("ten"),
            self.tr("eleven"),
            self.tr("twelve"),
        )
        return words[count] if count < len(words) else str(count)

    def node(self, study: Study, node: str) -> str:
        """The name of a set of questions."""
        return self.tr("Between the premises") if node == GOAL else study.premise(node).name

    def names(self, study: Study, keys: tuple[str, ...]) -> str:
        """The names of stakeholders as a sentence lists them."""
        return self._lists.joined([study.stakeholder(key).name for key in keys])

    def statement(self, facts: GroupFacts) -> str:
        """The sentence under the room's title: where agreement is highest, and what divides the group."""
        where = self._best_agreement(facts)
        what = self._divided(facts)
        return f"{where}; {what}" if where else what[:1].upper() + what[1:]

    def _best_agreement(self, facts: GroupFacts) -> str:
        found = facts.report.agreement
        known = {node.node: node.consensus.indicator for node in found.nodes if node.consensus is not None}
        if len(known) < 2 or found.overall is None or found.band is None:
            return ""
        best = [node for node, value in known.items() if round(100 * (max(known.values()) - value)) == 0]
        if found.overall < MODERATE or len(best) == len(known):
            text = self.tr("Agreement is {band} ({share})")
            return text.format(band=self.band(found.band), share=per_cent(found.overall))
        share = per_cent(max(known.values()))
        if best == [GOAL]:
            return self.tr("Agreement is highest between the premises ({share})").format(share=share)
        names = [_inside(facts.study.premise(node).short) for node in best if node != GOAL]
        text = self.tr("Agreement is highest within {names} ({share})")
        return text.format(names=self._lists.joined(names), share=share)

    def _divided(self, facts: GroupFacts) -> str:
        found = spreads(facts)
        count = self.number(len(facts.members))
        if not found or found[0].width < APART:
            return self.tr("the {count} weigh everything almost alike").format(count=count)
        wide = [one for one in found[:NAMED] if one.width >= max(APART, found[0].width / 2)]
        names = self._lists.joined([_inside(facts.study.criterion(one.criterion).short) for one in wide])
        if len(wide) == 1:
            return self.tr("{names} divides the {count}").format(names=names, count=count)
        return self.tr("{names} divide the {count}").format(names=names, count=count)

    def band(self, band: Band) -> str:
        """The word for a consensus."""
        return {
            "very-low": self.tr("very low"),
            "low": self.tr("low"),
            "moderate": self.tr("moderate"),
            "high": self.tr("high"),
            "very-high": self.tr("very high"),
        }[band]

    def power(self, study: Study, person: Stakeholder) -> str:
        """How much a voice counts where not all count alike, "" for the usual one."""
        powers = Counter(one.voting_power for one in study.stakeholders if one.voting_power > 0)
        if not powers or not person.voting_power:
            return ""
        most = max(powers.values())
        usual = min(power for power, count in powers.items() if count == most)
        times = person.voting_power / usual
        if abs(times - 1.0) < 1e-9:
            return ""
        if abs(times - 2.0) < 1e-9:
            return self.tr("counts double")
        if abs(times - 0.5) < 1e-9:
            return self.tr("counts half")
        return self.tr("counts {times} times").format(times=short_figure(times))

    def method(self, method: GroupMethod) -> str:
        """The name of a way of combining."""
        return {
            "priorities_geometric": self.tr("geometric mean of weights"),
            "priorities_arithmetic": self.tr("arithmetic mean of weights"),
            "judgements": self.tr("joined judgements"),
        }[method]

    def by_method(self, method: GroupMethod) -> str:
        """The way of combining in a sentence, behind "by"."""
        return {
            "priorities_geometric": self.tr("the geometric mean of weights"),
            "priorities_arithmetic": self.tr("the arithmetic mean of weights"),
            "judgements": self.tr("joined judgements"),
        }[method]

    def method_meaning(self, method: GroupMethod) -> str:
        """What a way of combining does, for a tooltip."""
        return {
            "priorities_geometric": self.tr(
                "Each one's weights are worked out first, then their geometric mean is taken (AIP)."
            ),
            "priorities_arithmetic": self.tr(
                "Each one's weights are worked out first, then their mean is taken (AIP)."
            ),
            "judgements": self.tr(
                "The answers to each question are joined first, and weights drawn from them (AIJ)."
            ),
        }[method]

    def impossible(self) -> str:
        """Why a way of combining is not offered."""
        return self.tr("These answers do not allow it.")

    def advice(self, found: Aggregation) -> tuple[str, ...]:
        """Which way of combining suits, what the choice changes, whether any mean speaks for the group."""
        sentences = [self._ground(found.ground, found), self._effect(found)]
        if not found.is_suitable:
            text = self.tr("What is in use does not suit them: {method}.")
            sentences.insert(1, text.format(method=self.method(found.in_use)))
        if found.is_doubtful:
            text = self.tr("No mean speaks for the whole group: {reason}.")
            sentences.append(text.format(reason=self._apart(found)))
        return tuple(sentence for sentence in sentences if sentence)

    def _apart(self, found: Aggregation) -> str:
        """What says that views lie apart."""
        if found.consensus is not None and found.consensus < MODERATE:
            return self.tr("the consensus is {share}").format(share=per_cent(found.consensus))
        if GOAL in found.divided:
            return self.tr("the premises divide it")
        return self.tr("there are {count} camps").format(count=self.number(found.clusters))

    def _ground(self, ground: Ground, found: Aggregation) -> str:
        share = per_cent(found.consensus or 0.0)
        return {
            "single-voice": "",
            "zero-weight": self.tr(
                "Somebody gives something no weight at all. By a geometric mean it would have none for "
                "anybody, so the arithmetic mean of weights suits."
            ),
            "not-in-pairs": self.tr(
                "Not all compared in pairs, so it suits to combine the weights, by either mean."
            ),
            "separate-views": self.tr(
                "The views lie apart, so it suits to combine each one’s own weights, by either mean."
            ),
            "one-body": self.tr(
                "The views lie close together (consensus {share}): the group can act as one body, so joined "
                "judgements suit, or the geometric mean of weights."
            ).format(share=share),
        }[ground]

    def _effect(self, found: Aggregation) -> str:
        shifts = {method: shift for method, shift in found.shifts.items() if shift and shift.winners}
        if len(shifts) < 2:
            return ""
        for method, shift in shifts.items():
            if shift.is_winner_changed:
                text = self.tr("The choice matters: by {method}, {projects} would lead.")
                return text.format(method=self.by_method(method), projects=self._lists.joined(shift.winners))
        for method, shift in shifts.items():
            if shift.is_front_changed:
                text = self.tr("The choice matters in front: by {method}, {projects} would enter or leave.")
                names = self._lists.joined([*shift.entered, *shift.left])
                return text.format(method=self.by_method(method), projects=names)
        most = max(shift.moved for shift in shifts.values())
        if most:
            text = self.tr("The choice does not change who is in front; farther back, {count} ranks move.")
            return text.format(count=most)
        return self.tr("Here the choice changes no rank.")

    def counted_alone(self, study: Study) -> str:
        """Whose weights count instead of the group's; "" where the group's do."""
        person = counted_stakeholder(study)
        if person is None:
            return ""
        return self.tr("The ranking uses the weights of {name} alone, not those of the group.").format(
            name=person.name
        )

    def hidden(self) -> str:
        """What is said before the reveal, and nothing else."""
        return self.tr("Answers are hidden until the reveal.")

    def purpose(self) -> str:
        """What belongs here."""
        return self.tr(
            "Once two stakeholders have answered, their weights stand here side by side: where they agree, "
            "what divides them, and what each one alone would put first."
        )

    def too_few(self, facts: GroupFacts) -> str:
        """Who has answered while that is fewer than two."""
        answered = tuple(member.id for member in facts.members)
        if answered:
            text = self.tr("So far only {name} has answered.")
            return text.format(name=self.names(facts.study, answered))
        return self.tr("So far nobody has answered.")

    def given_up(self) -> str:
        """What is said where the work was cancelled."""
        return self.tr("The group result was not computed.")

    def unheard(self, facts: GroupFacts) -> tuple[str, ...]:
        """Who is not in the group and why, and who is silent on part of it."""
        study, group = facts.study, facts.report.group
        sentences = []
        if group.abstained:
            text = self.tr("Not counted, no usable answers yet: {names}.")
            sentences.append(text.format(names=self.names(study, group.abstained)))
        if group.without_vote:
            text = self.tr("Not counted, without voting power: {names}.")
            sentences.append(text.format(names=self.names(study, group.without_vote)))
        for node in study.nodes:
            silent = tuple(member.id for member in facts.members if node in member.silent)
            if silent:
                text = self.tr("{names} did not answer on “{node}”; the group’s weights stand in there.")
                names = self.names(study, silent)
                sentences.append(text.format(names=names, node=self.node(study, node)))
        return tuple(sentences)


def _inside(name: str) -> str:
    """A name inside a sentence: without the capital that only opens it."""
    return name[:1].lower() + name[1:] if name[1:2].islower() else name
