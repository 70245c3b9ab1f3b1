"""Which sheet of a file holds the projects, which of its rows, and which columns cannot be what they seem."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from criteria.errors import ImportProblemError
from criteria.files.cell_values import CellError, is_blank, read_figure
from criteria.files.cells import Cell, Row
from criteria.files.column_mapping import ColumnMapping, ColumnTarget, propose_mapping
from criteria.files.column_words import head_key
from criteria.files.tables import Sheet, TableFile
from criteria.model.study import Study

#: So many cells of a column are looked at to tell text from figures.
_SAMPLE = 50


def sheet_of_projects(
    file: TableFile, study: Study, wanted: str | None = None
) -> tuple[Sheet, ColumnMapping, tuple[str, ...]]:
    """The sheet that names most columns of projects, its mapping, and the names of others that name some.

    With `wanted` that sheet; ImportProblemError lists the sheets where it is not among them.
    """
    mappings = [(sheet, propose_mapping(sheet.rows, study)) for sheet in file.sheets]
    if wanted is not None:
        named = [found for found in mappings if found[0].name == wanted]
        if not named:
            names = ", ".join(f"“{sheet.name}”" for sheet in file.sheets)
            raise ImportProblemError(f"{file.path.name} has no sheet “{wanted}”; choose one of {names}.")
        return (*named[0], ())
    best = max(mappings, key=lambda found: _worth(found[1]))
    others = tuple(sheet.name for sheet, mapping in mappings if sheet is not best[0] and _worth(mapping) > 2)
    return (*best, others)


def project_rows(sheet: Sheet, mapping: ColumnMapping, skip: Collection[int] = ()) -> tuple[int, ...]:
    """The rows (from 0) below the heads that hold something in a column that is taken over."""
    if mapping.header_row is None:
        return ()
    taken = [column.index for column in mapping.columns if column.taken]
    left_out = set(skip)
    return tuple(
        number
        for number in range(mapping.first_row, len(sheet.rows))
        if number not in left_out and any(not is_blank(sheet.rows[number][index]) for index in taken)
    )


def without_prose(
    mapping: ColumnMapping, rows: Sequence[Row], study: Study
) -> tuple[ColumnMapping, tuple[ColumnTarget, ...]]:
    """The mapping without columns that bear the name of a criterion but hold prose, and these columns."""
    prose = tuple(column for column in mapping.columns if _is_prose(column, mapping, rows, study))
    places = {column.index for column in prose}
    columns = tuple(
        replace(column, kind="none", target="") if column.index in places else column
        for column in mapping.columns
    )
    return replace(mapping, columns=columns), prose


def _worth(mapping: ColumnMapping) -> int:
    return len({(column.kind, column.target) for column in mapping.columns if column.taken})


def _is_prose(column: ColumnTarget, mapping: ColumnMapping, rows: Sequence[Row], study: Study) -> bool:
    if column.kind not in ("value", "low", "high"):
        return False
    criterion = study.criterion(column.target)
    if head_key(criterion.id) in head_key(column.head).split():
        return False
    cells = [row[column.index] for row in rows[mapping.first_row :] if not is_blank(row[column.index])][
        :_SAMPLE
    ]
    return bool(cells) and all(_is_text(cell, study, column) for cell in cells)


def _is_text(cell: Cell, study: Study, column: ColumnTarget) -> bool:
    if not isinstance(cell, str) or cell.startswith("#"):
        return False
    try:
        read_figure(cell, study.criterion(column.target))
    except CellError as error:
        return error.code == "not-a-number"
    return False
