"""Edits of thresholds, red lines in force, waivers and safeguards offered."""

from __future__ import annotations

import pytest

from criteria.edits.screening import (
    offer_safeguards,
    set_red_line_active,
    set_rules,
    set_safeguards,
    set_threshold,
    waive,
    withdraw_waiver,
)
from criteria.errors import StudyError
from criteria.model.projects import Project
from criteria.model.rules import Waiver
from criteria.model.study import Study
from criteria.template import new_study


@pytest.fixture
def study() -> Study:
    return new_study(projects=(Project(id="P01", safeguards=("SG05",)), Project(id="P02")))


def test_that_a_cut_off_is_set_within_the_scale_of_its_criterion(study: Study) -> None:
    assert set_threshold(study, "weak_checks", 0.3).threshold("weak_checks").value == 0.3
    with pytest.raises(StudyError, match="S1"):
        set_threshold(study, "weak_checks", 1.5)


def test_that_a_red_line_is_switched_off_and_on(study: Study) -> None:
    off = set_red_line_active(study, "RL14", active=False)
    assert not off.red_line("RL14").active
    assert set_red_line_active(off, "RL14", active=True) == study


def test_that_several_rules_change_at_once_and_the_others_stay(study: Study) -> None:
    changed = set_rules(study, {"weak_checks": 0.5, "conflict": 2.0}, {"RL01": False})
    assert changed.threshold("weak_checks").value == 0.5
    assert changed.threshold("conflict").value == 2.0
    assert changed.threshold("severe_violence") == study.threshold("severe_violence")
    assert [line.id for line in changed.red_lines if not line.active] == ["RL01"]


def test_that_one_bad_cut_off_refuses_all_rules(study: Study) -> None:
    with pytest.raises(StudyError, match="enter a cut-off"):
        set_rules(study, {"weak_checks": 0.5, "severe_violence": 9.0}, {"RL01": False})


def test_that_a_waiver_needs_a_reason_and_a_name(study: Study) -> None:
    waiver = Waiver("P01", "RL14", "Anonymised", "A. Person", "2026-11-22")
    waived = waive(study, waiver)
    assert waived.waivers == (waiver,)
    assert withdraw_waiver(waived, "P01", "RL14").waivers == ()
    with pytest.raises(StudyError, match="reason"):
        waive(study, Waiver("P01", "RL14", " ", "A. Person", "2026-11-22"))


def test_that_a_second_waiver_replaces_the_first(study: Study) -> None:
    first = Waiver("P01", "RL14", "Anonymised", "A. Person", "2026-11-22")
    second = Waiver("P01", "RL14", "No person concerned", "B. Person", "2026-11-23")
    assert waive(waive(study, first), second).waivers == (second,)


def test_that_offered_safeguards_keep_the_order_of_the_study(study: Study) -> None:
    assert offer_safeguards(study, "P01", ["SG02"]).project("P01").safeguards == ("SG02", "SG05")
    assert set_safeguards(study, "P01", []).project("P01").safeguards == ()
    with pytest.raises(StudyError, match="SG99"):
        set_safeguards(study, "P01", ["SG99"])
