"""Judgements as they are typed: 3, 1/3, 0.333 or 0,333."""

from __future__ import annotations

from PySide6.QtCore import QObject

from desktop.widgets.fields import parse_number

#: The ends of Saaty's scale.
LARGEST = 9.0
_ROUNDED = 5e-4


class RatioText(QObject):
    """Reads a judgement; ValueError carries a sentence that says what can be written."""

    def read(self, text: str) -> float:
        """The ratio; 0.333 is the rounded form of 1/3 and is taken as that."""
        try:
            numerator, sign, denominator = text.partition("/")
            value = parse_number(numerator)
            if sign:
                value /= parse_number(denominator)
        except (ValueError, ZeroDivisionError) as error:
            raise ValueError(self._sentence(text)) from error
        if not 1.0 / LARGEST - _ROUNDED <= value <= LARGEST:
            raise ValueError(self._sentence(text))
        return self._exact(value)

    def _exact(self, value: float) -> float:
        if value >= 1.0:
            return value
        nearest = round(1.0 / value)
        return 1.0 / nearest if abs(value - 1.0 / nearest) <= _ROUNDED else value

    def _sentence(self, text: str) -> str:
        return self.tr("“{text}” is no judgement; write 1 to 9, or a fraction such as 1/3 or 0.333.").format(
            text=text.strip()
        )
