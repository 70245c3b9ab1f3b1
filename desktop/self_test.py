"""The program tests itself, frozen or not: every room on the example, then every export."""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from pathlib import Path

logger = logging.getLogger(__name__)


def self_test() -> int:
    """Builds the window, visits all rooms, writes all files; 0 where it worked, else 1 and the reason."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        with tempfile.TemporaryDirectory() as folder:
            written = _walk(Path(folder))
    except Exception:
        # The one place above everything: whatever goes wrong must reach the exit code.
        logger.exception("The self-test failed")
        return 1
    for line in written:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write("The self-test passed.\n")
    return 0


def _walk(folder: Path) -> list[str]:
    from PySide6.QtCore import QSettings

    from criteria.files.study_file import load_study, save_study
    from desktop.documents.exports import write_brief_of, write_workbook_of
    from desktop.start import build_program, make_application
    from desktop.window.rooms import room_kinds

    app = make_application(["proportio"])
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = build_program(app, settings)
    program.session.open_example()
    program.window.show()
    visited = []
    for room in room_kinds():
        program.window.show_room(room.key)
        program.window.grab()
        visited.append(room.key)
    from criteria.ranking.results import rank

    results = rank(program.context.store.study)
    files = (
        write_workbook_of(results, folder / "self-test.xlsx"),
        write_brief_of(results, folder / "self-test.pdf"),
    )
    study_path = folder / "self-test.proportio"
    save_study(results.study, study_path)
    if load_study(study_path).study != results.study:
        raise AssertionError("a saved study came back different")
    lines = [f"rooms: {', '.join(visited)}"]
    lines += [f"{path.name}: {path.stat().st_size} bytes" for path in (*files, study_path)]
    program.context.pool.waitForDone(20_000)
    program.window.close()
    return lines
