"""One project under the three sets of scores."""

from __future__ import annotations

import msgspec
import pytest

from criteria.files.example import example_study
from desktop.pages.screening.score_sets import believed_changes, moved_criteria, score_sets


def test_that_safeguards_lower_the_risk_and_leave_the_proposal_alone() -> None:
    proposed, offered, required = score_sets(example_study(), "P17")
    assert proposed.risk[0] > offered.risk[0]
    assert proposed.cost_share == 0.0
    assert 0.0 < offered.cost_share <= required.cost_share
    assert proposed.levels["H1"] == example_study().project("P17").score("H1").value


def test_that_the_cost_is_a_share_of_the_budget() -> None:
    study = example_study()
    view = score_sets(study, "P17")[1]
    assert view.cost_eur == pytest.approx(view.cost_share * (study.project("P17").budget_eur or 0.0))
    free = msgspec.structs.replace(study.project("P17"), budget_eur=None)
    others = tuple(free if p.id == "P17" else p for p in study.projects)
    assert score_sets(msgspec.structs.replace(study, projects=others), "P17")[1].cost_eur is None


def test_that_an_excluded_project_has_benefit_risk_and_a_shadow_rank() -> None:
    view = score_sets(example_study(), "P21")[1]
    assert view.ranks == (0, 0)
    assert view.shadow > 0
    assert 0.0 < view.benefit[0] < 1.0
    assert 0.0 < view.risk[0] < 1.0


def test_that_a_gap_gives_spans_in_the_right_order() -> None:
    view = score_sets(example_study(), "P11")[1]
    for low, high in (view.benefit, view.risk, view.closeness):
        assert low <= high


def test_that_only_moved_criteria_are_listed() -> None:
    views = score_sets(example_study(), "P17")
    moved = moved_criteria(views)
    assert "H1" in moved
    assert not {"N1", "N2", "S1", "S2", "S3"} & set(moved)


def test_that_promises_are_believed_by_the_rule_of_law() -> None:
    study = example_study()
    shares = {study.safeguard(item[0]).kind: item[3] for item in believed_changes(study, "P18")}
    assert shares["technical"] == 1.0
    assert shares["political"] < shares["contractual"] < 1.0
