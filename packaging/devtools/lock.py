"""One installation at a time, also when two commands are started side by side."""

from __future__ import annotations

import contextlib
import hashlib
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO


def lock_path(root: Path) -> Path:
    """The lock of a working copy; outside of it, and never deleted, or two could hold it at once."""
    name = hashlib.sha256(str(root).encode()).hexdigest()[:16]
    return Path(tempfile.gettempdir()) / f"proportio-{name}.lock"


@contextlib.contextmanager
def only_one(root: Path) -> Iterator[None]:
    """Hold the lock of a working copy; waits for whoever holds it now."""
    with lock_path(root).open("a+b") as file:
        _acquire(file)
        yield


def _acquire(file: IO[bytes]) -> None:
    if sys.platform == "win32":
        import msvcrt

        while True:
            file.seek(0)
            try:
                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            except OSError:
                time.sleep(0.5)
            else:
                return
    else:
        import fcntl

        fcntl.flock(file.fileno(), fcntl.LOCK_EX)
