"""The sheet Priorities: how judgements become weights, step by step in plain arithmetic."""

from __future__ import annotations

import numpy as np

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up_print, write_title
from criteria.report.workbook.incomplete_workings import write_incomplete
from criteria.report.workbook.node_numbers import node_numbers
from criteria.report.workbook.node_plan import MATRIX, NodePlan
from criteria.report.workbook.node_tables import NodeTables
from criteria.report.workbook.references import here, number
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.squarings import STEPS
from criteria.report.workbook.styles import HEAD_RIGHT, STRONG


def write_priorities(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the workings of the goal and of every premise that is compared pairwise."""
    write_priorities_of(builder, draft, draft.nodes)


def write_comparison_priorities(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the workings of every criterion under which projects are compared pairwise."""
    write_priorities_of(builder, draft, draft.comparisons)


def write_workings(builder: SheetBuilder, plan: NodePlan) -> None:
    """Writes the workings of one node from its row `steps_top` on."""
    _NodeWriter(builder, plan, node_numbers(plan.weights.matrix, plan.incomplete, plan.squared)).write()


def write_priorities_of(builder: SheetBuilder, draft: Draft, plans: tuple[NodePlan, ...]) -> None:
    """Writes a sheet with the workings of these nodes."""
    write_title(
        builder, draft, "Priorities, step by step",
        "Eigenvector: the matrix is squared four times or more, then w ← A^16 w, scaled to sum 1. Least "
        "squares: normal equations of the logarithms, solved by elimination; for complete judgements this "
        "is the geometric mean.",
    )  # fmt: skip
    for plan in plans:
        if plan.kind == "pairwise":
            write_workings(builder, plan)
    widest = max((plan.size for plan in plans), default=1)
    sheet = builder.sheet
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 8
    for column in range(MATRIX, MATRIX + widest + 1):
        sheet.column_dimensions[here(1, column)[1:-2]].width = 13
    sheet.freeze_panes = "C3"
    set_up_print(sheet, draft)


class _NodeWriter(NodeTables):
    """Writes the parts of one node, each under a sentence that says what it is."""

    def write(self) -> None:
        """Writes all parts in order."""
        builder, row = self.builder, self.plan.steps_top
        builder.text(row, 1, self.plan.title, builder.style(STRONG))
        builder.texts(row, MATRIX, self.plan.weights.children, builder.style(HEAD_RIGHT))
        self._eigenvector()
        self._least_squares()
        self._fit()
        write_incomplete(self)
        self._weights()
        self._counts()

    def _eigenvector(self) -> None:
        n, plan = self.n, self.plan
        ids = list(plan.weights.children)
        self.head("matrix", "judgements; a missing one as the program completed it (smallest λmax)")
        fill = self.numbers.filled
        missing = np.isnan(plan.weights.matrix)

        def filled(i: int, j: int) -> str:
            cell = plan.judgement(i, j)
            # A judgement that a reviewer takes out is filled in from the least-squares weights.
            ratio = f"{self.cell('least_squares', 0, i)}/{self.cell('least_squares', 0, j)}"
            return f"IF(ISNUMBER({cell}),{cell},{number(fill[i, j]) if missing[i, j] else ratio})"

        self.table("matrix", [[filled(i, j) for j in range(n)] for i in range(n)], fill, ids)
        before = "matrix"
        for place, power in enumerate(self.plan.powers):
            part = f"power{power}"
            self.head(
                part, f"A to the power {power}: the table above times itself, over the square of its sum"
            )
            products = [[self.product(before, i, j) for j in range(n)] for i in range(n)]
            self.table(part, products, self.numbers.powers[place], ids)
            before = part
        self._iterate(before)

    def _iterate(self, power: str) -> None:
        n = self.n
        self.head(
            "steps",
            f"row sums scaled to sum 1, then w ← A^{self.plan.powers[-1]} w, scaled to sum 1 in each step",
        )
        self.iterate("steps", power, self.numbers.steps)
        self.head("image", "A w; its sum is λmax")
        last = self.row("steps", STEPS)
        image = [[f"SUMPRODUCT({self.row('matrix', i)},{last})" for i in range(n)]]
        self.table("image", image, self.numbers.image[None, :], ["A w"])

    def _least_squares(self) -> None:
        n, plan, numbers = self.n, self.plan, self.numbers
        ids = list(plan.weights.children)
        self.head("known", "1 where a judgement is known")
        known = [[f"IF(ISNUMBER({plan.judgement(i, j)}),1,0)" for j in range(n)] for i in range(n)]
        self.table("known", known, numbers.known, ids)
        self.head("labels", "linked groups: each takes the smallest label among those it was compared with")
        lines = [[str(j + 1) for j in range(n)]]
        for step in range(n - 1):
            label = [self.cell("labels", step, k) for k in range(n)]
            lines.append([self._smallest(label, j) for j in range(n)])
        self.table("labels", lines, numbers.labels.astype(float), [f"step {k}" for k in range(n)])
        self.head(
            "system", "normal equations: number of comparisons, minus 1 where known; each group has mean 0"
        )
        self.table("system", [self._equation(i) for i in range(n)], numbers.system, ids)
        before = "system"
        for pivot in range(n):
            part = f"pivot{pivot}"
            self.head(part, f"elimination of {ids[pivot]}")
            lines = [[self._eliminated(before, pivot, i, j) for j in range(n + 1)] for i in range(n)]
            self.table(part, lines, numbers.pivots[pivot], ids)
            before = part

    def _smallest(self, label: list[str], j: int) -> str:
        linked = (f"IF({self.cell('known', j, k)}=1,{label[k]},{self.n + 1})" for k in range(self.n))
        return f"MIN({','.join(linked)})"

    def _equation(self, i: int) -> list[str]:
        n, plan = self.n, self.plan
        label = [self.cell("labels", n - 1, k) for k in range(n)]
        group = self.row("labels", n - 1)
        line = []
        for j in range(n):
            pinned = f"IF({label[i]}={label[j]},1/COUNTIF({group},{label[i]}),0)"
            links = f"(SUM({self.row('known', i)})-1)" if i == j else f"-{self.cell('known', i, j)}"
            line.append(f"{links}+{pinned}")
        known = (f"IF(ISNUMBER({plan.judgement(i, j)}),LN({plan.judgement(i, j)}),0)" for j in range(n))
        return [*line, "+".join(known)]

    def _eliminated(self, before: str, pivot: int, i: int, j: int) -> str:
        row = f"{self.cell(before, pivot, j)}/{self.cell(before, pivot, pivot)}"
        return row if i == pivot else f"{self.cell(before, i, j)}-{self.cell(before, i, pivot)}*{row}"

    def _fit(self) -> None:
        n, numbers = self.n, self.numbers
        self.head("logs", "logarithms of the least-squares weights")
        final = f"pivot{n - 1}"
        self.table("logs", [[self.cell(final, i, n) for i in range(n)]], numbers.logs[None, :], ["ln w"])
        self.head("least_squares", "least-squares weights, scaled to sum 1")
        logs = self.row("logs", 0)
        total = "+".join(f"EXP({self.cell('logs', 0, k)}-MAX({logs}))" for k in range(n))
        fitted = [[f"EXP({self.cell('logs', 0, i)}-MAX({logs}))/({total})" for i in range(n)]]
        self.table("least_squares", fitted, numbers.least_squares[None, :], ["w"])
        self.head("errors", "errors of the known judgements: ln(a w_j / w_i)")
        self.table(
            "errors", [[self._error(i, j) for j in range(n)] for i in range(n)], numbers.errors,
            list(self.plan.weights.children),
        )  # fmt: skip

    def _weights(self) -> None:
        self.head(
            "weights", "weights used: eigenvector, unless judgements are missing or the choice is otherwise"
        )
        missing = self.cell("counts", 0, 0)
        used = []
        for i in range(self.n):
            fitted = self.cell("least_squares", 0, i)
            if self.plan.incomplete != "least_squares":
                fitted = f"IF({missing}=0,{fitted},{self.cell('incomplete', 0, i)})"
            eigenvector = self.cell("steps", STEPS, i)
            used.append(f'IF(AND({missing}=0,prioritisation="eigenvector"),{eigenvector},{fitted})')
        self.table("weights", [used], self.plan.weights.weights[None, :], ["local weight"])

    def _error(self, i: int, j: int) -> str:
        if j <= i:
            return "0"
        cell = self.plan.judgement(i, j)
        ratio = f"{self.cell('least_squares', 0, j)}/{self.cell('least_squares', 0, i)}"
        return f"IF(ISNUMBER({cell}),LN({cell}*{ratio}),0)"

    def _counts(self) -> None:
        n, row = self.n, self.rows["counts"]
        self.head("counts", "missing judgements, linked groups")
        pairs = n * (n - 1) // 2
        known = f"{self.cell('known', 0, 0)}:{self.cell('known', n - 1, n - 1)}"
        self.builder.text(row, 1, "missing, groups", self.label)
        self.builder.formula(
            row, MATRIX, f"{pairs}-(SUM({known})-{n})/2", float(self.plan.weights.missing), self.whole
        )
        groups = self.row("labels", n - 1)
        shares = "+".join(f"1/COUNTIF({groups},{self.cell('labels', n - 1, k)})" for k in range(n))
        self.builder.formula(
            row, MATRIX + 1, f"ROUND({shares},0)", float(self.numbers.components), self.whole
        )
