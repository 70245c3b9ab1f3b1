"""From the study to the sets of questions in the left column, by the method whose tab is open."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.sessions.progress import node_progress
from criteria.weighting.elicited import node_weights
from criteria.weighting.hierarchy import NodeWeights
from desktop.app.words.numbers import figure
from desktop.pages.weights.answers import is_about_projects, node_answers
from desktop.pages.weights.node_list import NodeEntry
from desktop.pages.weights.own_view import answered_by
from desktop.pages.weights.weight_words import WeightWords


class NodeEntries(QObject):
    """Name and state of each set of questions: open, so many of so many, or what its check found."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()

    def entries(
        self, study: Study, stakeholder: Stakeholder, method: WeightMethod, nodes: tuple[str, ...]
    ) -> tuple[NodeEntry, ...]:
        """The rows of the left column."""
        if method != "pairwise":
            shown = answered_by(study, stakeholder, method)
            return tuple(self._entry(study, shown, node) for node in nodes)
        entries = []
        has_head = False
        for node in nodes:
            head = ""
            if is_about_projects(node) and not has_head:
                head, has_head = self.tr("Projects under"), True
            entries.append(self._pairwise(study, node_answers(study, stakeholder, node), head))
        return tuple(entries)

    def column(self, method: WeightMethod) -> str:
        """What the figures beside the names are, empty where they are counts."""
        if method == "pairwise":
            return self.tr("CR")
        return self.tr("check") if method == "best_worst" else ""

    def _pairwise(self, study: Study, found: NodeWeights, head: str) -> NodeEntry:
        node, name = found.node, self._words.node(study, found.node)
        cr = None if found.consistency is None else found.consistency.cr
        count = self._count(found.answered, found.pairs)
        if found.is_contradictory:
            return NodeEntry(node, name, figure(cr), "attention", head)
        if found.status == "unanswered":
            return NodeEntry(node, name, self.tr("open"), "", head)
        if found.status == "disconnected":
            return NodeEntry(node, name, count, "attention", head)
        if found.missing or cr is None:
            return NodeEntry(node, name, count, "", head)
        return NodeEntry(node, name, figure(cr), "done", head)

    def _entry(self, study: Study, person: Stakeholder, node: str) -> NodeEntry:
        found = node_weights(study, person, node)
        name = self._words.node(study, found.node)
        known, asked = node_progress(study, person, node)
        if not known:
            return NodeEntry(found.node, name, self.tr("open"))
        count = self._count(known, asked)
        if known < asked or found.status == "disconnected":
            return NodeEntry(found.node, name, count)
        if found.check is None:
            return NodeEntry(found.node, name, count, "done")
        shown = figure(found.check.figure) if found.source == "best_worst" else count
        return NodeEntry(found.node, name, shown, "done" if found.check.is_passed else "attention")

    def _count(self, known: int, asked: int) -> str:
        return self.tr("{known} of {all}").format(known=known, all=asked)
