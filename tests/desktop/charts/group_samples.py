"""Invented data for the charts of groups: as many people as wished."""

from __future__ import annotations

import numpy as np

from desktop.charts import dot_plot, front_table, share_bars
from desktop.charts.person_marks import shape_of
from tests.desktop.charts.samples import CRITERIA, PREMISES, TITLES, key

OFFICES = (
    "Development ministry",
    "Human rights commissioner",
    "Trade and investment agency",
    "Civil society in partner countries",
    "AI and data-protection regulator",
)


def office(place: int) -> str:
    number = place // len(OFFICES)
    return f"{OFFICES[place % len(OFFICES)]} {number}" if number else OFFICES[place % len(OFFICES)]


def dots(count: int = 5, selected: str = "") -> dot_plot.DotPlot:
    draw = np.random.default_rng(4)
    people = tuple(
        dot_plot.Person(
            key(place), office(place), shape_of(place, count), "counts double" if place == 1 else ""
        )
        for place in range(count)
    )
    groups = []
    for role, name in PREMISES:
        lines = []
        for label, text, owner in CRITERIA:
            values = draw.uniform(0.01, 0.13, count)
            marks = tuple(
                dot_plot.Mark(person.key, float(value), f"{person.name}: {value:.3f}")
                for person, value in zip(people, values, strict=True)
            )
            if owner == role:
                lines.append(
                    dot_plot.DotLine(label, label, text, float(values.mean()), marks, f"{label} {text}")
                )
        groups.append(dot_plot.DotGroup(name, role, tuple(lines), "25\N{NO-BREAK SPACE}%"))
    crowd = f"One dot for each of {count}" if people[0].shape == "dot" else ""
    heads = dot_plot.DotHeads("The group", "Group", "Spread", "From the lowest to the highest.", crowd)
    return dot_plot.DotPlot(tuple(groups), people, heads, selected, "Evidence divides most.")


def fronts(count: int = 5, projects: int = 9) -> front_table.FrontTable:
    draw = np.random.default_rng(6)
    rows = [
        front_table.FrontRow("", "Group", (1, 2, 3, 4, 5, *(0 for _ in range(projects - 5))), is_strong=True)
    ]
    for place in range(count):
        ranks = draw.permutation(projects) + 1
        rows.append(
            front_table.FrontRow(
                key(place),
                office(place),
                tuple(int(rank) if rank <= 5 else 0 for rank in ranks),
                shape_of(place, count),
            )
        )
    names = tuple(key(place) for place in range(projects))
    return front_table.FrontTable(
        names, tuple(rows), 5, tuple(TITLES[place % len(TITLES)] for place in range(projects)), summary="P01."
    )


def shares(count: int = 5) -> share_bars.ShareBars:
    bars = [
        share_bars.ShareBar(
            key(place), office(place), 0.9 - 0.1 * place, f"{90 - 10 * place} %", "high", "ring"
        )
        for place in range(count)
    ]
    bars.append(share_bars.ShareBar("", "Nobody answered here", None, "\N{EN DASH}", "too few answers"))
    return share_bars.ShareBars(tuple(bars), summary="Highest 90 %.")
