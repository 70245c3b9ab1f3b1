"""Where the answers of each stakeholder stand: a sheet each, a block for each node, workings below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from criteria.errors import ProportioError
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.report.workbook.node_plan import CONSISTENCY_ROWS, MATRIX, NodePlan, node_title
from criteria.report.workbook.references import Place
from criteria.report.workbook.squarings import squarings
from criteria.weighting.hierarchy import NodeWeights, Weights
from criteria.weighting.study_weights import own_weights

#: What a block holds: a matrix, a figure per item, an order, best and worst, or the part of a whole.
BlockKind = Literal["pairwise", "figures", "order", "best_worst", "part"]
#: The rows that open a sheet of answers, and the row of the first.
PERSON_ROWS = ("name", "organisation", "role", "voting_power", "method", "layout", "way", "answered", "note")
PERSON_TOP = 4
#: Rows under the items of a block; every kind ends with whether the answers are heard in a group.
BELOW: Mapping[BlockKind, tuple[str, ...]] = {
    "pairwise": ("answered", "heard"),
    "figures": ("missing", "figure", "verdict", "heard"),
    "order": ("missing", "heard"),
    "best_worst": ("xi", "bound", "proof", "ratio", "threshold", "verdict", "missing", "answered", "heard"),
    "part": ("heard",),
}
#: Columns between names and weights; a matrix takes as many as it has items.
COLUMNS: Mapping[BlockKind, int] = {"pairwise": 2, "figures": 1, "order": 6, "best_worst": 8, "part": 1}
_FORBIDDEN = re.compile(r"[\[\]:*?/\\'\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_LONGEST_NAME = 31


@dataclass(frozen=True, eq=False)
class Block:
    """What one stakeholder answered under one node, and where; `plan` only for comparisons in pairs.

    `answers_top` is the title row of the answers as given, where a judgement scale turns them into ratios.
    """

    found: NodeWeights
    kind: BlockKind
    title: str
    names: tuple[str, ...]
    sheet: Place
    top: int
    widest: int
    plan: NodePlan | None = None
    answers_top: int | None = None

    @property
    def size(self) -> int:
        """How many items are weighed."""
        return len(self.found.children)

    @property
    def first(self) -> int:
        """The row of the first item."""
        return self.top + 2

    @property
    def last(self) -> int:
        """The row of the last item."""
        return self.first + self.size - 1

    @property
    def weight_column(self) -> int:
        """The column of local weights; the program's own and the check follow."""
        return MATRIX + self.widest

    @property
    def end(self) -> int:
        """The row after the block and an empty one."""
        return self.below(BELOW[self.kind][-1]) + 2

    def below(self, name: str) -> int:
        """The row of one of `BELOW`."""
        matrix = len(CONSISTENCY_ROWS) if self.kind == "pairwise" else 0
        return self.last + 1 + matrix + BELOW[self.kind].index(name)

    def weight(self, child: int) -> str:
        """The cell of a local weight."""
        return self.sheet.cell(self.first + child, self.weight_column)

    @property
    def heard(self) -> str:
        """The cell that says whether the answers give weights that count in a group."""
        return self.sheet.cell(self.below("heard"), self.weight_column)

    @property
    def answered(self) -> str:
        """The cell that says whether anything was answered."""
        row = "answered" if "answered" in BELOW[self.kind] else "heard"
        return self.sheet.cell(self.below(row), self.weight_column)

    @property
    def is_heard(self) -> bool:
        """Whether the answers give weights that count in a group."""
        return self.found.status in ("complete", "incomplete")


