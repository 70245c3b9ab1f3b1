"""A label that is told its words at every move of a slider and does work only when they differ."""

from __future__ import annotations

from desktop.widgets.text import Text


class LiveText(Text):
    """A Text that leaves layout and painting alone when it is given the words it already shows."""

    def set_html(self, html: str) -> None:
        """Shows these words, unless they are shown already."""
        if html != self._html:
            super().set_html(html)
