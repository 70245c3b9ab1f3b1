"""Cell styles of the workbook: few, shared, registered once and handed to cells as numbers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from criteria.model.tree import Role

if TYPE_CHECKING:
    from openpyxl import Workbook

TEXT, MUTED, GREY, QUIET = "1B212B", "565F6D", "6B7482", "A3ABB8"
INPUT_TEXT, INPUT_FILL = "1F3FA8", "FFF6D6"
MISSING_TEXT, MISSING_FILL = "8F5A00", "FBF0D9"
DIFFERS_TEXT, DIFFERS_FILL = "9A1620", "FAE6E7"
ROW_LINE, HEAD_LINE = "E6E9EE", "7F8795"
LINK, BAR = "2C4468", "A9C1E4"
#: Premise colours on paper: mark, quiet ground, text.
PREMISE: dict[Role, tuple[str, str, str]] = {
    "need": ("0072B2", "DCEBF5", "005A8E"),
    "structures": ("D55E00", "FBE6D8", "A84A00"),
    "aims": ("009E73", "D9F0E8", "007353"),
    "rights": ("CC79A7", "F7E6EF", "9C4575"),
}
FONT = "Calibri"

Align = Literal["left", "right", "center"]
Edge = Literal["none", "row", "head", "group", "box"]


@dataclass(frozen=True)
class Style:
    """The look of a cell: colours as RRGGBB, a number format, an edge below.

    On a protected sheet only `unlocked` cells can be filled in.
    """

    colour: str = TEXT
    fill: str = ""
    bold: bool = False
    size: float = 10
    numbers: str = "General"
    align: Align = "left"
    wrap: bool = False
    indent: int = 0
    edge: Edge = "row"
    edge_colour: str = ROW_LINE
    underline: bool = False
    quoted: bool = False
    unlocked: bool = False


WORDS = Style(indent=1)
WRAPPED = Style(wrap=True, indent=1)
MUTED_WORDS = Style(colour=MUTED, indent=1)
MUTED_WRAPPED = Style(colour=MUTED, wrap=True, indent=1)
TITLE = Style(bold=True, size=15, edge="none")
NOTE = Style(colour=MUTED, edge="none")
PLAIN = Style(edge="none")
STRONG = Style(bold=True, edge="none")
STATEMENT = Style(size=13, edge="none")
HEAD = Style(bold=True, edge="head", edge_colour=HEAD_LINE, wrap=True, indent=1)
HEAD_RIGHT = replace(HEAD, align="right", indent=0)
MIDDLE = Style(align="center")
HEAD_MIDDLE = replace(HEAD, align="center", indent=0)
LABEL = Style(colour=MUTED, edge="row", indent=1)
LINK_WORDS = Style(colour=LINK, underline=True, indent=1)
CHECK = Style(colour=MUTED, align="right")
INPUT_WORDS = Style(colour=INPUT_TEXT, fill=INPUT_FILL, indent=1)

MISSING_WORDS = Style(colour=MISSING_TEXT, fill=MISSING_FILL, indent=1)
GREY_WORDS = Style(colour=GREY, indent=1)


def figures(numbers: str = "0.000", *, bold: bool = False) -> Style:
    """A derived number: black, right-aligned."""
    return Style(numbers=numbers, align="right", bold=bold)


def inputs(numbers: str = "General") -> Style:
    """A number that a reviewer may change: blue on pale yellow."""
    return Style(colour=INPUT_TEXT, fill=INPUT_FILL, numbers=numbers, align="right")


def in_app(numbers: str = "0.000") -> Style:
    """The program's own number, written as a constant to be compared with."""
    return Style(colour=MUTED, numbers=numbers, align="right")


def group_head(role: Role) -> Style:
    """The name of a premise over its columns: its tint, its dark variant, a rule in its colour."""
    mark, tint, deep = PREMISE[role]
    return Style(colour=deep, fill=tint, bold=True, edge="group", edge_colour=mark)


def premise_head(role: Role) -> Style:
    """The head of one column of a premise."""
    _, tint, deep = PREMISE[role]
    return Style(colour=deep, fill=tint, bold=True, align="right", edge="head", edge_colour=HEAD_LINE)


def premise_id(role: Role) -> Style:
    """The id of a premise or criterion at the left of its row."""
    _, tint, deep = PREMISE[role]
    return Style(colour=deep, fill=tint, bold=True, indent=1)


class Stylebook:
    """Numbers of styles in one workbook; equal styles share one number."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._sheet = book.create_sheet("styles")
        self._ids: dict[Style, int] = {}
        self._quoted: dict[int, int] = {}

    def id(self, style: Style) -> int:
        """The number by which cells refer to a style."""
        known = self._ids.get(style)
        if known is None:
            known = self._ids[style] = self._register(style)
            self._quoted[known] = known if style.quoted else -1
        return known

    def quoted(self, style_id: int) -> int:
        """The same style marked as text even where the text could be taken for a formula."""
        found = self._quoted[style_id]
        if found < 0:
            style = next(style for style, number in self._ids.items() if number == style_id)
            found = self._quoted[style_id] = self.id(replace(style, quoted=True))
        return found

    def close(self) -> None:
        """Takes the sheet on which styles were made out of the book; their numbers stay valid."""
        self._book.remove(self._sheet)

    def _register(self, style: Style) -> int:
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        cell = self._sheet.cell(1, len(self._ids) + 1)
        cell.font = Font(
            name=FONT, size=style.size, bold=style.bold, color=style.colour,
            underline="single" if style.underline else None,
        )  # fmt: skip
        if style.fill:
            cell.fill = PatternFill("solid", start_color=style.fill)
        if style.edge == "box":
            line = Side("thin", color=style.edge_colour)
            cell.border = Border(left=line, right=line, top=line, bottom=line)
        elif style.edge != "none":
            thickness = {"row": "thin", "head": "thin", "group": "medium"}[style.edge]
            cell.border = Border(bottom=Side(thickness, color=style.edge_colour))  # type: ignore[arg-type]
        vertical = "bottom" if style.edge in ("head", "group") else "top"
        cell.alignment = Alignment(
            horizontal=style.align, vertical=vertical, wrap_text=style.wrap or None, indent=style.indent
        )
        cell.number_format = style.numbers
        cell.quotePrefix = style.quoted
        if style.unlocked:
            cell.protection = Protection(locked=False)
        return int(cell.style_id)
