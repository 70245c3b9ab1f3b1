"""The recovery file."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.errors import SaveError
from criteria.files.recovery import Recovery, discard_recovery, read_recovery, write_recovery
from tests.support.studies import example


def test_that_what_was_kept_comes_back_with_its_owner(tmp_path: Path) -> None:
    path = tmp_path / "state" / "r"
    kept = Recovery(example(), Path("/home/a/study.proportio"), "abc")
    write_recovery(path, kept)
    assert read_recovery(path) == kept


def test_that_a_study_without_a_file_comes_back_too(tmp_path: Path) -> None:
    write_recovery(tmp_path / "r", Recovery(example(), None, ""))
    found = read_recovery(tmp_path / "r")
    assert found is not None
    assert found.owner is None


def test_that_nothing_kept_is_nothing_found(tmp_path: Path) -> None:
    assert read_recovery(tmp_path / "r") is None
    discard_recovery(tmp_path / "r")


@pytest.mark.parametrize(
    "data", [b"", b"{}\n{}", b"\xff\xfe", b'{"format": "other", "owner": "", "digest": ""}\n{}']
)
def test_that_an_unreadable_file_is_moved_aside_not_deleted(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "r.proportio-recovery"
    path.write_bytes(data)
    assert read_recovery(path) is None
    assert not path.exists()
    assert (tmp_path / "r.unreadable").read_bytes() == data


def test_that_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(SaveError, match="recovery folder"):
        write_recovery(tmp_path / "file" / "below" / "r", Recovery(example(), None, ""))
