"""The profile fields of a project: their names, kinds, vocabularies and the words tables use for them."""

from __future__ import annotations

from typing import Literal

import msgspec

FieldKind = Literal["text", "long_text", "choice", "tags", "list", "number", "money", "flag"]


class ProfileField(msgspec.Struct, frozen=True):
    """One column of the project profile; `attribute` is the name in `Project`."""

    attribute: str
    name: str
    kind: FieldKind
    vocabulary: tuple[str, ...] = ()
    unit: str = ""
    synonyms: tuple[str, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    required: bool = False


PILLARS = ("regulation", "diffusion")
MODES = ("aid", "trade", "finance", "investment")
BIOMETRIC_MODES = ("none", "verification", "identification", "identification_live")
#: Words that red-line rules know; others may be used, and are reported as not covered by any rule.
TECHNOLOGY_TAGS = (
    "advisory",
    "ai_lie_detector",
    "autonomous_driving",
    "autonomous_weapon",
    "biometric_categorisation",
    "biometric_database",
    "biometric_identification",
    "biometric_verification",
    "biotech_design",
    "clinical_decision_support",
    "conformity_assessment",
    "credit",
    "dual_use_biology",
    "early_warning",
    "emotion_recognition",
    "face_recognition_live",
    "facial_scraping",
    "forecasting",
    "general_purpose_compute",
    "individual_crime_prediction",
    "judicial_analytics",
    "language_technology",
    "logistics",
    "manipulative_ai",
    "medical_imaging",
    "military",
    "person_scoring",
    "profiling",
    "regulation_capacity",
    "remote_sensing",
    "sandbox",
    "smart_grid",
    "social_scoring",
    "speech",
    "surveillance",
)
END_USER_TYPES = (
    "border_police",
    "employer",
    "humanitarian_agency",
    "interior_security",
    "judiciary",
    "military",
    "municipal_operator",
    "municipality",
    "private_company",
    "private_cooperative",
    "public_civil_agency",
    "public_health_service",
    "regulator",
    "research_institute",
    "school",
    "university",
    "utility",
)

FIELDS: tuple[ProfileField, ...] = (
    ProfileField("id", "Id", "text", synonyms=("project_id", "project id", "nr", "no", "key"), required=True),
    ProfileField("title", "Title", "text", synonyms=("project", "project title", "name"), required=True),
    ProfileField("iso3", "Country code", "text", synonyms=("iso", "iso 3166", "iso code")),
    ProfileField("country", "Country", "text", synonyms=("partner country", "partner", "state")),
    ProfileField("sector", "Sector", "text"),
    ProfileField("sdg_targets", "SDG targets", "list", synonyms=("sdg", "sdgs")),
    ProfileField("pillar", "Pillar", "choice", PILLARS),
    ProfileField("mode", "Mode of cooperation", "choice", MODES, synonyms=("instrument", "modality")),
    ProfileField("technology", "Technology", "text"),
    ProfileField("technology_tags", "Technology tags", "tags", TECHNOLOGY_TAGS, synonyms=("tags",)),
    ProfileField(
        "end_user_type", "End-user type", "choice", END_USER_TYPES, synonyms=("end user", "operator")
    ),
    ProfileField("biometric_mode", "Biometric mode", "choice", BIOMETRIC_MODES, synonyms=("biometrics",)),
    ProfileField(
        "budget_eur",
        "Budget",
        "money",
        unit="EUR",
        minimum=0,
        synonyms=("budget eur", "requested", "cost", "amount"),
    ),
    ProfileField("duration_months", "Duration", "number", unit="months", minimum=0, synonyms=("months",)),
    ProfileField("safeguards", "Safeguards offered", "list", synonyms=("safeguards_offered", "guarantees")),
    ProfileField("less_intrusive_alternative", "Less intrusive alternative exists", "flag"),
    ProfileField("end_user_known_violation", "End-user known for violations", "flag"),
    ProfileField("oda_recipient", "ODA recipient", "flag", synonyms=("oda_recipient_2025", "oda")),
    ProfileField("ldc", "Least developed country", "flag"),
    ProfileField("income_group", "Income group", "text", synonyms=("wb_income_group",)),
    ProfileField("freedom_status", "Freedom House status", "text", synonyms=("fh_status_2024",)),
    ProfileField(
        "freedom_total", "Freedom House total", "number", minimum=0, maximum=100, synonyms=("fh_total_2024",)
    ),
    ProfileField(
        "rule_of_law",
        "Rule of law (WGI)",
        "number",
        minimum=-2.5,
        maximum=2.5,
        synonyms=("wgi_rule_of_law_2023", "wgi rule of law"),
    ),
    ProfileField(
        "ai_readiness",
        "Government AI readiness",
        "number",
        minimum=0,
        maximum=100,
        synonyms=("gov_ai_readiness_2024",),
    ),
    ProfileField("rationale", "Rationale", "long_text", synonyms=("reason", "comment")),
    ProfileField("note", "Note", "long_text", synonyms=("illustrative_note", "remark")),
)


def profile_field(attribute: str) -> ProfileField:
    """The field with this attribute name; KeyError where there is none."""
    for field in FIELDS:
        if field.attribute == attribute:
            return field
    raise KeyError(attribute)
