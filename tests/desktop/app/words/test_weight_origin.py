"""Whose weights a ranking rests on, in sentences."""

from __future__ import annotations

from typing import Any

from criteria.edits.sealing import seal_weights
from criteria.files.example import example_session, example_study
from criteria.model.study import Study
from criteria.ranking.results import rank, rank_with
from criteria.weighting.hierarchy import given_weights
from desktop.app.words.weight_origin import WeightOriginWords
from tests.support.studies import study_with


def sentence(study: Study) -> str:
    return WeightOriginWords().sentences(rank(study))[0]


def test_that_a_group_is_named_with_how_it_is_combined_and_how_alike_it_is(qapp: Any) -> None:
    found = sentence(example_session())
    first = example_session().stakeholders[0].name
    assert found.startswith(f"Weights of a group ({first}, ")
    assert "and 3 others), combined by the geometric mean of weights; consensus " in found


def test_that_one_person_is_named(qapp: Any) -> None:
    name = example_study().stakeholders[0].name
    assert sentence(example_study()) == f"Weights of one person: {name}."


def test_that_silence_and_given_weights_are_said(qapp: Any) -> None:
    assert sentence(study_with()) == "Nobody has answered: all weights are equal."
    given = rank_with(example_study(), given_weights(example_study(), {"N1": 1.0}))
    assert WeightOriginWords().sentences(given) == ("Weights were given, not answered.",)


def test_that_a_seal_follows_in_its_own_sentence(qapp: Any) -> None:
    study = seal_weights(example_study(), "N. N.", "2026-11-21T10:00:00+01:00")
    found = WeightOriginWords().sentences(rank(study))
    assert found[1:] == ("Sealed by N. N. on 2026-11-21, not amended.",)
