"""Invented data for the charts of weights that move."""

from __future__ import annotations

import numpy as np

from desktop.charts import live_bars, spark_panels, stability_bars
from tests.desktop.charts.samples import CRITERIA, PREMISES, ROLES, TITLES, key


def winners() -> stability_bars.StabilityBars:
    """Strips with who is first elsewhere, and one result that comes back."""
    stretch = stability_bars.Stretch
    bars = (
        stability_bars.StabilityBar(
            "need", "Need", "need", 0.2, 0.0, 0.25, again=((0.7, 1.0),), others=(stretch(0.25, 0.7, "P05"),)
        ),
        stability_bars.StabilityBar(
            "aims", "Aims", "aims", 0.3, 0.2, 0.5, others=(stretch(0.0, 0.2, "P12"), stretch(0.5, 1.0, "P02"))
        ),
        stability_bars.StabilityBar("rights", "Rights", "rights", 0.3, 0.0, 1.0),
    )
    return stability_bars.StabilityBars(bars, selected="aims", summary="Who is first where", is_dense=True)


def live(count: int = 12, premises: tuple[tuple[str, str], ...] = PREMISES) -> live_bars.LiveBars:
    draw = np.random.default_rng(11)
    rows = []
    for place in range(count):
        score = 0.9 - 0.6 * place / count
        parts = draw.dirichlet(np.ones(max(len(premises), 1))) * score
        is_open = place == 3
        rows.append(
            live_bars.LiveRow(
                key=key(place),
                title=TITLES[place % len(TITLES)],
                rank="4–6" if is_open else str(place + 1),
                stated_rank=str(count - place),
                moved=count - 1 - 2 * place,
                parts=tuple(parts.tolist()),
                stated=score + 0.05,
                value="0.71–0.80" if is_open else f"{score:.3f}",
                change="−0.050",
                extras=(str(place + 1), f"={place + 1}"),
                low=score if is_open else None,
                high=score + 0.1 if is_open else None,
            )
        )
    return live_bars.LiveBars(
        rows=tuple(rows),
        heads=("Rank", "Stated", "Project", "Priority", "Change", "TOPSIS", "B–R"),
        widest=("10–12", "P12", "0.00–0.00"),
        premises=premises,
        selected="P05",
        summary="A list",
    )


def sparks(count: int = 24) -> spark_panels.SparkPanels:
    draw, xs = np.random.default_rng(5), np.linspace(0, 1, 41)
    start, end = draw.random(count), draw.random(count)
    rows = []
    for role in ROLES:
        criteria = [(f"{name} {title}", name) for name, title, of in CRITERIA if of == role]
        panels = tuple(
            spark_panels.SparkPanel(
                key=key_,
                label=label,
                role=role,
                weight=0.2,
                scores=start + (end - start) * xs[:, None] ** (1 + place),
                stable=(0.1, 0.4),
                leaders="First: P01 › P02",
            )
            for place, (label, key_) in enumerate([(role.title(), role), *criteria])
        )
        rows.append(panels)
    return spark_panels.SparkPanels(
        rows=tuple(rows),
        xs=xs,
        named=(3, 1, 0, 7, 2),
        names=("P04", "P02", "P01", "P08", "P03"),
        lead="Closeness, leading now:",
        selected="S1",
        summary="Closeness along every weight",
    )
