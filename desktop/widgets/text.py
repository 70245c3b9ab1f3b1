"""Labels in the type scale: a page names the kind of text, the look gives size, weight and colour."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy

from desktop.look.metrics import TYPE_SCALE

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.look.look import Look

_TAG = re.compile(r"<[^>]+>")


class Text(QLabel):
    """A label of one kind of text; it wraps by default, and follows the look.

    `kind` is a token of the type scale, `colour` a name of the theme. Links in HTML emit `linkActivated`.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        kind: str = "body",
        colour: str = "text",
        *,
        wraps: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._colour = colour
        self._html: str = ""
        self.plain_text: str = ""
        self._wraps = wraps
        self.setWordWrap(wraps)
        self.setTextFormat(Qt.TextFormat.RichText if wraps else Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._restyle)
        self._restyle()
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Shows plain text; characters such as < are shown as they are."""
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        self.set_html(plain.replace("\n", "<br>"))

    def set_html(self, html: str) -> None:
        """Shows text with <b>, <i>, <br> and <a href>; the caller escapes what users wrote."""
        self._html = html
        self.plain_text = _unescaped(_TAG.sub("", html.replace("<br>", "\n")))
        if "<" in html:
            self.setTextFormat(Qt.TextFormat.RichText)
        self._render()
        self.setAccessibleName(self.plain_text)

    def set_colour(self, colour: str) -> None:
        """Changes the colour, by its name in the theme."""
        self._colour = colour
        self._restyle()

    def set_kind(self, kind: str) -> None:
        """Changes the token of the type scale."""
        self._kind = kind
        self._restyle()

    def set_selectable(self) -> None:
        """Lets the text be marked and copied with the pointer and the keyboard."""
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse
        )

    def _restyle(self) -> None:
        self.setFont(self._look.font(self._kind))
        palette = QPalette(self.palette())
        for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
            palette.setColor(group, QPalette.ColorRole.WindowText, self._look.colour(self._colour))
            palette.setColor(group, QPalette.ColorRole.Link, self._look.colour(self._colour))
        self.setPalette(palette)
        self._render()

    def _render(self) -> None:
        if self.textFormat() == Qt.TextFormat.PlainText:
            self.setText(self.plain_text)
            return
        font = self._look.font(self._kind)
        natural = self._look.metrics.measure(self._kind).height()
        line = round(100 * font.pixelSize() * TYPE_SCALE[self._kind][1] / natural)
        bold = self._html.replace("<b>", '<span style="font-weight:600">').replace("</b>", "</span>")
        # Said in the text: a label keeps the colours of its links as long as its text is the same.
        bold = bold.replace("<a ", f'<a style="color:{self._look.colour("accent").name()}" ')
        self.setText(f'<div style="line-height:{max(100, line)}%">{bold}</div>' if bold else "")


def _unescaped(text: str) -> str:
    if "&" not in text:
        return text
    # Loaded here, with its long table of names: hardly any text has one.
    from html import unescape

    return unescape(text)


def title(look: Look, text: str = "") -> Text:
    """The title of a room."""
    return Text(look, text, "title")


def head(look: Look, text: str = "") -> Text:
    """The head of a part of a room."""
    return Text(look, text, "head")


def strong(look: Look, text: str = "") -> Text:
    """The head of a small group."""
    return Text(look, text, "strong")


def body(look: Look, text: str = "") -> Text:
    """A sentence."""
    return Text(look, text)


def small(look: Look, text: str = "") -> Text:
    """Dense text."""
    return Text(look, text, "small")


def caption(look: Look, text: str = "") -> Text:
    """Muted small text: units, sources, what a number means."""
    return Text(look, text, "small", "text_muted")


def statement(look: Look, text: str = "") -> Text:
    """The sentence that says what is the case."""
    return Text(look, text, "statement")


class Rule(QFrame):
    """A line of one pixel in a colour of the theme."""

    def __init__(
        self,
        look: Look,
        colour: str = "line",
        thickness: float = 1.0,
        *,
        upright: bool = False,
    ) -> None:
        super().__init__()
        self._look = look
        self._colour = colour
        self._thickness = thickness
        self._upright = upright
        self.setAutoFillBackground(True)
        look.changed.connect(self._restyle)
        self._restyle()

    def _restyle(self) -> None:
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Window, self._look.colour(self._colour))
        self.setPalette(palette)
        thickness = round(self._look.metrics.stroke(self._thickness))
        if self._upright:
            self.setFixedWidth(thickness)
        else:
            self.setFixedHeight(thickness)


def rule(look: Look) -> Rule:
    """A quiet line between two parts."""
    return Rule(look)
