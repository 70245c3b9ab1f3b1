"""Sizes and fonts derived from the system font: nothing else in the program counts pixels."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from PySide6.QtGui import QFont, QFontInfo, QFontMetricsF

TYPE_SCALE: Final = MappingProxyType(
    {
        # token: (times base, line height, is semibold)
        "tick": (0.85, 1.25, False),
        "small": (0.92, 1.3, False),
        "small_strong": (0.92, 1.3, True),
        "body": (1.0, 1.4, False),
        "strong": (1.0, 1.4, True),
        "head": (1.15, 1.35, True),
        "title": (1.45, 1.35, True),
        "statement": (1.75, 1.4, False),
        "figure": (2.0, 1.15, True),
        "session": (4.0, 1.2, False),
    }
)
"""Each type token: size as a multiple of the base, line height as a multiple of the size, weight."""

SPACES: Final = MappingProxyType({"xs": 0.5, "s": 1.0, "m": 1.5, "l": 2.0, "xl": 3.0, "xxl": 5.0})
"""Each space token in units."""


_KEPT_WIDTHS: Final = 20_000


class Metrics:
    """Unit, spaces, strokes and the type scale for one base font; cheap to keep, never changed."""

    def __init__(self, base: QFont, scale: float = 1.0) -> None:
        self.base_pixels: Final = max(8.0, QFontInfo(base).pixelSize() * scale)
        self.unit: Final = max(5, round(0.45 * 1.4 * self.base_pixels))
        self._fonts = {token: self._make_font(base, token) for token in TYPE_SCALE}
        self._widths: dict[tuple[str, str], float] = {}
        self._measures = {token: QFontMetricsF(font) for token, font in self._fonts.items()}

    def _make_font(self, base: QFont, token: str) -> QFont:
        times, _line, is_semibold = TYPE_SCALE[token]
        font = QFont(base)
        font.setPixelSize(round(self.base_pixels * times))
        font.setWeight(QFont.Weight.DemiBold if is_semibold else QFont.Weight.Normal)
        font.setItalic(False)
        if hasattr(QFont, "Tag"):  # Qt 6.7 and later
            font.setFeature(QFont.Tag.fromString("tnum"), 1)
        return font

    def font(self, kind: str = "body") -> QFont:
        """The font of a type token, with tabular figures where the font has them."""
        return QFont(self._fonts[kind])

    def line(self, kind: str = "body") -> int:
        """The height in pixels of one line of text in a type token."""
        _times, line, _weight = TYPE_SCALE[kind]
        return max(round(self._fonts[kind].pixelSize() * line), round(self._measures[kind].height()))

    def width(self, text: str, kind: str = "body") -> float:
        """The width in pixels that `text` takes in a type token; asked again, it costs a look-up."""
        known = self._widths.get((text, kind))
        if known is None:
            if len(self._widths) > _KEPT_WIDTHS:
                self._widths.clear()
            known = self._widths[text, kind] = self._measures[kind].horizontalAdvance(text)
        return known

    def measure(self, kind: str = "body") -> QFontMetricsF:
        """Qt's own measures of a type token."""
        return self._measures[kind]

    def space(self, token: str) -> int:
        """The pixels of a space token: xs, s, m, l, xl or xxl."""
        return round(SPACES[token] * self.unit)

    def units(self, count: float) -> int:
        """The pixels of a number of units."""
        return round(count * self.unit)

    def stroke(self, pixels: float = 1.0) -> float:
        """A line width given for 100 %, grown with the font; hairlines stay whole pixels."""
        grown = pixels * self.unit / 8
        return max(1.0, round(grown)) if pixels == 1 else max(1.0, grown)

    @property
    def control(self) -> int:
        """The height of a button, field or segment."""
        return max(self.units(3.5), self.line("body") + self.space("xs"))

    @property
    def row(self) -> int:
        """The height of a row in a list."""
        return max(self.units(3.25), round(1.8 * self.base_pixels))

    @property
    def dense_row(self) -> int:
        """The height of a row in a dense grid."""
        return self.line("small") + self.space("xs")

    @property
    def double_row(self) -> int:
        """The height of a row with two small lines."""
        return 2 * self.line("small") + self.space("xs")

    @property
    def icon(self) -> int:
        """The edge of an icon beside a word."""
        return self.units(2)
