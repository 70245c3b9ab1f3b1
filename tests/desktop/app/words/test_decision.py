"""The decision in one sentence."""

from __future__ import annotations

import pytest

from criteria.model.study import Study
from criteria.ranking.results import rank
from desktop.app.words.decision import DecisionWords
from tests.support.studies import project, study_with

BANNED = {"technology_tags": ("social_scoring",)}


@pytest.mark.parametrize(
    ("study", "words"),
    [
        (study_with(project("P1"), project("P2", N3=1)), "P1 leads by every method."),
        (study_with(project("P1"), project("P2")), "P1 and P2 share first place by every method."),
        (
            study_with(project("P1"), project("P2", N3=None)),
            "First place is open between P1 and P2 until the missing figures are entered.",
        ),
    ],
    ids=["one", "tie", "gap"],
)
def test_that_the_leader_is_named_as_firmly_as_it_leads(study: Study, words: str) -> None:
    assert DecisionWords().leader(rank(study)) == words


def test_that_methods_that_differ_are_told_apart() -> None:
    # Weak checks weigh nothing by benefit and risk where no harm is possible.
    harmless = project("P1", S1=0.1, S2=5, S4=5, H1=1, H2=1, H3=1, H4=1)
    words = DecisionWords().leader(rank(study_with(harmless, project("P2", H1=1, H2=1, H3=1, H4=1, N3=3))))
    assert words == "First by TOPSIS: P2; by AHP: P2; by benefit and risk: P1."


def test_that_counts_of_the_screening_follow() -> None:
    results = rank(study_with(project("P1"), project("P2", BANNED)))
    assert DecisionWords().sentence(results, None).endswith("Screening: 1 excluded.")
    assert "<b>1</b> excluded" in DecisionWords().sentence(results, None, bold=True)


def test_that_nothing_ranked_is_said() -> None:
    results = rank(study_with(project("P1", BANNED)))
    assert DecisionWords().sentence(results, None).startswith("None of 1 projects can be ranked.")
