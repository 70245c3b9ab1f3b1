"""When a file was last saved, as it says itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.files.ballot_saved import saved_at
from criteria.files.sniff import FileKind
from criteria.template import new_study
from tests.support.ballots import WHEN, paper
from tests.support.workbooks import packed


def test_that_a_ballot_says_when_it_was_saved(tmp_path: Path) -> None:
    study = new_study()
    sheet = paper(study, study.stakeholders[0])
    path = sheet.save(tmp_path / "a.xlsx")
    assert saved_at(path, path.read_bytes(), FileKind.XLSX) > WHEN[:10]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        (b"2026-11-22T10:00:00Z", "2026-11-22T10:00:00"),
        (b"2026-11-22T10:00:00.123456", "2026-11-22T10:00:00"),
        (b"yesterday, about noon", ""), (b"", ""),
    ],
)  # fmt: skip
def test_that_other_programs_are_understood(text: bytes, moment: str) -> None:
    data = packed({"meta.xml": b"<x><dc:date>" + text + b"</dc:date></x>"})
    assert saved_at(Path("a.ods"), data, FileKind.ODS) == moment
    assert saved_at(Path("a.xls"), data, FileKind.XLS) == ""
