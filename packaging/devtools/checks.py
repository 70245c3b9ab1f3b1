"""The commands `test` and `check`: style, types, layers and tests, on an offscreen Qt."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from devtools.environment import prepare
from devtools.places import venv_tool
from devtools.steps import Step, run_steps

#: What `check` runs of the tests: all that needs neither a window nor another program.
FAST_TESTS = ("tests/architecture", "tests/criteria", "-m", "not slow and not libreoffice and not display")


def test(root: Path, arguments: Sequence[str]) -> int:
    """Everything that must hold, as CI runs it; the arguments go to pytest."""
    return _run(root, tuple(arguments))


def check(root: Path, arguments: Sequence[str]) -> int:
    """The fast half, for every few minutes; the arguments go to pytest."""
    return _run(root, (*FAST_TESTS, "-q", *arguments))


def _run(root: Path, pytest_arguments: tuple[str, ...]) -> int:
    python = prepare(root, ["test"])
    steps = [
        Step("style (ruff check)", (str(venv_tool(root, "ruff")), "check", ".")),
        Step("format (ruff format)", (str(venv_tool(root, "ruff")), "format", "--check", ".")),
        Step("types (mypy)", (str(python), "-m", "mypy")),
        Step("layers (import-linter)", (str(venv_tool(root, "lint-imports")), "--no-logo")),
        Step("tests (pytest)", (str(python), "-m", "pytest", *pytest_arguments)),
    ]
    return run_steps(steps, root, {**os.environ, "QT_QPA_PLATFORM": "offscreen"})
