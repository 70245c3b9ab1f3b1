"""The command line: what people script."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pytest

from criteria.edits.session import hide_answers
from criteria.files.example import example_study
from criteria.files.study_file import load_study, save_study
from desktop.__main__ import main
from desktop.cli import run_command
from tests.support.bad_files import bad_files


def test_that_run_writes_workbook_brief_and_study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["run", "example", "--out", str(tmp_path / "out"), "--draws", "200"]) == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["example.pdf", "example.proportio", "example.xlsx"]
    assert (tmp_path / "out" / "example.pdf").read_bytes().startswith(b"%PDF")
    assert load_study(tmp_path / "out" / "example.proportio").study.title
    captured = capsys.readouterr()
    assert "example.xlsx" in captured.err
    assert "P05" in captured.out


def test_that_an_export_of_hidden_answers_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    save_study(hide_answers(example_study(), hidden=True), tmp_path / "hidden.proportio")
    told = "Answers are still hidden"
    assert run_command(["run", str(tmp_path / "hidden.proportio"), "--out", str(tmp_path / "out")]) == 0
    assert told in capsys.readouterr().err
    assert run_command(["run", "example", "--out", str(tmp_path / "out")]) == 0
    assert told not in capsys.readouterr().err


def test_that_json_is_one_object_with_the_reference_figures(capsys: pytest.CaptureFixture[str]) -> None:
    """Domain reference rows with equal weights, theta 0.5, to the printed digits."""
    assert run_command(["run", "example", "--json", "--weights", "equal", "--draws", "200"]) == 0
    found = json.loads(capsys.readouterr().out)
    jordan = next(project for project in found["projects"] if project["id"] == "P17")
    assert round(jordan["risk_as_proposed"], 3) == 0.456
    assert round(jordan["risk"], 3) == 0.129
    assert jordan["rankings"]["benefit_risk"]["rank"] == 14
    assert found["portfolio"]["cost_eur"] == 58_300_000


def test_that_weights_come_from_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "w.json"
    path.write_text('{"N1": 3, "H1": 1}')
    assert run_command(["run", "example", "--json", "--weights", str(path), "--draws", "200"]) == 0
    found = json.loads(capsys.readouterr().out)
    weights = {item["id"]: item["global_weight"] for item in found["criteria"]}
    assert (weights["N1"], weights["H1"], weights["A1"]) == (0.75, 0.25, 0.0)


def test_that_budget_draws_and_seed_are_taken_over(capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["run", "example", "--json", "--budget", "5e6", "--draws", "500", "--seed", "7"]
    assert run_command(arguments) == 0
    first = capsys.readouterr().out
    assert run_command(arguments) == 0
    assert capsys.readouterr().out == first
    found = json.loads(first)
    assert found["study"]["seed"] == 7
    assert sum(project["selected"] for project in found["projects"]) <= 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"], ["fly"], ["run", "example", "--budget", "much"], ["run", "example", "--colour"], ["check"],
        ["template", "out.csv"], ["ballot", "x"],
    ],
)  # fmt: skip
def test_that_wrong_usage_says_so_and_ends_with_two(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command(arguments) == 2
    assert "proportio --help" in capsys.readouterr().err


@pytest.mark.parametrize("arguments", [["--colour"], ["a.proportio", "b.proportio"], ["nonsense"]])
def test_that_the_window_refuses_what_it_does_not_know(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(arguments) == 2
    assert capsys.readouterr().err


@pytest.mark.parametrize("text", ["[1]", '{"N1": "a"}', "{", '{"X9": 1}', '{"N1": -1}'])
def test_that_bad_weights_are_refused_in_a_sentence(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "w.json"
    path.write_text(text)
    assert run_command(["run", "example", "--json", "--weights", str(path)]) in (1, 3)
    captured = capsys.readouterr()
    assert captured.err.strip()
    assert "Traceback" not in captured.err


def test_that_a_missing_file_is_unreadable(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["check", "nowhere.xlsx"]) == 3
    assert "nowhere.xlsx" in capsys.readouterr().err


def test_that_check_lists_problems_of_the_example_as_notes_only(capsys: pytest.CaptureFixture[str]) -> None:
    assert run_command(["check", "example"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines
    assert all(line.startswith("note:") for line in lines)


def test_that_the_template_is_a_workbook_the_program_reads(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "t.xlsx"
    assert run_command(["template", str(path)]) == 0
    with pd.ExcelFile(path, engine="calamine") as workbook:
        assert "Projects" in workbook.sheet_names
    assert run_command(["check", str(path)]) == 1


def test_that_every_bad_file_gives_a_sentence_and_its_exit_code(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = bad_files(tmp_path)
    assert len(files) >= 40
    wrong = []
    for bad in files:
        code = run_command(["check", str(bad.path)])
        captured = capsys.readouterr()
        said = captured.out + captured.err
        if code != bad.exit_code or bad.fragment not in said or "Traceback" in said:
            wrong.append((bad.name, code, bad.exit_code, bad.fragment, said[:200]))
    assert wrong == []
