"""The steps to the decision, read off a study."""

from __future__ import annotations

from typing import Any

from criteria.edits.people import set_way_of_answering
from criteria.edits.weights import set_figures
from criteria.ranking.results import rank
from criteria.sessions.progress import progress
from desktop.pages.overview.steps import Steps
from tests.support.studies import example


def test_that_open_questions_are_counted_as_in_the_weights_room(qapp: Any) -> None:
    """Points are asked for each premise and each criterion, not for every pair."""
    study = example()
    who = study.stakeholders[0].id
    given = {**dict.fromkeys(study.children("goal"), 25.0), "N1": 5.0}
    study = set_way_of_answering(set_figures(study, who, "direct", given), who, method="direct")
    assert progress(study, study.stakeholder(who)) == (5, 20)
    (row,) = [row for row in Steps().rows(study, rank(study), ()) if row.room == "weights"]
    assert (row.sentence, row.severity) == ("5 of 20 questions answered", "attention")
