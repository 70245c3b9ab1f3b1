"""Files that cannot be read as tables: damaged, locked, disguised or built to harm."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from tests.support.bad_file import Recipe, holding
from tests.support.workbooks import (
    CompoundParts,
    Part,
    lying_archive,
    ods_parts,
    packed,
    sheet_xml,
    xls,
    xls_number,
    xlsx,
    xlsx_parts,
)

_EXAMPLE = Path(__file__).parents[2] / "resources" / "example" / "portfolio.csv"
_ROW = '<row r="1"><c r="A1" t="inlineStr"><is><t>project_id</t></is></c></row>'
_ODS_ROW = '<table:table-row><table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
_BOMB = "".join(
    ["<!DOCTYPE lolz [", '<!ENTITY a "ha">']
    + [f'<!ENTITY {after} "{f"&{before};" * 10}">' for before, after in ("ab", "bc", "cd", "de", "ef")]
    + ["]>"]
)


@cache
def example_csv() -> bytes:
    """The example portfolio as it is shipped."""
    return _EXAMPLE.read_bytes()


@cache
def example_xlsx() -> bytes:
    """The example portfolio as a workbook."""
    import csv

    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet("Projects")
    for row in csv.reader(io.StringIO(example_csv().decode("utf-8-sig"), newline="")):
        sheet.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def truncated(data: bytes, share: float) -> bytes:
    """The first part of a file, as an interrupted copy leaves it."""
    return data[: int(len(data) * share)]


def _single(part: Part) -> Callable[[], bytes]:
    """A workbook one part of which is replaced or added."""

    def content() -> bytes:
        parts = {name: Part(name, text) for name, text in xlsx_parts({"Projects": sheet_xml(_ROW)}).items()}
        parts[part.name] = part
        return lying_archive(list(parts.values()))

    return content


def _with_prolog(declaration: str) -> bytes:
    return packed(xlsx_parts({"Projects": declaration.encode() + sheet_xml(_ROW)}))


def _locked_ods() -> bytes:
    parts = ods_parts(_ODS_ROW)
    parts["META-INF/manifest.xml"] = (
        b'<m:manifest xmlns:m="m"><m:file-entry m:full-path="content.xml"><m:encryption-data/></m:file-entry>'
        b"</m:manifest>"
    )
    return packed(parts)


def _text_bomb() -> bytes:
    text = f"<sst><si><t>{'x' * 200_000}</t></si></sst>".encode()
    numbers = range(1, 5_001)
    rows = "".join(f'<row r="{row}"><c r="A{row}" t="s"><v>0</v></c></row>' for row in numbers)
    return xlsx(rows, sharedStrings=text)


def _looping_compound() -> bytes:
    data = bytearray(xls(xls_number(0, 0, 1.0)))
    struct.pack_into("<I", data, 512 + 2 * 4, 2)
    return bytes(data)


def _oversized_xls() -> bytes:
    return xls((0x0200, struct.pack("<IIHHH", 0, 4_000_000_000, 0, 60_000, 0)), xls_number(0, 0, 1.0))


def _folder(path: Path) -> None:
    path.mkdir()


def _missing(_path: Path) -> None:
    """Nothing is made."""


def _far_too_large(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(210 * 1024 * 1024)


def unreadable_files() -> list[Recipe]:
    """All of them; each ends the program with exit code 3."""
    with_content = [
        Recipe(name, file, 3, fragment, holding(content))
        for name, file, fragment, content in (*_damaged(), *_disguised(), *_harmful(), *_texts())
    ]
    return [
        *with_content,
        Recipe("missing", "missing.xlsx", 3, "does not exist", _missing),
        Recipe("folder", "folder.csv", 3, "is a folder", _folder),
        Recipe("file-of-210-MB", "large.csv", 3, "200 MB", _far_too_large),
    ]


def _damaged() -> Iterator[tuple[str, str, str, Callable[[], bytes]]]:
    crc = Part("xl/worksheets/sheet1.xml", sheet_xml(_ROW), claimed_checksum=1)
    yield "empty-xlsx", "empty.xlsx", "empty", lambda: b""
    yield "empty-csv", "empty.csv", "empty", lambda: b""
    yield "truncated-xlsx", "cut.xlsx", "not copied completely", lambda: truncated(example_xlsx(), 0.6)
    yield (
        "truncated-ods",
        "cut.ods",
        "not copied completely",
        lambda: truncated(packed(ods_parts(_ODS_ROW)), 0.7),
    )
    yield (
        "truncated-xls",
        "cut.xls",
        "not copied completely",
        lambda: truncated(xls(xls_number(0, 0, 1)), 0.5),
    )
    yield "wrong-checksum", "changed.xlsx", "sheet1.xml", _single(crc)
    yield "unusual-packing", "odd.xlsx", "unusual", _single(Part(crc.name, b"x", method=zipfile.ZIP_LZMA))
    yield "sheet-breaks-off", "half.xlsx", "damaged", lambda: xlsx('<row r="1"><c r="A1"><f>1</f><v>1</v>')
    yield (
        "rows-out-of-order",
        "mixed.xlsx",
        "not in order",
        lambda: xlsx('<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'),
    )
    yield "no-cells", "blank.xlsx", "is empty", lambda: xlsx("")
    yield "looping-xls", "loop.xls", "do not fit together", _looping_compound
    yield "impossible-xls", "huge.xls", "impossible size", _oversized_xls
    yield (
        "compound-without-workbook",
        "word.xls",
        "without a workbook",
        lambda: CompoundParts({"WordDocument": b"x"}).packed(),
    )
    yield (
        "password-xlsx",
        "locked.xlsx",
        "password",
        lambda: CompoundParts({"EncryptionInfo": b"x", "EncryptedPackage": b"x"}).packed(),
    )
    yield "password-xls", "locked.xls", "password", lambda: xls(workbook=[(0x002F, b"\x01\x00\x01\x00")])
    yield "password-ods", "locked.ods", "password", _locked_ods
    yield "password-zip", "locked.xlsx", "password", _single(Part("xl/styles.xml", b"<x/>", flags=1))


def _disguised() -> Iterator[tuple[str, str, str, Callable[[], bytes]]]:
    yield "pdf-as-xlsx", "report.xlsx", "PDF", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj"
    yield "png-as-xlsx", "chart.xlsx", "picture", lambda: b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
    yield "web-page-as-xls", "export.xls", "web page", lambda: b"<html><body><table><tr><td>1</td></table>"
    yield "xml-as-xls", "export.xls", "XML", lambda: b'<?xml version="1.0"?><Workbook/>'
    yield "text-as-xlsx", "projects.xlsx", "plain text", example_csv
    yield "workbook-as-csv", "projects.csv", "Excel workbook", example_xlsx
    yield "word-as-xlsx", "letter.xlsx", "Word", lambda: packed({"word/document.xml": b"<d/>"})
    yield "zip-as-xlsx", "files.xlsx", "zip archive", lambda: packed({"readme.txt": b"hello"})
    yield "binary-workbook", "projects.xlsx", ".xlsb", lambda: packed({"xl/workbook.bin": b"\0"})
    yield "gzip-as-csv", "projects.csv", "gzip", lambda: b"\x1f\x8b\x08\0\0\0\0\0"
    yield "unknown-ending", "projects.json", ".csv", lambda: b"[]"
    yield (
        "text-document-as-ods",
        "letter.ods",
        "OpenDocument",
        lambda: packed({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}),
    )


def _harmful() -> Iterator[tuple[str, str, str, Callable[[], bytes]]]:
    sheet = "xl/worksheets/sheet1.xml"
    yield (
        "archive-bomb",
        "bomb.xlsx",
        "archive bomb",
        _single(Part("xl/media/a.bin", bytes(11 * 1024 * 1024))),
    )
    yield (
        "archive-of-300-MB",
        "bomb.xlsx",
        "315 MB",
        _single(Part("xl/media/a.bin", bytes(2 * 1024 * 1024), claimed_size=315_000_000)),
    )
    yield "archive-that-lies", "lie.xlsx", sheet, _single(Part(sheet, sheet_xml(_ROW), claimed_size=40))
    yield (
        "archive-of-10001-parts",
        "parts.xlsx",
        "10,001 parts",
        lambda: lying_archive([Part(f"{number}.bin", b"", method=0) for number in range(10_001)]),
    )
    yield (
        "nested-archive",
        "nested.xlsx",
        "another archive",
        _single(Part("xl/inner.zip", packed({"a": b"b"}), 0)),
    )
    yield "entity-bomb", "entities.xlsx", "entity bomb", lambda: _with_prolog(_BOMB)
    yield (
        "foreign-document-type",
        "dtd.xlsx",
        "document type",
        lambda: _with_prolog('<!DOCTYPE x SYSTEM "file:///etc/passwd">'),
    )
    yield (
        "entity-bomb-ods",
        "entities.ods",
        "entity bomb",
        lambda: packed(
            ods_parts(_ODS_ROW) | {"content.xml": _BOMB.encode() + ods_parts(_ODS_ROW)["content.xml"]}
        ),
    )
    yield (
        "far-cell",
        "far.xlsx",
        "XFD1048576",
        lambda: xlsx(
            '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
        ),
    )
    yield (
        "repeated-ods",
        "repeat.ods",
        "rows",
        lambda: packed(
            ods_parts(
                _ODS_ROW.replace("<table:table-row>", '<table:table-row table:number-rows-repeated="900000">')
            )
        ),
    )
    yield "text-bomb", "texts.xlsx", "memory bomb", _text_bomb


def _texts() -> Iterator[tuple[str, str, str, Callable[[], bytes]]]:
    yield "only-spaces", "blank.csv", "empty", lambda: b"\xef\xbb\xbf\r\n ; ; \r\n"
    yield "binary-csv", "binary.csv", "binary", lambda: b"project_id,title\r\nP01,\x00\x01\x02\r\n"
    yield "utf16-without-mark", "wide.csv", "binary", lambda: "project_id;title\r\n".encode("utf-16-le")
    yield (
        "cut-in-a-letter",
        "cut.csv",
        "in the middle of a letter",
        lambda: "id,land\nP1,Côte\nP2,ô".encode()[:-1],
    )
    yield "no-known-encoding", "odd.csv", "Line 2", lambda: b"id,title\nP1,\x81\x8d\n"
    yield "open-quotation-mark", "open.csv", "never closed", lambda: b'id,title\nP1,"open\nP2,b\n'
    yield "stray-quotation-mark", "stray.csv", "quotation mark", lambda: b'id,title\nP1,"a"b"\nP2,c\n'
    yield "line-of-a-million", "line.csv", "Line 2", lambda: b"id,title\n" + b"x" * 1_000_001
    yield "2001-columns", "wide.csv", "2,001 columns", lambda: b"," * 2_000 + b"x\n"
    yield "200001-rows", "long.csv", "200,001 rows", lambda: b"a,b\n" * 200_001
