"""Makes the pictures of the README and the help from the examples; run it after changes of look."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QSettings, QSize, Qt  # noqa: E402 - needs the path above
from PySide6.QtGui import QImage  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QWidget  # noqa: E402

from criteria.files.example import example_session, example_study  # noqa: E402
from desktop.pages.weights.weights_page import WeightsPage  # noqa: E402
from desktop.session.session_window import SessionWindow  # noqa: E402
from desktop.start import Program, build_program, make_application  # noqa: E402

FOLDER = ROOT / "resources" / "help" / "pictures"
SIZE = QSize(1360, 800)


def main() -> int:
    """Write every picture."""
    app = make_application([sys.argv[0]])
    with tempfile.TemporaryDirectory() as folder:
        program = build_program(app, QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat))
        program.session.show(example_study(), None)
        program.window.resize(SIZE)
        program.window.show()
        for room in ("screening", "weights", "ranking", "robustness"):
            _take_room(program, room)
        program.session.show(example_session(), None)
        _take_room(program, "weights", "group")
        _take_session(program)
        program.window.hide()
    return 0


def _take_room(program: Program, room: str, tab: str = "") -> None:
    program.window.show_room(room)
    if tab:
        page = program.window.page(room)
        if not isinstance(page, WeightsPage):
            raise TypeError(room)
        page.tabs.button(tab).click()
    _save(program.window, tab or room)


def _take_session(program: Program) -> None:
    window = SessionWindow(program.context)
    window.resize(SIZE)
    window.show()
    _save(window, "session-people")
    QTest.keyClick(window, Qt.Key.Key_D)
    _save(window, "session-discussion")
    window.show_people()
    window.hand_over("ST1")
    QTest.keyClick(window, Qt.Key.Key_Return)
    _save(window, "session-question")


def _save(window: QWidget, name: str) -> None:
    # Answers that are computed aside arrive meanwhile.
    QTest.qWait(1500)
    picture = window.grab().toImage()
    # Quality 0 is the strongest compression of a PNG, which loses nothing.
    picture.convertToFormat(QImage.Format.Format_RGB888).save(str(FOLDER / f"{name}.png"), quality=0)


if __name__ == "__main__":
    sys.exit(main())
