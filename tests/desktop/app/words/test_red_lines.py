"""Sentences about red lines."""

from __future__ import annotations

import msgspec
import pytest

from criteria.files.example import example_study
from criteria.model.projects import Project
from criteria.model.rules import Waiver
from criteria.model.study import Study
from criteria.screening.screen import screen
from criteria.template import new_study
from desktop.app.words.red_lines import (
    RedLineWords,
    find_hit,
    missing_safeguards,
    missing_values,
)


@pytest.fixture
def words() -> RedLineWords:
    return RedLineWords()


def only(study: Study, *ids: str) -> Study:
    return msgspec.structs.replace(study, projects=tuple(p for p in study.projects if p.id in ids))


def test_that_the_statement_counts_what_is_out_and_what_waits(words: RedLineWords) -> None:
    assert words.statement(screen(example_study())) == (
        "5 of 24 crossed a line that no score can buy back; "
        "4 more wait for guarantees, 3 for the licensing authority"
    )
    one = only(example_study(), "P01", "P05")
    assert words.statement(screen(one)) == (
        "None of 2 crossed a line that no score can buy back; 1 more waits for guarantees"
    )
    assert words.statement(screen(new_study())) == "No project is held against the red lines yet"


def test_that_missing_safeguards_stand_once_and_in_the_order_of_the_study() -> None:
    study = example_study()
    assert missing_safeguards(study, screen(study).of("P18")) == ("SG04", "SG11", "SG13", "SG15")


def test_that_a_waived_line_asks_for_nothing() -> None:
    study = example_study()
    waiver = Waiver("P03", "RL13", "No deployment in the conflict area", "A. Person", "2026-11-22")
    waived = msgspec.structs.replace(study, waivers=(waiver,))
    assert missing_safeguards(study, screen(study).of("P03")) == ("SG02", "SG07")
    assert missing_safeguards(waived, screen(waived).of("P03")) == ()


def test_that_a_missing_value_and_a_closed_mode_are_named(words: RedLineWords) -> None:
    project = Project(id="P01", mode="aid", oda_recipient=False, biometric_mode="none")
    study = new_study(projects=(project,))
    result = screen(study).of("P01")
    assert "H3" in missing_values(result)
    assert "another mode of cooperation" in words.missing(study, result)
    assert "a value of Data intensity" in words.missing(study, result)


def test_that_a_hit_an_undecided_and_a_near_line_are_found() -> None:
    study = example_study()
    hit = find_hit(screen(study).of("P18"), "RL15")
    near = find_hit(screen(study).of("P17"), "RL11")
    assert hit in screen(study).of("P18").hits
    assert near in screen(study).of("P17").near
    assert find_hit(screen(study).of("P05"), "RL01") is None


def test_that_a_comparison_shows_level_figure_and_cut_off(words: RedLineWords) -> None:
    study = example_study()
    hit = find_hit(screen(study).of("P18"), "RL15")
    assert hit is not None
    text = words.trigger(study, hit.triggers[0])
    assert (text.field, text.value, text.cutoff) == (
        "S4 End-user oversight",
        "4 Police, border or interior body",
        "≥\u00a04",
    )
    index = words.trigger(study, hit.escalation[0])
    assert (index.field, index.value, index.cutoff) == ("S1 Checks and balances", "0.239", "<\u00a00.200")


def test_that_codes_of_the_profile_become_words(words: RedLineWords) -> None:
    study = example_study()
    hit = find_hit(screen(study).of("P21"), "RL01")
    assert hit is not None
    text = words.trigger(study, hit.triggers[0])
    assert (text.field, text.value, text.cutoff) == ("Technology tags", "social scoring", "social scoring")
