"""Writing the workbook against plain openpyxl writing the same cells without any style."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from bench.timing import Measurement, compare


def measure() -> Measurement | str:
    """The workbook of the example, or a sentence that says why it is not measured."""
    try:
        from criteria.files.example import example_study
        from criteria.ranking.results import rank
        from criteria.report.workbook import write_workbook
    except ImportError as error:
        return f"the workbook is not measured: {error}"
    results = rank(example_study())
    with tempfile.TemporaryDirectory() as folder:
        path, plain = Path(folder) / "ours.xlsx", Path(folder) / "plain.xlsx"
        write_workbook(results, path)
        sheets = _cells(path)
        return compare(
            "workbook of the example, plain openpyxl",
            lambda: write_workbook(results, path),
            lambda: _write_plain(sheets, plain),
            1.5,
            seconds=8.0,
        )


def _cells(path: Path) -> dict[str, list[tuple[int, int, Any]]]:
    import openpyxl

    book = openpyxl.load_workbook(path)
    return {
        sheet.title: [
            (cell.row, cell.column, cell.value)
            for row in sheet.iter_rows()
            for cell in row
            if cell.value is not None
        ]
        for sheet in book.worksheets
    }


def _write_plain(sheets: dict[str, list[tuple[int, int, Any]]], path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for title, cells in sheets.items():
        sheet = book.create_sheet(title)
        for row, column, value in cells:
            sheet.cell(row, column, value)
    book.save(path)
