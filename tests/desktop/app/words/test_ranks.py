"""Ranks of results in tables and sentences."""

from __future__ import annotations

from criteria.ranking.results import MethodResult, rank
from desktop.app.words.ranks import ResultRankWords, rank_text
from tests.support.studies import project, study_with

BANNED = {"technology_tags": ("social_scoring",)}


def found() -> MethodResult:
    study = study_with(
        project("P1", N3=7),
        project("P2", N3=7),
        project("P3", BANNED, N3=7, N4=5),
        project("P4", N3=1),
        project("P5", N3=1, N4=None),
    )
    return rank(study).methods["ahp"]


def test_that_tables_show_ties_ranges_and_exclusions() -> None:
    assert [rank_text(found(), row) for row in range(5)] == ["=1", "=1", "–", "3–4", "3–4"]


def test_that_sentences_say_them_in_words() -> None:
    words = ResultRankWords()
    assert [words.of(found(), row) for row in range(4)] == [
        "joint 1st",
        "joint 1st",
        "not ranked",
        "3rd to 4th",
    ]


def test_that_a_shadow_rank_is_counted_among_all() -> None:
    assert ResultRankWords().shadow(found(), 2) == "1st"
