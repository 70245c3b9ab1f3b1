"""The commands of dev.py: what they start, where, and what they say when they cannot."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from devtools import bundle, checks, commands, display, program
from devtools.failure import DevError
from devtools.steps import Outcome, Step, run_steps, summary

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def called(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that `run` and `bench` would have started."""
    calls: list[list[str]] = []

    def record(command: list[str], root: Path, environment: dict[str, str] | None = None) -> int:
        calls.append(command[1:])
        return 0

    monkeypatch.setattr(program, "prepare", lambda root, extras=(): Path("python"))
    monkeypatch.setattr(program, "missing_library_advice", lambda platform, environment: None)
    monkeypatch.setattr(program, "_call", record)
    return calls


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen:fontdir=x"}, False),
        ("darwin", {}, True),
        ("win32", {}, True),
        ("win32", {"QT_QPA_PLATFORM": "offscreen"}, False),
    ],
)
def test_that_a_display_is_known(platform: str, environment: dict[str, str], expected: bool) -> None:
    assert display.has_display(platform, environment) is expected


def test_that_run_opens_the_example_and_passes_arguments_on(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "has_display", lambda platform, environment: True)
    assert program.run(ROOT, ["--language", "fr"]) == 0
    assert called == [["-m", "desktop", "--example", "--language", "fr"]]


def test_that_run_without_a_display_says_so_and_writes_the_results(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(program, "has_display", lambda platform, environment: False)
    assert program.run(ROOT, []) == 0
    assert called == [["-m", "desktop", "run", "example", "--out", "out"]]
    assert capsys.readouterr().out.startswith("There is no display here")


def test_that_missing_system_libraries_are_named_with_their_packages(
    called: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = display.advice(
        ["libEGL.so.1", "libxcb-cursor.so.0"], display.NEEDED_ALWAYS | display.NEEDED_ON_X11
    )
    assert sentence.endswith("sudo apt install libegl1 libxcb-cursor0")
    monkeypatch.setattr(program, "missing_library_advice", lambda platform, environment: sentence)
    with pytest.raises(DevError, match=r"libEGL\.so\.1, libxcb-cursor\.so\.0"):
        program.run(ROOT, [])
    assert called == []


@pytest.mark.parametrize(("environment", "asks_x11"), [({"DISPLAY": ":0"}, True), ({}, False)])
def test_that_libraries_of_x11_matter_only_with_x11(
    environment: dict[str, str], asks_x11: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(display, "_loads", lambda library: "xcb" not in library)
    assert (display.missing_library_advice("linux", environment) is not None) is asks_x11
    assert display.missing_library_advice("darwin", environment) is None


def test_that_every_step_runs_and_the_failed_ones_are_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    good = Step("good", (sys.executable, "-c", "pass"))
    bad = Step("bad", (sys.executable, "-c", "raise SystemExit(4)"))
    assert run_steps([bad, good], tmp_path, {}) == 1
    assert capfd.readouterr().out.rstrip().endswith("Failed: bad.")
    assert run_steps([good], tmp_path, {}) == 0


def test_that_the_summary_has_a_line_for_each_step() -> None:
    outcomes = [Outcome(Step("types", ()), 0, 2.5), Outcome(Step("tests", ()), 1, 60.0)]
    assert summary(outcomes).splitlines() == [
        "types  passed     2.5 s",
        "tests  FAILED    60.0 s",
        "Failed: tests.",
    ]


@pytest.mark.parametrize("command", ["test", "check"])
def test_that_the_checks_are_those_of_ci(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[Step] = []

    def record(steps: Sequence[Step], folder: Path, environment: Mapping[str, str]) -> int:
        seen.extend(steps)
        assert environment["QT_QPA_PLATFORM"] == "offscreen"
        return 0

    monkeypatch.setattr(checks, "prepare", lambda root, extras: Path("python"))
    monkeypatch.setattr(checks, "run_steps", record)
    action, _ = commands.COMMANDS[command]
    assert action(ROOT, ["-k", "topsis"]) == 0
    assert [step.name.split()[0] for step in seen] == ["style", "format", "types", "layers", "tests"]
    assert seen[-1].command[-2:] == ("-k", "topsis")
    assert ("tests/criteria" in seen[-1].command) == (command == "check")


def test_that_an_error_is_a_sentence_and_not_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(root: Path, arguments: Sequence[str]) -> int:
        raise DevError("It is raining.")

    monkeypatch.setitem(commands.COMMANDS, "bench", (fail, ""))
    assert commands.main(["bench"]) == 1
    assert capsys.readouterr().err == "It is raining.\n"


@pytest.mark.parametrize("arguments", [[], ["dance"]])
def test_that_wrong_usage_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        commands.main(arguments)
    assert ended.value.code == 2


def test_that_the_help_names_every_command() -> None:
    text = commands.parser().format_help()
    assert [name for name in commands.COMMANDS if name not in text] == []


def test_that_an_older_python_gets_a_sentence() -> None:
    script = (
        "import runpy, sys; sys.version_info = (3, 9, 2, 'final', 0); sys.argv = ['dev.py', 'test'];"
        "runpy.run_path('packaging/dev.py', run_name='__main__')"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 2
    assert "this is Python 3.9.2" in done.stderr
    assert "Traceback" not in done.stderr


def test_that_the_size_of_a_bundle_counts_each_file_once(tmp_path: Path) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "a").write_bytes(b"12345")
    (tmp_path / "b").symlink_to(tmp_path / "lib" / "a")
    assert bundle.size(tmp_path) == 5


@pytest.mark.parametrize(("code", "verdict"), [(0, "passed"), (1, "FAILED with exit code 1")])
def test_that_the_self_test_of_a_bundle_decides(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], code: int, verdict: str
) -> None:
    program_file = tmp_path / "proportio"
    program_file.write_text(f'#!/bin/sh\ntest "$1" = --self-test || exit 9\nexit {code}\n', "utf-8")
    program_file.chmod(0o755)
    assert bundle.self_test(tmp_path) == code
    assert verdict in capfd.readouterr().out
