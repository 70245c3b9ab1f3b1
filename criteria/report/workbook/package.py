"""Joins what openpyxl saved with the rows that were written beside it into the bytes of one workbook."""

from __future__ import annotations

import datetime
import io
import re
import shutil
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from openpyxl import Workbook

_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_DIMENSION = re.compile(rb'<dimension ref="[^"]*"\s*/>')
_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")
_COMPRESSION = 3


@dataclass(frozen=True)
class Rows:
    """The rows of one sheet as a file of XML, and the rectangle they fill."""

    path: Path
    dimension: str


def workbook_bytes(book: Workbook, rows: Mapping[str, Rows], modified: datetime.datetime) -> bytes:
    """The workbook as a file: sheets of `book`, by title, with the cells of `rows`."""
    frame = io.BytesIO()
    book.save(frame)
    parts = {f"xl/worksheets/sheet{place}.xml": title for place, title in enumerate(book.sheetnames, start=1)}
    whole = io.BytesIO()
    with (
        zipfile.ZipFile(frame) as source,
        zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as target,
    ):
        for item in source.infolist():
            data = source.read(item)
            if item.filename in parts:
                _write_sheet(target, item.filename, data, rows[parts[item.filename]])
            else:
                stamp = modified.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
                if item.filename == "docProps/core.xml":
                    data = _MODIFIED.sub(rb"\g<1>" + stamp + rb"\g<2>", data)
                # Entries opened by name carry the first moment a zip can name: equal workbooks, equal bytes.
                with target.open(item.filename, "w") as out:
                    out.write(data)
    return whole.getvalue()


def _write_sheet(target: zipfile.ZipFile, name: str, frame: bytes, rows: Rows) -> None:
    """One sheet: head and tail from openpyxl, the rows between them from their own file."""
    frame = _DIMENSION.sub(b'<dimension ref="' + rows.dimension.encode() + b'"/>', frame, count=1)
    found = _ROWS.search(frame)
    if found is None:
        raise ValueError(f"no place for rows in {name}")
    with target.open(name, "w", force_zip64=True) as out, rows.path.open("rb") as cells:
        out.write(frame[: found.start()] + b"<sheetData>")
        shutil.copyfileobj(cells, out, 1 << 20)
        out.write(b"</sheetData>" + frame[found.end() :])
