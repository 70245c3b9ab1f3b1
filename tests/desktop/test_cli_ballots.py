"""The commands ballot and collect: what people script."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from criteria.edits.people import add_stakeholder
from criteria.edits.sealing import is_intact, seal_weights
from criteria.files.ballot_reader import read_ballot
from criteria.files.study_file import load_study, save_study
from criteria.model.study import Study
from criteria.template import new_study
from desktop.cli import run_command
from tests.support.ballots import answered, returned
from tests.support.workbooks import repacked

STUDY: Study = add_stakeholder(new_study(), "Agency")


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    """A study of two stakeholders on the disk."""
    save_study(STUDY, tmp_path / "s.proportio")
    return tmp_path / "s.proportio"


def ballot(folder: Path, place: int = 0, name: str = "a.xlsx", seed: int = 1) -> Path:
    return returned(STUDY, answered(STUDY, STUDY.stakeholders[place], "swing", seed), folder / name)


def test_that_ballot_writes_one_file_for_each_and_keeps_what_is_there(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    call = ["ballot", str(saved), "--out", str(out), "--method", "best_worst", "--closes", "2026-12-24"]
    assert run_command(call) == 0
    assert sorted(path.name for path in out.iterdir()) == ["Ballot Agency.xlsx", "Ballot Decision maker.xlsx"]
    assert read_ballot(out / "Ballot Agency.xlsx").plan.closes == "2026-12-24"
    assert run_command([*call, "--stakeholder", "ST2"]) == 1
    assert "is there already" in capsys.readouterr().err
    assert run_command([*call, "--stakeholder", "ST2", "--force"]) == 0
    assert run_command([*call, "--stakeholder", "ST9"]) == 1
    assert run_command([*call[:-1], "Christmas"]) == 2


def test_that_collect_merges_in_place_and_keeps_a_backup(saved: Path, tmp_path: Path) -> None:
    assert (
        run_command(["collect", str(saved), str(ballot(tmp_path)), str(ballot(tmp_path, 1, "b.xlsx"))]) == 0
    )
    study = load_study(saved).study
    assert [receipt.file for receipt in study.session.receipts] == ["a.xlsx", "b.xlsx"]
    assert study.stakeholders[0].method == "swing"
    assert saved.with_name("s.proportio.bak").exists()


def test_that_refused_files_are_reported_and_the_others_merged(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "n.xlsx").write_text("nothing")
    out = tmp_path / "merged.proportio"
    call = [
        "collect",
        str(saved),
        str(ballot(tmp_path)),
        str(tmp_path / "n.xlsx"),
        "--out",
        str(out),
        "--json",
    ]
    assert run_command(call) == 1
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert [(entry["state"], entry["merged"]) for entry in found["files"]] == [
        ("ready", True),
        ("refused", False),
    ]
    assert "refused: n.xlsx" in told.err
    assert load_study(out).study.session.receipts
    assert load_study(saved).study == STUDY


def test_that_decisions_are_taken_by_options(saved: Path, tmp_path: Path) -> None:
    first = returned(
        STUDY, answered(STUDY, STUDY.stakeholders[0], "swing"), tmp_path / "a.xlsx", lambda p: p.answer(4, "")
    )
    assert run_command(["collect", str(saved), str(first)]) == 1
    assert load_study(saved).study == STUDY
    assert run_command(["collect", str(saved), str(first), "--accept", "late,half-filled"]) == 0
    assert load_study(saved).study.session.receipts


def test_that_a_zero_that_would_rule_the_group_needs_a_decision(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    person = answered(STUDY, STUDY.stakeholders[1], "direct")
    zero = msgspec.structs.replace(person, points={**person.points, "P3": 0.0})
    call = ["collect", str(saved), str(ballot(tmp_path)), str(returned(STUDY, zero, tmp_path / "z.xlsx"))]
    assert run_command(call) == 1
    told = capsys.readouterr().err
    assert "needs a decision: z.xlsx" in told
    assert "decision [zero-rules-group] “z.xlsx”: Agency gives no weight at all to" in told
    assert [receipt.file for receipt in load_study(saved).study.session.receipts] == ["a.xlsx"]
    assert run_command([*call, "--accept", "zero-rules-group"]) == 0
    (_, receipt) = load_study(saved).study.session.receipts
    assert "makes that weight zero for the whole group" in receipt.found


def test_that_the_newer_of_two_is_taken_when_asked_for(saved: Path, tmp_path: Path) -> None:
    newer = ballot(tmp_path, 0, "b.xlsx", 2)
    older = ballot(tmp_path, 0, "a.xlsx", 1)
    _date_back(older)
    call = ["collect", str(saved), str(older), str(newer)]
    assert run_command([*call, "--accept", "all"]) == 1
    assert load_study(saved).study == STUDY
    assert run_command([*call, "--newer"]) == 0
    assert [receipt.file for receipt in load_study(saved).study.session.receipts] == ["b.xlsx"]


def _date_back(path: Path) -> None:
    data = repacked(
        path.read_bytes(),
        lambda name, content: (
            content.replace(b">2026-", b">2025-") if name == "docProps/core.xml" else content
        ),
    )
    path.write_bytes(data)


def test_that_collecting_again_has_nothing_to_do(saved: Path, tmp_path: Path) -> None:
    call = ["collect", str(saved), str(ballot(tmp_path))]
    assert run_command(call) == 0
    before = saved.read_bytes()
    assert run_command(call) == 0
    assert saved.read_bytes() == before


def test_that_sealed_weights_ask_for_a_reason(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    save_study(seal_weights(STUDY, "Chair", "2026-11-20T10:00:00"), saved)
    call = ["collect", str(saved), str(ballot(tmp_path))]
    assert run_command(call) == 1
    assert "sealed by Chair" in capsys.readouterr().err
    assert run_command([*call, "--who", "Clerk", "--reason", "A late answer was admitted"]) == 0
    study = load_study(saved).study
    assert study.session.amendments[0].who == "Clerk"
    assert is_intact(study)


@pytest.mark.parametrize(
    ("call", "code"),
    [
        (["collect", "example", "x.xlsx"], 2),
        (["collect", "no.proportio", "x.xlsx"], 3),
        (["ballot", "x.csv", "--out", "o"], 3),
    ],
)
def test_that_wrong_calls_end_with_their_code(call: list[str], code: int) -> None:
    assert run_command(call) == code


def test_that_nobody_to_ask_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_study(msgspec.structs.replace(STUDY, stakeholders=()), tmp_path / "e.proportio")
    assert run_command(["ballot", str(tmp_path / "e.proportio"), "--out", str(tmp_path / "o")]) == 1
    assert "no stakeholders" in capsys.readouterr().err
