"""What one may choose about the reading of a table, and the reading itself as a pure function."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from criteria.files.numbers import DecimalStyle
from criteria.files.project_table import ImportPreview, preview_import

if TYPE_CHECKING:
    from criteria.files.column_mapping import ColumnMapping
    from criteria.files.column_words import ColumnKind
    from criteria.model.study import Study
    from desktop.app.jobs import Token


@dataclass(frozen=True)
class ImportChoices:
    """Choices that override what is found out, which None leaves as it is; rows count from 0."""

    sheet: str | None = None
    header_row: int | None = None
    mapping: ColumnMapping | None = None
    decimal: DecimalStyle | None = None
    encoding: str | None = None
    delimiter: str | None = None
    skip_rows: frozenset[int] = frozenset()
    accept: frozenset[str] = frozenset()

    def reading(self, **choices: Any) -> ImportChoices:
        """Other ways to read the file: what was decided about columns and rows is found out anew."""
        return replace(self, **choices, mapping=None, skip_rows=frozenset(), accept=frozenset())

    def assigned(self, preview: ImportPreview, index: int, kind: ColumnKind, target: str) -> ImportChoices:
        """One column sent elsewhere."""
        return replace(self, mapping=preview.mapping.assigned(index, kind, target))

    @property
    def decided(self) -> bool:
        """Whether rows were left out or problems accepted."""
        return bool(self.skip_rows or self.accept)

    def undecided(self) -> ImportChoices:
        """Every row back in, nothing accepted."""
        return replace(self, skip_rows=frozenset(), accept=frozenset())

    def without_row(self, row: int) -> ImportChoices:
        """One row left out."""
        return replace(self, skip_rows=self.skip_rows | {row})

    def accepting(self, code: str) -> ImportChoices:
        """All problems of one kind waved through."""
        return replace(self, accept=self.accept | {code})


def read_preview(path: Path, study: Study, choices: ImportChoices, token: Token) -> ImportPreview:
    """The preview of a table under some choices; raises what `preview_import` raises."""
    mapping = choices.mapping
    if mapping is None and choices.header_row is not None:
        mapping = _mapping_below(path, study, choices)
    token.progress(0.3)
    return preview_import(
        path,
        study,
        sheet=choices.sheet,
        mapping=mapping,
        decimal=choices.decimal,
        encoding=choices.encoding,
        delimiter=choices.delimiter,
        skip_rows=choices.skip_rows,
        accept=choices.accept,
    )


def _mapping_below(path: Path, study: Study, choices: ImportChoices) -> ColumnMapping:
    """Where columns belong when the heads stand in the row that was chosen."""
    from criteria.files.column_mapping import propose_mapping
    from criteria.files.import_sheet import sheet_of_projects
    from criteria.files.tables import read_tables

    file = read_tables(path, encoding=choices.encoding, delimiter=choices.delimiter)
    sheet, _, _ = sheet_of_projects(file, study, choices.sheet)
    return propose_mapping(sheet.rows, study, choices.header_row)
