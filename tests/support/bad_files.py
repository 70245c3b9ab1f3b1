"""Every bad file that must end in a sentence and an exit code, never in a traceback."""

from __future__ import annotations

from pathlib import Path

from tests.support.bad_file import BadFile
from tests.support.bad_tables import bad_tables
from tests.support.unreadable_files import unreadable_files


def bad_files(folder: Path) -> list[BadFile]:
    """All of them, each made in a folder of its own."""
    return [recipe.made(folder) for recipe in (*unreadable_files(), *bad_tables())]
