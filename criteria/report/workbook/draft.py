"""What every sheet is written from: results, where cells stand, and the numbers behind the formulas."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field, replace
from functools import cached_property

from criteria.model.settings import ScoreSet
from criteria.model.study import Study
from criteria.problems import Problem, find_problems
from criteria.ranking.results import Results, rank_with
from criteria.report.workbook.geometry import Geometry, display_order
from criteria.report.workbook.group_numbers import group_numbers
from criteria.report.workbook.group_plan import GroupPlan, group_plan
from criteria.report.workbook.node_plan import NodePlan, comparison_nodes, weight_nodes
from criteria.report.workbook.people_plan import PersonPlan, people_plans
from criteria.report.workbook.references import Place
from criteria.report.workbook.sheet_builder import Remark, SheetBuilder
from criteria.report.workbook.workings import Workings
from criteria.weighting.study_weights import study_weights


@dataclass(frozen=True)
class Provenance:
    """Which program wrote a workbook and when."""

    program_version: str = "unknown"
    created: datetime.datetime | None = None


@dataclass(frozen=True)
class CheckCount:
    """Where a sheet compares formulas with the program's numbers, and how many comparisons it makes.

    Columns side by side with checks in the same rows count as one; `last_column` is the last of them.
    """

    place: Place
    column: int
    first: int
    last: int
    count: int
    last_column: int


@dataclass
class ExportLog:
    """What the sheets written so far leave for the last ones to report."""

    checks: list[CheckCount] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def add(self, place: Place, builder: SheetBuilder) -> None:
        """Takes over the checks and remarks of a finished sheet."""
        for column, (first, last, count) in sorted(builder.checks.items()):
            known = self.checks[-1] if self.checks else None
            beside = (place, first, last, column - 1)
            if known and (known.place, known.first, known.last, known.last_column) == beside:
                self.checks[-1] = replace(known, count=known.count + count, last_column=column)
                continue
            self.checks.append(CheckCount(place, column, first, last, count, column))
        self.remarks.extend(builder.remarks)


class Draft:
    """One workbook in the making."""

    def __init__(self, results: Results, provenance: Provenance) -> None:
        self.results = results
        self.provenance = provenance
        self.geometry = Geometry(results, display_order(results))
        self.workings = Workings(results)
        self.log = ExportLog()
        self._other_sets: dict[ScoreSet, Results] = {results.matrix.score_set: results}

    @property
    def study(self) -> Study:
        """The study behind the results."""
        return self.results.study

    def with_scores(self, score_set: ScoreSet) -> Results:
        """The results with the same weights on another set of scores."""
        if score_set not in self._other_sets:
            self._other_sets[score_set] = rank_with(self.study, self.results.weights, score_set)
        return self._other_sets[score_set]

    @cached_property
    def nodes(self) -> tuple[NodePlan, ...]:
        """Where the weights come from: the goal and the premises."""
        return weight_nodes(self.results)

    @cached_property
    def people(self) -> tuple[PersonPlan, ...]:
        """A sheet of answers for everyone; none where the sheet Judgements says it all."""
        return people_plans(self.study) if speaks_for_people(self.results) else ()

    @cached_property
    def group(self) -> GroupPlan | None:
        """Where the group stands, None with fewer than two stakeholders."""
        if len(self.people) < 2:
            return None
        numbers = group_numbers(self.study, self.people, self.results.weights)
        return group_plan(self.study, self.people, numbers)

    @cached_property
    def local_weights(self) -> dict[str, str]:
        """The cell, or formula, of the local weight of every premise and criterion."""
        if not self.people:
            return {
                child: plan.priority(place)
                for plan in self.nodes
                for place, child in enumerate(plan.weights.children)
            }
        return {
            child: self._local_weight(node, place)
            for node in self.study.nodes
            for place, child in enumerate(self.study.children(node))
        }

    def _local_weight(self, node: str, place: int) -> str:
        """Of the group, or of the only stakeholder; 1 where there is nothing to weigh."""
        if self.group is not None:
            table = self.group.node(node)
            return "1" if table is None else table.mean("used", place)
        block = self.people[0].block(node)
        return "1" if block is None else block.weight(place)

    @cached_property
    def comparisons(self) -> tuple[NodePlan, ...]:
        """The criteria under which projects are compared pairwise."""
        return comparison_nodes(self.results)

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What a reader should look at, the gravest first."""
        return find_problems(self.study, self.results)

    @cached_property
    def fictional(self) -> str:
        """The warning that belongs on every sheet of an example, empty for real projects."""
        return "Fictional example projects." if self.study.fictional else ""


def speaks_for_people(results: Results) -> bool:
    """Whether weights come from answers that the sheet Judgements cannot show: of several, or not in pairs.

    Weights that somebody gave in place of the study's own are shown there as points.
    """
    study, used = results.study, results.weights
    own = study_weights(study) if study.stakeholders else used
    if not study.stakeholders or own.source != used.source or own.values.tolist() != used.values.tolist():
        return False
    if len(study.stakeholders) > 1:
        return True
    person = study.stakeholders[0]
    in_pairs = person.method == "pairwise" and person.judgement_scale == "linear"
    return not in_pairs and not (person.method == "direct" and not person.is_flat)
