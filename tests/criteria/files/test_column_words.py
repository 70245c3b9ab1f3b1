"""Heads of columns in the words that people use."""

from __future__ import annotations

import msgspec
import pytest

from criteria.files.column_words import HeadMatch, head_key, match_head, money_factor
from criteria.template import new_study


@pytest.mark.parametrize(
    ("head", "kind", "target"),
    [
        ("project_id", "profile", "id"),
        ("Project ID", "profile", "id"),
        ("ID", "profile", "id"),
        ("Title", "profile", "title"),
        ("Projekt", "profile", "title"),
        ("LAND", "profile", "country"),
        ("iso3", "profile", "iso3"),
        ("Mode of cooperation", "profile", "mode"),
        ("End-user type", "profile", "end_user_type"),
        ("Budget (EUR)", "profile", "budget_eur"),
        ("Budget [EUR million]", "profile", "budget_eur"),
        ("wgi_rule_of_law_2023", "profile", "rule_of_law"),
        ("Begründung", "profile", "rationale"),
        ("N1", "value", "N1"),
        ("n1", "value", "N1"),
        ("HDI", "value", "N1"),
        ("Human development gap", "value", "N1"),
        ("Human  Development-Gap (HDI)", "value", "N1"),
        ("N1 Human development gap", "value", "N1"),
        ("N1: Human development", "value", "N1"),
        ("A2_low", "low", "A2"),
        ("A2 (low)", "low", "A2"),
        ("A2 high", "high", "A2"),
        ("A2-max", "high", "A2"),
        ("low A2", "low", "A2"),
        ("People reached – most likely", "value", "A2"),
        ("People reached, upper bound", "high", "A2"),
        ("A2 mode", "value", "A2"),
        ("N1 source", "source", "N1"),
        ("N1_year", "year", "N1"),
        ("HDI reference year", "year", "N1"),
        ("N1 note", "note", "N1"),
        ("note", "profile", "note"),
        ("red_line_flags", "derived", "red line flags"),
    ],
)
def test_that_a_head_is_recognised(head: str, kind: str, target: str) -> None:
    found = match_head(head, new_study())
    assert found is not None
    assert (found.kind, found.target) == (kind, target)


@pytest.mark.parametrize(
    "head", ["", "  ", "low", "source", "N9", "title low", "Population", "2023 [YR2023]"]
)
def test_that_other_heads_are_not(head: str) -> None:
    assert match_head(head, new_study()) is None


def test_that_a_name_is_stronger_than_a_synonym() -> None:
    study = new_study()
    assert match_head("A3", study) == HeadMatch("value", "A3", strong=True)
    assert match_head("reach", study) == HeadMatch("value", "A2", strong=False)


def test_that_a_renamed_criterion_is_found_by_its_new_name() -> None:
    study = new_study()
    renamed = msgspec.structs.replace(study.criteria[0], name="Poverty", short="Poor")
    changed = msgspec.structs.replace(study, criteria=(renamed, *study.criteria[1:]))
    assert match_head("Poverty", changed) == HeadMatch("value", "N1", strong=True)
    assert match_head("Poverty", study) is None


def test_that_case_accents_and_signs_do_not_count() -> None:
    assert head_key("  Évaluation_du  Besoin (N-3) ") == "evaluation du besoin n 3"


@pytest.mark.parametrize(
    ("head", "factor"),
    [
        ("budget_eur", 1.0),
        ("Budget (EUR)", 1.0),
        ("Budget (EUR million)", 1e6),
        ("Budget in Mio. EUR", 1e6),
        ("Budget EUR m", 1e6),
        ("Budget (kEUR)", 1e3),
        ("Budget, thousand EUR", 1e3),
        ("amount", 1.0),
    ],
)
def test_that_the_head_tells_the_unit_of_amounts(head: str, factor: float) -> None:
    assert money_factor(head) == factor
