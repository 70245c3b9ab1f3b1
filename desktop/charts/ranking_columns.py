"""What the ranked list shows, and how wide each of its columns is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QRectF

    from desktop.look.metrics import Metrics

Edges = tuple[float, float]
"""Left and right of a column, in pixels."""


@dataclass(frozen=True)
class Segment:
    """One premise's part of a bar, in the unit of the score."""

    role: str
    value: float
    tip: str = ""


@dataclass(frozen=True)
class Extra:
    """A short text in a further column, such as the rank by another method; striking in attention ink."""

    text: str
    is_striking: bool = False


@dataclass(frozen=True)
class BarRow:
    """A project in the list; `low` and `high` bound a score that depends on a missing value."""

    key: str
    label: str
    title: str
    segments: tuple[Segment, ...]
    value_text: str
    rank_text: str
    country: str = ""
    state: str = ""
    state_word: str = ""
    low: float | None = None
    high: float | None = None
    extras: tuple[Extra, ...] = ()
    firmness: float | None = None
    tip: str = ""


@dataclass(frozen=True)
class RankingBars:
    """The whole list; the track ends at the score `full`, `premises` are (role, name) for the legend.

    `head_tips` explain the heads: the four of `heads`, those of `extra_heads`, the bars, the firmness.
    """

    rows: tuple[BarRow, ...]
    full: float = 1.0
    selected: str = ""
    heads: tuple[str, str, str, str] = ("Rank", "Project", "Screening", "Score")
    premises: tuple[tuple[str, str], ...] = ()
    extra_heads: tuple[str, ...] = ()
    firmness_head: str = ""
    head_tips: tuple[str, ...] = ()
    row_height: int = 0
    summary: str = ""


@dataclass(frozen=True)
class Columns:
    """The edges of every column; None where there is nothing to show or no room for it."""

    rank: Edges
    label: Edges
    title: Edges
    country: Edges | None
    state: Edges | None
    value: Edges
    bar: Edges
    extras: tuple[Edges, ...]
    firmness: Edges | None


def lay_out_columns(rect: QRectF, data: RankingBars, metrics: Metrics) -> Columns:
    """Columns as wide as the words that must fit; title and bar share what is left."""
    needs = _needs(data, metrics)
    gap, margin = metrics.space("m"), metrics.space("l")
    fixed = sum(width + gap for width in needs.values() if width) + 2 * margin + gap
    free = max(rect.width() - fixed, metrics.units(20))
    # Two lines must hold the longest title; the bars get what is over, within reason.
    words = _widest((row.title for row in data.rows), "small", metrics) * 0.58
    bar = min(max(free - words, metrics.units(14)), free * 0.5, metrics.units(60))
    country = min(_widest((row.country for row in data.rows), "small", metrics), metrics.units(16))
    if not country or free - bar - country - gap < words:
        country = 0.0
    title = free - bar - (country + gap if country else 0)
    order = ["rank", "label", "title", "country", "state", "value", "bar"]
    widths = {**needs, "title": title, "country": country, "bar": bar}
    order += [name for name in needs if name.startswith("extra")] + ["firmness"]
    edges: dict[str, Edges] = {}
    x = rect.left() + margin
    for name in order:
        if widths[name]:
            edges[name] = (x, x + widths[name])
            x += widths[name] + gap
    return Columns(
        rank=edges["rank"],
        label=edges["label"],
        title=edges["title"],
        country=edges.get("country"),
        state=edges.get("state"),
        value=edges["value"],
        bar=edges["bar"],
        extras=tuple(edges[name] for name in order if name.startswith("extra")),
        firmness=edges.get("firmness"),
    )


def _needs(data: RankingBars, metrics: Metrics) -> dict[str, float]:
    """The width of every column whose words must fit; 0 where the data has none."""
    rows = data.rows

    def width(texts: Iterable[str], head: str, kind: str = "small") -> float:
        return max(_widest(texts, kind, metrics), metrics.width(head, "small")) + 2

    mark = metrics.units(1.6) + metrics.space("xs")
    state = max(
        _widest((row.state_word for row in rows), "small", metrics) + mark,
        metrics.width(data.heads[2], "small"),
    )
    firm = max(metrics.units(11), metrics.width(data.firmness_head, "small"))
    needs = {
        "rank": width((row.rank_text for row in rows), data.heads[0], "strong"),
        "label": width((row.label for row in rows), ""),
        "state": state + 2 if any(row.state for row in rows) else 0.0,
        "value": width((row.value_text for row in rows), data.heads[3], "strong"),
        "firmness": firm if data.firmness_head else 0.0,
    }
    for place, head in enumerate(data.extra_heads):
        texts = (row.extras[place].text for row in rows if place < len(row.extras))
        needs[f"extra {place}"] = width(texts, head, "small_strong")
    return needs


def _widest(texts: Iterable[str], kind: str, metrics: Metrics) -> float:
    return max((metrics.width(text, kind) for text in texts), default=0.0)
