"""Runs named steps one after another and says at the end which failed."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Step:
    """A named command."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a step ended."""

    step: Step
    exit_code: int
    seconds: float


def run_steps(steps: Sequence[Step], folder: Path, environment: Mapping[str, str]) -> int:
    """Run every step, also after one failed, and print a summary; 0 if all passed, else 1."""
    outcomes = [_run(step, folder, environment) for step in steps]
    print("\n" + summary(outcomes), flush=True)
    return 1 if any(outcome.exit_code for outcome in outcomes) else 0


def summary(outcomes: Sequence[Outcome]) -> str:
    """One line for each step, and a last one that names those that failed."""
    width = max(len(outcome.step.name) for outcome in outcomes)
    lines = []
    for outcome in outcomes:
        verdict = "FAILED" if outcome.exit_code else "passed"
        lines.append(f"{outcome.step.name:<{width}}  {verdict}  {outcome.seconds:6.1f} s")
    failed = [outcome.step.name for outcome in outcomes if outcome.exit_code]
    lines.append(f"Failed: {', '.join(failed)}." if failed else "All passed.")
    return "\n".join(lines)


def _run(step: Step, folder: Path, environment: Mapping[str, str]) -> Outcome:
    print(f"\n== {step.name}", flush=True)
    start = time.monotonic()
    done = subprocess.run(step.command, cwd=folder, env=dict(environment), check=False)
    return Outcome(step, done.returncode, time.monotonic() - start)
