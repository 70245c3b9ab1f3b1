"""The command `bundle`: a folder that runs without Python, made by PyInstaller and tried at once."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

from devtools.environment import prepare
from devtools.failure import DevError


def bundle(root: Path, arguments: Sequence[str]) -> int:
    """Build dist/proportio, then start it on its self-test; the exit code is that of the self-test."""
    python = prepare(root, ["bundle"])
    command = [str(python), "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *arguments]
    start = time.monotonic()
    print("Building dist/proportio (a minute or two) ...", flush=True)
    if subprocess.run([*command, "packaging/proportio.spec"], cwd=root, check=False).returncode:
        raise DevError("PyInstaller failed; its messages stand above.")
    folder = root / "dist" / "proportio"
    print(f"{folder}: {size(folder) / 1e6:.0f} MB in {time.monotonic() - start:.0f} s", flush=True)
    return self_test(folder)


def self_test(folder: Path) -> int:
    """Start the bundle offscreen on its self-test and say how it went; its exit code."""
    program = folder / ("proportio.exe" if os.name == "nt" else "proportio")
    start = time.monotonic()
    done = subprocess.run(
        [program, "--self-test"], env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, check=False
    )
    verdict = "passed" if done.returncode == 0 else f"FAILED with exit code {done.returncode}"
    print(f"Self-test of the bundle {verdict} in {time.monotonic() - start:.1f} s.", flush=True)
    return done.returncode


def size(folder: Path) -> int:
    """The bytes of all files below a folder; links are not followed."""
    return sum(path.lstat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
