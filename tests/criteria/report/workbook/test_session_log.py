"""The sheet Session log, and what the cover says of weights and seal."""

from __future__ import annotations

from collections.abc import Callable

from criteria.edits.sealing import seal_weights, sealed_digest
from criteria.edits.session import add_remark
from criteria.edits.weights import set_figures
from criteria.model.session import LiftedSeal, Remark
from criteria.model.study import Study
from criteria.report.workbook.origin_words import seal_sentence
from tests.criteria.report.workbook import cases, cells, group_cases

SheetsOf = Callable[[Callable[[], Study]], cells.Sheets]


def lifted() -> Study:
    """A session whose seal was taken back, with a ballot merged in spite of what was found."""
    study = group_cases.sealed()
    session = study.session
    assert session.seal is not None
    taken = LiftedSeal(
        seal=session.seal, who="Chair", reason="=a new vote", when="2026-11-23", amendments=session.amendments
    )
    (receipt,) = session.receipts
    accepted = cases.changed(receipt, found="it was saved after the closing day")
    record = cases.changed(session, seal=None, amendments=(), lifted_seals=(taken,), receipts=(accepted,))
    return cases.changed(study, session=record)


def gone() -> Study:
    """A note about elements that the study no longer has."""
    return add_remark(group_cases.few(), Remark("X7", "X9", "X8", "kept", "2026-11-20"))


def texts(sheets: cells.Sheets, sheet: str) -> set[cells.Value]:
    return {cell.value for cell in sheets[sheet].values()}


def test_that_the_record_is_written_as_it_was_made(sheets_of: SheetsOf) -> None:
    sheets, study = sheets_of(group_cases.sealed), group_cases.sealed()
    found = texts(sheets, "Session log")
    assert {"-typing error", "as agreed", "@who said so", "+ballot.xlsx", "=1+1"} <= found
    assert {"in the discussion", "as a repair", "none"} <= found
    first, second = (f"{key} {study.name_of(key)}" for key in ("P1", "P2"))
    assert {f"{first} against {second}, premises", f"under {first}"} <= found
    assert {amendment.what for amendment in study.session.amendments} <= found
    assert sealed_digest(study) in found
    assert {amendment.before for amendment in study.session.amendments} <= found
    assert not [cell.formula for cell in sheets["Session log"].values() if cell.formula]


def test_that_lifted_seals_and_accepted_findings_are_shown(sheets_of: SheetsOf) -> None:
    study = lifted()
    sheets = sheets_of(lifted)
    found = texts(sheets, "Session log")
    assert {"Seals lifted", "seal by =Chair of 2026-11-21T10:00:00+01:00", "=a new vote"} <= found
    assert {amendment.what for amendment in study.session.lifted_seals[0].amendments} <= found
    assert "it was saved after the closing day" in found
    assert not [cell.formula for cell in sheets["Session log"].values() if cell.formula]


def test_that_elements_that_are_gone_keep_their_ids(sheets_of: SheetsOf) -> None:
    assert "X9 against X8, under X7" in texts(sheets_of(gone), "Session log")


def test_that_there_is_no_log_without_a_record(sheets_of: SheetsOf) -> None:
    assert "Session log" not in sheets_of(group_cases.mixed)
    assert "Session log" not in sheets_of(cases.example_study)


def test_that_the_cover_says_whose_weights_count_and_who_sealed_them(sheets_of: SheetsOf) -> None:
    found = texts(sheets_of(group_cases.sealed), "Summary")
    assert any(
        str(text).startswith(
            "Weights of a group: 6 of 8 stakeholders, combined by the geometric mean of their weights; "
            "consensus 0."
        )
        for text in found
    )
    assert any("By order (ST3)" in str(text) and "Abstains" not in str(text) for text in found)
    expected = "Weights sealed by =Chair on 2026-11-21; 2 amendments; the study holds what was last amended"
    assert any(str(text).startswith(expected) for text in found)


def test_that_one_person_and_silence_are_said_too(sheets_of: SheetsOf) -> None:
    assert "Weights of Pairs ST2 alone." in texts(sheets_of(group_cases.one_counts), "Summary")
    single = {str(text) for text in texts(sheets_of(group_cases.one_swings), "Summary")}
    assert any(text.endswith(" alone, by swings.") for text in single)
    nobody = {str(text) for text in texts(sheets_of(group_cases.nobody_answered), "Summary")}
    assert any(text.startswith("Nobody whose weights count has answered") for text in nobody)


def test_that_a_broken_seal_is_said() -> None:
    study = seal_weights(group_cases.mixed(), "Chair", "2026-11-21")
    assert seal_sentence(study).endswith("no amendments; the study holds what was sealed.")
    broken = set_figures(study, "ST5", "rating", {"P1": 50.0})
    assert "broken" in seal_sentence(broken)
    assert seal_sentence(group_cases.mixed()) == ""
