"""What red lines can read."""

from __future__ import annotations

import pytest

from criteria.errors import StudyError
from criteria.screening.facts import facts_about
from tests.support.studies import project, study_with


def test_that_scores_tags_and_profile_are_read() -> None:
    study = study_with(project("P1", {"technology_tags": ("a", "b")}, S1=0.3))
    fact = facts_about(study, study.projects[0], selected=True)
    assert fact("S1").value == 0.3
    assert fact("tags").value == ("a", "b")
    assert fact("selected").value is True
    assert fact("mode").value == "trade"


def test_that_no_finding_about_the_end_user_counts_as_none() -> None:
    study = study_with(project("P1"))
    assert facts_about(study, study.projects[0])("end_user_known_violation").value is False


def test_that_an_unknown_field_is_refused_by_name() -> None:
    study = study_with(project("P1"))
    with pytest.raises(StudyError, match="'colour'"):
        facts_about(study, study.projects[0])("colour")
