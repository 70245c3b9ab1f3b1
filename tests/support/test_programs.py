"""The other programs do what the tests that borrow them rely on."""

from __future__ import annotations

import subprocess
from pathlib import Path

from openpyxl import Workbook

from tests.support.programs import LibreOffice


def test_that_libreoffice_recalculates(libreoffice: LibreOffice, tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["B1"] = "=B1*2", 21
    book.save(tmp_path / "sum.xlsx")
    converted = libreoffice.convert(tmp_path / "sum.xlsx", "csv", tmp_path / "out")
    assert converted.read_text("utf-8").split() == ["42,21"]


def test_that_the_virtual_screen_has_the_size_of_a_small_laptop(display: dict[str, str]) -> None:
    done = subprocess.run(
        ["xdotool", "getdisplaygeometry"], env=display, capture_output=True, text=True, check=True, timeout=30
    )
    assert done.stdout.split() == ["1280", "720"]
