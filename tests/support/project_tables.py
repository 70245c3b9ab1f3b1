"""Small tables of projects, written on the fly."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from pathlib import Path

from criteria.files.project_table import ImportPreview, preview_import
from criteria.model.projects import Project
from criteria.model.study import Study
from criteria.template import new_study

HEAD = ("project_id", "title", "country", "N1", "A3")
ROW = ("P01", "A project", "Ghana", "0.5", "3")


def table(folder: Path, *rows: Sequence[object], head: Sequence[str] = HEAD, name: str = "call.csv") -> Path:
    """A comma-separated file with these rows below the heads."""
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([head, *rows])
    return path


def workbook(folder: Path, sheets: Mapping[str, Sequence[Sequence[object]]], name: str = "call.xlsx") -> Path:
    """A workbook with these rows in its sheets."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    book.save(folder / name)
    return folder / name


def preview(path: Path, study: Study | None = None, **choices: object) -> ImportPreview:
    """The preview of a table against a new study, or the one given."""
    return preview_import(path, study or new_study(), **choices)  # type: ignore[arg-type]


def one_project(folder: Path, **cells: object) -> tuple[Project, list[str]]:
    """The project in a table of one row, and the codes of what is wrong; cells are given by head."""
    values = {"project_id": "P01", "title": "A project", **cells}
    found = preview(table(folder, list(values.values()), head=list(values)))
    return found.projects[0], [p.code for p in found.problems if p.severity != "note"]
