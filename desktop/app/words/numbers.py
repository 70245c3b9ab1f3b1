"""Figures as they are printed: equal decimals, no-break spaces before units, ranks as ordinals."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject

#: Keeps a number and its unit on one line.
NO_BREAK = "\u00a0"
_MINUS = "\u2212"
_DASH = "\u2013"


def figure(value: float | None, decimals: int = 2) -> str:
    """A number with a real minus sign; a dash where there is none."""
    if value is None or math.isnan(value):
        return _DASH
    text = f"{value:.{decimals}f}"
    return text.replace("-", _MINUS) if float(text) else text.lstrip("-")


def short_figure(value: float) -> str:
    """A number with as many decimals as it has, at most three: 4, 0.2, 3.125."""
    return f"{value:.3f}".rstrip("0").rstrip(".").replace("-", _MINUS)


def per_cent(share: float, decimals: int = 0) -> str:
    """A share from 0 to 1 as per cent: 34 %."""
    return f"{100 * share:.{decimals}f}{NO_BREAK}%"


def eur_millions(euros: float | None, decimals: int = 1) -> str:
    """An amount in millions: EUR 58.3 m; a dash where it is not known."""
    return _DASH if euros is None else f"EUR{NO_BREAK}{euros / 1e6:.{decimals}f}{NO_BREAK}m"


def ratio(value: float) -> str:
    """A judgement as it is written by hand: 3, 1/3, 2.5; ratios below one as reciprocals where they fit."""
    inverse = 1.0 / value
    if value < 1.0 and abs(inverse - round(inverse)) < 1e-6:
        return f"1/{round(inverse)}"
    return short_figure(value)


class RankWords(QObject):
    """Ranks in words."""

    def ordinal(self, rank: int) -> str:
        """The rank as an ordinal: 1st, 12th, 22nd."""
        if rank % 100 not in (11, 12, 13):
            if rank % 10 == 1:
                return self.tr("{rank}st").format(rank=rank)
            if rank % 10 == 2:
                return self.tr("{rank}nd").format(rank=rank)
            if rank % 10 == 3:
                return self.tr("{rank}rd").format(rank=rank)
        return self.tr("{rank}th").format(rank=rank)

    def span(self, best: int, worst: int) -> str:
        """A rank, or the ranks between which a project lies while figures are missing."""
        if best == worst:
            return self.ordinal(best)
        return self.tr("{best} to {worst}").format(best=self.ordinal(best), worst=self.ordinal(worst))
