"""The data-entry workbook: a table that says at each cell what belongs there, and reads back by itself."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from criteria.files.atomic_write import write_whole
from criteria.files.template_columns import TemplateColumn, template_columns
from criteria.files.template_rules import cell_rule
from criteria.files.template_sheets import (
    write_dictionary,
    write_instructions,
    write_levels,
    write_vocabularies,
)
from criteria.files.template_styles import (
    FONT,
    GAP,
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
from criteria.model.fields import profile_field
from criteria.model.projects import Project
from criteria.model.study import Study

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

#: Rows below the heads that are prepared for projects.
ROOM = 200
FIRST_ROW = 3


def write_template(path: Path, study: Study, *, with_projects: bool = False) -> None:
    """Writes the workbook for the active criteria of a study, empty or holding its projects to go on with.

    SaveError where it cannot be written; the file that was there stays.
    """
    from openpyxl import Workbook

    book = Workbook()
    instructions, projects = book.worksheets[0], book.create_sheet("Projects")
    instructions.title = "Instructions"
    columns = template_columns(study)
    write_instructions(instructions, study)
    write_levels(book.create_sheet("Levels"), study)
    write_dictionary(book.create_sheet("Dictionary"), columns)
    lists = write_vocabularies(book.create_sheet("Vocabularies"), study)
    rows = max(ROOM, len(study.projects) + 50 if with_projects else 0)
    _write_heads(projects, columns)
    if with_projects:
        for number, project in enumerate(study.projects, FIRST_ROW):
            _write_project(projects, number, project, columns)
    _prepare(projects, study, columns, lists, rows)
    book.properties.title = f"{study.title}: data entry"
    book.properties.creator = "Proportio"
    book.active = 0
    stream = io.BytesIO()
    book.save(stream)
    write_whole(path, stream.getvalue(), keep_backup=False)


def _write_heads(sheet: Worksheet, columns: Sequence[TemplateColumn]) -> None:
    from openpyxl.styles import Alignment, Font

    for number, column in enumerate(columns, 1):
        ground, colour = (GROUND, TEXT) if column.role is None else PREMISE_COLOURS[column.role]
        top, below = put(sheet, 1, number, column.head), put(sheet, 2, number, column.name)
        set_look(top, bold=True, colour=colour, ground=ground, wrap=False, right=column.figures)
        set_look(below, size=9, colour=MUTED, ground=ground, right=column.figures)
        below.border = rule(HEAD_LINE)
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width = column.width
        dimension.number_format = column.numbers
        dimension.font = Font(name=FONT, size=10, color=TEXT)
        dimension.alignment = Alignment(
            vertical="top", wrap_text=not column.figures, horizontal="right" if column.figures else "left"
        )
        dimension.outlineLevel = column.outline
        dimension.hidden = column.outline == 2
    sheet.row_dimensions[2].height = 40


def _prepare(
    sheet: Worksheet, study: Study, columns: Sequence[TemplateColumn], lists: Mapping[str, str], rows: int
) -> None:
    from openpyxl.formatting.rule import Rule
    from openpyxl.styles import PatternFill
    from openpyxl.styles.differential import DifferentialStyle
    from openpyxl.worksheet.properties import Outline

    last = FIRST_ROW + rows - 1
    for number, column in enumerate(columns, 1):
        letter = get_column_letter(number)
        checked = cell_rule(column, study, lists)
        checked.add(f"{letter}{FIRST_ROW}:{letter}{last}")
        sheet.add_data_validation(checked)
    ground = PatternFill("solid", start_color=GAP, end_color=GAP)
    untitled = Rule("expression", dxf=DifferentialStyle(fill=ground))
    untitled.formula = [f'AND($A{FIRST_ROW}<>"",$B{FIRST_ROW}="")']
    sheet.conditional_formatting.add(f"B{FIRST_ROW}:B{last}", untitled)
    lined = Rule("expression", dxf=DifferentialStyle(border=rule()), formula=["TRUE"])
    sheet.conditional_formatting.add(f"A{FIRST_ROW}:{get_column_letter(len(columns))}{last}", lined)
    sheet.freeze_panes = f"C{FIRST_ROW}"
    sheet.sheet_properties.outlinePr = Outline(summaryRight=False)
    sheet.sheet_format.outlineLevelCol = 2
    set_page(sheet, title_rows="1:2", title_columns="A:B")


def _write_project(sheet: Worksheet, row: int, project: Project, columns: Sequence[TemplateColumn]) -> None:
    from openpyxl.styles import Alignment, Font

    fit_height(sheet, row, (_shown(project, column) for column in columns))
    for number, column in enumerate(columns, 1):
        value = _cell_value(project, column)
        if value is None or value == "":
            continue
        cell = put(sheet, row, number, value)
        cell.number_format = column.numbers
        cell.font = Font(name=FONT, size=10, color=TEXT)
        cell.alignment = Alignment(
            vertical="top", wrap_text=not column.figures, horizontal="right" if column.figures else "left"
        )


def _shown(project: Project, column: TemplateColumn) -> str | float | None:
    """What decides about the height of a row: folded columns do not."""
    return None if column.outline == 2 else _cell_value(project, column)


def _cell_value(project: Project, column: TemplateColumn) -> str | float | None:
    if column.kind == "profile":
        value = getattr(project, column.target)
        if profile_field(column.target).kind == "flag":
            return None if value is None else ("yes" if value else "no")
        return "; ".join(value) if isinstance(value, tuple) else value
    score = project.score(column.target)
    parts: dict[str, str | float | None] = {
        "value": score.value, "low": score.low, "high": score.high,
        "source": score.evidence.source, "year": score.evidence.year, "note": score.evidence.note,
    }  # fmt: skip
    return parts[column.kind]
