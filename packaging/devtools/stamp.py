"""What was installed into the virtual environment, so that a second call need not ask pip."""

from __future__ import annotations

import hashlib
import json
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from devtools.places import venv_folder


@dataclass(frozen=True)
class Stamp:
    """The key of an installation and the extras it holds."""

    key: str
    extras: frozenset[str]

    def covers(self, key: str, extras: frozenset[str]) -> bool:
        """Whether this installation is the wanted one, or the wanted one and more."""
        return self.key == key and extras <= self.extras


def installation_key(root: Path) -> str:
    """A hash of all that decides what pip installs: requirements, pins and the Python version."""
    with (root / "pyproject.toml").open("rb") as file:
        settings: dict[str, Any] = tomllib.load(file)
    deciding = {
        "project": settings.get("project"),
        "build": settings.get("build-system"),
        "packages": settings.get("tool", {}).get("setuptools"),
        "python": list(sys.version_info[:3]),
        "root": str(root),
    }
    pins = (root / "packaging" / "constraints.txt").read_bytes()
    return hashlib.sha256(json.dumps(deciding, sort_keys=True).encode() + pins).hexdigest()


def stamp_path(root: Path) -> Path:
    """Where the stamp is kept: inside the environment, so that it goes when the environment goes."""
    return venv_folder(root) / "proportio-installed.json"


def read_stamp(root: Path) -> Stamp | None:
    """The stamp of the last installation that succeeded; None if there is none that can be read."""
    try:
        content = json.loads(stamp_path(root).read_text(encoding="utf-8"))
        return Stamp(str(content["key"]), frozenset(map(str, content["extras"])))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def write_stamp(root: Path, stamp: Stamp) -> None:
    """Record an installation that succeeded."""
    content = {"key": stamp.key, "extras": sorted(stamp.extras)}
    stamp_path(root).write_text(json.dumps(content) + "\n", encoding="utf-8")
