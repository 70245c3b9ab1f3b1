"""What kind of table file lies at a path, judged by its content; everything else is refused with a remedy."""

from __future__ import annotations

import enum
import re
from pathlib import Path

from criteria.errors import UnreadableFileError, UnsafeFileError
from criteria.files.archive import part_names

_MB = 1024 * 1024
#: Larger files are refused before they are read; the largest file of a publisher we know has 5 MB.
LARGEST_FILE = 200 * _MB


class FileKind(enum.StrEnum):
    """The four kinds of table file that are read."""

    CSV = "csv"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"


#: The endings by which a file is offered for import.
TABLE_ENDINGS = {
    ".csv": FileKind.CSV,
    ".tsv": FileKind.CSV,
    ".tab": FileKind.CSV,
    ".txt": FileKind.CSV,
    ".xlsx": FileKind.XLSX,
    ".xlsm": FileKind.XLSX,
    ".xltx": FileKind.XLSX,
    ".xls": FileKind.XLS,
    ".xlt": FileKind.XLS,
    ".ods": FileKind.ODS,
    ".ots": FileKind.ODS,
}
#: What each kind is called in a sentence.
KIND_NAMES = {
    FileKind.CSV: "plain text",
    FileKind.XLSX: "an Excel workbook (.xlsx)",
    FileKind.XLS: "an Excel 97-2003 workbook (.xls)",
    FileKind.ODS: "an OpenDocument spreadsheet (.ods)",
}

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"%PDF", "a PDF document"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"{\\rtf", "an RTF document"),
    (b"\x1f\x8b", "a compressed file (gzip)"),
    (b"BZh", "a compressed file (bzip2)"),
    (b"\xfd7zXZ", "a compressed file (xz)"),
    (b"7z\xbc\xaf", "a compressed file (7z)"),
    (b"Rar!", "a compressed file (rar)"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet file"),
    (b"MZ", "a program"),
    (b"\x7fELF", "a program"),
    (b"\t\x00\x04\x00", "a workbook of Excel 2, older than can be read"),
    (b"\t\x02\x06\x00", "a workbook of Excel 3, older than can be read"),
    (b"\t\x04\x06\x00", "a workbook of Excel 4, older than can be read"),
)
_WEB_PAGE = re.compile(
    rb"(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE | re.DOTALL
)


def read_table_bytes(path: Path) -> bytes:
    """The content of a file that may be a table; refuses what is missing, no file, empty or too large."""
    name = path.name or str(path)
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UnreadableFileError(f"“{name}” is a folder; choose a file inside it.")
        if not path.is_file():
            raise UnreadableFileError(f"“{name}” is not an ordinary file; choose a table file.")
        if size > LARGEST_FILE:
            raise UnsafeFileError(
                f"“{name}” has {size / _MB:.0f} MB, more than the {LARGEST_FILE / _MB:.0f} MB that are read; "
                "keep only the sheets and rows you need."
            )
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFileError(f"“{name}” does not exist in “{path.parent}”; check the name.") from error
    except PermissionError as error:
        raise UnreadableFileError(
            f"“{name}” cannot be opened: permission is missing or another program holds it; "
            "close it there or copy it to your own folder."
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the path is not valid"
        raise UnreadableFileError(f"“{name}” cannot be read ({reason}); copy it to this computer.") from error
    if not data:
        raise UnreadableFileError(f"“{name}” is empty (0 bytes); export or copy it again.")
    return data


def table_kind(path: Path, data: bytes) -> FileKind:
    """The kind of table that the bytes hold; refuses other content, and text named as a workbook or back."""
    expected = TABLE_ENDINGS.get(path.suffix.lower())
    if expected is None:
        raise UnreadableFileError(
            f"“{path.name}” is not a table file; use one that ends in .xlsx, .xls, .ods or .csv."
        )
    found = _kind_by_content(path, data)
    if (found is FileKind.CSV) != (expected is FileKind.CSV):
        raise UnreadableFileError(
            f"“{path.name}” ends in {path.suffix} but holds {KIND_NAMES[found]}; "
            f"give it the ending .{found.value} or save it again as {path.suffix}."
        )
    return found


def _kind_by_content(path: Path, data: bytes) -> FileKind:
    if data.startswith(_COMPOUND_FILE):
        return FileKind.XLS
    if data.startswith(_ZIP):
        return _kind_of_archive(path, data)
    for magic, meaning in _FOREIGN:
        if data.startswith(magic):
            raise foreign_file(path, meaning)
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _WEB_PAGE.match(start):
        raise foreign_file(path, "a web page")
    if start.startswith(b"<?xml"):
        raise foreign_file(path, "an XML file")
    return FileKind.CSV


def _kind_of_archive(path: Path, data: bytes) -> FileKind:
    """The workbook kind of a zip archive by the names of its parts."""
    names = set(part_names(path, data))
    if "xl/workbook.bin" in names:
        raise foreign_file(path, "a binary workbook (.xlsb)")
    if "xl/workbook.xml" in names:
        return FileKind.XLSX
    if "content.xml" in names:
        return FileKind.ODS
    if "word/document.xml" in names:
        raise foreign_file(path, "a Word document")
    if "ppt/presentation.xml" in names:
        raise foreign_file(path, "a PowerPoint presentation")
    raise foreign_file(path, "a zip archive without a workbook in it")


def foreign_file(path: Path, meaning: str) -> UnreadableFileError:
    """The error for a file of another program."""
    return UnreadableFileError(
        f"“{path.name}” is {meaning}, not a table; open it in the program it comes from "
        "and save the table as .xlsx or .csv."
    )
