"""What the panel beside the questions shows."""

from __future__ import annotations

import pytest

from criteria.edits.people import set_way_of_answering
from criteria.edits.weights import set_figures
from criteria.files.example import example_study
from criteria.weighting.study_weights import study_weights
from desktop.pages.weights.live_states import LiveStates
from tests.desktop.pages.weights.answering import comparing_projects, contradictory, person, unanswered


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


@pytest.mark.parametrize(("count", "limit"), [(3, 0.3148), (4, 0.3526), (5, 0.3695)])
def test_that_the_limit_of_gci_matches_the_published_thresholds(count: int, limit: float) -> None:
    """Aguaron and Moreno 2003 give 0.31, 0.35 and 0.37 for CR 0.10 at n = 3, 4 and more."""
    index = {3: 0.5247, 4: 0.8816, 5: 1.1086}[count]
    assert LiveStates().gci_limit(count, index) == pytest.approx(limit, abs=1e-3)
    assert LiveStates().gci_limit(2, 0.0) is None


def test_that_direct_weights_have_no_consistency() -> None:
    study = set_figures(example_study(), person(example_study()).id, "direct", {"H1": 60.0, "H2": 20.0})
    state = LiveStates().state(study, person(study), "P4", "direct", "local")
    assert state.verdict is None
    assert state.repair is None
    assert "no consistency to check" in state.silence
    assert [bar.value for bar in state.bars.groups[0].bars] == pytest.approx([0.75, 0.25, 0.0, 0.0])


def test_that_the_panel_says_which_weights_rank_the_projects() -> None:
    study = set_way_of_answering(example_study(), person(example_study()).id, method="direct")
    assert LiveStates().state(study, person(study), "P4", "direct", "local").top_note == "By TOPSIS."
    note = LiveStates().state(study, person(study), "P4", "pairwise", "local").top_note
    assert note == "By TOPSIS. The direct weights count now, not the ones shown above."


def test_that_points_that_do_not_count_say_so() -> None:
    study = example_study()
    shown = LiveStates().state(study, person(study), "P4", "direct", "local")
    assert shown.note == "Not counted now."
    assert shown.top_title == "Top five with the pairwise weights"
    assert "pairwise weights count now" in shown.top_note


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
