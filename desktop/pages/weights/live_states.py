"""From the study to what the panel of the weights room shows."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject

from criteria.model.people import GOAL, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.weighting.consistency import ACCEPTABLE_RATIO
from criteria.weighting.elicited import node_weights, stakeholder_weights
from criteria.weighting.hierarchy import NodeWeights
from desktop.app.words.numbers import figure, per_cent, ratio
from desktop.charts.weight_bars import WeightBar, WeightBars, WeightGroup
from desktop.pages.weights.answers import criterion_of, is_about_projects, node_answers
from desktop.pages.weights.live_panel import LiveState, RepairText, Verdict
from desktop.pages.weights.repair_words import RepairWords
from desktop.pages.weights.repairs import Repair, best_repair, top_projects
from desktop.pages.weights.weight_words import WeightWords


class LiveStates(QObject):
    """Weights, verdict, repair and first projects of one node."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()
        self._repairs = RepairWords()

    def state(
        self, study: Study, stakeholder: Stakeholder, node: str, method: WeightMethod, scope: str
    ) -> LiveState:
        """What the panel shows for a node, by the method whose tab is open."""
        is_pairwise = method == "pairwise"
        found = node_answers(study, stakeholder, node) if is_pairwise else None
        repair = best_repair(study, stakeholder, node) if is_pairwise else None
        needs_repair = is_contradictory(found)
        shown = msgspec.structs.replace(stakeholder, method=method)
        local = found if found is not None else node_weights(study, shown, node)
        after = repair if needs_repair else None
        bars = self._global(study, shown) if scope == "global" else self._local(study, node, local, after)
        title = self.tr("Weights within “{node}”").format(node=self._words.node(study, node))
        if scope == "global":
            title = self.tr("Weights of all criteria")
        elif is_about_projects(node):
            title = self.tr("Priorities of the projects under “{node}”")
            title = title.format(node=study.criterion(criterion_of(node)).short)
        elif node == GOAL:
            title = self.tr("Weights of the premises")
        return LiveState(
            title=title,
            note=self._note(local, is_repair_shown=needs_repair and scope != "global")
            if stakeholder.method == method
            else self.tr("Not counted now."),
            bars=bars,
            verdict=None if found is None else self._verdict(study, found, repair),
            repair=None
            if repair is None
            else self._repair(study, repair, stakeholder, is_needed=needs_repair),
            silence=self._silence(found, repair),
            top_title=self._top_title(stakeholder, method),
            top=tuple((str(rank), key, study.project(key).title) for rank, key in top_projects(study)),
            top_note=self._top_note(study, stakeholder, method),
        )

    def outcome(self, study: Study, stakeholder: Stakeholder, node: str) -> tuple[str, str, bool]:
        """What a repair just made has achieved: title, sentence, and whether another one is needed."""
        found = node_answers(study, stakeholder, node)
        cr = None if found.consistency is None else found.consistency.cr
        title = self.tr("Answer changed: CR is now {cr}").format(cr=figure(cr))
        if not is_contradictory(found):
            return title, self.tr("At most 0.10: these answers fit together now."), False
        if best_repair(study, stakeholder, node) is None:
            return title, self.tr("Still above 0.10; no change of one answer would lower it."), False
        return title, self.tr("Still above 0.10: one repair is not enough here."), True

    def _note(self, node: NodeWeights, *, is_repair_shown: bool) -> str:
        if node.status == "unanswered":
            return self.tr("Nothing answered yet: equal weights stand in.")
        if is_repair_shown:
            return self.tr("Live. Dashed: after the repair.")
        return self.tr("Live: they move with every answer.")

    def _silence(self, found: NodeWeights | None, repair: Repair | None) -> str:
        if found is None:
            return self.tr("Points cannot contradict each other, so there is no consistency to check.")
        cr = None if found.consistency is None else found.consistency.cr
        return "" if repair is not None or cr is None else self.tr("No change of one answer would lower CR.")

    def _local(self, study: Study, node: str, found: NodeWeights, repair: Repair | None) -> WeightBars:
        after = repair.weights_after if repair is not None else {}
        bars = tuple(
            WeightBar(key, key, self._name(study, node, key), found.weight(key), self._role(study, node, key),
                      after.get(key), per_cent(found.weight(key)))
            for key in found.children
        )  # fmt: skip
        summary = ", ".join(f"{bar.key} {bar.text}" for bar in bars)
        return WeightBars((WeightGroup("", "", bars),), summary=summary)

    def _global(self, study: Study, stakeholder: Stakeholder) -> WeightBars:
        weights = stakeholder_weights(study, stakeholder)
        groups = []
        for premise in study.active_premises:
            bars = tuple(
                WeightBar(key, key, study.criterion(key).short, weights.of(key), premise.role,
                          text=per_cent(weights.of(key), 1))
                for key in study.children(premise.id)
            )  # fmt: skip
            text = per_cent(weights.premise_values[premise.id])
            groups.append(WeightGroup(premise.short, premise.role, bars, text))
        summary = ", ".join(f"{bar.key} {bar.text}" for group in groups for bar in group.bars)
        return WeightBars(tuple(groups), summary=summary)

    def _name(self, study: Study, node: str, key: str) -> str:
        if is_about_projects(node):
            return study.project(key).title
        if node == GOAL:
            return study.premise(key).short
        return study.criterion(key).short

    def _role(self, study: Study, node: str, key: str) -> str:
        if is_about_projects(node):
            return study.premise_of[criterion_of(node)].role
        return study.premise(key).role if node == GOAL else study.premise_of[key].role

    def _verdict(self, study: Study, node: NodeWeights, repair: Repair | None) -> Verdict:
        found = node.consistency
        cr = None if found is None else found.cr
        word, colour = self._words.verdict(node)
        return Verdict(
            figure=self.tr("CR {cr}").format(cr=figure(cr)),
            word=word,
            colour=colour,
            sentence=self._verdict_sentence(study, node, repair),
            numbers=self._numbers(node),
            now=cr,
            after=repair.cr_after if repair is not None and is_contradictory(node) else None,
        )

    def _verdict_sentence(self, study: Study, node: NodeWeights, repair: Repair | None) -> str:
        sentence = self._words.verdict_sentence(node)
        if repair is None or not is_contradictory(node):
            return sentence
        return f"{sentence} {self._repairs.contradiction(study, repair)}"

    def _numbers(self, node: NodeWeights) -> tuple[tuple[str, str], ...]:
        found = node.consistency
        rows = [
            (self.tr("Answered"), self.tr("{known} of {all}").format(known=node.answered, all=node.pairs))
        ]
        rows.append((self.tr("Missing"), str(node.missing)))
        if found is None:
            return tuple(rows)
        table = self._words.random_index(found.random_index_table)
        rows.append((self.tr("Largest eigenvalue λmax"), figure(found.lambda_max, 4)))
        rows.append((self.tr("Consistency index CI"), figure(found.ci, 4)))
        rows.append((self.tr("Random index, {table}").format(table=table), figure(found.random_index, 4)))
        limit = self.gci_limit(found.n, found.random_index)
        name = self.tr("Geometric index GCI")
        if limit is not None:
            name = self.tr("Geometric index GCI, at most {limit}").format(limit=figure(limit))
        rows.append((name, figure(found.gci, 3)))
        return tuple(rows)

    def gci_limit(self, count: int, random_index: float) -> float | None:
        """The GCI that corresponds to the limit of CR (Aguaron and Moreno 2003); None below three items."""
        return (
            ACCEPTABLE_RATIO * random_index * 2 * count / (count - 2) if count > 2 and random_index else None
        )

    def _repair(
        self, study: Study, repair: Repair, stakeholder: Stakeholder, *, is_needed: bool
    ) -> RepairText:
        title = (
            self.tr("Most useful repair") if is_needed else self.tr("No repair needed; the largest tension")
        )
        html = self._repairs.effect_html(study, repair, counts=stakeholder.method == "pairwise")
        return RepairText(title, html, self.tr("Set to {value}").format(value=ratio(repair.suggested)))

    def _top_title(self, stakeholder: Stakeholder, method: WeightMethod) -> str:
        if stakeholder.method == method:
            return self.tr("Top five with these weights")
        if stakeholder.method == "direct":
            return self.tr("Top five with the direct weights")
        return self.tr("Top five with the pairwise weights")

    def _top_note(self, study: Study, stakeholder: Stakeholder, method: WeightMethod) -> str:
        if not study.projects:
            return self.tr("No project to rank yet.")
        if stakeholder.method == method:
            return self.tr("By TOPSIS.")
        if stakeholder.method == "direct":
            return self.tr("By TOPSIS. The direct weights count now, not the ones shown above.")
        return self.tr("By TOPSIS. The pairwise weights count now, not the ones shown above.")


def is_contradictory(node: NodeWeights | None) -> bool:
    """Whether the answers of a node exceed the limit of CR."""
    return node is not None and node.is_contradictory
