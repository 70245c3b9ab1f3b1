"""Where file pickers begin: beside the study, where one worked last, or among one's documents."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths

#: The folder the program itself is in: in a check-out, a wheel or a bundle.
PROGRAM_FOLDER = Path(__file__).resolve().parents[2]


def start_folder(*wishes: Path | str | None) -> Path:
    """The first of these folders that exists and is not the program's own, else the person's documents."""
    for wish in wishes:
        if wish and _is_fit(Path(wish)):
            return Path(wish)
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(documents) if documents and Path(documents).is_dir() else Path.home()


def _is_fit(folder: Path) -> bool:
    try:
        return folder.is_dir() and not folder.resolve().is_relative_to(PROGRAM_FOLDER)
    except OSError:
        # A drive that is not connected any more.
        return False
