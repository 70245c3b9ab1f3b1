"""Writes the workbook of a study's results: every sheet in order, then the file, whole or not at all."""

from __future__ import annotations

import datetime
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from criteria.files.atomic_write import write_whole
from criteria.ranking.results import Results
from criteria.report.workbook.contents import Page, contents
from criteria.report.workbook.draft import Draft, Provenance
from criteria.report.workbook.package import Rows, workbook_bytes
from criteria.report.workbook.safe_text import safe_text
from criteria.report.workbook.settings import define_names
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import Stylebook

if TYPE_CHECKING:
    from openpyxl import Workbook

#: Stands for a moment that the caller did not give.
_UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)


def write_workbook(
    results: Results,
    path: Path,
    *,
    provenance: Provenance | None = None,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bool:
    """Writes results as a workbook of live formulas with their values; False where `cancelled` stopped it.

    The file at the path is replaced whole or left as it is: SaveError says why. Equal results and provenance
    give equal bytes. `progress` hears 0 to 1.
    """
    data = workbook(results, provenance or Provenance(), progress=progress, cancelled=cancelled)
    if data is None:
        return False
    write_whole(path, data, keep_backup=False)
    if progress is not None:
        progress(1.0)
    return True


def workbook(
    results: Results,
    provenance: Provenance,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> bytes | None:
    """The workbook as bytes, None where `cancelled` said so between two sheets."""
    from openpyxl import Workbook

    draft = Draft(results, provenance)
    book = Workbook()
    book.remove(book.worksheets[0])
    pages = contents(draft)
    for page in pages:
        book.create_sheet(page.place.sheet)
    styles = Stylebook(book)
    with tempfile.TemporaryDirectory() as folder:
        rows: dict[str, Rows] = {}
        for done, page in enumerate(sorted(pages, key=lambda page: page.late), start=1):
            rows[page.place.sheet] = _write_page(page, draft, book, styles, Path(folder) / f"{done}.xml")
            if progress is not None:
                progress(0.8 * done / len(pages))
            if cancelled is not None and cancelled():
                return None
        styles.close()
        define_names(book, draft)
        _describe(book, draft)
        return workbook_bytes(book, rows, _moment(draft))


def _write_page(page: Page, draft: Draft, book: Workbook, styles: Stylebook, path: Path) -> Rows:
    with path.open("wb") as spill:
        builder = SheetBuilder(book[page.place.sheet], styles, spill)
        page.write(builder, draft)
        builder.flush()
    draft.log.add(page.place, builder)
    if page.colour:
        builder.sheet.sheet_properties.tabColor = page.colour
    return Rows(path, builder.dimension)


def _describe(book: Workbook, draft: Draft) -> None:
    """Document properties, and that spreadsheet programs compute the file afresh when they open it."""
    properties, study = book.properties, draft.study
    properties.title = safe_text(study.title)[0]
    properties.subject = "Multi-criteria decision analysis of AI cooperation projects"
    properties.creator = properties.lastModifiedBy = f"Proportio {draft.provenance.program_version}"
    properties.description = safe_text(f"{study.purpose} {draft.fictional}".strip())[0]
    properties.created = properties.modified = _moment(draft)
    book.active = 0


def _moment(draft: Draft) -> datetime.datetime:
    created = draft.provenance.created or _UNDATED
    return created.astimezone(datetime.UTC).replace(tzinfo=None)
