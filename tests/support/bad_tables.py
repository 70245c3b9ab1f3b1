"""Tables that can be read but not taken over: the example portfolio with one thing spoilt in each."""

from __future__ import annotations

import csv
import datetime as dt
import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from criteria.files.cells import cell_name
from tests.support.bad_file import Recipe
from tests.support.unreadable_files import example_csv

Table = list[list[Any]]
_CODE, _COUNTRY, _PILLAR = "iso3", "country", "pillar"


def example_table() -> Table:
    """The example portfolio as rows of texts, the names of the columns first."""
    return list(csv.reader(io.StringIO(example_csv().decode("utf-8-sig"), newline="")))


def place(project: int, column: str) -> tuple[int, int]:
    """The row and column, from 0, of a project counted from 1."""
    return project, example_table()[0].index(column)


def spoilt(changes: dict[tuple[int, str], Any]) -> Table:
    """The example with other values in some cells, given by number of the project and name of the column."""
    table = example_table()
    for (project, column), value in changes.items():
        row, index = place(project, column)
        table[row][index] = value
    return table


def write_csv(path: Path, table: Table, delimiter: str = ",") -> None:
    """Writes rows as delimited text."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, delimiter=delimiter).writerows(table)


def write_xlsx(path: Path, table: Table, merged: str = "") -> None:
    """Writes rows as a workbook, numbers as numbers; texts that begin with = are formulas without result."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Projects"
    for row in table:
        sheet.append([_as_number(value) for value in row])
    if merged:
        sheet.merge_cells(merged)
    book.save(path)


def _as_number(value: Any) -> Any:
    if isinstance(value, bool):
        return value
    try:
        return float(value)
    except (TypeError, ValueError):
        return value or None


def bad_tables() -> list[Recipe]:
    """All of them; each ends the program with exit code 1 and a sentence that names the place."""
    cells = [
        *((_csv, "projects.csv", *case) for case in _CELLS),
        *((_xlsx, "projects.xlsx", *case) for case in _WORKBOOK_CELLS),
    ]
    return [
        *(
            Recipe(
                name, file, 1, cell_name(*place(project, column)), writer(spoilt({(project, column): value}))
            )
            for writer, file, name, project, column, value in cells
        ),
        *_disagreeing_cells(),
        *_whole_tables(),
        *_odd_rows(),
    ]


def _csv(table: Table, delimiter: str = ",") -> Callable[[Path], object]:
    return lambda path: write_csv(path, table, delimiter)


def _xlsx(table: Table, merged: str = "") -> Callable[[Path], object]:
    return lambda path: write_xlsx(path, table, merged)


_CELLS: tuple[tuple[str, int, str, Any], ...] = (
    ("duplicate-id", 4, "project_id", "P01"),
    ("no-id", 4, "project_id", ""),
    ("text-in-number-cell", 4, "N1", "high"),
    ("not-a-number", 4, "N1", "NaN"),
    ("infinite", 4, "A2", "inf"),
    ("too-large-for-a-number", 4, "A2", "1e999"),
    ("error-text-in-csv", 4, "N1", "#DIV/0!"),
    ("formula-text-in-csv", 4, "N1", "=1+1"),
    ("unit-in-number-cell", 4, "N1", "0.5 points"),
    ("date-in-number-cell", 4, "N1", "2024-05-01"),
    ("level-off-the-scale", 4, "N3", "9"),
    ("per-cent-off-the-scale", 4, "N1", "51 %"),
    ("figure-below-the-scale", 4, "N2", "-3"),
    ("negative-budget", 4, "budget_eur", "-1"),
    ("text-as-budget", 4, "budget_eur", "about a million"),
    ("unknown-pillar", 4, _PILLAR, "defusion"),
    ("unknown-safeguard", 4, "safeguards_offered", "SG02;SG99"),
    ("unknown-country-code", 4, _CODE, "XQZ"),
)
_WORKBOOK_CELLS: tuple[tuple[str, int, str, Any], ...] = (
    ("formula-without-result", 6, "N1", "=0.4+0.1"),
    ("error-value", 6, "N1", "#REF!"),
    ("date-in-number-cell-xlsx", 6, "N1", dt.date(2024, 5, 1)),
    ("truth-in-number-cell", 6, "N1", True),
)


def _whole_tables() -> Iterator[Recipe]:
    table = example_table()
    head, first = table[0], table[1]
    whole = ["" if _is_decimal(value) else value for value in first]
    whole[head.index("A2")], whole[head.index("A2_low")], whole[head.index("A2_high")] = "1,234", "", ""
    twice = [[*row, row[head.index("N1")]] for row in table]
    many = [f"extra {number}" for number in range(300 - len(head))]
    wide = [[*head, *many], *([*row, *("1" for _ in many)] for row in table[1:])]
    equal = [head, *([*row[:2], *first[2:]] for row in table[1:])]
    uncertain = spoilt({(4, _CODE): "", (4, _COUNTRY): "Korea"})
    yield Recipe("no-projects", "projects.csv", 1, "project", _csv(table[:1]))
    yield Recipe("no-projects-xlsx", "projects.xlsx", 1, "project", _xlsx(table[:1]))
    yield Recipe("one-project", "projects.csv", 1, "project", _csv(table[:2]))
    yield Recipe("all-equal", "projects.csv", 1, "All projects have", _csv(equal))
    yield Recipe(
        "no-known-columns", "letter.csv", 1, "letter.csv", _csv([["Dear", "Sir"], ["Best", "wishes"]])
    )
    yield Recipe("column-twice", "projects.csv", 1, "N1", _csv(twice))
    yield Recipe("300-columns", "projects.csv", 1, "column", _csv(wide))
    yield Recipe("ambiguous-decimal-mark", "projects.csv", 1, "1,234", _csv([head, whole], ";"))
    yield Recipe("merged-head", "projects.xlsx", 1, "A1:C1", _xlsx(table, merged="A1:C1"))
    yield Recipe("uncertain-country", "projects.csv", 1, cell_name(*place(4, _COUNTRY)), _csv(uncertain))


def _is_decimal(text: str) -> bool:
    return "." in text and text.replace(".", "", 1).lstrip("-").isdigit()


def _disagreeing_cells() -> Iterator[Recipe]:
    """Cells that contradict another one, which is the one that is named."""
    low, high = spoilt({(4, "S1_low"): "0.9"}), spoilt({(4, "A2_high"): "1"})
    country = spoilt({(4, _COUNTRY): "Paraguay"})
    yield Recipe("low-above-most-likely", "projects.csv", 1, cell_name(*place(4, "S1")), _csv(low))
    yield Recipe("most-likely-above-high", "projects.csv", 1, cell_name(*place(4, "A2")), _csv(high))
    yield Recipe("code-and-country-differ", "projects.csv", 1, cell_name(*place(4, _CODE)), _csv(country))


def _odd_rows() -> Iterator[Recipe]:
    table = example_table()
    longer = [[*row, "left over"] if number == 4 else row for number, row in enumerate(table)]
    shorter = [row[:20] if number == 24 else row for number, row in enumerate(table)]
    yield Recipe("row-too-long", "projects.csv", 1, "row 5", _csv(longer))
    yield Recipe("row-cut-off", "projects.csv", 1, "row 25", _csv(shorter))
