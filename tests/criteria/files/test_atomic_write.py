"""Files written whole or not at all, whichever step fails."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from criteria.errors import SaveError
from criteria.files import atomic_write
from criteria.files.atomic_write import content_hash, write_whole


def failing(number: int) -> Any:
    """A function that fails as the system does with this number."""

    def fail(*_arguments: Any, **_options: Any) -> None:
        raise OSError(number, os.strerror(number))

    return fail


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_that_a_new_file_is_written_without_a_backup(tmp_path: Path) -> None:
    write_whole(tmp_path / "study.proportio", b"new", keep_backup=True)
    assert (tmp_path / "study.proportio").read_bytes() == b"new"
    assert names(tmp_path) == ["study.proportio"]


def test_that_the_former_content_becomes_the_one_backup(tmp_path: Path) -> None:
    path = tmp_path / "study.proportio"
    for content in (b"one", b"two", b"three"):
        write_whole(path, content, keep_backup=True)
    assert path.read_bytes() == b"three"
    assert (tmp_path / "study.proportio.bak").read_bytes() == b"two"
    assert names(tmp_path) == ["study.proportio", "study.proportio.bak"]


def test_that_no_backup_is_kept_unless_wanted(tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    write_whole(path, b"one", keep_backup=False)
    write_whole(path, b"two", keep_backup=False)
    assert names(tmp_path) == ["brief.pdf"]


def test_that_a_file_changed_in_the_meantime_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "study.proportio"
    path.write_bytes(b"of a colleague")
    with pytest.raises(SaveError, match=r"study\.proportio.*changed by someone else.*another name"):
        write_whole(path, b"mine", keep_backup=True, expected_hash=content_hash(b"as I read it"))
    assert path.read_bytes() == b"of a colleague"
    assert names(tmp_path) == ["study.proportio"]


def test_that_the_file_as_read_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "study.proportio"
    path.write_bytes(b"as I read it")
    write_whole(path, b"mine", keep_backup=False, expected_hash=content_hash(b"as I read it"))
    assert path.read_bytes() == b"mine"


def test_that_a_file_removed_in_the_meantime_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / "study.proportio"
    write_whole(path, b"mine", keep_backup=True, expected_hash=content_hash(b"as I read it"))
    assert path.read_bytes() == b"mine"


@pytest.mark.parametrize(
    ("step", "owner"),
    [("open", os), ("fdopen", os), ("fsync", os), ("replace", Path)],
)
@pytest.mark.parametrize("keep_backup", [True, False])
def test_that_a_failure_at_any_step_leaves_the_former_file_and_nothing_else(
    step: str, owner: Any, keep_backup: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "study.proportio"
    path.write_bytes(b"former")
    monkeypatch.setattr(owner, step, failing(errno.EIO))
    with pytest.raises(SaveError, match=r"study\.proportio.*not saved"):
        write_whole(path, b"new", keep_backup=keep_backup)
    monkeypatch.undo()
    assert path.read_bytes() == b"former"
    assert names(tmp_path) == ["study.proportio"]


def test_that_a_failure_after_the_backup_leaves_the_former_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "study.proportio"
    path.write_bytes(b"former")
    move = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if target.suffix != ".bak":
            raise OSError(errno.EIO, "the disk is gone")
        return move(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(SaveError):
        write_whole(path, b"new", keep_backup=True)
    assert path.read_bytes() == b"former"
    assert names(tmp_path) == ["study.proportio", "study.proportio.bak"]


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "is full; free some space"),
        (errno.EROFS, "write-protected; save elsewhere"),
        (errno.EACCES, "write-protected; save elsewhere"),
        (errno.ENAMETOOLONG, "name is too long"),
        (errno.EIO, "the disk refused it"),
    ],
)
def test_that_the_sentence_names_reason_and_remedy(
    number: int, sentence: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(number))
    with pytest.raises(SaveError, match=sentence):
        write_whole(tmp_path / "study.proportio", b"new", keep_backup=False)


def test_that_on_windows_a_file_open_elsewhere_is_waited_for_and_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited: list[float] = []
    monkeypatch.setattr(atomic_write, "_ON_WINDOWS", True)
    monkeypatch.setattr(atomic_write, "_PAUSES", (0.1, 0.2))
    monkeypatch.setattr("time.sleep", waited.append)
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    with pytest.raises(SaveError, match="another program has it open"):
        write_whole(tmp_path / "study.proportio", b"new", keep_backup=False)
    assert waited == [0.1, 0.2]


def test_that_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="a folder has this name"):
        write_whole(tmp_path, b"new", keep_backup=True)


def test_that_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match=r"folder “.*nowhere” does not exist"):
        write_whole(tmp_path / "nowhere" / "study.proportio", b"new", keep_backup=True)


def test_that_a_write_protected_file_is_respected(tmp_path: Path) -> None:
    path = tmp_path / "study.proportio"
    path.write_bytes(b"former")
    path.chmod(0o444)
    with pytest.raises(SaveError, match="write-protected"):
        write_whole(path, b"new", keep_backup=True)
    assert path.read_bytes() == b"former"


def test_that_a_name_no_disk_knows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="not saved"):
        write_whole(tmp_path / "stu\0dy.proportio", b"new", keep_backup=True)


@pytest.mark.skipif(os.name == "nt", reason="permissions and links work otherwise there")
def test_that_permissions_and_links_survive(tmp_path: Path) -> None:
    real, link = tmp_path / "real.proportio", tmp_path / "link.proportio"
    real.write_bytes(b"former")
    real.chmod(0o640)
    link.symlink_to(real)
    write_whole(link, b"new", keep_backup=False)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


def test_that_a_disk_that_cannot_fix_its_folder_is_no_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "folders cannot be synchronised")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write_whole(tmp_path / "study.proportio", b"new", keep_backup=True)
    assert names(tmp_path) == ["study.proportio"]
