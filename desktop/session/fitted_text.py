"""A text as large as its place allows, in sizes of the type scale."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from desktop.look.look import Look
from desktop.look.wrapping import wrap_text
from desktop.widgets.text import Text

_KINDS = ("session", "figure", "statement", "title")
_MANY = 99
#: How much wider semibold words are at most.
_BOLDER = 1.12


class FittedText(Text):
    """Words in the first kind of text in which they need no more than `most` lines."""

    def __init__(self, look: Look, colour: str = "text", most: int = 2, largest: str = "session") -> None:
        self._most = most
        self._kinds = _KINDS[_KINDS.index(largest) :]
        super().__init__(look, "", largest, colour)

    def set_html(self, html: str) -> None:
        """Shows other words in the size they allow."""
        super().set_html(html)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        kind = next((kind for kind in self._kinds if self._has_room(kind)), self._kinds[-1])
        if kind != self._kind:
            self.set_kind(kind)
            self.updateGeometry()

    def _has_room(self, kind: str) -> bool:
        metrics = self._look.metrics
        # A label breaks lines a little earlier than its width.
        room = (self.width() - metrics.space("s")) / (_BOLDER if "<b>" in self._html else 1.0)
        widest = max((metrics.width(word, kind) for word in self.plain_text.split()), default=0.0)
        return widest <= room and len(wrap_text(self.plain_text, room, kind, metrics, _MANY)) <= self._most
