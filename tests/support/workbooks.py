"""Workbooks made for tests byte by byte, also ones that no spreadsheet program would write."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
ODS_MIMETYPE = b"application/vnd.oasis.opendocument.spreadsheet"


def sheet_xml(rows: str, rest: str = "") -> bytes:
    """The XML of a worksheet around its `<row>` elements."""
    return f'<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{rest}</worksheet>'.encode()


def xlsx_parts(sheets: dict[str, bytes], **more: bytes) -> dict[str, bytes]:
    """The parts of a workbook from the XML of its sheets; `styles` and `sharedStrings` may be added."""
    numbers = range(1, len(sheets) + 1)
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_SHEET_TYPE}.worksheet+xml"/>'
        for n in numbers
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in numbers
    )
    links += "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/{name}" Target="{name}.xml"/>' for name in more
    )
    entries = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"/>' for n, name in zip(numbers, sheets, strict=True)
    )
    return {
        "[Content_Types].xml": (
            f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="xml" ContentType="application/xml"/>'
            '<Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_SHEET_TYPE}.sheet.main+xml"/>'
            f"{overrides}</Types>"
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ).encode(),
        "xl/workbook.xml": (
            f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{entries}</sheets></workbook>'
        ).encode(),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'
        ).encode(),
        **{f"xl/worksheets/sheet{n}.xml": xml for n, xml in zip(numbers, sheets.values(), strict=True)},
        **{f"xl/{name}.xml": xml for name, xml in more.items()},
    }


def xlsx(rows: str, rest: str = "", **more: bytes) -> bytes:
    """A workbook with one sheet, Projects, of these `<row>` elements."""
    return packed(xlsx_parts({"Projects": sheet_xml(rows, rest)}, **more))


def ods_parts(table: str) -> dict[str, bytes]:
    """The parts of a small OpenDocument spreadsheet around the content of its one table, Projects."""
    namespaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    return {
        "mimetype": ODS_MIMETYPE,
        "META-INF/manifest.xml": b'<manifest:manifest xmlns:manifest="m"/>',
        "content.xml": (
            f"<office:document-content {namespaces}><office:body><office:spreadsheet>"
            f'<table:table table:name="Projects">{table}</table:table>'
            "</office:spreadsheet></office:body></office:document-content>"
        ).encode(),
    }


def packed(parts: dict[str, bytes]) -> bytes:
    """A sound zip archive of the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def repacked(data: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    """The archive with each part as `change(name, content)` gives it."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return packed({name: change(name, archive.read(name)) for name in archive.namelist()})


@dataclass
class Part:
    """A part of an archive that may lie about itself: what is None is told truthfully."""

    name: str
    content: bytes
    method: int = zipfile.ZIP_DEFLATED
    flags: int = 0
    claimed_size: int | None = None
    claimed_checksum: int | None = None


def lying_archive(parts: Sequence[Part]) -> bytes:
    """A zip archive written field by field (APPNOTE 6.3.10, 4.3), with the claims of its parts."""
    body, directory = bytearray(), bytearray()
    for part in parts:
        deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
        is_packed = part.method == zipfile.ZIP_DEFLATED
        content = deflate.compress(part.content) + deflate.flush() if is_packed else part.content
        size = len(part.content) if part.claimed_size is None else part.claimed_size
        checksum = zlib.crc32(part.content) if part.claimed_checksum is None else part.claimed_checksum
        name = part.name.encode()
        shared = struct.pack(
            "<HHHHHIIIHH", 20, part.flags, part.method, 0, 33, checksum, len(content), size, len(name), 0
        )
        offset = len(body)
        body += b"PK\x03\x04" + shared + name + content
        directory += b"PK\x01\x02\x14\x00" + shared + struct.pack("<HHHII", 0, 0, 0, 0, offset) + name
    count = len(parts)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + b"PK\x05\x06" + end)


@dataclass
class CompoundParts:
    """Streams of a compound file (MS-CFB), each padded so that it lies in whole sectors of 512 bytes."""

    streams: dict[str, bytes] = field(default_factory=dict)

    def packed(self) -> bytes:
        """The file: its allocation table in sector 0, its directory in sector 1, streams from sector 2."""
        table, body, entries = [0xFFFFFFFD, 0xFFFFFFFE], b"", [_entry("Root Entry", 5, 0xFFFFFFFE, 0)]
        for name, content in self.streams.items():
            whole = content.ljust(max(4096, -(-len(content) // 512) * 512), b"\0")
            start, count = len(table), len(whole) // 512
            table += [*range(start + 1, start + count), 0xFFFFFFFE]
            entries.append(_entry(name, 2, start, len(whole)))
            body += whole
        header = struct.pack(
            "<8s16s5H6x9I", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"", 62, 3, 0xFFFE, 9, 6,
            0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
        )  # fmt: skip
        header += struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)
        sectors = struct.pack("<128I", *table, *[0xFFFFFFFF] * (128 - len(table)))
        return header + sectors + b"".join(entries).ljust(512, b"\0") + body


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    return struct.pack("<64sHBB3I36xIII", text, len(text), kind, 1, *[0xFFFFFFFF] * 3, start, size, 0)


def xls(*records: tuple[int, bytes], workbook: Sequence[tuple[int, bytes]] = ()) -> bytes:
    """An .xls workbook with one sheet, Projects, of these records after its beginning; MS-XLS, 2.1."""
    start = _record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
    start += b"".join(_record(*record) for record in workbook)
    name = b"\x08\x00Projects"
    length = len(start) + 4 + 6 + len(name) + 4
    start += _record(0x0085, struct.pack("<IBB", length, 0, 0) + name) + _record(0x000A, b"")
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 16, 0, 0, 0, 0))
    sheet += b"".join(_record(*record) for record in records) + _record(0x000A, b"")
    return CompoundParts({"Workbook": start + sheet}).packed()


def xls_number(row: int, column: int, value: float) -> tuple[int, bytes]:
    """The record of a cell that holds a number."""
    return 0x0203, struct.pack("<HHHd", row, column, 0, value)


def _record(kind: int, content: bytes) -> bytes:
    return struct.pack("<HH", kind, len(content)) + content


def written(folder: Path, name: str, data: bytes) -> Path:
    """The path of a new file with this content."""
    path = folder / name
    path.write_bytes(data)
    return path
