"""What is loaded when: no Qt below criteria, and no heavy library before the first window."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.support.sources import ROOT, product

HEAVY = {"matplotlib", "openpyxl", "pandas", "pycountry", "pymcdm", "python_calamine", "scipy"}
#: What the first frame does without, though all of criteria that computes needs it.
LATER = {"numpy"}

IMPORT_WITHOUT_QT = """
import importlib, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PySide6", "shiboken6", "desktop"}:
            raise ImportError(f"{name} is not to be had here")

sys.meta_path.insert(0, NoQt())
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Python with these arguments, from the root, without a display."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", *arguments]
    return subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
    )


def loaded(report: str) -> set[str]:
    """The top-level modules named in what `python -X importtime` reports."""
    lines = [line for line in report.splitlines() if line.startswith("import time:")]
    return {line.rpartition("|")[2].strip().partition(".")[0] for line in lines}


@pytest.fixture(scope="module")
def criteria_alone() -> set[str]:
    """What is loaded after importing every module of criteria where Qt is not to be had."""
    modules = [item.path.removesuffix(".py").replace("/", ".") for item in product("criteria")]
    done = run("-c", IMPORT_WITHOUT_QT, *modules)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_that_all_of_criteria_can_be_imported_without_qt(criteria_alone: set[str]) -> None:
    assert "criteria" in criteria_alone


def test_that_criteria_loads_no_heavy_library_by_itself(criteria_alone: set[str]) -> None:
    assert criteria_alone & HEAVY == set()


def test_that_no_heavy_library_is_loaded_before_the_first_window() -> None:
    done = run("-X", "importtime", "-m", "desktop", "--time-to-first-window")
    assert done.returncode == 0, done.stderr[-2000:]
    modules = loaded(done.stderr)
    assert {"PySide6", "criteria"} <= modules
    assert modules & (HEAVY | LATER) == set()


def test_that_no_heavy_library_is_needed_for_the_numbers_of_the_first_room() -> None:
    done = run("-X", "importtime", "-m", "desktop", "--time-to-numbers")
    assert done.returncode == 0, done.stderr[-2000:]
    modules = loaded(done.stderr)
    assert "numpy" in modules
    assert modules & HEAVY == set()


def test_that_a_loaded_library_is_seen_in_the_report() -> None:
    assert loaded(run("-X", "importtime", "-c", "import json.decoder").stderr) >= {"json"}
