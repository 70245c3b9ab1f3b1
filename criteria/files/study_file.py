"""The study file: UTF-8 JSON with the extension .proportio, read and written as a whole."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from criteria.errors import SaveError, UnreadableFileError, UnsafeFileError
from criteria.files.atomic_write import content_hash, write_whole
from criteria.files.migrations import MIGRATIONS, migrate
from criteria.files.references import broken_references
from criteria.model.study import FORMAT_VERSION, Study

EXTENSION = ".proportio"
LARGEST_FILE = 200_000_000
_FORMAT = "proportio"


class _Document(msgspec.Struct, frozen=True):
    """The whole file; a struct so that the format and its version stand at the top."""

    format: str
    version: int
    study: Study


@dataclass(frozen=True)
class LoadedStudy:
    """A study with the file it came from and the digest of the bytes that were read."""

    study: Study
    path: Path
    digest: str


def encode_study(study: Study) -> bytes:
    """The bytes of a study file: the same study always gives the same bytes; SaveError on NaN or infinity."""
    for path, number in _numbers(msgspec.to_builtins(study), "$"):
        # JSON has no NaN: the encoder would write null, and a figure would silently become a missing one.
        if not math.isfinite(number):
            raise SaveError(
                f"The study cannot be saved: {path} is {number}; enter a number or leave it empty."
            )
    try:
        data = msgspec.json.encode(_Document(_FORMAT, FORMAT_VERSION, study), order="deterministic")
    except UnicodeEncodeError as error:
        raise SaveError(
            f"The study cannot be saved: a text holds {error.object[error.start]!r}, half of a character; "
            "delete it and save again."
        ) from error
    return msgspec.json.format(data, indent=1) + b"\n"


def decode_study(data: bytes, name: str) -> Study:
    """The study in the bytes of a file called `name`; UnreadableFileError tells what is wrong and where."""
    version, raw = _envelope(data, name)
    try:
        study = msgspec.convert(migrate(raw, version), type=Study)
    except msgspec.ValidationError as error:
        raise UnreadableFileError(
            f"The study file “{name}” does not fit the format of version {version}: {error}; "
            "open its backup (.bak) or ask whoever sent it for a new copy."
        ) from error
    broken = next(broken_references(study), None)
    if broken is not None:
        raise UnreadableFileError(
            f"The study file “{name}” contradicts itself: {broken}; "
            "open its backup (.bak) or correct the file."
        )
    return study


def load_study(path: Path) -> LoadedStudy:
    """The study in a file with its digest; UnreadableFileError names the file and what to do."""
    data = _read(path)
    return LoadedStudy(decode_study(data, path.name), path, content_hash(data))


def save_study(study: Study, path: Path, expected_digest: str | None = None) -> str:
    """The digest of the file as written, the former one kept as .bak.

    SaveError leaves the file as it was; with `expected_digest` also where the file changed since it was read.
    """
    data = encode_study(study)
    write_whole(path, data, keep_backup=True, expected_hash=expected_digest)
    return content_hash(data)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise UnsafeFileError(
                f"The study file “{path.name}” is larger than {LARGEST_FILE // 1_000_000} MB, which no study "
                "is; check that it is the right file."
            )
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(
            f"There is no study file “{path}”; check the name and the folder."
        ) from error
    except IsADirectoryError as error:
        raise UnreadableFileError(f"“{path}” is a folder; choose a study file in it.") from error
    except OSError as error:
        raise UnreadableFileError(
            f"The study file “{path.name}” cannot be read ({error.strerror or error}); "
            "check that you may open it and that the drive is connected."
        ) from error


def _envelope(data: bytes, name: str) -> tuple[int, dict[str, Any]]:
    document = _document(data, name)
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise UnreadableFileError(
            f"“{name}” is a JSON file but not a study of Proportio; "
            f"choose a file with the ending {EXTENSION}."
        )
    version = document.get("version")
    if not isinstance(version, int) or isinstance(version, bool):
        raise UnreadableFileError(
            f"The study file “{name}” does not say its format version at $.version; open its backup (.bak)."
        )
    if version > FORMAT_VERSION:
        raise UnreadableFileError(
            f"The study file “{name}” was written by a newer Proportio (format {version}, this program reads "
            f"up to {FORMAT_VERSION}); install the newer program to open it."
        )
    if version != FORMAT_VERSION and version not in MIGRATIONS:
        raise UnreadableFileError(
            f"The study file “{name}” has the format version {version}, which was never used; "
            "open its backup (.bak)."
        )
    return version, _study_part(document, name)


def _study_part(document: dict[str, Any], name: str) -> dict[str, Any]:
    unknown = sorted(set(document) - {"format", "version", "study"})
    study = document.get("study")
    if unknown or not isinstance(study, dict):
        wrong = f"$.{unknown[0]} is not part of the format" if unknown else "$.study is missing"
        raise UnreadableFileError(f"The study file “{name}” is damaged: {wrong}; open its backup (.bak).")
    return study


def _document(data: bytes, name: str) -> object:
    if not data.strip():
        raise UnreadableFileError(f"The study file “{name}” is empty; open its backup (.bak).")
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"%PDF")):
        raise UnreadableFileError(
            f"“{name}” is not a study file but a workbook, archive or document; "
            "import tables with File, Import."
        )
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise UnreadableFileError(
            f"The study file “{name}” is damaged or cut off ({error}); open its backup (.bak)."
        ) from error


def _numbers(value: object, path: str) -> Iterator[tuple[str, float]]:
    if isinstance(value, float):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(inner, f"{path}.{key}")
    elif isinstance(value, list | tuple):
        for place, inner in enumerate(value):
            yield from _numbers(inner, f"{path}[{place}]")
