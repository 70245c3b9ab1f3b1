"""Edits of the title page and the choices of method."""

from __future__ import annotations

import pytest

from criteria.edits.settings import set_settings, set_title_page
from criteria.errors import StudyError
from tests.support.studies import study_with


def test_that_the_title_page_is_trimmed_and_needs_a_title() -> None:
    study = set_title_page(study_with(), title=" Call ", decides="Committee")
    assert (study.title, study.decides) == ("Call", "Committee")
    with pytest.raises(StudyError, match="needs a title"):
        set_title_page(study, title="  ")
    with pytest.raises(StudyError, match="'colour'"):
        set_title_page(study, colour="red")


def test_that_choices_are_kept() -> None:
    settings = set_settings(study_with(), theta=0.25, topsis_normalisation="vector", budget_eur=None).settings
    assert (settings.theta, settings.topsis_normalisation, settings.budget_eur) == (0.25, "vector", None)


@pytest.mark.parametrize(
    "choice",
    [
        {"theta": 1.5},
        {"theta": float("nan")},
        {"budget_eur": -1.0},
        {"draws": 5},
        {"ahp_synthesis": "best"},
        {"seed": -1},
    ],
)
def test_that_impossible_choices_are_refused(choice: dict[str, object]) -> None:
    with pytest.raises(StudyError):
        set_settings(study_with(), **choice)
