"""Weights derived from the projects' figures, beside those that somebody gave."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.files.example import example_study
from criteria.model.people import ALL, GOAL
from desktop.pages.weights.spread_states import KINDS, SpreadStates, spread_weights
from desktop.pages.weights.weights_page import WeightsPage
from desktop.widgets.text import Text
from tests.support.windows import make_context, open_page


@pytest.mark.parametrize("kind", KINDS)
def test_that_each_way_gives_shares_or_says_why_not(kind: str) -> None:
    study = example_study()
    state = SpreadStates().state(study, ALL, kind)
    if state.shares:
        assert sum(share for _, share in state.shares) == pytest.approx(1.0)
        assert len(state.shares) == 16
    else:
        assert state.note.endswith(".")


def test_that_premises_get_the_sum_of_their_criteria() -> None:
    study = example_study()
    known = spread_weights(study, "critic").shares
    goal = dict(SpreadStates().state(study, GOAL, "critic").shares)
    assert goal["P4"] == pytest.approx(sum(known[key] for key in study.children("P4")))
    inside = dict(SpreadStates().state(study, "P4", "critic").shares)
    assert inside["H1"] == pytest.approx(known["H1"] / goal["P4"])


def test_that_an_idle_column_is_named() -> None:
    study = example_study()
    projects = tuple(
        msgspec.structs.replace(
            project,
            scores={**project.scores, "N1": msgspec.structs.replace(project.score("N1"), value=0.5)},
        )
        for project in study.projects
    )
    state = SpreadStates().state(msgspec.structs.replace(study, projects=projects), ALL, "deviation")
    assert "N1: one value in all projects" in state.note
    assert dict(state.shares)["N1"] == 0.0


def test_that_nothing_is_derived_without_projects_or_a_choice() -> None:
    empty = msgspec.structs.replace(example_study(), projects=(), waivers=())
    assert SpreadStates().state(empty, ALL, "entropy").note == "No project to derive anything from yet."
    assert SpreadStates().state(example_study(), ALL, "").shares == ()


def test_that_the_box_shows_nothing_until_a_way_is_chosen(qtbot: Any) -> None:
    page = open_page(qtbot, make_context(qtbot, example_study()), WeightsPage)
    assert not page.spread._column.isVisible()
    page.spread.menu.actions()[2].trigger()
    assert page.spread._column.isVisible()
    assert "not from anyone's values" in "".join(label.plain_text for label in page.spread.findChildren(Text))
    page.spread.menu.actions()[0].trigger()
    assert not page.spread._column.isVisible()
