"""Where the pairwise comparisons of one node stand: its matrix on one sheet, its workings on another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from criteria.arrays import Floats
from criteria.model.people import GOAL, project_node
from criteria.model.settings import Incomplete
from criteria.model.study import Study
from criteria.ranking.project_comparisons import project_weights
from criteria.ranking.results import Results
from criteria.report.workbook.geometry import (
    COMPARISON_STEPS,
    COMPARISONS,
    JUDGEMENTS,
    PRIORITIES,
    TABLE_HEAD,
)
from criteria.report.workbook.references import Place
from criteria.report.workbook.squarings import STEPS, USUAL, chain_squarings, squarings
from criteria.weighting.hierarchy import NodeWeights

NodeKind = Literal["pairwise", "direct", "single"]
#: The first column of matrices on both sheets, after ids and names.
MATRIX = 3
#: Rows under a matrix on the judgement sheet, in their order.
CONSISTENCY_ROWS = ("lambda_max", "ci", "random_index", "cr", "gci", "missing")


@dataclass(frozen=True, eq=False)
class NodePlan:
    """One node: its answers and the rows of its parts; `names` are those of its children."""

    weights: NodeWeights
    kind: NodeKind
    title: str
    names: tuple[str, ...]
    points: Floats
    sheet: Place
    steps_sheet: Place
    top: int
    steps_top: int
    widest: int
    incomplete: Incomplete = "least_squares"
    squared: int = USUAL

    @property
    def size(self) -> int:
        """How many children are compared."""
        return len(self.weights.children)

    @property
    def powers(self) -> tuple[int, ...]:
        """The powers of the matrix that the iteration works with."""
        return tuple(2**k for k in range(1, self.squared + 1))

    @property
    def first(self) -> int:
        """The row of the first child on the judgement sheet."""
        return self.top + 2

    @property
    def height(self) -> int:
        """Rows taken on the judgement sheet, with an empty one below."""
        below = len(CONSISTENCY_ROWS) if self.kind == "pairwise" else 0
        return 2 + self.size + below + 1

    @property
    def priority_column(self) -> int:
        """The column of local weights on the judgement sheet."""
        return MATRIX + self.widest

    def judgement(self, row: int, column: int) -> str:
        """A cell of the matrix."""
        return self.sheet.cell(self.first + row, MATRIX + column)

    def priority(self, child: int) -> str:
        """The local weight of a child."""
        return self.sheet.cell(self.first + child, self.priority_column)

    def consistency_row(self, name: str) -> int:
        """The row of one of `CONSISTENCY_ROWS`."""
        return self.first + self.size + CONSISTENCY_ROWS.index(name)

    def steps(self) -> dict[str, int]:
        """The first row of each part of the workings; "end" is the row after them."""
        n = self.size
        rows: dict[str, int] = {}
        row = self.steps_top + 1
        parts = [
            ("matrix", n),
            *((f"power{power}", n) for power in self.powers),
            ("steps", STEPS + 1),
            ("image", 1),
        ]
        parts += [("known", n), ("labels", n), ("system", n), *((f"pivot{k}", n) for k in range(n))]
        parts += [("logs", 1), ("least_squares", 1), ("errors", n)]
        if self.incomplete == "harker":
            parts += [(f"auxiliary{k}", n) for k in range(chain_squarings(n) + 1)] + [
                ("auxiliary_steps", STEPS + 1)
            ]
        if self.incomplete != "least_squares":
            parts += [("levels", 1), ("incomplete", 1)]
        parts += [("weights", 1), ("counts", 1)]
        for name, height in parts:
            rows[name] = row + 1
            row += height + 1
        rows["end"] = row + 1
        return rows

    def step(self, part: str, row: int, column: int) -> str:
        """A cell of the workings."""
        return self.steps_sheet.cell(self.steps()[part] + row, MATRIX + column)


def weight_nodes(results: Results) -> tuple[NodePlan, ...]:
    """The goal and the premises, with the stakeholder's answers or points."""
    study = results.study
    stakeholder = next((item for item in study.stakeholders if item.id == results.weights.source), None)
    pairwise = stakeholder is not None and stakeholder.method == "pairwise"
    by_points = stakeholder is not None and stakeholder.method == "direct" and not stakeholder.is_flat
    given = stakeholder.points if stakeholder is not None and by_points else None
    nodes = [(node, node_title(study, node.node)) for node in results.weights.nodes]
    names = {child: study.name_of(child) for node in results.weights.nodes for child in node.children}
    return _placed(nodes, names, pairwise, given, (JUDGEMENTS, PRIORITIES), study.settings.incomplete)


def comparison_nodes(results: Results) -> tuple[NodePlan, ...]:
    """The criteria under which projects are compared pairwise."""
    study = results.study
    if study.settings.ahp_intensities != "projects":
        return ()
    nodes = []
    for criterion in results.matrix.criteria:
        found = project_weights(study, criterion)
        if found is not None and found.status in ("complete", "incomplete"):
            nodes.append((found, f"Projects compared under {criterion} {study.name_of(criterion)}"))
    names = {project.id: project.title for project in study.projects}
    places = (COMPARISONS, COMPARISON_STEPS)
    return _placed(nodes, names, True, None, places, study.settings.incomplete)


def comparison_of(plans: tuple[NodePlan, ...], criterion: str) -> NodePlan | None:
    """The plan of a criterion under which projects are compared, None where ratings stand."""
    return next((plan for plan in plans if plan.weights.node == project_node(criterion)), None)


def _placed(
    nodes: list[tuple[NodeWeights, str]], names: Mapping[str, str], pairwise: bool,
    given: Mapping[str, float] | None, places: tuple[Place, Place], incomplete: Incomplete,
) -> tuple[NodePlan, ...]:  # fmt: skip
    widest = max((len(node.children) for node, _ in nodes), default=1) if pairwise else 1
    top = steps_top = TABLE_HEAD
    plans = []
    for node, title in nodes:
        kind: NodeKind = "single" if len(node.children) < 2 else "pairwise" if pairwise else "direct"
        points = node.weights if given is None else np.array([given.get(c, 0.0) for c in node.children])
        children = tuple(names[child] for child in node.children)
        squared = squarings(node.matrix) if kind == "pairwise" else USUAL
        plan = NodePlan(
            node, kind, title, children, points, *places, top, steps_top, widest, incomplete, squared
        )  # fmt: skip
        plans.append(plan)
        top += plan.height
        steps_top = plan.steps()["end"] if kind == "pairwise" else steps_top
    return tuple(plans)


def node_title(study: Study, node: str) -> str:
    """What is compared under a node, in words."""
    if node == GOAL:
        return "Premises compared under the goal"
    return f"Criteria compared under {node} {study.name_of(node)}"
