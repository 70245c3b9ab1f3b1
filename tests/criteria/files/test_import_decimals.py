"""Decimal marks per column, and what settles a column in doubt."""

from __future__ import annotations

from criteria.files.column_mapping import ColumnTarget, propose_mapping
from criteria.files.import_decimals import column_decimals, holds_numbers
from criteria.template import new_study

HEAD = ("id", "title", "N1", "A2")


def marks(*rows: tuple[str, ...], delimiter: str = ";", chosen: str | None = None) -> dict[int, str]:
    table = (HEAD, *rows)
    decimals = column_decimals(table, propose_mapping(table, new_study()), delimiter, chosen)  # type: ignore[arg-type]
    return dict(decimals)


def test_that_each_column_tells_its_own_mark() -> None:
    assert marks(("P01", "A", "0,5", "12.5")) == {2: ",", 3: "."}


def test_that_a_column_in_doubt_follows_the_file() -> None:
    assert marks(("P01", "A", "0,5", "1,234")) == {2: ",", 3: ","}
    assert marks(("P01", "A", "0.5", "1,234")) == {2: ".", 3: "."}


def test_that_a_file_in_doubt_stays_in_doubt() -> None:
    assert marks(("P01", "A", "1", "1,234")) == {2: ".", 3: "ambiguous"}


def test_that_the_users_choice_counts_for_all() -> None:
    assert marks(("P01", "A", "0,5", "12.5"), chosen=",") == {2: ",", 3: ","}


def test_that_only_columns_of_figures_have_a_mark() -> None:
    columns = [
        ColumnTarget(0, "", "profile", "title"),
        ColumnTarget(0, "", "profile", "budget_eur"),
        ColumnTarget(0, "", "year", "N1"),
        ColumnTarget(0, "", "low", "N1"),
        ColumnTarget(0, "", "none"),
    ]
    assert [holds_numbers(column) for column in columns] == [False, True, False, True, False]
