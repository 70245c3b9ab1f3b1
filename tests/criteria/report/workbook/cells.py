"""Cells of a written workbook read and changed in its XML, without a spreadsheet program."""

from __future__ import annotations

import html
import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_CELL = re.compile(r'<c r="([A-Z]+\d+)"([^>]*?)(?:/>|>(.*?)</c>)', re.DOTALL)
_FORMULA = re.compile(r"<f[^>]*?(?:/>|>(.*?)</f>)", re.DOTALL)
_VALUE = re.compile(r"<v>(.*?)</v>", re.DOTALL)
_TEXT = re.compile(r"<t[^>]*>(.*?)</t>", re.DOTALL)
_TYPE = re.compile(r't="(\w+)"')
_SHEET = re.compile(r'<sheet\b[^>]*?name="([^"]+)"')

Value = float | str | None


@dataclass(frozen=True)
class Cell:
    """A cell: its formula without the equals sign, empty for a constant, and its stored value."""

    formula: str
    value: Value
    kind: str


Sheets = dict[str, dict[str, Cell]]


def read(data: bytes) -> Sheets:
    """Every cell with something in it, by sheet and name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = [html.unescape(name) for name in _SHEET.findall(archive.read("xl/workbook.xml").decode())]
        shared = _shared(archive)
        return {
            name: _cells(archive.read(f"xl/worksheets/sheet{place}.xml").decode(), shared)
            for place, name in enumerate(names, start=1)
        }


def without_values(data: bytes, edits: Mapping[tuple[str, str], float | str | None] | None = None) -> bytes:
    """The workbook with input cells changed and the values of formulas taken out: they must be computed."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(target, "w") as out:
        names = [html.unescape(name) for name in _SHEET.findall(source.read("xl/workbook.xml").decode())]
        for item in source.namelist():
            content = source.read(item)
            if item.startswith("xl/worksheets/sheet"):
                sheet = names[int(re.sub(r"\D", "", item)) - 1]
                text = content.decode()
                for (place, cell), value in (edits or {}).items():
                    if place == sheet:
                        text = _edited(text, cell, value)
                text = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", text)
                content = text.encode()
            elif item == "xl/workbook.xml":
                # Repeated print titles cost LibreOffice three seconds a file and change no number.
                content = re.sub(rb'<definedName name="_xlnm[^>]*>[^<]*</definedName>', b"", content)
            out.writestr(item, content, zipfile.ZIP_DEFLATED, 1)
    return target.getvalue()


def column(sheets: Sheets, sheet: str, head_row: int, head: str) -> str:
    """The letters of the column with this head."""
    for name, cell in sheets[sheet].items():
        if cell.value == head and re.sub(r"\D", "", name) == str(head_row):
            return re.sub(r"\d", "", name)
    raise AssertionError(f"no column {head!r} in row {head_row} of {sheet}")


def row_of(
    sheets: Sheets, sheet: str, text: str, letters: str = "A", second: tuple[str, str] | None = None
) -> int:
    """The row whose cell in a column holds this text, and another text in another column."""
    for name, cell in sheets[sheet].items():
        if re.sub(r"\d", "", name) == letters and cell.value == text:
            row = int(re.sub(r"\D", "", name))
            if (
                second is None
                or sheets[sheet].get(f"{second[0]}{row}", Cell("", None, "")).value == second[1]
            ):
                return row
    raise AssertionError(f"no row {text!r} on {sheet}")


def save(path: Path, data: bytes) -> Path:
    """The path after writing."""
    path.write_bytes(data)
    return path


def _shared(archive: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in archive.namelist():
        return []
    items = re.findall(r"<si>(.*?)</si>", archive.read("xl/sharedStrings.xml").decode(), re.DOTALL)
    return ["".join(html.unescape(part) for part in _TEXT.findall(item)) for item in items]


def _cells(text: str, shared: list[str]) -> dict[str, Cell]:
    found = {}
    for name, attributes, inside in _CELL.findall(text):
        kind = (_TYPE.search(attributes) or [None, "n"])[1] or "n"
        formula = _FORMULA.search(inside)
        value = _value(inside, kind, shared)
        if formula is not None or value is not None:
            found[name] = Cell(html.unescape(formula[1] or "") if formula else "", value, kind)
    return found


def _value(inside: str, kind: str, shared: list[str]) -> Value:
    if kind == "inlineStr":
        return "".join(html.unescape(part) for part in _TEXT.findall(inside))
    found = _VALUE.search(inside)
    if found is None:
        return None
    if kind == "s":
        return shared[int(found[1])]
    return html.unescape(found[1]) if kind in ("str", "e") else float(found[1])


def _edited(text: str, cell: str, value: float | str | None) -> str:
    pattern = re.compile(rf'<c r="{cell}"( s="\d+")[^>]*?(?:/>|>.*?</c>)', re.DOTALL)
    assert pattern.search(text), f"no cell {cell}"
    if value is None:
        new = rf'<c r="{cell}"\1/>'
    elif isinstance(value, str):
        new = rf'<c r="{cell}"\1 t="inlineStr"><is><t>{html.escape(value)}</t></is></c>'
    else:
        new = rf'<c r="{cell}"\1><v>{value!r}</v></c>'
    return pattern.sub(new, text, count=1)
