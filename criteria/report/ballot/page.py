"""One sheet of a ballot: texts, cells to answer in, and formulas that come back as terms for others."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace

from criteria.errors import MethodError
from criteria.report.ballot.terms import Area, Fault, Term, Value, area, cell
from criteria.report.workbook.references import Place
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD_LINE, INPUT_FILL, INPUT_TEXT, MUTED, PLAIN, Style, figures

TITLE = Style(bold=True, size=16, edge="none")
NODE = Style(bold=True, size=12, edge="none")
NOTE = Style(colour=MUTED, edge="none", wrap=True)
NOTE_LINE = replace(NOTE, wrap=False)
SENTENCE = Style(size=11, edge="none", wrap=True)
COUNT = Style(size=11, bold=True, edge="none", align="right")
NAME = Style(bold=True, wrap=True, indent=1)
STAKE = Style(colour=MUTED, size=9, wrap=True, indent=1)
NUMBER = Style(colour=MUTED, align="right")
RESULT = Style(bold=True, edge="row", wrap=True, indent=1)
STATE = Style(colour=MUTED, wrap=True, indent=1)
SHARE = figures("0.0%", bold=True)
RATIO = figures("0.000")
STEP = figures("0.000000")
WHOLE = figures("0")
#: Cells to answer in: text, so that no spreadsheet makes dates of answers, and figures.
CHOICE = Style(
    colour=INPUT_TEXT, fill=INPUT_FILL, edge="box", edge_colour=HEAD_LINE, wrap=True, indent=1, unlocked=True
)
FIGURE = replace(CHOICE, align="right", indent=1, wrap=False)
_LINE = 13.0


class Page:
    """Fills a sheet; formulas refer to cells of other sheets by `abroad`."""

    def __init__(self, builder: SheetBuilder, place: Place, widths: Sequence[float]) -> None:
        self.builder, self.place, self._widths = builder, place, tuple(widths)
        for column, width in enumerate(widths, 1):
            builder.sheet.column_dimensions[_letters(column)].width = width

    def title(self, title: str, sentence: str) -> None:
        """The title of the sheet with one sentence on how to read it."""
        self.text(1, 1, title, TITLE)
        self.builder.height(1, 26)
        self.text(2, 1, sentence, NOTE_LINE)

    def text(self, row: int, column: int, text: str, style: Style = PLAIN) -> None:
        """A text that stays a text."""
        self.builder.text(row, column, text, self.builder.style(style))

    def wrapped(self, row: int, column: int, text: str, style: Style = SENTENCE, columns: int = 1) -> None:
        """A text in a row high enough for it; over several columns they are joined."""
        self.text(row, column, text, style)
        width = sum(self._widths[column - 1 : column - 1 + columns])
        self.fit(row, [(text, width, style.size)])
        if columns > 1:
            self.builder.sheet.merge_cells(
                start_row=row, start_column=column, end_row=row, end_column=column + columns - 1
            )

    def fit(self, row: int, texts: Sequence[tuple[str, float, float]]) -> None:
        """A row high enough for wrapped texts, each with the width of its room and its size in points."""
        heights = [_LINE * size / 10 * _line_count(text, width * 10 / size) for text, width, size in texts]
        self.builder.height(row, max(heights) + 4)

    def headed(self, row: int, column: int, head: str, rest: str, style: Style) -> float:
        """A text under a head in the same cell; the height it needs."""
        self.builder.headed_text(row, column, head, rest, self.builder.style(style))
        width = self.width(column)
        lines = 1.1 * _line_count(head, width) + style.size / 10 * _line_count(rest, width * 10 / style.size)
        return _LINE * lines + 6

    def width(self, column: int) -> float:
        """The width of a column."""
        return self._widths[column - 1]

    def constant(self, row: int, column: int, value: float | str, style: Style) -> Term:
        """A fixed value."""
        self.builder.value(row, column, value, self.builder.style(style))
        return cell(row, column, float(value) if isinstance(value, int) else value)

    def answer(self, row: int, column: int, value: float | str, style: Style) -> Term:
        """A cell to answer in; "" leaves it empty."""
        self.builder.value(row, column, value if value != "" else None, self.builder.style(style))
        return cell(row, column, float(value) if isinstance(value, int) else value)

    def put(self, row: int, column: int, formula: Term, style: Style) -> Term:
        """A formula with its value; MethodError where it has none."""
        value = formula.value
        if isinstance(value, Fault):
            raise MethodError(f"The ballot's cell {cell(row, column, 0.0).text} has no value.")
        self.builder.formula(row, column, formula.text, value, self.builder.style(style))
        return cell(row, column, value)

    def table(self, row: int, column: int, lines: Sequence[Sequence[Term]], style: Style) -> Area:
        """Formulas side by side and one below the other."""
        number = self.builder.style(style)
        values: list[list[Value]] = []
        for down, line in enumerate(lines):
            for across, formula in enumerate(line):
                if isinstance(formula.value, Fault):
                    raise MethodError(f"A ballot's formula has no value: {formula.text[:80]}")
                self.builder.formula(row + down, column + across, formula.text, formula.value, number)
            values.append([formula.value for formula in line])
        return area(row, column, values)

    def abroad(self, given: Term) -> Term:
        """A cell of this sheet as formulas on other sheets name it."""
        return Term(f"{self.place.prefix}{given.text}", given.value)


def _line_count(text: str, width: float) -> int:
    room = max(4, int(width))
    return sum(max(1, len(textwrap.wrap(part, room))) for part in text.split("\n"))


def _letters(column: int) -> str:
    return cell(1, column, 0.0).text[1:-2]
