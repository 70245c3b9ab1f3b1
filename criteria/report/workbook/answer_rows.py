"""The parts that blocks of answers share: heads, items, weights beside the program's own, rows below."""

from __future__ import annotations

from criteria.report.workbook.node_plan import MATRIX
from criteria.report.workbook.people_plan import Block
from criteria.report.workbook.references import here
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import CHECK, HEAD, HEAD_RIGHT, LABEL, STRONG, WORDS, figures, in_app

NONE = "–"
_HEARD = "heard in a group (1 = yes)"


def write_block_head(builder: SheetBuilder, block: Block, columns: tuple[str, ...]) -> None:
    """The title of a block, the heads of its columns, the ids and names of its items."""
    builder.text(block.top, 1, block.title, builder.style(STRONG))
    builder.texts(block.top + 1, 1, ("id", "name"), builder.style(HEAD))
    right = builder.style(HEAD_RIGHT)
    for column in range(MATRIX, block.weight_column):
        builder.blank(block.top + 1, column, right)
    builder.texts(block.top + 1, MATRIX, columns, right)
    builder.texts(block.top + 1, block.weight_column, ("weight", "in app", "check"), right)
    for i, (child, name) in enumerate(zip(block.found.children, block.names, strict=True)):
        builder.texts(block.first + i, 1, (child, name), builder.style(WORDS))


def write_weights_of(builder: SheetBuilder, block: Block, formulas: list[str]) -> None:
    """The local weights of a block by their formulas, beside the program's own."""
    style = builder.style(figures("0.0%", bold=True))
    own = builder.style(in_app("0.0%"))
    for i, formula in enumerate(formulas):
        row, column, weight = block.first + i, block.weight_column, float(block.found.weights[i])
        builder.formula(row, column, formula, weight, style)
        builder.number(row, column + 1, weight, own)
        builder.check(row, column + 2, [(here(row, column), here(row, column + 1))], builder.style(CHECK))


def write_below(
    builder: SheetBuilder, block: Block, name: str, label: str, formula: str, value: Value, digits: str = "0"
) -> None:
    """A row under the items: a label, a formula, the program's own figure, the check."""
    row, column = block.below(name), block.weight_column
    write_label(builder, block, name, label)
    builder.formula(row, column, formula, value, builder.style(figures(digits)))
    builder.value(row, column + 1, value, builder.style(in_app(digits)))
    builder.check(row, column + 2, [(here(row, column), here(row, column + 1))], builder.style(CHECK))


def write_heard(builder: SheetBuilder, block: Block, formula: str) -> None:
    """Whether the answers of a block are heard in a group."""
    write_below(builder, block, "heard", _HEARD, formula, float(block.is_heard))


def write_words(builder: SheetBuilder, block: Block, name: str, formula: str, text: str) -> None:
    """A row under the items that says in words what a figure means."""
    row = block.below(name)
    builder.text(row, 2, "in words", builder.style(LABEL))
    builder.formula(row, MATRIX, formula, text, builder.style(LABEL))


def write_label(builder: SheetBuilder, block: Block, name: str, label: str) -> None:
    """The label of a row under the items, with the line below it drawn through to the figure."""
    row, style = block.below(name), builder.style(LABEL)
    builder.text(row, 2, label, style)
    for between in range(MATRIX, block.weight_column):
        builder.blank(row, between, style)


def column_of(block: Block, offset: int = 0) -> str:
    """One column of a block, all items, on its own sheet."""
    column = MATRIX + offset
    return f"{here(block.first, column)}:{here(block.last, column)}"


def item(block: Block, place: int, offset: int = 0) -> str:
    """A cell of a block on its own sheet."""
    return here(block.first + place, MATRIX + offset)


def own(block: Block, name: str) -> str:
    """The figure of a row below the items, on its own sheet."""
    return here(block.below(name), block.weight_column)
