"""Fills one sheet: cells go straight to the XML that will be stored, each formula with the value it has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, TypeAlias

from criteria.errors import MethodError
from criteria.report.workbook.references import ROW, SOURCE, SOURCE_END, letters, verdict
from criteria.report.workbook.safe_text import formula_text, safe_text, starts_like_formula, xml_text
from criteria.report.workbook.styles import Style, Stylebook

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

Value: TypeAlias = float | str | bool
#: The most comments one sheet carries; past it the word in the cell must do.
MOST_COMMENTS = 300
#: The longest formula of a cell in Excel.
LONGEST_FORMULA = 8192


@dataclass(frozen=True)
class Remark:
    """What had to be changed in a text so that the cell named could hold it."""

    sheet: str
    cell: str
    what: str


@dataclass(frozen=True)
class _Inline:
    """A text as it is stored: its XML, whether it must be marked as text, what was changed in it."""

    xml: str
    quoted: bool
    remark: str | None


def _inline(text: str) -> _Inline:
    clean, remark = safe_text(text)
    xml = f'<is><t xml:space="preserve">{xml_text(clean)}</t></is>'
    return _Inline(xml, starts_like_formula(clean), remark)


@dataclass(frozen=True)
class Pattern:
    """A column's formula for every row, ready to be filled: `ROW` and `SOURCE` stand for row numbers."""

    column: int
    number: str
    text: str


