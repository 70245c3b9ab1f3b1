"""Cells of profile columns and countries."""

from __future__ import annotations

import datetime as dt

import msgspec
import pytest

from criteria.files.cell_values import CellError
from criteria.files.cells import Cell
from criteria.files.column_mapping import ColumnTarget
from criteria.files.profile_cells import read_country, read_profile_cell
from criteria.template import new_study

STUDY = new_study()


def read(attribute: str, cell: Cell, head: str = "") -> tuple[object, list[str]]:
    column = ColumnTarget(0, head or attribute, "profile", attribute)
    value, remarks = read_profile_cell(STUDY, column, cell, None)
    return value, [f"{severity}:{code}" for severity, code, _ in remarks]


@pytest.mark.parametrize(
    ("attribute", "cell", "value"),
    [
        ("title", " A \n", "A"),
        ("title", 2026, "2026"),
        ("id", 7.0, "7"),
        ("mode", "Aid", "aid"),
        ("end_user_type", "Public health service", "public_health_service"),
        ("mode", None, ""),
        ("ldc", "Y", True),
        ("ldc", None, None),
        ("budget_eur", "6,800,000", 6_800_000.0),
        ("duration_months", 36, 36.0),
        ("technology_tags", "Medical imaging; speech", ("medical_imaging", "speech")),
        ("safeguards", "sg01; Human oversight and override", ("SG01", "SG03")),
        ("sdg_targets", "3.4; 16.10", ("3.4", "16.10")),
    ],
)
def test_that_a_cell_is_read_as_its_field_wants(attribute: str, cell: Cell, value: object) -> None:
    assert read(attribute, cell) == (value, [])


@pytest.mark.parametrize(
    ("attribute", "cell", "value", "remark"),
    [
        ("mode", "grant", "grant", "error:unknown-word"),
        ("technology_tags", "speach", ("speach",), "note:unknown-tag"),
        ("safeguards", "SG99", ("SG99",), "error:unknown-safeguard"),
        ("sdg_targets", 8.1, ("8.1",), "note:number-in-text-cell"),
    ],
)
def test_that_unknown_words_are_kept_and_told(attribute: str, cell: Cell, value: object, remark: str) -> None:
    assert read(attribute, cell) == (value, [remark])


@pytest.mark.parametrize(
    ("attribute", "cell", "code"),
    [
        ("title", "#REF!", "error-value"),
        ("budget_eur", "much", "not-a-number"),
        ("budget_eur", -5, "out-of-range"),
        ("rule_of_law", 3, "out-of-range"),
        ("ldc", "perhaps", "not-a-flag"),
        ("id", dt.date(2026, 1, 2), "date-in-text-cell"),
        ("sdg_targets", dt.date(2026, 4, 3), "date-in-text-cell"),
    ],
)
def test_that_what_cannot_be_read_is_refused(attribute: str, cell: Cell, code: str) -> None:
    with pytest.raises(CellError) as caught:
        read(attribute, cell)
    assert caught.value.code == code


def test_that_the_head_gives_the_unit_of_a_budget() -> None:
    assert read("budget_eur", 6.8, "Budget (EUR million)") == (6_800_000.0, [])


def test_that_a_study_without_safeguards_knows_none() -> None:
    bare = msgspec.structs.replace(STUDY, safeguards=())
    column = ColumnTarget(0, "safeguards", "profile", "safeguards")
    _, remarks = read_profile_cell(bare, column, "SG01", None)
    assert "it has none" in remarks[0][2]


@pytest.mark.parametrize(
    ("country", "iso3", "code", "remark"),
    [
        ("Ghana", "GHA", "GHA", ""),
        ("Ghana", "gha", "GHA", ""),
        ("Ghana", "", "GHA", ""),
        ("", "GHA", "GHA", ""),
        ("Somewhere", "GHA", "GHA", ""),
        ("Congo", "", "", "unknown-country"),
        ("Atlantis", "", "", "unknown-country"),
        ("Ghana", "GHX", "GHX", "unknown-country-code"),
        ("Ghana", "TGO", "TGO", "country-code-mismatch"),
        ("DR Congo", "ZAR", "COD", "old-country-code"),
    ],
)
def test_that_a_country_code_is_filled_in_only_where_it_is_certain(
    country: str, iso3: str, code: str, remark: str
) -> None:
    found, remarks = read_country(country, iso3)
    assert (found, [item[1] for item in remarks]) == (code, [remark] if remark else [])
