"""Credibility, caps and ends of the scale (domain rules of section 2.2)."""

from __future__ import annotations

import pytest

from criteria.model.projects import Score
from criteria.screening.safeguards import (
    applied,
    changes,
    cost_percent,
    credibility,
    guarantee_rate,
    mitigated,
    total_change,
)
from tests.support.studies import project, study_with


def test_that_credibility_follows_the_kind_and_the_rule_of_law() -> None:
    ethiopia = -0.67
    assert guarantee_rate(ethiopia) == pytest.approx(0.366)
    assert credibility("technical", ethiopia) == 1.0
    assert credibility("contractual", ethiopia) == pytest.approx(0.683)
    assert credibility("political", ethiopia) == pytest.approx(0.366)


def test_that_an_unknown_rule_of_law_is_taken_at_the_cautious_end() -> None:
    assert guarantee_rate(None) is None
    assert credibility("political", None) == 0.0
    assert credibility("contractual", None) == 0.5


def test_that_effects_add_up_to_two_levels_at_the_most() -> None:
    study = study_with(project("P1", {"safeguards": ("SG03", "SG12", "SG07")}))
    found = changes(study, study.projects[0], study.projects[0].safeguards)
    assert sum(change.levels for change in found if change.criterion == "H4") < -2
    assert total_change(found, "H4") == -2.0


def test_that_de_scoping_raises_the_cap_to_three_where_it_acts() -> None:
    study = study_with(project("P1", {"rule_of_law": 2.5}))
    found = changes(study, study.projects[0], ("SG13", "SG01", "SG06", "SG15", "SG05"))
    assert total_change(found, "H2") == -3.0
    assert total_change(found, "H3") == -3.0


def test_that_only_de_scoping_changes_what_the_technology_does() -> None:
    study = study_with(project("P1"))
    everything = [safeguard.id for safeguard in study.safeguards]
    found = changes(study, study.projects[0], everything)
    assert {change.safeguard for change in found if change.criterion == "H1"} == {"SG13"}


def test_that_country_figures_never_change() -> None:
    study = study_with(project("P1"))
    found = changes(study, study.projects[0], [safeguard.id for safeguard in study.safeguards])
    assert not {change.criterion for change in found} & {"N1", "N2", "S1", "S2", "S3"}


def test_that_a_score_stops_at_the_end_of_its_scale_with_its_bounds() -> None:
    study = study_with(project("P1"))
    moved = mitigated(study.criterion("H4"), Score(2.0, 1.0, 3.0), -1.5)
    assert (moved.value, moved.low, moved.high) == (1.0, 1.0, 1.5)


def test_that_a_missing_score_stays_missing() -> None:
    study = study_with(project("P1"))
    assert mitigated(study.criterion("H4"), Score(), -1.0).value is None


def test_that_score_sets_count_none_the_offered_or_also_the_required() -> None:
    study = study_with(project("P1", {"safeguards": ("SG05",)}))
    own = study.projects[0]
    assert applied(study, own, "proposed", ("SG02",)) == ()
    assert applied(study, own, "offered", ("SG02",)) == ("SG05",)
    assert applied(study, own, "required", ("SG02",)) == ("SG02", "SG05")


def test_that_costs_add_up() -> None:
    study = study_with(project("P1"))
    assert cost_percent(study, ("SG01", "SG03", "SG03")) == 4.0
