"""Widgets for the parts of the side panel."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.breaking import SOFT_HYPHEN, breakable
from desktop.widgets.marks import StateSign
from desktop.widgets.panel_parts import Callout, Caption, Formula, Rows, Sentence, Widget
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Rule, Text

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.look.look import Look
    from desktop.widgets.panel_parts import Part, Section


SHORT = 14
"""Characters up to which a cell of a small table stays in one line."""


def build_section(look: Look, section: Section, follow: Callable[[str], None]) -> QWidget:
    """One section of the panel; links in its sentences call `follow` with their target."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.metrics.space("xs"))
    if section.heading:
        column.addLayout(_heading(look, section))
    for part in section.parts:
        column.addWidget(build_part(look, part, follow))
    return widget


def build_part(look: Look, part: Part, follow: Callable[[str], None]) -> QWidget:
    """The widget of one part."""
    if isinstance(part, Sentence):
        return _text(look, part.html, "body", "text", follow)
    if isinstance(part, Caption):
        return _text(look, escape(part.text, quote=False), "small", "text_muted", follow)
    if isinstance(part, Rows):
        return _rows(look, part, follow)
    if isinstance(part, Formula):
        return _formula(look, part)
    if isinstance(part, Callout):
        return _callout(look, part, follow)
    return _made(part)


def _made(part: Widget) -> QWidget:
    return part.make()


def _text(look: Look, html: str, kind: str, colour: str, follow: Callable[[str], None]) -> Text:
    label = PanelText(look, "", kind, colour)
    label.set_html(html)
    label.linkActivated.connect(follow)
    return label


class PanelText(Text):
    """Text that fits the panel: words longer than a narrow column are broken, in the picture only."""

    def set_html(self, html: str) -> None:
        """Shows the words; whoever listens or asks for the plain text gets them whole."""
        super().set_html(breakable(html))
        self.plain_text = self.plain_text.replace(SOFT_HYPHEN, "")
        self.setAccessibleName(self.plain_text)


def _heading(look: Look, section: Section) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(look.metrics.space("s"))
    line.addWidget(PanelText(look, section.heading, "strong"), 1)
    if section.note:
        is_short = len(section.note) <= SHORT
        note = Text if is_short else PanelText
        line.addWidget(note(look, section.note, "small", "text_muted", wraps=not is_short), 0)
    return line


def _rows(look: Look, part: Rows, follow: Callable[[str], None]) -> QWidget:
    widget = QWidget()
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    columns = max((len(row) for row in part.rows), default=1)
    grid.setHorizontalSpacing(look.metrics.space("m" if columns < 3 else "s"))
    grid.setVerticalSpacing(look.metrics.units(0.35))
    place = 0
    for row, colour in [(part.heads, "text_muted"), *((cells, "text") for cells in part.rows)]:
        if not row:
            continue
        for column, cell in enumerate(row):
            label = _text(look, cell, "small", colour, follow)
            # Figures stay in one line; whatever is longer wraps, so that nothing outgrows the panel.
            label.setWordWrap(column == 0 or len(label.plain_text) > SHORT)
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            label.setAlignment(side | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, place, column, 1, columns if len(row) == 1 else 1)
        grid.addWidget(Rule(look, "line"), place + 1, 0, 1, columns)
        place += 2
    grid.setColumnStretch(0, 1)
    return widget


def _formula(look: Look, part: Formula) -> QWidget:
    box = QWidget()
    set_plane(box, "inset")
    column = QVBoxLayout(box)
    air = look.metrics.space("s")
    column.setContentsMargins(air, air, air, air)
    column.setSpacing(0)
    for line in part.lines:
        label = PanelText(look, "", "small")
        label.set_html(line)
        label.set_selectable()
        column.addWidget(label)
    return box


class _ToneBox(QWidget):
    """A quiet ground in a tone."""

    def __init__(self, look: Look, tone: str) -> None:
        super().__init__()
        self._look = look
        self._tone = tone
        self.setAutoFillBackground(True)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._look.colour(f"{self._tone}_quiet"))
        self.setPalette(palette)


def _callout(look: Look, part: Callout, follow: Callable[[str], None]) -> QWidget:
    box = _ToneBox(look, part.tone)
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look.metrics.space("s"))
    row.addWidget(Rule(look, part.tone, 3, upright=True))
    if part.state:
        sign = StateSign(look, part.state, part.title, f"{part.tone}_quiet")
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
    words = QVBoxLayout()
    air = look.metrics.space("s")
    words.setContentsMargins(0, air // 2, air, air // 2)
    words.setSpacing(0)
    words.addWidget(PanelText(look, part.title, "strong"))
    if part.html:
        words.addWidget(_text(look, part.html, "body", "text", follow))
    row.addLayout(words, 1)
    return box


def ignore_link(_target: str) -> None:
    """What follows a link where nothing is linked."""


build_quiet_part = partial(build_part, follow=ignore_link)
"""A part outside the panel, in a page of its own."""
