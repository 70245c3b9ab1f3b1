"""When a workbook was last saved, as its own properties say."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

from criteria.files.archive import open_archive
from criteria.files.sniff import FileKind

_STAMP = {
    FileKind.XLSX: ("docProps/core.xml", re.compile(rb"<dcterms:modified[^>]*>([^<]{10,40})<")),
    FileKind.ODS: ("meta.xml", re.compile(rb"<dc:date>([^<]{10,40})<")),
}


def saved_at(path: Path, data: bytes, kind: FileKind) -> str:
    """The moment in ISO 8601, in UTC where the file names its zone; "" where it does not tell."""
    if kind not in _STAMP:
        return ""
    part, pattern = _STAMP[kind]
    found = pattern.search(open_archive(path, data).parts.get(part, b""))
    if found is None:
        return ""
    text = found[1].decode("ascii", "replace")[:26].split(".")[0].removesuffix("Z")
    try:
        moment = dt.datetime.fromisoformat(text)
    except ValueError:
        return ""
    # Both formats store UTC or local time without saying which; a day is all that is read from it.
    return moment.replace(tzinfo=None).isoformat()
