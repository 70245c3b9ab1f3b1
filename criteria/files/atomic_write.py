"""Files written whole or not at all: what was there stays until its successor is safely on the disk."""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path

from criteria.errors import SaveError

BACKUP_SUFFIX = ".bak"
_ON_WINDOWS = os.name == "nt"
#: Virus scanners and synchronised folders hold a file for moments; only then is waiting of use.
_PAUSES = (0.05, 0.2, 0.5) if _ON_WINDOWS else ()
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def content_hash(data: bytes) -> str:
    """The SHA-256 digest of a content, in hexadecimal, as `write_whole` compares it."""
    # Loaded here: nothing is hashed before the first window.
    import hashlib

    return hashlib.sha256(data).hexdigest()


def write_whole(path: Path, data: bytes, *, keep_backup: bool, expected_hash: str | None = None) -> None:
    """Leaves `data` at the path, or the former file untouched and a `SaveError` that says why.

    With `keep_backup` the former content is beside it as NAME.bak. With `expected_hash` a file that someone
    changed in the meantime is not overwritten. A link is followed: the file it points to is replaced.
    """
    try:
        target = path.resolve()
        former = _former_content(target)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    if former is not None and expected_hash is not None and content_hash(former) != expected_hash:
        raise SaveError(
            f"“{path.name}” was changed by someone else since it was opened, and was not overwritten; "
            "save under another name and compare the two."
        )
    try:
        if keep_backup and former is not None:
            _replace(target.with_name(target.name + BACKUP_SUFFIX), former, like=target)
        _replace(target, data, like=target)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    _sync_folder(target.parent)


def _former_content(target: Path) -> bytes | None:
    """What the file holds now, None where there is none; a protected file counts as forbidden."""
    try:
        mode = target.stat().st_mode
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not mode & 0o222 or not os.access(target, os.W_OK):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))
    return target.read_bytes()


def _replace(target: Path, data: bytes, *, like: Path) -> None:
    """Writes beside the target and moves into its place; the name is short so that long names fit."""
    beside = target.with_name(f".proportio-{os.urandom(6).hex()}.tmp")
    try:
        descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        with suppress(OSError):
            # Without a former file, or on a disk without permissions, the usual ones are right.
            beside.chmod(stat.S_IMODE(like.stat().st_mode))
        _move(beside, target)
    finally:
        with suppress(OSError):
            beside.unlink()


def _move(beside: Path, target: Path) -> None:
    for pause in _PAUSES:
        try:
            beside.replace(target)
            return
        except PermissionError:
            time.sleep(pause)
    beside.replace(target)


def _sync_folder(folder: Path) -> None:
    """Makes the new name last through a power cut; disks that cannot do this are right as they are."""
    if _ON_WINDOWS:
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _refused(path: Path, error: OSError | ValueError) -> SaveError:
    number = error.errno if isinstance(error, OSError) else None
    if number in _FULL:
        reason = f"the disk of “{path.parent}” is full; free some space or save elsewhere."
    elif number == errno.EISDIR or path.is_dir():
        reason = "a folder has this name; choose another name."
    elif number == errno.ENOENT or not path.parent.is_dir():
        reason = f"the folder “{path.parent}” does not exist; choose another folder."
    elif number in _FORBIDDEN and _ON_WINDOWS:
        reason = "another program has it open, or it is write-protected; close it there or save elsewhere."
    elif number in _FORBIDDEN:
        reason = f"it or the folder “{path.parent}” is write-protected; save elsewhere."
    elif number == errno.ENAMETOOLONG:
        reason = "the name is too long; choose a shorter one."
    else:
        reason = f"the disk refused it ({_detail(error)}); save elsewhere."
    return SaveError(f"“{path.name}” was not saved: {reason}")


def _detail(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
