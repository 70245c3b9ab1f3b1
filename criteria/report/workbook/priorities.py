"""The sheet Priorities: how judgements become weights, step by step in plain arithmetic."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up_print, write_title
from criteria.report.workbook.node_numbers import NodeNumbers, node_numbers
from criteria.report.workbook.node_plan import MATRIX, POWERS, STEPS, NodePlan
from criteria.report.workbook.references import here, number
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD_RIGHT, LABEL, NOTE, STRONG, figures, in_app


def write_priorities(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the workings of the goal and of every premise that is compared pairwise."""
    _write(builder, draft, draft.nodes)


def write_comparison_priorities(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the workings of every criterion under which projects are compared pairwise."""
    _write(builder, draft, draft.comparisons)


def _write(builder: SheetBuilder, draft: Draft, plans: tuple[NodePlan, ...]) -> None:
    write_title(
        builder, draft, "Priorities, step by step",
        "Eigenvector: the matrix is squared four times, then w ← A¹⁶ w, scaled to sum 1. Least squares: "
        "normal equations of the logarithms, solved by elimination; for complete judgements this is the "
        "geometric mean.",
    )  # fmt: skip
    for plan in plans:
        if plan.kind == "pairwise":
            _NodeWriter(builder, plan, node_numbers(plan.weights.matrix)).write()
    widest = max((plan.size for plan in plans), default=1)
    sheet = builder.sheet
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 34, 8
    for column in range(MATRIX, MATRIX + widest + 1):
        sheet.column_dimensions[here(1, column)[1:-2]].width = 13
    sheet.freeze_panes = "C3"
    set_up_print(sheet, draft)


class _NodeWriter:
    """Writes the parts of one node, each under a sentence that says what it is."""

    def __init__(self, builder: SheetBuilder, plan: NodePlan, numbers: NodeNumbers) -> None:
        self._builder, self._plan, self._numbers = builder, plan, numbers
        self._rows, self._n = plan.steps(), plan.size
        self._figure, self._label = builder.style(figures("0.000000")), builder.style(LABEL)
        self._whole, self._given = builder.style(figures("0")), builder.style(in_app("0.000000"))

    def write(self) -> None:
        """Writes all parts in order."""
        builder, row = self._builder, self._plan.steps_top
        builder.text(row, 1, self._plan.title, builder.style(STRONG))
        builder.texts(row, MATRIX, self._plan.weights.children, builder.style(HEAD_RIGHT))
        self._eigenvector()
        self._least_squares()
        self._weights()

    def _cell(self, part: str, row: int, column: int) -> str:
        return here(self._rows[part] + row, MATRIX + column)

    def _row(self, part: str, row: int) -> str:
        return f"{self._cell(part, row, 0)}:{self._cell(part, row, self._n - 1)}"

    def _head(self, part: str, text: str) -> None:
        self._builder.text(self._rows[part] - 1, 1, text, self._builder.style(NOTE))

    def _table(self, part: str, formulas: list[list[str]], values: Floats, labels: list[str]) -> None:
        """Rows of formulas with their values, a label in front of each."""
        for i, line in enumerate(formulas):
            row = self._rows[part] + i
            self._builder.text(row, 1, labels[i], self._label)
            for j, formula in enumerate(line):
                self._builder.formula(row, MATRIX + j, formula, float(values[i, j]), self._figure)

    def _eigenvector(self) -> None:
        n, plan = self._n, self._plan
        ids = list(plan.weights.children)
        self._head("matrix", "judgements; a missing one as the program completed it (smallest λmax)")
        fill = self._numbers.filled
        missing = np.isnan(plan.weights.matrix)

        def filled(i: int, j: int) -> str:
            cell = plan.judgement(i, j)
            # A judgement that a reviewer takes out is filled in from the least-squares weights.
            ratio = f"{self._cell('least_squares', 0, i)}/{self._cell('least_squares', 0, j)}"
            return f"IF(ISNUMBER({cell}),{cell},{number(fill[i, j]) if missing[i, j] else ratio})"

        self._table("matrix", [[filled(i, j) for j in range(n)] for i in range(n)], fill, ids)
        before = "matrix"
        for place, power in enumerate(POWERS):
            part = f"power{power}"
            self._head(
                part, f"A to the power {power}: the table above times itself, over the square of its sum"
            )
            products = [[self._product(before, i, j) for j in range(n)] for i in range(n)]
            self._table(part, products, self._numbers.powers[place], ids)
            before = part
        self._iterate(before)

    def _product(self, part: str, i: int, j: int) -> str:
        terms = (f"{self._cell(part, i, k)}*{self._cell(part, k, j)}" for k in range(self._n))
        whole = f"{self._cell(part, 0, 0)}:{self._cell(part, self._n - 1, self._n - 1)}"
        return f"({'+'.join(terms)})/SUM({whole})^2"

    def _iterate(self, power: str) -> None:
        n = self._n
        self._head("steps", "row sums scaled to sum 1, then w ← A¹⁶ w, scaled to sum 1 in each step")
        whole = f"{self._cell(power, 0, 0)}:{self._cell(power, n - 1, n - 1)}"
        lines = [[f"SUM({self._row(power, i)})/SUM({whole})" for i in range(n)]]
        for step in range(STEPS):
            w = self._row("steps", step)
            column = [f"SUMPRODUCT({self._row(power, i)},{w})" for i in range(n)]
            total = "(" + "+".join(column) + ")"
            lines.append([f"{one}/{total}" for one in column])
        self._table("steps", lines, self._numbers.steps, ["start", *(f"step {k + 1}" for k in range(STEPS))])
        self._head("image", "A w; its sum is λmax")
        last = self._row("steps", STEPS)
        image = [[f"SUMPRODUCT({self._row('matrix', i)},{last})" for i in range(n)]]
        self._table("image", image, self._numbers.image[None, :], ["A w"])

    def _least_squares(self) -> None:
        n, plan, numbers = self._n, self._plan, self._numbers
        ids = list(plan.weights.children)
        self._head("known", "1 where a judgement is known")
        known = [[f"IF(ISNUMBER({plan.judgement(i, j)}),1,0)" for j in range(n)] for i in range(n)]
        self._table("known", known, numbers.known, ids)
        self._head("labels", "linked groups: each takes the smallest label among those it was compared with")
        lines = [[str(j + 1) for j in range(n)]]
        for step in range(n - 1):
            label = [self._cell("labels", step, k) for k in range(n)]
            lines.append([self._smallest(label, j) for j in range(n)])
        self._table("labels", lines, numbers.labels.astype(float), [f"step {k}" for k in range(n)])
        self._head(
            "system", "normal equations: number of comparisons, minus 1 where known; each group has mean 0"
        )
        self._table("system", [self._equation(i) for i in range(n)], numbers.system, ids)
        before = "system"
        for pivot in range(n):
            part = f"pivot{pivot}"
            self._head(part, f"elimination of {ids[pivot]}")
            lines = [[self._eliminated(before, pivot, i, j) for j in range(n + 1)] for i in range(n)]
            self._table(part, lines, numbers.pivots[pivot], ids)
            before = part

    def _smallest(self, label: list[str], j: int) -> str:
        linked = (f"IF({self._cell('known', j, k)}=1,{label[k]},{self._n + 1})" for k in range(self._n))
        return f"MIN({','.join(linked)})"

    def _equation(self, i: int) -> list[str]:
        n, plan = self._n, self._plan
        label = [self._cell("labels", n - 1, k) for k in range(n)]
        group = self._row("labels", n - 1)
        line = []
        for j in range(n):
            pinned = f"IF({label[i]}={label[j]},1/COUNTIF({group},{label[i]}),0)"
            links = f"(SUM({self._row('known', i)})-1)" if i == j else f"-{self._cell('known', i, j)}"
            line.append(f"{links}+{pinned}")
        known = (f"IF(ISNUMBER({plan.judgement(i, j)}),LN({plan.judgement(i, j)}),0)" for j in range(n))
        return [*line, "+".join(known)]

    def _eliminated(self, before: str, pivot: int, i: int, j: int) -> str:
        row = f"{self._cell(before, pivot, j)}/{self._cell(before, pivot, pivot)}"
        return row if i == pivot else f"{self._cell(before, i, j)}-{self._cell(before, i, pivot)}*{row}"

    def _weights(self) -> None:
        n, numbers = self._n, self._numbers
        self._head("logs", "logarithms of the least-squares weights")
        final = f"pivot{n - 1}"
        self._table("logs", [[self._cell(final, i, n) for i in range(n)]], numbers.logs[None, :], ["ln w"])
        self._head("least_squares", "least-squares weights, scaled to sum 1")
        logs = self._row("logs", 0)
        total = "+".join(f"EXP({self._cell('logs', 0, k)}-MAX({logs}))" for k in range(n))
        fitted = [[f"EXP({self._cell('logs', 0, i)}-MAX({logs}))/({total})" for i in range(n)]]
        self._table("least_squares", fitted, numbers.least_squares[None, :], ["w"])
        self._head("errors", "errors of the known judgements: ln(a w_j / w_i)")
        self._table(
            "errors", [[self._error(i, j) for j in range(n)] for i in range(n)], numbers.errors,
            list(self._plan.weights.children),
        )  # fmt: skip
        self._head(
            "weights", "weights used: eigenvector, unless judgements are missing or the choice is otherwise"
        )
        missing = self._cell("counts", 0, 0)
        used = [
            f'IF(AND({missing}=0,prioritisation="eigenvector"),{self._cell("steps", STEPS, i)},'
            f"{self._cell('least_squares', 0, i)})"
            for i in range(n)
        ]
        self._table("weights", [used], self._plan.weights.weights[None, :], ["local weight"])
        self._counts()

    def _error(self, i: int, j: int) -> str:
        if j <= i:
            return "0"
        cell = self._plan.judgement(i, j)
        ratio = f"{self._cell('least_squares', 0, j)}/{self._cell('least_squares', 0, i)}"
        return f"IF(ISNUMBER({cell}),LN({cell}*{ratio}),0)"

    def _counts(self) -> None:
        n, row = self._n, self._rows["counts"]
        self._head("counts", "missing judgements, linked groups")
        pairs = n * (n - 1) // 2
        known = f"{self._cell('known', 0, 0)}:{self._cell('known', n - 1, n - 1)}"
        self._builder.text(row, 1, "missing, groups", self._label)
        self._builder.formula(
            row, MATRIX, f"{pairs}-(SUM({known})-{n})/2", float(self._plan.weights.missing), self._whole
        )
        groups = self._row("labels", n - 1)
        shares = "+".join(f"1/COUNTIF({groups},{self._cell('labels', n - 1, k)})" for k in range(n))
        self._builder.formula(
            row, MATRIX + 1, f"ROUND({shares},0)", float(self._numbers.components), self._whole
        )
