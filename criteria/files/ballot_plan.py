"""What a ballot asks: its questions in order, what each is about in words, and which study it belongs to."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from itertools import combinations
from typing import Literal

import msgspec

from criteria.model.people import ALL, FLAT_METHODS, GOAL, Layout, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.weighting.stakes import span

#: What asks for one figure for each item.
FIGURE_METHODS: tuple[WeightMethod, ...] = ("swing", "direct", "rating")
EQUAL, CANNOT_SAY = "equal", "cannot say"
_RESERVED = frozenset({EQUAL, CANNOT_SAY})
#: A drop-down with longer entries cannot be read.
_LONGEST_LABEL = 100

Kind = Literal["pair", "figure", "place", "best", "worst", "steps"]


class Topic(msgspec.Struct, frozen=True):
    """A premise or criterion as a ballot names it: one line, unlike any other, and what is at stake."""

    id: str
    label: str
    stake: str


class Question(msgspec.Struct, frozen=True):
    """One thing asked under a node: about a pair, an item, or the most or least important of all."""

    number: int
    node: str
    kind: Kind
    first: str = ""
    second: str = ""


class BallotPlan(msgspec.Struct, frozen=True, kw_only=True):
    """All that a ballot asks, of whom, by which method, and the digests of the study it was made from.

    `identity` covers title, premises and criteria whether in use or not; `structure` what is asked and how
    it is worded.
    """

    title: str
    identity: str
    structure: str
    stakeholder: str
    name: str
    method: WeightMethod
    layout: Layout
    written: str
    closes: str = ""
    topics: tuple[Topic, ...] = ()
    questions: tuple[Question, ...] = ()

    def topic(self, topic_id: str) -> Topic:
        """The premise or criterion with this id; KeyError where the ballot has none."""
        for topic in self.topics:
            if topic.id == topic_id:
                return topic
        raise KeyError(topic_id)

    @property
    def nodes(self) -> tuple[str, ...]:
        """The nodes asked about, in order."""
        return tuple(dict.fromkeys(question.node for question in self.questions))

    def children(self, node: str) -> tuple[str, ...]:
        """The ids compared under a node, in order."""
        asked = [question for question in self.questions if question.node == node]
        named = (key for question in asked for key in (question.first, question.second) if key)
        return tuple(dict.fromkeys(named))

    def node_name(self, node: str) -> str:
        """What a set of questions is called."""
        if node == GOAL:
            return "Between the premises"
        return "All criteria at once" if node == ALL else self.topic(node).label

    def asked(self, node: str) -> tuple[Question, ...]:
        """The questions under a node."""
        return tuple(question for question in self.questions if question.node == node)


def plan_ballot(
    study: Study, stakeholder: Stakeholder, method: WeightMethod | None = None, written: str = ""
) -> BallotPlan:
    """The ballot of a stakeholder by a method, by default the stakeholder's own."""
    chosen = method or stakeholder.method
    layout: Layout = stakeholder.layout if chosen in FLAT_METHODS else "hierarchy"
    questions = tuple(_numbered(study, chosen, layout))
    topics = ballot_topics(study)
    return BallotPlan(
        title=study.title,
        identity=identity_digest(study),
        structure=structure_digest(topics, questions),
        stakeholder=stakeholder.id,
        name=stakeholder.name,
        method=chosen,
        layout=layout,
        written=written,
        closes=study.session.closes,
        topics=topics,
        questions=questions,
    )


def identity_digest(study: Study) -> str:
    """The SHA-256 of title, premises and criteria, in use or not: what makes a study this one."""
    premises = sorted((premise.id, premise.name) for premise in study.premises)
    criteria = sorted((c.id, c.premise, c.name) for c in study.criteria)
    return _digest((study.title, premises, criteria))


def structure_digest(topics: Iterable[Topic], questions: Iterable[Question]) -> str:
    """The SHA-256 of what is asked and how it is worded."""
    return _digest((tuple(topics), tuple(questions)))


def ballot_topics(study: Study) -> tuple[Topic, ...]:
    """The premises and criteria in use, with the best rather than the worst of each."""
    stakes = {premise.id: _premise_stake(study, premise.id) for premise in study.active_premises}
    stakes.update((c.id, " rather than ".join(span(c))) for c in study.active_criteria)
    labels = _labels([(key, study.name_of(key)) for key in stakes])
    return tuple(Topic(key, labels[key], stake) for key, stake in stakes.items())


def _premise_stake(study: Study, premise: str) -> str:
    criteria = (study.criterion(key) for key in study.children(premise))
    return "\n".join(f"{_one_line(c.short)}: {' rather than '.join(span(c))}" for c in criteria)


def _labels(names: list[tuple[str, str]]) -> dict[str, str]:
    """One line for each name, unlike all others; no spreadsheet takes one for a figure, date or formula."""
    plain = {key: _cut(_one_line(name)) for key, name in names}
    used = [label.casefold() for label in plain.values()]
    labels = {}
    for key, label in plain.items():
        is_clear = bool(label) and used.count(label.casefold()) == 1 and label.casefold() not in _RESERVED
        unique = label if is_clear else _cut(f"{_one_line(key)} {label}")
        labels[key] = unique if unique[:1].isalpha() else f"“{unique}”"
    return labels


def _numbered(study: Study, method: WeightMethod, layout: Layout) -> Iterable[Question]:
    number = 0
    nodes = (ALL,) if layout == "flat" else study.nodes
    for node in nodes:
        for kind, first, second in _asked(method, study.children(node)):
            number += 1
            yield Question(number, node, kind, first, second)


def _asked(method: WeightMethod, children: tuple[str, ...]) -> list[tuple[Kind, str, str]]:
    if len(children) < 2:
        return []
    if method == "pairwise":
        return [("pair", first, second) for first, second in combinations(children, 2)]
    if method == "rank_order":
        return [("place", child, "") for child in children]
    if method == "best_worst":
        return [("best", "", ""), ("worst", "", ""), *(("steps", child, "") for child in children)]
    return [("figure", child, "") for child in children]


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 1]}…"


def _digest(parts: object) -> str:
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()
