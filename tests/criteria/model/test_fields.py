"""The list of profile fields and the Project say the same."""

from __future__ import annotations

import msgspec
import pytest

from criteria.model.fields import FIELDS, profile_field
from criteria.model.projects import Project


def test_that_every_attribute_of_a_project_but_its_scores_is_a_profile_field() -> None:
    attributes = {field.name for field in msgspec.structs.fields(Project)}
    assert {field.attribute for field in FIELDS} == attributes - {"scores"}


def test_that_no_word_names_two_fields() -> None:
    words = [
        word.casefold()
        for field in FIELDS
        for word in {field.attribute.casefold(), field.name.casefold(), *field.synonyms}
    ]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_that_only_choices_and_tags_have_a_vocabulary() -> None:
    assert {field.kind for field in FIELDS if field.vocabulary} == {"choice", "tags"}


def test_that_limits_are_for_numbers() -> None:
    limited = {field.kind for field in FIELDS if field.minimum is not None or field.maximum is not None}
    assert limited == {"number", "money"}


def test_that_a_field_is_found_by_its_attribute() -> None:
    assert profile_field("budget_eur").unit == "EUR"
    with pytest.raises(KeyError, match="shoe_size"):
        profile_field("shoe_size")
