"""What cells of the data-entry workbook accept."""

from __future__ import annotations

import pytest

from criteria.files.template_columns import template_columns
from criteria.files.template_rules import LONGEST_PROMPT, LONGEST_TITLE, cell_rule
from criteria.model.fields import FIELDS
from criteria.template import new_study

STUDY = new_study()
COLUMNS = {column.head: column for column in template_columns(STUDY)}
LISTS = {field.attribute: f"Words!{field.attribute}" for field in FIELDS if field.vocabulary}


@pytest.mark.parametrize(
    ("head", "kind", "first", "second"),
    [
        ("mode", "list", "Words!mode", None),
        ("ldc", "list", '"yes,no"', None),
        ("A3", "list", '"1,2,3,4,5"', None),
        ("A3_low", "list", '"1,2,3,4,5"', None),
        ("N1", "decimal", "0", "1"),
        ("A2", "decimal", "0", "8000000"),
        ("rule_of_law", "decimal", "-2.5", "2.5"),
        ("budget_eur", "decimal", "0", None),
        ("N1_year", "whole", "1900", "2100"),
        ("iso3", "textLength", "3", None),
        ("title", None, None, None),
        ("technology_tags", None, None, None),
        ("N1_source", None, None, None),
    ],
)
def test_that_a_column_has_its_rule(
    head: str, kind: str | None, first: str | None, second: str | None
) -> None:
    rule = cell_rule(COLUMNS[head], STUDY, LISTS)
    assert (rule.type, rule.formula1, rule.formula2) == (kind, first, second)


def test_that_levels_are_named_at_the_cell() -> None:
    assert "3 Pilot" in str(cell_rule(COLUMNS["A3"], STUDY, LISTS).prompt)


@pytest.mark.parametrize("head", sorted(COLUMNS))
def test_that_messages_keep_to_the_limits_of_a_spreadsheet(head: str) -> None:
    rule = cell_rule(COLUMNS[head], STUDY, LISTS)
    assert 0 < len(str(rule.prompt)) <= LONGEST_PROMPT
    assert 0 < len(str(rule.error)) <= LONGEST_PROMPT
    assert 0 < len(str(rule.promptTitle)) <= LONGEST_TITLE
