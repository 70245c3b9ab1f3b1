"""The words of the data-entry workbook cover all fields."""

from __future__ import annotations

from criteria.files.template_words import template_words
from criteria.model.fields import FIELDS


def test_that_every_profile_field_has_a_meaning() -> None:
    fields = template_words().fields
    assert set(fields) == {field.attribute for field in FIELDS}
    assert all(words.meaning for words in fields.values())


def test_that_every_step_is_a_sentence_with_a_text() -> None:
    for step in template_words().steps:
        assert step.head.endswith((".", "?"))
        assert len(step.text) > 30
