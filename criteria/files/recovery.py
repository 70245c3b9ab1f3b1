"""The recovery file: the study as it was a moment ago, tagged with the file it belongs to."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from criteria.errors import SaveError, UnreadableFileError
from criteria.files.atomic_write import write_whole
from criteria.files.study_file import decode_study, encode_study
from criteria.model.study import Study

_MARK = "proportio-recovery"


@dataclass(frozen=True)
class Recovery:
    """A study that was not saved, with the path and digest of the file it was opened from, if any."""

    study: Study
    owner: Path | None
    owner_digest: str


def write_recovery(path: Path, recovery: Recovery) -> None:
    """Keeps the study beside the program's state; SaveError where the disk refuses."""
    import json

    head = {"format": _MARK, "owner": str(recovery.owner or ""), "digest": recovery.owner_digest}
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SaveError(f"The recovery folder “{path.parent}” cannot be made: {error.strerror}.") from error
    write_whole(path, json.dumps(head).encode() + b"\n" + encode_study(recovery.study), keep_backup=False)


def read_recovery(path: Path) -> Recovery | None:
    """What was kept, None where nothing was; a file that cannot be read is moved aside, not deleted."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    found = _decoded(data, path.name)
    if found is None:
        path.replace(path.with_suffix(".unreadable"))
    return found


def discard_recovery(path: Path) -> None:
    """Removes the recovery file, for its study is saved or was given up on purpose."""
    path.unlink(missing_ok=True)


def _decoded(data: bytes, name: str) -> Recovery | None:
    import json

    line, _, rest = data.partition(b"\n")
    try:
        head = json.loads(line)
        owner = Path(head["owner"]) if head["owner"] else None
        study = decode_study(rest, name)
        return Recovery(study, owner, str(head["digest"])) if head["format"] == _MARK else None
    except (ValueError, KeyError, TypeError, UnreadableFileError):
        return None
