"""The sheet Method."""

from __future__ import annotations

from tests.criteria.report.workbook import cells


def test_that_formulas_are_explained_with_their_sources(example: cells.Sheets) -> None:
    text = " ".join(str(cell.value) for cell in example["Method"].values())
    for word in (
        "Saaty",
        "Hwang & Yoon",
        "Kriebitz & Luetge",
        "1E-9",
        "three-valued",
        "λmax",
        "Goepel",
        "Rezaei",
        "Barron",
        "Forman & Peniwati",
        "Edwards 1977",
    ):
        assert word in text
