"""The tables of one node's workings: where their cells are, and how rows of formulas are written."""

from __future__ import annotations

from criteria.arrays import Floats
from criteria.report.workbook.node_numbers import NodeNumbers
from criteria.report.workbook.node_plan import MATRIX, NodePlan
from criteria.report.workbook.references import here
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.squarings import STEPS
from criteria.report.workbook.styles import LABEL, NOTE, figures


class NodeTables:
    """Writes tables of formulas with their values at the rows the plan keeps for them."""

    def __init__(self, builder: SheetBuilder, plan: NodePlan, numbers: NodeNumbers) -> None:
        self.builder, self.plan, self.numbers = builder, plan, numbers
        self.rows, self.n = plan.steps(), plan.size
        self.figure, self.label = builder.style(figures("0.000000")), builder.style(LABEL)
        self.whole = builder.style(figures("0"))

    def cell(self, part: str, row: int, column: int) -> str:
        """A cell of a part, row and column from 0."""
        return here(self.rows[part] + row, MATRIX + column)

    def row(self, part: str, row: int) -> str:
        """One row of a part, as wide as there are children."""
        return f"{self.cell(part, row, 0)}:{self.cell(part, row, self.n - 1)}"

    def whole_part(self, part: str) -> str:
        """All cells of a square part."""
        return f"{self.cell(part, 0, 0)}:{self.cell(part, self.n - 1, self.n - 1)}"

    def head(self, part: str, text: str) -> None:
        """The sentence above a part."""
        self.builder.text(self.rows[part] - 1, 1, text, self.builder.style(NOTE))

    def table(self, part: str, formulas: list[list[str]], values: Floats, labels: list[str]) -> None:
        """Rows of formulas with their values, a label in front of each."""
        for i, line in enumerate(formulas):
            row = self.rows[part] + i
            self.builder.text(row, 1, labels[i], self.label)
            for j, formula in enumerate(line):
                self.builder.formula(row, MATRIX + j, formula, float(values[i, j]), self.figure)

    def product(self, part: str, i: int, j: int) -> str:
        """A cell of a square part times itself, over the square of its sum."""
        terms = (f"{self.cell(part, i, k)}*{self.cell(part, k, j)}" for k in range(self.n))
        return f"({'+'.join(terms)})/SUM({self.whole_part(part)})^2"

    def iterate(self, part: str, power: str, values: Floats) -> None:
        """The power iteration: row sums of a square part, then that part times them, scaled to sum 1."""
        n, whole = self.n, self.whole_part(power)
        lines = [[f"SUM({self.row(power, i)})/SUM({whole})" for i in range(n)]]
        for step in range(STEPS):
            w = self.row(part, step)
            column = [f"SUMPRODUCT({self.row(power, i)},{w})" for i in range(n)]
            total = "(" + "+".join(column) + ")"
            lines.append([f"{one}/{total}" for one in column])
        self.table(part, lines, values, ["start", *(f"step {k + 1}" for k in range(STEPS))])