@dataclass(frozen=True, eq=False)
class PersonPlan:
    """The sheet of one stakeholder; `refusal` says why there are no weights, `asked` is for all at once."""

    person: Stakeholder
    own: Weights | None
    refusal: str
    sheet: Place
    asked: Block | None
    blocks: tuple[Block, ...]
    premises: Mapping[str, str]

    def premise_of(self, criterion: str) -> str:
        """The premise that a criterion belongs to."""
        return self.premises[criterion]

    def cell(self, name: str) -> str:
        """The value of one of `PERSON_ROWS`."""
        return self.sheet.cell(person_row(name), MATRIX)

    def block(self, node: str) -> Block | None:
        """The block of a node with something to weigh, None where there is none."""
        return next((block for block in self.blocks if block.found.node == node), None)

    @property
    def answers(self) -> bool:
        """Whether this stakeholder has answered anything."""
        return self.own is not None and not self.own.is_unanswered

    @property
    def weight_column(self) -> int:
        """The column of local weights in every block."""
        return self.blocks[0].weight_column if self.blocks else MATRIX + 1


def person_row(name: str) -> int:
    """The row of one of `PERSON_ROWS`."""
    return PERSON_TOP + PERSON_ROWS.index(name)


def people_plans(study: Study) -> tuple[PersonPlan, ...]:
    """A sheet for every stakeholder, in the order of the study."""
    taken: set[str] = set()
    return tuple(_person_plan(study, person, _sheet_name(person.id, taken)) for person in study.stakeholders)


def weighed_nodes(study: Study) -> tuple[str, ...]:
    """The nodes with something to weigh: those with at least two children."""
    return tuple(node for node in study.nodes if len(study.children(node)) > 1)


def _sheet_name(identity: str, taken: set[str]) -> str:
    """A name that sheets may have and no other has, also where capitals do not count."""
    plain = " ".join(_FORBIDDEN.sub(" ", identity).split())
    number, name = 1, f"Answers {plain}"[:_LONGEST_NAME].strip()
    while name.casefold() in taken:
        number += 1
        ending = f" ({number})"
        name = f"Answers {plain}"[: _LONGEST_NAME - len(ending)].strip() + ending
    taken.add(name.casefold())
    return name


def _person_plan(study: Study, person: Stakeholder, name: str) -> PersonPlan:
    sheet = Place(name)
    try:
        own = own_weights(study, person)
    except ProportioError as error:
        return PersonPlan(person, None, str(error), sheet, None, (), {})
    row = PERSON_TOP + len(PERSON_ROWS) + 1
    kind = _kind(person)
    nodes = [own.node(node) for node in weighed_nodes(study)]
    widest = max([COLUMNS[kind], *(len(node.children) for node in nodes if kind == "pairwise")])
    asked = None
    if own.flat is not None and len(own.flat.children) > 1:
        asked = Block(own.flat, kind, "All criteria at once", _names(study, own.flat), sheet, row, widest)
        row, kind = asked.end, "part"
    blocks: list[Block] = []
    for node in nodes:
        answers_top = None
        if kind == "pairwise" and person.judgement_scale != "linear":
            answers_top, row = row, row + len(node.children) + 3
        title = node_title(study, node.node)
        names = _names(study, node)
        blocks.append(Block(node, kind, title, names, sheet, row, widest, answers_top=answers_top))
        row = blocks[-1].end
    if kind == "pairwise":
        blocks = _with_workings(study, blocks, row + 1)
    premises = {criterion.id: criterion.premise for criterion in study.active_criteria}
    return PersonPlan(person, own, "", sheet, asked, tuple(blocks), premises)


def _with_workings(study: Study, blocks: list[Block], row: int) -> list[Block]:
    """The blocks with the rows of their workings, which stand below them all."""
    placed = []
    for block in blocks:
        plan = NodePlan(
            block.found, "pairwise", block.title, block.names, block.found.weights, block.sheet,
            block.sheet, block.top, row, block.widest, study.settings.incomplete,
            squarings(block.found.matrix),
        )  # fmt: skip
        placed.append(replace(block, plan=plan))
        row = plan.steps()["end"]
    return placed


def _kind(person: Stakeholder) -> BlockKind:
    match person.method:
        case "pairwise":
            return "pairwise"
        case "rank_order":
            return "order"
        case "best_worst":
            return "best_worst"
        case _:
            return "figures"


def _names(study: Study, node: NodeWeights) -> tuple[str, ...]:
    return tuple(study.name_of(child) for child in node.children)
