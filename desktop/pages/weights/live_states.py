"""From the study to what the panel of the weights room shows, for one stakeholder by one method."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import GOAL, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.weighting.elicited import node_weights
from criteria.weighting.hierarchy import NodeWeights
from criteria.weighting.study_weights import own_weights
from desktop.app.words.numbers import figure, ratio
from desktop.charts.weight_bars import WeightBars
from desktop.pages.weights.answers import criterion_of, is_about_projects, node_answers
from desktop.pages.weights.bar_states import BarStates
from desktop.pages.weights.further_repairs import FurtherRepair
from desktop.pages.weights.links import Links
from desktop.pages.weights.live_panel import LiveState, RepairText
from desktop.pages.weights.own_view import answered_by, own_view, top_projects
from desktop.pages.weights.repair_words import RepairWords
from desktop.pages.weights.repairs import Repair, best_repair, circles, repairs
from desktop.pages.weights.selection import counting
from desktop.pages.weights.verdicts import Verdict, Verdicts
from desktop.pages.weights.weight_words import WeightWords


class LiveStates(QObject):
    """Weights, check, repairs and the first projects with these weights."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()
        self._repairs = RepairWords()
        self._bars = BarStates()
        self._verdicts = Verdicts()
        self._links = Links()

    def state(
        self, study: Study, stakeholder: Stakeholder, node: str, method: WeightMethod, scope: str
    ) -> LiveState:
        """What the panel shows for a node, by the method whose tab is open."""
        view = own_view(study, stakeholder, method)
        is_pairwise = method == "pairwise"
        found = found_weights(study, stakeholder, node, method)
        known = repairs(study, stakeholder, node) if is_pairwise else ()
        repair = known[0] if known else None
        needs_repair = is_pairwise and found.is_contradictory
        circle = ""
        if is_pairwise:
            circle = self._repairs.circle(study, node, circles(study, stakeholder, node))
        verdict = self._verdicts.of_check(found)
        if is_pairwise:
            verdict = self._verdicts.of_pairs(study, found, repair, circle)
        return LiveState(
            title=self._title(study, node, scope),
            note=self._note(found, is_repair_shown=needs_repair and scope != "global"),
            bars=self._bars_of(view, stakeholder, found, repair if needs_repair else None, scope),
            verdict=verdict,
            link=self._links.text(study, stakeholder, node) if is_pairwise else None,
            repair=None if repair is None else self._repair(study, repair, is_needed=needs_repair),
            further=tuple(self._further(study, other) for other in known[1:]) if needs_repair else (),
            silence=self._silence(found, method, repair),
            top_title=self.tr("First five with these weights"),
            top=self.first_five(study, stakeholder, method),
            top_note=self._top_note(study, stakeholder, method),
        )

    def first_five(
        self, study: Study, stakeholder: Stakeholder, method: WeightMethod
    ) -> tuple[tuple[str, str, str], ...]:
        """Rank, id and title of the first projects with a stakeholder's weights alone."""
        view = own_view(study, stakeholder, method)
        return tuple((str(rank), key, study.project(key).title) for rank, key in top_projects(view))

    def weights(
        self, study: Study, stakeholder: Stakeholder, node: str, method: WeightMethod, scope: str
    ) -> tuple[WeightBars, Verdict | None]:
        """What moves with every key: bars and the figure of the check, without anything that takes longer."""
        found = found_weights(study, stakeholder, node, method)
        bars = self._bars_of(own_view(study, stakeholder, method), stakeholder, found, None, scope)
        if method == "pairwise":
            return bars, self._verdicts.of_pairs(study, found, None, "")
        return bars, self._verdicts.of_check(found)

    def outcome(self, study: Study, stakeholder: Stakeholder, node: str) -> tuple[str, str, bool]:
        """What a repair just made has achieved: title, sentence, and whether another one is needed."""
        found = node_answers(study, stakeholder, node)
        cr = None if found.consistency is None else found.consistency.cr
        title = self.tr("Answer changed: CR is now {cr}").format(cr=figure(cr))
        if not found.is_contradictory:
            return title, self.tr("At most 0.10: these answers fit together now."), False
        if best_repair(study, stakeholder, node) is None:
            return title, self.tr("Still above 0.10; no change of one answer would lower it."), False
        return title, self.tr("Still above 0.10: one repair is not enough here."), True

    def _title(self, study: Study, node: str, scope: str) -> str:
        if scope == "global":
            return self.tr("Weights of all criteria")
        if is_about_projects(node):
            title = self.tr("Priorities of the projects under “{node}”")
            return title.format(node=study.criterion(criterion_of(node)).short)
        if node == GOAL:
            return self.tr("Weights of the premises")
        return self.tr("Weights within “{node}”").format(node=self._words.node(study, node))

    def _bars_of(
        self, view: Study, person: Stakeholder, found: NodeWeights, repair: Repair | None, scope: str
    ) -> WeightBars:
        if scope != "global":
            return self._bars.local(view, found.node, found, {} if repair is None else repair.weights_after)
        return self._bars.all_criteria(view, own_weights(view, view.stakeholder(person.id)))

    def _note(self, node: NodeWeights, *, is_repair_shown: bool) -> str:
        if node.status == "unanswered":
            return self.tr("Nothing answered yet: equal weights stand in.")
        if is_repair_shown:
            return self.tr("Live. Dashed: after the repair.")
        return self.tr("Live: they move with every answer.")

    def _silence(self, found: NodeWeights, method: WeightMethod, repair: Repair | None) -> str:
        if method == "pairwise":
            cr = None if found.consistency is None else found.consistency.cr
            return (
                "" if repair is not None or cr is None else self.tr("No change of one answer would lower CR.")
            )
        if method == "rank_order":
            return self.tr("An order cannot contradict itself, so there is no consistency to check.")
        if found.check is not None or found.status == "trivial":
            return ""
        if found.status == "disconnected":
            return self.tr("Some items are not compared with any other yet, so that no weights follow.")
        return self.tr("The check follows once everything here is answered.")

    def _repair(self, study: Study, repair: Repair, *, is_needed: bool) -> RepairText:
        title = self.tr("Most useful repair")
        if not is_needed:
            title = self.tr("No repair needed; the largest tension")
        html = self._repairs.effect_html(study, repair)
        return RepairText(title, html, self.tr("Set to {value}").format(value=ratio(repair.suggested)))

    def _further(self, study: Study, repair: Repair) -> FurtherRepair:
        button = self.tr("Set to {value}").format(value=ratio(repair.suggested))
        return FurtherRepair(self._repairs.further_html(study, repair), button)

    def _top_note(self, study: Study, stakeholder: Stakeholder, method: WeightMethod) -> str:
        if not study.projects:
            return self.tr("No project to rank yet.")
        if stakeholder.method != method:
            return self.tr("By TOPSIS, as if these answers counted; now others do.")
        counted = counting(study)
        if counted == {stakeholder.id}:
            return self.tr("By TOPSIS.")
        if stakeholder.id in counted:
            return self.tr(
                "By TOPSIS, with this stakeholder's weights alone. The study ranks with the group's."
            )
        return self.tr("By TOPSIS, with weights that do not count in the study now.")


def found_weights(study: Study, stakeholder: Stakeholder, node: str, method: WeightMethod) -> NodeWeights:
    """The weights under a node by the answers of a stakeholder to one method."""
    if method == "pairwise":
        return node_answers(study, stakeholder, node)
    return node_weights(study, answered_by(study, stakeholder, method), node)
