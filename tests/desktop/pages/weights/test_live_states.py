"""What the panel beside the questions shows."""

from __future__ import annotations

import pytest

from criteria.edits.people import choose_weights_of, set_way_of_answering
from criteria.edits.weights import set_figures
from criteria.files.example import example_study
from criteria.ranking.results import rank
from criteria.weighting.study_weights import study_weights
from desktop.pages.weights.live_states import LiveStates
from tests.desktop.pages.weights.answering import comparing_projects, contradictory, person, unanswered
from tests.support.groups import of, random_people


def test_that_bars_are_the_local_weights_with_a_marker_after_the_repair() -> None:
    study = contradictory()
    state = LiveStates().state(study, person(study), "P4", "pairwise", "local")
    bars = state.bars.groups[0].bars
    assert [bar.key for bar in bars] == ["H1", "H2", "H3", "H4"]
    assert sum(bar.value for bar in bars) == pytest.approx(1.0)
    assert all(bar.marker is not None for bar in bars)
    assert state.note == "Live. Dashed: after the repair."


def test_that_a_consistent_node_shows_no_marker() -> None:
    study = example_study()
    state = LiveStates().state(study, person(study), "P4", "pairwise", "local")
    assert all(bar.marker is None for bar in state.bars.groups[0].bars)
    assert state.repair is not None
    assert state.repair.title == "No repair needed; the largest tension"


def test_that_global_weights_are_those_of_the_study() -> None:
    study = example_study()
    state = LiveStates().state(study, person(study), "P4", "pairwise", "global")
    bars = {bar.key: bar.value for group in state.bars.groups for bar in group.bars}
    weights = study_weights(study)
    assert bars == pytest.approx({key: weights.of(key) for key in weights.criteria})


def test_that_the_numbers_name_their_table_and_limits() -> None:
    study = contradictory()
    verdict = LiveStates().state(study, person(study), "P4", "pairwise", "local").verdict
    assert verdict is not None
    numbers = dict(verdict.numbers)
    assert verdict.figure == "CR 0.14"
    assert numbers["Answered"] == "6 of 6"
    assert numbers["Random index, Alonso and Lamata 2006"] == "0.8816"
    assert numbers["Largest eigenvalue λmax"] == "4.3777"
    assert numbers["Geometric index GCI, at most 0.35"] == "0.476"


def test_that_points_are_held_to_their_sum() -> None:
    study = set_figures(example_study(), person(example_study()).id, "direct", {"H1": 60.0, "H2": 20.0})
    part = LiveStates().state(study, person(study), "P4", "direct", "local")
    assert part.verdict is None
    assert "check follows" in part.silence
    whole = set_figures(study, person(study).id, "direct", {"H3": 5.0, "H4": 0.0})
    state = LiveStates().state(whole, person(whole), "P4", "direct", "local")
    assert state.verdict is not None
    assert (state.verdict.figure, state.verdict.word) == ("Sum 85", "15 to give")
    assert state.repair is None
    assert [bar.value for bar in state.bars.groups[0].bars] == pytest.approx([60 / 85, 20 / 85, 5 / 85, 0.0])


def test_that_the_first_five_are_those_of_the_weights_in_view() -> None:
    study = set_figures(example_study(), person(example_study()).id, "direct", {"P4": 100.0})
    pairs = LiveStates().state(study, person(study), "P4", "pairwise", "local")
    assert pairs.top_note == "By TOPSIS."
    points = LiveStates().state(study, person(study), "P4", "direct", "local")
    assert points.top_note == "By TOPSIS, as if these answers counted; now others do."
    counted = set_way_of_answering(study, person(study).id, method="direct")
    best = rank(counted).methods["topsis"].order()[:5]
    assert [key for _, key, _ in points.top] == [study.projects[row].id for row in best]
    assert points.top != pairs.top


def test_that_a_member_of_a_group_is_told_that_the_group_ranks() -> None:
    study = of(example_study(), *random_people(example_study(), 3))
    state = LiveStates().state(study, study.stakeholders[1], "P4", "pairwise", "local")
    assert "group's" in state.top_note
    alone = choose_weights_of(study, study.stakeholders[0].id)
    state = LiveStates().state(alone, alone.stakeholders[1], "P4", "pairwise", "local")
    assert "do not count" in state.top_note


def test_that_projects_compared_are_shown_by_title() -> None:
    study = comparing_projects()
    state = LiveStates().state(study, person(study), "projects/N3", "pairwise", "local")
    assert state.bars.groups[0].bars[0].name == study.project("P01").title
    assert state.title == "Priorities of the projects under “Unmet need”"


def test_that_equal_weights_stand_in_before_any_answer() -> None:
    study = unanswered()
    state = LiveStates().state(study, person(study), "goal", "pairwise", "local")
    assert state.note == "Nothing answered yet: equal weights stand in."
    assert [bar.value for bar in state.bars.groups[0].bars] == pytest.approx([0.25] * 4)
