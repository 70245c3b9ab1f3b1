"""Makes the virtual environment and fills it, or finds in milliseconds that nothing is to be done."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from devtools.failure import DevError
from devtools.lock import only_one
from devtools.places import venv_folder, venv_python
from devtools.stamp import Stamp, installation_key, read_stamp, stamp_path, write_stamp

PINS = "packaging/constraints.txt"


def prepare(root: Path, extras: Iterable[str] = ()) -> Path:
    """The interpreter of an environment holding Proportio and these extras; DevError if none can be made."""
    wanted = frozenset(extras)
    if is_ready(root, wanted):
        return venv_python(root)
    with only_one(root):
        if not is_ready(root, wanted):
            _install(root, wanted)
    return venv_python(root)


def is_ready(root: Path, extras: frozenset[str]) -> bool:
    """Whether the environment was completed for this Python, these requirements and these extras."""
    stamp = read_stamp(root)
    return stamp is not None and venv_python(root).exists() and stamp.covers(installation_key(root), extras)


def _install(root: Path, extras: frozenset[str]) -> None:
    key, stamp = installation_key(root), read_stamp(root)
    has_venv = stamp is not None and _works(root)
    if has_venv and stamp is not None:
        extras |= stamp.extras
        _say("Updating .venv ...")
    else:
        _say("Preparing .venv (first time, about a minute) ...")
        _make_venv(root)
    # Whatever stops the installation from here on leaves no stamp: the next call starts afresh.
    stamp_path(root).unlink(missing_ok=True)
    _pip_install(root, extras)
    write_stamp(root, Stamp(key, extras))


def _works(root: Path) -> bool:
    """Whether the environment's interpreter starts, is this version, and has pip."""
    question = "import sys, pip; print('%d.%d.%d' % sys.version_info[:3])"
    try:
        answer = subprocess.run(
            [venv_python(root), "-c", question], capture_output=True, text=True, check=False, timeout=60
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return answer.returncode == 0 and answer.stdout.strip() == "{}.{}.{}".format(*sys.version_info[:3])


def _make_venv(root: Path) -> None:
    folder = venv_folder(root)
    missing = [name for name in ("venv", "ensurepip") if importlib.util.find_spec(name) is None]
    if missing:
        version = f"{sys.version_info[0]}.{sys.version_info[1]}"
        raise DevError(
            f"This Python cannot make virtual environments (its module {missing[0]} is not installed). "
            f"On Debian or Ubuntu: sudo apt install python{version}-venv"
        )
    if Path(sys.prefix).resolve() == folder.resolve() and os.name == "nt":
        raise DevError("Run this command with the system's Python: the .venv it would replace is in use.")
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise DevError(
            f"The folder {folder} cannot be replaced ({error}); delete it and try again."
        ) from error
    base = getattr(sys, "_base_executable", "") or sys.executable
    _run_quietly([base, "-m", "venv", str(folder)], root, "The virtual environment could not be made.")


def _pip_install(root: Path, extras: frozenset[str]) -> None:
    target = f".[{','.join(sorted(extras))}]" if extras else "."
    command = [str(venv_python(root)), "-m", "pip", "install", "--disable-pip-version-check", "--no-input"]
    _run_quietly(
        [*command, "-c", PINS, "-e", target],
        root,
        "The packages could not be installed. Is this computer online, and does a proxy need setting?",
    )


def _run_quietly(command: list[str], root: Path, complaint: str) -> None:
    """Run a command in the root; its output is shown only in the DevError raised when it fails."""
    # The pins also hold for the build back end: by the first name for older pips, by the second for newer.
    pinned = {**os.environ, "PIP_CONSTRAINT": PINS, "PIP_BUILD_CONSTRAINT": PINS}
    done = subprocess.run(
        command,
        cwd=root,
        env=pinned,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode != 0:
        tail = "\n".join(done.stdout.splitlines()[-30:])
        raise DevError(f"{complaint}\n{tail}")


def _say(sentence: str) -> None:
    print(sentence, flush=True)
