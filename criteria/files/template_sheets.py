"""The sheets beside the table: how to fill it in, the levels, the columns, the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from criteria.files.template_columns import TemplateColumn
from criteria.files.template_styles import (
    GROUND,
    HEAD_LINE,
    MUTED,
    PREMISE_COLOURS,
    TEXT,
    fit_height,
    get_column_letter,
    put,
    rule,
    set_look,
    set_page,
)
from criteria.files.template_words import template_words
from criteria.model.fields import FIELDS
from criteria.model.study import Study
from criteria.model.tree import Role

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


def write_instructions(sheet: Worksheet, study: Study) -> None:
    """One page on how to fill in the workbook."""
    sheet.column_dimensions["A"].width = 5
    sheet.column_dimensions["B"].width = 88
    set_look(put(sheet, 1, 1, f"{study.title}: data entry"), bold=True, size=16, wrap=False)
    set_look(put(sheet, 2, 1, "How to fill in this workbook"), colour=MUTED, wrap=False)
    sheet.row_dimensions[1].height = 26
    row = 4
    for number, step in enumerate(template_words().steps, 1):
        set_look(put(sheet, row, 1, number), bold=True)
        set_look(put(sheet, row, 2, step.head), bold=True)
        set_look(put(sheet, row + 1, 2, step.text))
        fit_height(sheet, row + 1, ("", step.text))
        row += 3
    set_look(put(sheet, row, 2, "Colours on sheet Projects"), bold=True)
    for offset, premise in enumerate(study.active_premises, 1):
        ground, colour = PREMISE_COLOURS[premise.role]
        ids = ", ".join(c.id for c in study.active_criteria if c.premise == premise.id)
        cell = put(sheet, row + offset, 2, f"{premise.name} ({premise.id}): {ids}")
        set_look(cell, colour=colour, ground=ground)
    set_page(sheet, title_rows="1:2", landscape=False)


def write_levels(sheet: Worksheet, study: Study) -> None:
    """Every level of every scale that has levels, with its anchor."""
    rows = [
        (
            criterion.id,
            criterion.name,
            level.value,
            level.label,
            level.anchor,
            study.premise_of[criterion.id].role,
        )
        for criterion in study.active_criteria
        for level in criterion.levels
    ]
    _title(sheet, "Levels and what they mean", (7, 34, 8, 36, 90))
    _heads(sheet, ("Id", "Criterion", "Level", "In a word", "What must be the case"))
    previous = ""
    for number, (criterion, name, value, label, anchor, role) in enumerate(rows, 4):
        first = criterion != previous
        previous = criterion
        texts = (criterion, name if first else "", value, label, anchor)
        _row(sheet, number, texts, role=role, strong=first)


def write_dictionary(sheet: Worksheet, columns: Sequence[TemplateColumn]) -> None:
    """Every column of the table: its meaning, its unit or values, and where they come from."""
    _title(sheet, "Columns of sheet Projects", (28, 36, 62, 42, 46))
    _heads(sheet, ("Column", "In words", "Meaning", "Unit or values", "Where to find it"))
    for number, column in enumerate(columns, 4):
        texts = (column.head, column.name, column.meaning, column.unit, column.source)
        _row(sheet, number, texts, role=column.role, strong=column.outline == 0)


def write_vocabularies(sheet: Worksheet, study: Study) -> Mapping[str, str]:
    """The words that fields take; the ranges in which those of each field stand, by attribute."""
    fields = [field for field in FIELDS if field.vocabulary]
    widths = [max(16, *(len(word) + 2 for word in field.vocabulary)) for field in fields]
    _title(sheet, "Words that the fields take", (*widths, 12, 62, 13, 120))
    heads = [f"Words for {field.name.lower()}" for field in fields]
    _heads(sheet, (*heads, "Safeguard", "In words", "Kind", "What it is"))
    ranges = {}
    for column, field in enumerate(fields, 1):
        for row, word in enumerate(field.vocabulary, 4):
            set_look(put(sheet, row, column, word))
        letter = get_column_letter(column)
        ranges[field.attribute] = f"Vocabularies!${letter}$4:${letter}${len(field.vocabulary) + 3}"
    for row, safeguard in enumerate(study.safeguards, 4):
        texts = (safeguard.id, safeguard.name, safeguard.kind, safeguard.description)
        for column, text in enumerate(texts, len(fields) + 1):
            set_look(put(sheet, row, column, text))
    return ranges


def _title(sheet: Worksheet, title: str, widths: Sequence[float]) -> None:
    set_look(put(sheet, 1, 1, title), bold=True, size=14, wrap=False)
    sheet.row_dimensions[1].height = 24
    for column, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(column)].width = width
    sheet.freeze_panes = "A4"
    set_page(sheet, title_rows="3:3")


def _heads(sheet: Worksheet, heads: Sequence[str]) -> None:
    for column, head in enumerate(heads, 1):
        cell = put(sheet, 3, column, head)
        set_look(cell, bold=True, colour=MUTED, ground=GROUND)
        cell.border = rule(HEAD_LINE)
    fit_height(sheet, 3, heads)


def _row(
    sheet: Worksheet, number: int, texts: Sequence[str | float], role: Role | None, *, strong: bool
) -> None:
    """A row of a list; its first cell carries the colour of a premise."""
    ground, colour = ("", TEXT) if role is None else PREMISE_COLOURS[role]
    for column, text in enumerate(texts, 1):
        cell = put(sheet, number, column, text)
        if column == 1:
            set_look(cell, bold=strong, colour=colour, ground=ground)
        else:
            set_look(cell)
        cell.border = rule()
    fit_height(sheet, number, texts)
