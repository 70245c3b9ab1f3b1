"""The table of commands and the reading of the command line."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from devtools.bundle import bundle
from devtools.checks import check, test
from devtools.environment import prepare
from devtools.failure import DevError
from devtools.places import ROOT, venv_folder
from devtools.program import bench, run

Command = Callable[[Path, Sequence[str]], int]


def setup(root: Path, arguments: Sequence[str]) -> int:
    """Only prepare .venv, with what the tests need."""
    if arguments:
        raise DevError("setup takes no further arguments.")
    prepare(root, ["test"])
    print(f"{venv_folder(root)} is ready.")
    return 0


#: Command -> what it does and its one line of help.
COMMANDS: dict[str, tuple[Command, str]] = {
    "run": (run, "start the program on its example (without a display: write the example's results)"),
    "test": (test, "everything CI holds: style, types, layers, all tests (arguments go to pytest)"),
    "check": (check, "the fast half of it: no windows, no other programs"),
    "setup": (setup, "only prepare .venv"),
    "bench": (bench, "measure against peers, in ratios"),
    "bundle": (bundle, "build dist/proportio, which runs without Python, and self-test it"),
}


def main(arguments: Sequence[str]) -> int:
    """The exit code of the command that the arguments name; wrong usage ends with 2."""
    chosen = parser().parse_args(arguments[:1])
    action, _ = COMMANDS[chosen.command]
    try:
        return action(ROOT, arguments[1:])
    except DevError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def parser() -> argparse.ArgumentParser:
    """The reader of the first argument, the command's name; what follows is the command's own."""
    table = "\n".join(f"  {name:<8}{help_line}" for name, (_, help_line) in COMMANDS.items())
    made = argparse.ArgumentParser(
        prog="dev.py",
        usage="dev.py COMMAND ...",
        description="Sets up, runs, tests, measures and bundles Proportio.",
        epilog="commands:\n" + table,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("command", choices=list(COMMANDS), metavar="COMMAND", help="one of those below")
    return made
