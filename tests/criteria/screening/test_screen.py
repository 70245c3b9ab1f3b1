"""Red lines: precedence, cures, escalation, waivers, what is not known."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from criteria.edits.screening import waive
from criteria.model.projects import Score
from criteria.model.rules import Waiver
from criteria.screening.screen import ProjectScreen, omission_check, screen
from tests.support.studies import project, study_with


def result_of(fields: Mapping[str, object] | None = None, **figures: float | None) -> ProjectScreen:
    return screen(study_with(project("P1", fields, **figures))).of("P1")


def test_that_a_harmless_project_passes() -> None:
    found = result_of()
    assert (found.screen, found.flags, found.open_conditions) == ("pass", (), ())


def test_that_exclude_beats_refer_and_conditional() -> None:
    found = result_of({"technology_tags": ("social_scoring", "surveillance")}, H3=4)
    assert found.screen == "exclude"
    assert found.flags == ("RL01", "RL10", "RL14")


def test_that_refer_beats_conditional() -> None:
    assert result_of({"technology_tags": ("surveillance",)}, H3=4).screen == "refer"


def test_that_an_offered_safeguard_meets_its_condition() -> None:
    assert result_of(H3=4).open_conditions == ("RL14: SG05",)
    assert result_of(H3=4).screen == "conditional-open"
    assert result_of({"safeguards": ("SG05",)}, H3=4).screen == "conditional-met"


def test_that_a_weak_country_turns_the_condition_into_exclusion() -> None:
    live = {"biometric_mode": "identification_live"}
    assert result_of(live, S1=0.5, S2=3).screen == "conditional-open"
    assert result_of(live, S1=0.39, S2=3).screen == "exclude"
    assert result_of(live, S1=0.5, S2=4).screen == "exclude"


def test_that_an_unknown_figure_cannot_acquit() -> None:
    found = result_of({"biometric_mode": "identification_live"}, S1=None, S2=3)
    assert found.screen == "exclude"


def test_that_a_line_that_cannot_be_decided_keeps_the_project_open_and_says_why() -> None:
    found = result_of(H3=None)
    assert found.screen == "conditional-open"
    assert found.open_conditions == ("RL14: H3 unknown",)


def test_that_aid_outside_the_list_of_recipients_needs_another_mode() -> None:
    found = result_of({"mode": "aid", "oda_recipient": False})
    assert found.screen == "conditional-open"
    assert found.open_conditions == ("RL16: another mode",)


def test_that_a_waived_line_no_longer_counts_but_is_still_shown() -> None:
    study = study_with(project("P1", {"technology_tags": ("social_scoring",)}))
    lifted = waive(study, Waiver("P1", "RL01", "Court order", "Ada", "2026-01-01"))
    found = screen(lifted).of("P1")
    assert (found.screen, found.flags) == ("pass", ())
    assert found.hits[0].waiver is not None


def test_that_a_switched_off_line_does_not_apply() -> None:
    study = study_with(project("P1", H3=4))
    off = tuple(msgspec.structs.replace(line, active=line.id != "RL14") for line in study.red_lines)
    assert screen(msgspec.structs.replace(study, red_lines=off)).of("P1").screen == "pass"


def test_that_a_published_interval_across_the_cut_off_is_shown_as_borderline() -> None:
    study = study_with(project("P1", {"biometric_mode": "verification"}))
    scores = {**study.projects[0].scores, "S1": Score(0.42, 0.38, 0.48)}
    near = msgspec.structs.replace(study.projects[0], scores=scores)
    found = screen(msgspec.structs.replace(study, projects=(near,))).of("P1")
    assert found.screen == "pass"
    assert found.borderline
    assert [hit.red_line for hit in found.near] == ["RL09"]


def test_that_the_omission_check_asks_about_urgent_harmless_projects_left_out() -> None:
    study = study_with(project("P1", N3=7, A1=7, H1=1, H2=1))
    assert [hit.red_line for hit in omission_check(study, study.projects[0], selected=False)] == ["RL17"]
    assert omission_check(study, study.projects[0], selected=True) == ()


def test_that_counts_add_up() -> None:
    study = study_with(project("P1"), project("P2", H3=4), project("P3", {"technology_tags": ("military",)}))
    found = screen(study)
    assert [found.count(state) for state in ("pass", "conditional-open", "exclude")] == [1, 1, 1]
