"""The commands `run` and `bench`: start the program, or measure it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from devtools.display import has_display, missing_library_advice
from devtools.environment import prepare
from devtools.failure import DevError


def run(root: Path, arguments: Sequence[str]) -> int:
    """Show the example in a window; without a display, write its results into the folder out."""
    python = prepare(root)
    absent = missing_library_advice(sys.platform, os.environ)
    if absent:
        raise DevError(absent)
    if has_display(sys.platform, os.environ):
        return _call([str(python), "-m", "desktop", "--example", *arguments], root)
    print("There is no display here, so the results of the example are written to files instead.", flush=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return _call([str(python), "-m", "desktop", "run", "example", "--out", "out"], root, environment)


def bench(root: Path, arguments: Sequence[str]) -> int:
    """Measure the program side by side with its peers and print a table of ratios."""
    python = prepare(root)
    path = os.pathsep.join([str(root), str(root / "packaging")])
    environment = {**os.environ, "PYTHONPATH": path, "QT_QPA_PLATFORM": "offscreen"}
    return _call([str(python), "-m", "bench.run", *arguments], root, environment)


def _call(command: list[str], root: Path, environment: dict[str, str] | None = None) -> int:
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode
