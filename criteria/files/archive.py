"""Zip archives that workbooks are: unpacked under limits, checked part by part, packed again."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from criteria.errors import UnreadableFileError, UnsafeFileError
from criteria.files.xml_events import DamagedXmlError, ForbiddenXmlError, check_prolog

MOST_PARTS = 10_000
LARGEST_CONTENT = 200 * 1024 * 1024
#: A part this large may not be packed tighter than `HIGHEST_RATIO`; a sheet of numbers reaches about 20.
RATIO_MATTERS_FROM = 10 * 1024 * 1024
HIGHEST_RATIO = 200

_XML_ENDINGS = (".xml", ".rels", ".vml")
#: Workbooks may carry other documents as objects; the reader never opens those.
_EMBEDDED = re.compile(r"(?:^|/)(?:embeddings|Object|ObjectReplacements)", re.IGNORECASE)
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    ValueError,
    OverflowError,
    NotImplementedError,
    EOFError,
)


@dataclass(frozen=True)
class Archive:
    """The XML parts of a workbook, unpacked and found harmless; names as in the file."""

    path: Path
    parts: dict[str, bytes] = field(default_factory=dict)

    def part(self, name: str) -> bytes:
        """The content of a part; raises `UnreadableFileError` where the workbook lacks it."""
        try:
            return self.parts[name]
        except KeyError as error:
            raise damaged(self.path, f"the part {name} is missing or unreadable") from error

    def repacked(self) -> io.BytesIO:
        """An archive of exactly the parts that were checked, stored without packing."""
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        stream.seek(0)
        return stream


def damaged(path: Path, detail: str) -> UnreadableFileError:
    """The error for a workbook that breaks off or contradicts itself."""
    return UnreadableFileError(
        f"“{path.name}” is damaged or was not copied completely ({detail}); "
        "copy it again, or open and save it in your spreadsheet program."
    )


def password_protected(path: Path) -> UnreadableFileError:
    """The error for a workbook whose content is encrypted."""
    return UnreadableFileError(
        f"“{path.name}” is protected with a password; open it in your spreadsheet program, "
        "remove the password and save it again."
    )


def open_archive(path: Path, data: bytes) -> Archive:
    """The harmless XML parts of a workbook.

    Raises `UnsafeFileError` at archive and entity bombs and nested archives, `UnreadableFileError` at damage
    and passwords. Paths that lead out of the archive are left out: nothing is ever written to the disk.
    """
    infos = _directory(path, data)
    _check_totals(path, infos)
    parts: dict[str, bytes] = {}
    for info in infos:
        if info.is_dir() or ".." in info.filename.split("/") or info.filename.startswith("/"):
            continue
        if info.flag_bits & 0x1:
            raise password_protected(path)
        if info.filename.lower().endswith(_XML_ENDINGS) or info.filename == "mimetype":
            content = _unpacked(path, data, info)
            if info.filename == "mimetype" or _is_readable_xml(path, info.filename, content):
                parts[info.filename] = content
        elif not _EMBEDDED.search(info.filename) and _unpacked_start(data, info).startswith(b"PK\x03\x04"):
            raise UnsafeFileError(
                f"“{path.name}” has another archive inside ({info.filename}), as archive bombs have; "
                "save the table alone in a new workbook."
            )
    return Archive(path, parts)


def part_names(path: Path, data: bytes) -> list[str]:
    """The names of all parts as the archive lists them."""
    return [info.filename for info in _directory(path, data)]


def _directory(path: Path, data: bytes) -> list[zipfile.ZipInfo]:
    listed = data.count(b"PK\x01\x02")
    if listed > MOST_PARTS:
        raise _bomb(path, f"it has {listed:,} parts")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return archive.infolist()
    except _DAMAGE as error:
        raise damaged(path, "its end or its table of contents is missing") from error


def _check_totals(path: Path, infos: list[zipfile.ZipInfo]) -> None:
    total = sum(info.file_size for info in infos)
    tight = any(
        info.file_size > RATIO_MATTERS_FROM and info.file_size > HIGHEST_RATIO * max(info.compress_size, 1)
        for info in infos
    )
    if total > LARGEST_CONTENT:
        raise _bomb(path, f"unpacked it would have {total / 1e6:,.0f} MB")
    if tight:
        raise _bomb(path, "its content is packed more tightly than any table")


def _bomb(path: Path, reason: str) -> UnsafeFileError:
    return UnsafeFileError(
        f"“{path.name}” is built like an archive bomb ({reason}) and was not opened; "
        "copy the table into a new workbook."
    )


def _packed(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The packed bytes of a part, found by its local header as all readers do; empty where there is none."""
    header = data[info.header_offset : info.header_offset + 30]
    if len(header) < 30 or not header.startswith(b"PK\x03\x04"):
        return b""
    name_length, extra_length = struct.unpack("<HH", header[26:30])
    start = info.header_offset + 30 + name_length + extra_length
    return data[start : start + info.compress_size]


def _unpacked(path: Path, data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The content of a part, never longer than its declared size, its checksum confirmed."""
    packed = _packed(data, info)
    if info.compress_type == zipfile.ZIP_STORED:
        content, complete = packed, len(packed) == info.file_size
    elif info.compress_type == zipfile.ZIP_DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflater.decompress(packed, info.file_size + 1)
        except zlib.error as error:
            raise damaged(path, f"the part {info.filename} cannot be unpacked") from error
        complete = inflater.eof and len(content) == info.file_size
    else:
        raise damaged(path, f"the part {info.filename} is packed in an unusual way")
    if not complete or zlib.crc32(content) != info.CRC:
        raise damaged(path, f"the part {info.filename} does not have the content it should have")
    return content


def _unpacked_start(data: bytes, info: zipfile.ZipInfo) -> bytes:
    """The first bytes of a part that is not read any further; empty where it cannot be unpacked."""
    packed = _packed(data, info)[:1024]
    if info.compress_type != zipfile.ZIP_DEFLATED:
        return packed[:4]
    try:
        return zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, 4)
    except zlib.error:
        return b""


def _is_readable_xml(path: Path, name: str, content: bytes) -> bool:
    """Whether a part may be handed on; office programs leave empty or UTF-16 parts beside the others."""
    try:
        check_prolog(content)
    except DamagedXmlError:
        return False
    except ForbiddenXmlError as error:
        raise UnsafeFileError(
            f"“{path.name}” declares a document type or entities in {name}, as entity bombs do, and was not "
            "opened; copy the table into a new workbook."
        ) from error
    return True
