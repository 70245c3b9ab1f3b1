"""The workings around missing judgements by Harker's matrix or by the smallest λmax."""

from __future__ import annotations

from criteria.report.workbook.node_tables import NodeTables
from criteria.report.workbook.squarings import STEPS, chain_squarings


def write_incomplete(tables: NodeTables) -> None:
    """Writes the parts that lead to the weights of an incomplete matrix; nothing for least squares."""
    method = tables.plan.incomplete
    if method == "least_squares":
        return
    if method == "harker":
        _write_auxiliary(tables)
    source = ("auxiliary_steps", STEPS) if method == "harker" else ("steps", STEPS)
    _write_levels(tables, source)


def _write_auxiliary(tables: NodeTables) -> None:
    n, numbers = tables.n, tables.numbers.incomplete
    if numbers is None:
        raise ValueError("the numbers of Harker's matrix were not computed")
    ids = list(tables.plan.weights.children)
    tables.head(
        "auxiliary0",
        "Harker's matrix: 0 where a judgement is missing, 1 plus their number on the diagonal; "
        "over the size of the linked group",
    )
    first = [[_auxiliary(tables, i, j) for j in range(n)] for i in range(n)]
    tables.table("auxiliary0", first, numbers.auxiliary[0], ids)
    for k in range(1, chain_squarings(n) + 1):
        before = f"auxiliary{k - 1}"
        tables.head(
            f"auxiliary{k}", f"to the power {2**k}: the table above times itself, over its sum squared"
        )
        products = [[tables.product(before, i, j) for j in range(n)] for i in range(n)]
        tables.table(f"auxiliary{k}", products, numbers.auxiliary[k], ids)
    tables.head("auxiliary_steps", "row sums scaled to sum 1, then the last power times them, step by step")
    tables.iterate("auxiliary_steps", f"auxiliary{chain_squarings(n)}", numbers.steps)


def _auxiliary(tables: NodeTables, i: int, j: int) -> str:
    labels, label = tables.row("labels", tables.n - 1), tables.cell("labels", tables.n - 1, i)
    size = f"COUNTIF({labels},{label})"
    if i == j:
        return f"(1+{size}-SUM({tables.row('known', i)}))/{size}"
    judgement = tables.plan.judgement(i, j)
    return f"IF(ISNUMBER({judgement}),{judgement},0)/{size}"


def _write_levels(tables: NodeTables, source: tuple[str, int]) -> None:
    n, numbers = tables.n, tables.numbers.incomplete
    if numbers is None:
        raise ValueError("the numbers of an incomplete matrix were not computed")
    labels, weights = tables.row("labels", n - 1), tables.row(*source)
    tables.head("levels", "logarithms of the eigenvector, less their mean in each linked group")
    lines = []
    for i in range(n):
        label = tables.cell("labels", n - 1, i)
        mean = f"SUMPRODUCT(({labels}={label})*LN({weights}))/COUNTIF({labels},{label})"
        lines.append(f"LN({tables.cell(*source, i)})-{mean}")
    tables.table("levels", [lines], numbers.levels[None, :], ["ln w"])
    words = "Harker's matrix" if tables.plan.incomplete == "harker" else "the completed matrix"
    tables.head("incomplete", f"weights by the eigenvector of {words}, scaled to sum 1")
    levels = tables.row("levels", 0)
    raised = [f"EXP({tables.cell('levels', 0, i)}-MAX({levels}))" for i in range(n)]
    total = "+".join(raised)
    tables.table("incomplete", [[f"{one}/({total})" for one in raised]], numbers.weights[None, :], ["w"])
