"""Every profile field has words."""

from __future__ import annotations

from criteria.model.fields import FIELDS
from desktop.app.words.fields import FieldWords


def test_that_every_field_has_a_name_a_head_and_a_definition() -> None:
    words = FieldWords()
    for field in FIELDS:
        assert words.name(field.attribute)
        assert len(words.head(field.attribute)) <= 20
        assert words.definition(field.attribute).endswith(".")
    assert words.unit("budget_eur") == "EUR m"
    assert words.unit("title") == ""


def test_that_names_are_small_inside_sentences_but_initials_stay() -> None:
    words = FieldWords()
    assert words.in_sentence("end_user_type") == "type of end-user"
    assert words.in_sentence("oda_recipient") == "ODA recipient"
    assert words.in_sentence("freedom_total") == "Freedom House total"
