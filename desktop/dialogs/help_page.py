"""The typography of a help page: what Markdown leaves open is set from the look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import (
    QBrush,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
)

if TYPE_CHECKING:
    from desktop.look.look import Look

_LINE_HEIGHT = 140.0
#: What stands in the text for a picture, which needs no air between its lines.
_PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
_HEADINGS = {1: "title", 2: "head"}


def dress_page(document: QTextDocument, look: Look) -> None:
    """Gives a page read from Markdown its margins, spaces, headings and tables."""
    document.setDocumentMargin(look.metrics.space("xl"))
    block = document.begin()
    while block.isValid():
        _dress_block(block, look)
        block = block.next()
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            _dress_table(frame, look)


def _dress_block(block: QTextBlock, look: Look) -> None:
    metrics, cursor = look.metrics, QTextCursor(block)
    form, level = QTextBlockFormat(), block.blockFormat().headingLevel()
    above = below = 0
    is_in_table = cursor.currentTable() is not None
    if level:
        above = 0 if block.position() == 0 else metrics.space("l")
        below = metrics.space("s")
        _dress_heading(cursor, look, _HEADINGS.get(level, "strong"))
    elif block.textList() is not None:
        below = metrics.space("xs")
    elif not is_in_table:
        below = metrics.space("m")
    form.setTopMargin(above)
    form.setBottomMargin(below)
    if not level and not is_in_table and _PICTURE not in block.text():
        form.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.mergeBlockFormat(form)


def _dress_heading(cursor: QTextCursor, look: Look, kind: str) -> None:
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    form = QTextCharFormat()
    form.setFont(look.font(kind))
    form.setForeground(look.colour("text"))
    # Replaced, not merged: Markdown makes headings larger by steps, which would win over the font's size.
    cursor.setCharFormat(form)


def _dress_table(table: QTextTable, look: Look) -> None:
    metrics, form = look.metrics, table.format()
    form.setCellPadding(metrics.space("s"))
    form.setCellSpacing(0)
    form.setBorder(metrics.stroke(1))
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(look.colour("line")))
    form.setBorderCollapse(True)
    form.setTopMargin(metrics.space("s"))
    form.setBottomMargin(metrics.space("l"))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    table.setFormat(form)
    head = QTextCharFormat()
    head.setFont(look.font("strong"))
    head.setBackground(look.colour("window"))
    for column in range(table.columns()):
        cell = table.cellAt(0, column)
        cell.setFormat(head)
        cursor = cell.firstCursorPosition()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(head)