class SheetBuilder:
    """Cells of one sheet, rows and columns counted from 1.

    openpyxl keeps what surrounds the cells (widths, panes, rules, print set-up); it cannot store a formula
    with its value, and a cell object costs it five times as much, so rows are written here.
    """

    def __init__(self, sheet: Worksheet, styles: Stylebook, spill: IO[bytes]) -> None:
        self.sheet = sheet
        self.styles = styles
        self.remarks: list[Remark] = []
        self._spill = spill
        self._rows: dict[int, dict[int, str]] = {}
        self._heights: dict[int, float] = {}
        self._written = 0
        self._extent = [1, 1]
        self._comments = 0
        self._texts: dict[str, _Inline] = {}
        self._checks: dict[int, list[int]] = {}

    @property
    def checks(self) -> dict[int, tuple[int, int, int]]:
        """For each column with checks its first row, last row and how many checks it has."""
        return {column: (rows[0], rows[1], rows[2]) for column, rows in self._checks.items()}

    @property
    def dimension(self) -> str:
        """The rectangle that holds every cell, such as A1:F8."""
        return f"A1:{letters(self._extent[1])}{self._extent[0]}"

    def style(self, style: Style) -> int:
        """The number of a style; asked once, outside the loop over cells."""
        return self.styles.id(style)

    def text(self, row: int, column: int, text: str, style: int) -> None:
        """A text that stays a text; an empty one leaves the cell empty."""
        if not text:
            self.blank(row, column, style)
            return
        known = self._texts.get(text)
        if known is None:
            known = self._texts[text] = _inline(text)
        if known.remark is not None:
            self.remarks.append(Remark(self.sheet.title, f"{letters(column)}{row}", known.remark))
        if known.quoted:
            style = self.styles.quoted(style)
        self._put(row, column, f'<c r="{letters(column)}{row}" s="{style}" t="inlineStr">{known.xml}</c>')

    def headed_text(self, row: int, column: int, head: str, rest: str, style: int) -> None:
        """A text of two parts in one cell, the head in bold on a line of its own."""
        parts = [xml_text(safe_text(part)[0]) for part in (head, f"\n{rest}")]
        bold = '<rPr><b/><sz val="10"/><rFont val="Calibri"/></rPr>'
        first, second = (f'<t xml:space="preserve">{part}</t>' for part in parts)
        runs = f"<r>{bold}{first}</r><r>{second}</r>"
        if starts_like_formula(head):
            style = self.styles.quoted(style)
        cell = f'<c r="{letters(column)}{row}" s="{style}" t="inlineStr"><is>{runs}</is></c>'
        self._put(row, column, cell)

    def number(self, row: int, column: int, value: float, style: int) -> None:
        """A constant number; MethodError for one that is not finite."""
        self._put(row, column, f'<c r="{letters(column)}{row}" s="{style}"><v>{self._digits(value)}</v></c>')

    def value(self, row: int, column: int, value: Value | None, style: int) -> None:
        """A constant of any kind; None leaves the cell empty, a truth value becomes yes or no."""
        if value is None:
            self.blank(row, column, style)
        elif isinstance(value, bool):
            self.text(row, column, "yes" if value else "no", style)
        elif isinstance(value, str):
            self.text(row, column, value, style)
        else:
            self.number(row, column, value, style)

    def formula(self, row: int, column: int, formula: str, value: Value, style: int) -> None:
        """A live formula, written without its equals sign, with the value it has now."""
        if len(formula) > LONGEST_FORMULA:
            raise MethodError(f"A formula on the sheet {self.sheet.title} would be too long for a cell.")
        name = f"{letters(column)}{row}"
        escaped = formula_text(formula)
        if isinstance(value, str):
            kept = xml_text(safe_text(value)[0])
            cell = f'<c r="{name}" s="{style}" t="str"><f>{escaped}</f><v>{kept}</v></c>'
        elif isinstance(value, bool):
            cell = f'<c r="{name}" s="{style}" t="b"><f>{escaped}</f><v>{int(value)}</v></c>'
        else:
            cell = f'<c r="{name}" s="{style}"><f>{escaped}</f><v>{self._digits(value)}</v></c>'
        self._put(row, column, cell)

    def pattern(self, column: int, formula: str, style: int) -> Pattern:
        """A formula that each row of a column has; in it `ROW` and `SOURCE` stand for row numbers."""
        if len(formula) > LONGEST_FORMULA:
            raise MethodError(f"A formula on the sheet {self.sheet.title} would be too long for a cell.")
        start = f'<c r="{letters(column)}{ROW}" s="{style}"'
        inside = f"<f>{formula_text(formula)}</f><v>"
        return Pattern(column, f"{start}>{inside}", f'{start} t="str">{inside}')

    def fill(
        self, row: int, pattern: Pattern, value: float | str, source: tuple[int, int] | None = None
    ) -> None:
        """The formula of a pattern in one row, with its value."""
        if isinstance(value, str):
            cell = f"{pattern.text}{xml_text(safe_text(value)[0])}</v></c>"
        else:
            cell = f"{pattern.number}{self._digits(value)}</v></c>"
        if source is not None:
            cell = cell.replace(SOURCE, str(source[0])).replace(SOURCE_END, str(source[1]))
        self._put(row, pattern.column, cell.replace(ROW, str(row)))

    def check_pattern(self, column: int, pairs: list[tuple[str, str]], style: int) -> Pattern:
        """The check of a column: whether formula cells agree with the program's numbers in the same row."""
        return self.pattern(column, verdict(pairs), style)

    def fill_check(self, row: int, pattern: Pattern) -> None:
        """A check in one row."""
        self.fill(row, pattern, "equal")
        self._count_check(row, pattern.column)

    def check(self, row: int, column: int, pairs: list[tuple[str, str]], style: int) -> None:
        """Whether formula cells agree with the program's own numbers beside them, in a word."""
        self.formula(row, column, verdict(pairs), "equal", style)
        self._count_check(row, column)

    def _count_check(self, row: int, column: int) -> None:
        seen = self._checks.setdefault(column, [row, row, 0])
        seen[0], seen[1], seen[2] = min(seen[0], row), max(seen[1], row), seen[2] + 1

    def blank(self, row: int, column: int, style: int) -> None:
        """An empty cell that has a look."""
        self._put(row, column, f'<c r="{letters(column)}{row}" s="{style}"/>')

    def texts(self, row: int, column: int, texts: Sequence[str], style: int) -> None:
        """Texts side by side."""
        for offset, text in enumerate(texts):
            self.text(row, column + offset, text, style)

    def height(self, row: int, points: float) -> None:
        """A row of fixed height."""
        self._heights[row] = points

    def comment(self, row: int, column: int, text: str) -> None:
        """A note on a cell; on a crowded sheet further notes are left out."""
        from openpyxl.comments import Comment

        if self._comments < MOST_COMMENTS:
            note = Comment(safe_text(text)[0], "Proportio", height=70, width=260)
            self.sheet.cell(row, column).comment = note
            self._comments += 1

    def link(self, row: int, column: int, sheet: str, text: str, style: int) -> None:
        """A text that leads to another sheet of the workbook."""
        from openpyxl.worksheet.hyperlink import Hyperlink

        name = f"{letters(column)}{row}"
        target = sheet.replace("'", "''")
        self.sheet.cell(row, column).hyperlink = Hyperlink(ref=name, location=f"'{target}'!A1", display=text)
        self.text(row, column, text, style)

    def flush(self) -> None:
        """Writes the rows so far away; later cells must lie below them."""
        lines: list[str] = []
        for row in sorted(self._rows.keys() | self._heights.keys()):
            if row <= self._written:
                raise MethodError(f"Row {row} of the sheet {self.sheet.title} was already written.")
            cells = self._rows.get(row, {})
            height = self._heights.get(row)
            size = "" if height is None else f' ht="{height:g}" customHeight="1"'
            lines.append(f'<row r="{row}"{size}>{"".join(cells[column] for column in sorted(cells))}</row>')
            self._extent[1] = max(self._extent[1], max(cells, default=1))
        if lines:
            self._written = self._extent[0] = max(self._rows.keys() | self._heights.keys())
            self._spill.write("".join(lines).encode())
        self._rows, self._heights = {}, {}

    def _put(self, row: int, column: int, cell: str) -> None:
        cells = self._rows.get(row)
        if cells is None:
            cells = self._rows[row] = {}
        cells[column] = cell

    def _digits(self, value: float) -> str:
        if value - value != 0.0:  # only infinity and what is no number differ from themselves
            raise MethodError(f"A number for the sheet {self.sheet.title} is {value}; it was not written.")
        return repr(value) if type(value) is float else repr(float(value))
