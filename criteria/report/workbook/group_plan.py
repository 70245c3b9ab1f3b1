"""Where the group stands: members, weights node by node, agreement, and the judgements joined."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from criteria.model.study import Study
from criteria.report.workbook.geometry import GROUP, JOINED, JOINED_STEPS
from criteria.report.workbook.group_numbers import GroupNumbers, NodeVoices
from criteria.report.workbook.node_plan import NodePlan, node_title
from criteria.report.workbook.people_plan import PersonPlan
from criteria.report.workbook.references import Row
from criteria.report.workbook.squarings import squarings

#: The list of members on the sheet Group.
MEMBER_HEAD, MEMBER_FIRST = 4, 5
#: Columns of that list, and of the tables of nodes below it.
ID, NAME, WAY, POWER, ANSWERED, VOICE, SHARE, ALONE, SIMILARITY, INDEX = range(1, 11)
HEARD, COUNTED, NODE_SHARE, CHILD = 3, 4, 5, 6
#: Rows under the members of a node.
MEANS = ("unscaled", "priorities_geometric", "priorities_arithmetic", "judgements", "group", "used")
#: Rows under the members' judgements of a node.
JOINT_ROWS = ("answered", "power", "joined", "spread", "joined_in_app", "spread_in_app", "check")
#: The first column of pairs on the sheet of joined judgements.
PAIR = 4


@dataclass(frozen=True, eq=False)
class GroupNode:
    """One node: its table on the sheet Group, its judgements and their joint matrix on their own sheet."""

    voices: NodeVoices
    title: str
    top: int
    members: int
    widest: int
    joint_top: int
    joint: NodePlan

    @property
    def size(self) -> int:
        """How many items are weighed."""
        return len(self.voices.children)

    @property
    def first(self) -> int:
        """The row of the first member."""
        return self.top + 2

    @property
    def entropy_column(self) -> int:
        """The column of entropies; shares in app, weights in app and the check follow."""
        return CHILD + self.widest

    def mean_row(self, name: str) -> int:
        """The row of one of `MEANS`."""
        return self.first + self.members + MEANS.index(name)

    def column(self, column: int) -> str:
        """One column of all members."""
        return GROUP.down(column, self.first, self.members)

    def member(self, member: int, column: int) -> str:
        """A cell of one member."""
        return GROUP.cell(self.first + member, column)

    def mean(self, name: str, child: int) -> str:
        """A cell of one of `MEANS`."""
        return GROUP.cell(self.mean_row(name), CHILD + child)

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The pairs of items in the order of their columns."""
        return [(i, j) for i in range(self.size) for j in range(i + 1, self.size)]

    @property
    def ratios_first(self) -> int:
        """The row of the first member's judgements."""
        return self.joint_top + 2

    @property
    def logs_first(self) -> int:
        """The row of the first member's logarithms."""
        return self.ratios_first + self.members + 1

    def joint_row(self, name: str) -> int:
        """The row of one of `JOINT_ROWS`."""
        return self.logs_first + self.members + JOINT_ROWS.index(name)

    def joined(self, pair: int) -> str:
        """The joined judgement of a pair."""
        return JOINED.cell(self.joint_row("joined"), PAIR + pair)


@dataclass(frozen=True, eq=False)
class GroupPlan:
    """The whole group; `numbers` are those behind the formulas."""

    study: Study
    people: tuple[PersonPlan, ...]
    numbers: GroupNumbers
    nodes: tuple[GroupNode, ...]

    @property
    def count(self) -> int:
        """How many stakeholders there are."""
        return len(self.people)

    def members(self, column: int) -> str:
        """One column of the list of members."""
        return GROUP.down(column, MEMBER_FIRST, self.count)

    def member(self, member: int, column: int) -> str:
        """A cell of the list of members."""
        return GROUP.cell(MEMBER_FIRST + member, column)

    def node(self, node: str) -> GroupNode | None:
        """The table of a node, None where there is nothing to weigh."""
        return next((one for one in self.nodes if one.voices.node == node), None)

    @property
    def source_row(self) -> int:
        """The row that says whose weights count."""
        return MEMBER_FIRST + self.count

    @property
    def source(self) -> str:
        """The cell that says whose weights count: group, or an id."""
        return GROUP.cell(self.source_row, WAY)

    @cached_property
    def agreement_top(self) -> int:
        """The title row of the agreement; heads and one row for each node follow, then the overall one."""
        return self.nodes[-1].mean_row(MEANS[-1]) + 2 if self.nodes else self.source_row + 2

    def agreement_row(self, place: int) -> int:
        """The row of a node in the agreement; the overall one stands after the last."""
        return self.agreement_top + 2 + place

    def agreement(self, place: int, column: int) -> str:
        """A cell of the agreement."""
        return GROUP.cell(self.agreement_row(place), column)

    @property
    def global_top(self) -> int:
        """The title row of the members' global weights."""
        return self.agreement_row(len(self.nodes)) + 2

    def global_row(self, member: int) -> int:
        """The row of a member's global weights; the group's stands after the last."""
        return self.global_top + 2 + member

    def globals(self, row: Row) -> str:
        """The global weights in one row."""
        return GROUP.across(row, WAY, len(self.study.active_criteria))


def group_plan(study: Study, people: tuple[PersonPlan, ...], numbers: GroupNumbers) -> GroupPlan:
    """The rows of everything about a group."""
    widest = max((len(node.children) for node in numbers.nodes), default=1)
    joint_widest = max(2, widest)
    top, joint_top, steps_top = MEMBER_FIRST + len(people) + 2, MEMBER_HEAD, MEMBER_HEAD
    nodes = []
    for voices in numbers.nodes:
        title = node_title(study, voices.node)
        names = tuple(study.name_of(child) for child in voices.children)
        matrix_top = joint_top + 2 + 2 * len(people) + 1 + len(JOINT_ROWS) + 1
        joint = NodePlan(
            voices.joined, "pairwise", f"{title}: the joined judgements", names, voices.joined.weights,
            JOINED, JOINED_STEPS, matrix_top, steps_top, joint_widest, study.settings.incomplete,
            squarings(voices.joined.matrix),
        )  # fmt: skip
        nodes.append(GroupNode(voices, title, top, len(people), widest, joint_top, joint))
        top = nodes[-1].mean_row(MEANS[-1]) + 2
        joint_top, steps_top = matrix_top + joint.height + 1, joint.steps()["end"]
    return GroupPlan(study, people, numbers, tuple(nodes))
