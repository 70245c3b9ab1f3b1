"""The style sheet of the standard widgets, filled from a theme and from the font's measures."""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from desktop.look.theme import RESOURCES

if TYPE_CHECKING:
    from desktop.look.metrics import Metrics
    from desktop.look.theme import Theme


def build_style_sheet(theme: Theme, metrics: Metrics) -> str:
    """resources/themes/style.qss with every $name replaced; KeyError if the sheet names what nobody gives."""
    template = Template((RESOURCES / "themes" / "style.qss").read_text(encoding="utf-8"))
    return template.substitute(_merged(_colours(theme), _sizes(metrics)))


def _merged(colours: dict[str, str], sizes: dict[str, int]) -> dict[str, str | int]:
    """Both sets of names in one; KeyError when a size would take the name of a colour."""
    taken = colours.keys() & sizes.keys()
    if taken:
        raise KeyError(f"The style sheet has two meanings for {', '.join(sorted(taken))}.")
    return {**colours, **sizes}


def _colours(theme: Theme) -> dict[str, str]:
    return {
        **theme.colours,
        "disabled": theme.faded("text_muted", 0.6).name(),
        "accent_hover": theme.faded("accent", 0.88, "text_muted").name(),
        "accent_pressed": theme.faded("accent", 0.85, "text").name(),
        "track": theme.colours["raised"],
    }


def _sizes(metrics: Metrics) -> dict[str, int]:
    border, ring = 1, round(metrics.stroke(2))
    inner = metrics.control - 2 * border
    thicker = ring - border
    return {
        **{token: metrics.space(token) for token in ("xs", "s", "m", "l", "xl")},
        "radius": metrics.units(0.5),
        "radius_card": metrics.units(0.75),
        "control_inner": inner,
        "control_focused": inner - 2 * thicker,
        "s_focused": metrics.space("s") - thicker,
        "xs_focused": metrics.space("xs") - thicker,
        "drop_row": metrics.units(3.25),
        "bar_button": metrics.units(2.9),
        "bar_air": (2 * metrics.space("s") + round(metrics.measure().height()) - metrics.units(2.9) - 2) // 2,
        "ring": ring,
        "edge": round(metrics.stroke(3)),
        "cell": metrics.units(0.6),
        "check": metrics.units(1.9),
        "scroll": metrics.units(1.25),
        "scroll_least": metrics.units(4),
        "small": metrics.font("small").pixelSize(),
        "line_height": metrics.line("body"),
        "line_gap": metrics.line("strong") + metrics.space("s"),
    }
