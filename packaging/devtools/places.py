"""Where things lie in the working copy and in its virtual environment."""

from __future__ import annotations

import os
from pathlib import Path

#: The root of the working copy.
ROOT = Path(__file__).resolve().parents[2]


def venv_folder(root: Path) -> Path:
    """The folder of the virtual environment."""
    return root / ".venv"


def venv_python(root: Path) -> Path:
    """The interpreter inside the virtual environment, as this system places it."""
    folder = venv_folder(root)
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def venv_tool(root: Path, name: str) -> Path:
    """A console command that was installed into the virtual environment."""
    suffix = ".exe" if os.name == "nt" else ""
    return venv_python(root).with_name(name + suffix)
