"""Columns of the data-entry workbook."""

from __future__ import annotations

import msgspec

from criteria.files.column_words import match_head
from criteria.files.template_columns import template_columns
from criteria.model.fields import FIELDS
from criteria.template import new_study

STUDY = new_study()
COLUMNS = {column.head: column for column in template_columns(STUDY)}


def test_that_there_is_a_column_for_every_field_and_every_part_of_a_score() -> None:
    assert len(COLUMNS) == len(FIELDS) + 6 * len(STUDY.criteria)
    assert list(COLUMNS)[:2] == ["id", "title"]
    assert list(COLUMNS)[-2:] == ["rationale", "note"]


def test_that_head_and_name_of_each_column_are_read_as_the_column() -> None:
    for column in COLUMNS.values():
        for text in (column.head, column.name):
            found = match_head(text, STUDY)
            assert found is not None, text
            assert (found.kind, found.target) == (column.kind, column.target), text


def test_that_every_column_says_what_it_means_and_takes() -> None:
    assert all(column.meaning and column.unit for column in COLUMNS.values())
    assert all(COLUMNS[criterion.id].source for criterion in STUDY.criteria)


def test_that_short_texts_are_set_as_text_and_figures_with_their_decimals() -> None:
    formats = {
        head: COLUMNS[head].numbers for head in ("sdg_targets", "id", "budget_eur", "N1", "N2", "A3", "A2")
    }
    assert formats == {
        "sdg_targets": "@", "id": "@", "budget_eur": "#,##0", "N1": "0.000", "N2": "0.0", "A3": "0",
        "A2": "General",
    }  # fmt: skip


def test_that_bounds_fold_before_evidence() -> None:
    heads = ("N1", "N1_low", "N1_high", "N1_source", "N1_year", "N1_note", "title")
    assert [COLUMNS[head].outline for head in heads] == [0, 1, 1, 2, 2, 2, 0]


def test_that_criteria_out_of_use_have_no_column() -> None:
    off = tuple(msgspec.structs.replace(c, active=c.id != "N1") for c in STUDY.criteria)
    heads = {column.head for column in template_columns(msgspec.structs.replace(STUDY, criteria=off))}
    assert "N1" not in heads
    assert "N2" in heads


def test_that_no_head_is_wider_than_its_column() -> None:
    assert all(len(column.head) <= column.width for column in COLUMNS.values() if column.kind == "profile")
