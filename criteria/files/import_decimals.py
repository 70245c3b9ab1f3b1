"""The decimal mark of each column of figures: told by its own texts, else by the rest of the file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.files.cells import Row
from criteria.files.column_mapping import ColumnMapping, ColumnTarget
from criteria.files.numbers import DecimalStyle, decimal_style
from criteria.model.fields import profile_field


def holds_numbers(column: ColumnTarget) -> bool:
    """Whether a column is read as numbers."""
    if column.kind == "profile":
        return profile_field(column.target).kind in ("number", "money")
    return column.kind in ("value", "low", "high")


def column_decimals(
    rows: Sequence[Row], mapping: ColumnMapping, delimiter: str, chosen: DecimalStyle | None = None
) -> Mapping[int, DecimalStyle]:
    """The decimal mark by column index; `chosen` overrides all, a column in doubt follows the whole file."""
    columns = [column for column in mapping.columns if holds_numbers(column)]
    if chosen is not None:
        return {column.index: chosen for column in columns}
    texts = {
        column.index: [
            cell for row in rows[mapping.first_row :] if isinstance(cell := row[column.index], str)
        ]
        for column in columns
    }
    styles = {index: decimal_style(found, delimiter or None) for index, found in texts.items()}
    if "ambiguous" not in styles.values():
        return styles
    whole = decimal_style((text for found in texts.values() for text in found), delimiter or None)
    return {index: whole if style == "ambiguous" else style for index, style in styles.items()}
