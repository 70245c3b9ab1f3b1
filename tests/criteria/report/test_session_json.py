"""Stakeholders and the group as plain objects."""

from __future__ import annotations

import json

import msgspec
import pytest

from criteria.edits.people import add_stakeholder
from criteria.edits.sealing import lift_seal, seal_weights
from criteria.edits.session import add_receipt
from criteria.files.example import example_session, example_study
from criteria.model.people import GOAL, Judgement
from criteria.model.session import Receipt
from criteria.report.session_json import comparison_rows, group_object, session_object, stakeholder_rows
from criteria.weighting.study_weights import own_weights, study_weights


def test_that_each_stakeholder_has_weights_that_sum_to_one() -> None:
    rows = stakeholder_rows(example_session())
    assert [row["id"] for row in rows] == ["ST1", "ST2", "ST3", "ST4", "ST5"]
    assert all(row["counts"] and sum(row["weights"].values()) == pytest.approx(1) for row in rows)
    assert rows[2]["weights"]["A3"] == pytest.approx(100 / 720)


def test_that_one_who_has_not_answered_has_none_and_does_not_count() -> None:
    row = stakeholder_rows(add_stakeholder(example_session(), "Late"))[-1]
    assert (row["weights"], row["counts"], row["missing"]) == (None, False, 30)


def test_that_impossible_answers_are_told_in_their_row() -> None:
    study = example_study()
    broken = msgspec.structs.replace(study.stakeholders[0], judgements=(Judgement(GOAL, "P1", "P2", -3.0),))
    (row,) = stakeholder_rows(msgspec.structs.replace(study, stakeholders=(broken,)))
    assert row["weights"] is None
    assert "positive ratio" in row["problem"]


def test_that_the_group_tells_weights_consensus_and_fronts() -> None:
    study = example_session()
    found = group_object(study)
    assert found is not None
    assert found["weights"] == dict(
        zip(study_weights(study).criteria, study_weights(study).values.tolist(), strict=True)
    )
    assert 0 < found["consensus"]["overall"] < 1
    assert {node["node"] for node in found["consensus"]["nodes"]} == set(study.nodes)
    assert set(found["in_every_front"]) <= set(found["fronts"]["ST1"])
    assert group_object(example_study()) is None


def test_that_zeros_that_leave_no_geometric_mean_still_give_a_group() -> None:
    study = example_session()
    halves = [dict.fromkeys(ids, 100.0) for ids in (("N1", "S1", "A1", "H1"), ("N2", "S2", "A2", "H2"))]
    people = tuple(
        msgspec.structs.replace(person, swings=swings)
        for person, swings in zip(study.stakeholders[:2], halves, strict=True)
    )
    found = group_object(msgspec.structs.replace(study, stakeholders=people))
    assert found is not None
    assert sum(found["weights"].values()) == pytest.approx(1)


def test_that_nothing_of_it_is_nan() -> None:
    study = seal_weights(example_session(), "Chair", "2026-11-23T10:00:00")
    whole = [stakeholder_rows(study), group_object(study), session_object(study)]
    assert "2026-11-23" in json.dumps(whole, allow_nan=False)
    assert session_object(study)["seal_intact"] is True


def test_that_seals_taken_back_and_what_was_accepted_of_ballots_stay_on_record() -> None:
    found = Receipt(stakeholder="ST1", file="a.xlsx", digest="ab", when="2026-11-23", found="it was late")
    sealed = seal_weights(add_receipt(example_session(), found), "Chair", "2026-11-23T10:00:00")
    after = msgspec.structs.replace(sealed, session=msgspec.structs.replace(sealed.session, seal=None))
    record = session_object(lift_seal(sealed, after, "Clerk", "a new vote", "2026-11-24"))
    assert record["seal"] is None
    (lifted,) = record["lifted_seals"]
    assert (lifted["who"], lifted["reason"], lifted["seal"]["who"]) == ("Clerk", "a new vote", "Chair")
    assert record["receipts"][0]["found"] == "it was late"


def test_that_flat_answers_show_their_own_node_first() -> None:
    study = example_session()
    rows = comparison_rows("ST1", own_weights(study, study.stakeholders[0]))
    assert [row["node"] for row in rows] == ["all", *study.nodes]
    assert rows[0]["check"]["is_passed"] is True
