"""Profile fields as typed: words, lists, yes or no, money in million euros."""

from __future__ import annotations

from typing import Any

import pytest

from criteria.errors import StudyError
from criteria.files.typed_profile import plain_word, profile_text, read_profile
from criteria.model.fields import FIELDS, profile_field
from criteria.model.projects import Project
from criteria.template import new_study

STUDY = new_study()


def read(attribute: str, text: str) -> Any:
    return read_profile(STUDY, "P11", profile_field(attribute), text)


@pytest.mark.parametrize(
    ("attribute", "text", "expected"),
    [
        ("budget_eur", "6.8", 6.8e6),
        ("budget_eur", "6,8", 6.8e6),
        ("budget_eur", "6.8 m", 6.8e6),
        ("budget_eur", "EUR 6.8 million", 6.8e6),
        ("budget_eur", "EUR 6,800,000", 6.8e6),
        ("budget_eur", "6800000 €", 6.8e6),
        ("budget_eur", "", None),
        ("duration_months", "48", 48.0),
        ("rule_of_law", "-1,03", -1.03),
        ("ldc", "ja", True),
        ("ldc", "N", False),
        ("ldc", "", None),
        ("mode", "Investment", "investment"),
        ("mode", "", ""),
        ("end_user_type", "Public health service", "public_health_service"),
        ("technology_tags", "early warning; quantum", ("early_warning", "quantum")),
        ("technology_tags", "credit|credit", ("credit",)),
        ("sdg_targets", "3.b; 9.5", ("3.b", "9.5")),
        ("safeguards", "sg01; Data-protection terms", ("SG01", "SG05")),
        ("title", "  Two\nlines ", "Two lines"),
        ("rationale", "Two\nlines", "Two\nlines"),
    ],
)
def test_that_a_field_is_read_as_people_write_it(attribute: str, text: str, expected: object) -> None:
    assert read(attribute, text) == expected


@pytest.mark.parametrize(
    ("attribute", "text", "reason"),
    [
        ("budget_eur", "6800000", "stands in EUR million.*write EUR 6800000"),
        ("budget_eur", "1,500", "two ways; write 1500 or 1.5"),
        ("budget_eur", "a lot", "no amount"),
        ("budget_eur", "-3", "from 0"),
        ("duration_months", "long", "not a number"),
        ("rule_of_law", "4", "from -2.5 to 2.5"),
        ("ldc", "perhaps", "yes, no or nothing"),
        ("mode", "gift", "choose one of: aid, trade"),
        ("safeguards", "SG99", "no safeguard of this study"),
        ("title", " ", "cannot be empty"),
    ],
)
def test_that_a_refusal_names_the_project_and_what_the_field_takes(
    attribute: str, text: str, reason: str
) -> None:
    with pytest.raises(StudyError, match=f"^P11: .*{reason}"):
        read(attribute, text)


def test_that_every_field_of_a_full_project_reads_back_as_written() -> None:
    project = Project(
        id="P11", title="A title", country="Egypt", iso3="EGY", pillar="diffusion", mode="investment",
        technology_tags=("biotech_design", "my_own_tag"), end_user_type="research_institute",
        biometric_mode="identification_live", budget_eur=18_250_000.0, duration_months=60.0, ldc=False,
        rule_of_law=-0.18, safeguards=("SG01", "SG09"), sdg_targets=("3.b",), note="One\nTwo",
    )  # fmt: skip
    for field in FIELDS:
        assert read(field.attribute, profile_text(project, field)) == getattr(project, field.attribute)


def test_that_words_of_a_vocabulary_are_shown_without_underscores() -> None:
    assert plain_word("public_health_service") == "public health service"
