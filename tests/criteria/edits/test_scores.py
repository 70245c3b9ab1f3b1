"""Edits of scores and evidence."""

from __future__ import annotations

import pytest

from criteria.edits.scores import check_score, set_evidence, set_scores
from criteria.errors import StudyError
from criteria.model.projects import Evidence, Score
from tests.support.studies import project, study_with


def test_that_many_cells_are_one_edit_and_others_stay_the_same_objects() -> None:
    study = study_with(project("P1"), project("P2"))
    changed = set_scores(study, {("P1", "N3"): Score(7), ("P1", "N4"): Score(1)})
    assert (changed.project("P1").score("N3").value, changed.project("P1").score("N4").value) == (7, 1)
    assert changed.projects[1] is study.projects[1]


def test_that_evidence_outlives_a_new_value() -> None:
    study = set_evidence(study_with(project("P1")), "P1", "N3", Evidence("Survey", 2024, "p. 3"))
    changed = set_scores(study, {("P1", "N3"): Score(6)})
    assert changed.project("P1").score("N3").evidence == Evidence("Survey", 2024, "p. 3")


@pytest.mark.parametrize(
    ("score", "words"),
    [
        (Score(8), "P1, N3.*off the scale.*1 to 7"),
        (Score(0), "off the scale"),
        (Score(float("nan")), "off the scale"),
        (Score(float("inf")), "off the scale"),
        (Score(3, 4, 5), "must rise"),
        (Score(3, 2, 2.5), "must rise"),
        (Score(None, 5, 4), "must rise"),
        (Score(3, 0.5), "off the scale"),
    ],
)
def test_that_a_bad_figure_is_refused_with_its_place(score: Score, words: str) -> None:
    with pytest.raises(StudyError, match=words):
        set_scores(study_with(project("P1")), {("P1", "N3"): score})


def test_that_a_missing_value_and_bounds_alone_are_fine() -> None:
    criterion = study_with(project("P1")).criterion("N3")
    check_score("P1", criterion, Score())
    check_score("P1", criterion, Score(None, 2, 4))
