"""The command `proportio`: a window, or the same work without one."""

from __future__ import annotations

import builtins
import gc
import os
import sys
import time
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.start import Timing

HEADLESS = ("run", "check", "template", "ballot", "collect", "--help", "-h", "--version")
TIMINGS: Final[Mapping[str, Timing]] = MappingProxyType(
    {"--time-to-first-window": "first-window", "--time-to-numbers": "numbers"}
)
"""Options that open the example, print how long that took, and end; packaging/bench asks for them."""


def main(arguments: list[str] | None = None) -> int:
    """Runs the program and gives its exit code: 0 done, 1 problems, 2 wrong usage, 3 unreadable file."""
    started = float(os.environ.get("PROPORTIO_STARTED", time.time()))
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given and given[0] in HEADLESS:
        from desktop.cli import run_command

        return run_command(given)
    if given and given[0] == "--self-test":
        from desktop.self_test import self_test

        return self_test()
    return _window(given, started)


def _window(given: list[str], started: float) -> int:
    options = [word for word in given if word.startswith("--")]
    paths = [Path(word) for word in given if not word.startswith("-")]
    unknown = [word for word in options if word != "--example" and word not in TIMINGS]
    if unknown or len(paths) > 1:
        from desktop.cli import usage_error

        return usage_error(
            f"proportio does not know {' '.join(unknown) or 'how to open several files at once'}."
        )
    if paths and not paths[0].exists() and not paths[0].suffix:
        from desktop.cli import usage_error

        return usage_error(f"“{paths[0]}” is neither a command nor a file.")
    # Imports and widgets make many objects and no garbage: the collector runs again once the window is seen.
    gc.disable()
    _import_plainly()
    from desktop.start import open_window

    timing = next((TIMINGS[word] for word in options if word in TIMINGS), None)
    example = "--example" in options or timing is not None
    return open_window([sys.argv[0]], paths[0] if paths else None, example, started, timing)


def _import_plainly() -> None:
    """Loads Qt and takes back its hook for `from __feature__`, which reads the source of later imports."""
    import PySide6.QtCore  # noqa: F401 - loaded for what it does to imports

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


if __name__ == "__main__":
    sys.exit(main())
