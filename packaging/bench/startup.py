"""Start-up to the first painted window, each start in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from bench.timing import Measurement

TURNS = 7
OURS = ["-m", "desktop", "--time-to-first-window"]
LEAN = ["-m", "bench.lean_window"]


def measure(root: Path) -> Measurement | str:
    """Our window with the example against a lean one with numpy, or a sentence that says why not."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(TURNS):
        for command, kept in zip((OURS, LEAN), times, strict=True):
            found = _start(root, command)
            if isinstance(found, str):
                return found
            kept.append(found)
    # The first start of each warms the disk cache.
    ours, lean = (median(kept[1:]) for kept in times)
    return Measurement("start-up to first window, lean window", ours, lean, 1.4)


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
