"""The program tests itself."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import desktop.self_test

ROOT = Path(__file__).parents[2]


def test_that_it_passes_and_names_rooms_and_files(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--self-test"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0].startswith("rooms: overview, projects, criteria")
    assert {line.split(":")[0] for line in lines[1:4]} == {
        "self-test.xlsx",
        "self-test.pdf",
        "self-test.proportio",
    }
    assert lines[-1] == "The self-test passed."


def test_that_what_goes_wrong_reaches_the_exit_code(monkeypatch: pytest.MonkeyPatch, caplog: Any) -> None:
    def fail(_folder: Path) -> list[str]:
        raise AssertionError("a saved study came back different")

    monkeypatch.setattr(desktop.self_test, "_walk", fail)
    assert desktop.self_test.self_test() == 1
    assert "came back different" in caplog.text
