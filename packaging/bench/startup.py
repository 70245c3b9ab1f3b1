"""Start-up to the first painted window and to all its numbers, each start in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.timing import Measurement

TURNS = 7
WINDOW = ["-m", "desktop", "--time-to-first-window"]
NUMBERS = ["-m", "desktop", "--time-to-numbers"]
LEAN = ["-m", "bench.lean_window"]


def measure(root: Path) -> Iterator[Measurement | str]:
    """Our window with the example against a lean one with numpy, or a sentence that says why not.

    The first frame of ours shows the study without what is computed, so the time until that stands on
    screen has a row of its own.
    """
    times: tuple[list[float], list[float], list[float]] = ([], [], [])
    for _ in range(TURNS):
        for command, kept in zip((WINDOW, NUMBERS, LEAN), times, strict=True):
            found = _start(root, command)
            if isinstance(found, str):
                yield found
                return
            kept.append(found)
    # The first start of each warms the disk cache.
    window, numbers, lean = (median(kept[1:]) for kept in times)
    yield Measurement("start-up to first window, lean window", window, lean, 1.4)
    yield Measurement("start-up to all numbers, lean window", numbers, lean, 2.0)


def _start(root: Path, command: list[str]) -> float | str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OPENBLAS_")}
    # An installed program has its modules compiled; a shell that forbids that would measure the compiler.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PROPORTIO_STARTED"] = repr(time.time())
    done = subprocess.run(
        [sys.executable, *command], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    try:
        return float(done.stdout.split()[0])
    except (IndexError, ValueError):
        reason = (done.stderr.strip() or "no time printed").splitlines()[-1]
        return f"start-up is not measured: {' '.join(command)} ended with {done.returncode} ({reason})"
