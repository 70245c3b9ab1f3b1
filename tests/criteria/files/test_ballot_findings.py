"""Findings name their place and know how grave they are."""

from __future__ import annotations

from criteria.files.ballot_findings import finding


def test_that_a_finding_names_file_sheet_and_cell() -> None:
    found = finding("one-sided", "a.xlsx", "choose the side", "Questions", (6, 3))
    assert found.message == "“a.xlsx”, sheet “Questions”, cell D7: choose the side"
    assert found.gravity == "decision"


def test_that_gravity_follows_the_code_unless_it_is_given() -> None:
    assert finding("not-a-ballot", "a.xlsx", "no").gravity == "refusal"
    assert finding("typed", "a.xlsx", "so").gravity == "note"
    assert finding("half-filled", "a.xlsx", "so", gravity="note").gravity == "note"
