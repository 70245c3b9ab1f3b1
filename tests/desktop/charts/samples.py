"""Invented data for every chart: as many projects as wished, long titles, close values, a missing value."""

from __future__ import annotations

import numpy as np

from desktop.charts import (
    head_to_head,
    interval_strip,
    project_map,
    ranking_bars,
    sensitivity_lines,
    stability_bars,
    stacked_bar,
    value_function,
    weight_bars,
)
from desktop.charts.axes import Axis
from desktop.look.state_marks import STATES

ROLES = ("need", "structures", "aims", "rights")
PREMISES = (("need", "Need"), ("structures", "Structures"), ("aims", "Aims"), ("rights", "Rights"))
TITLES = (
    "Peat-fire and deforestation alerts from satellite data",
    'River flood early warning, "last-mile" voice alerts',
    "AI law drafting and supervisory authority set-up",
    "Cervical cancer screening: image triage at district clinics",
    "Crop and pest advisory in local languages",
    "Regional regulatory sandbox and data-protection authority twinning",
    "Open speech and language resources for under-served languages",
    "Mutual-recognition laboratory for algorithm audit and conformity testing",
)
COUNTRIES = (
    "Indonesia",
    "Bangladesh",
    "Republic of Moldova",
    "Malawi",
    "Senegal",
    "Rwanda",
    "Nepal",
    "Korea",
)
WORDS = {
    "pass": "Pass",
    "conditional-met": "Met",
    "conditional-open": "Open",
    "refer": "Refer",
    "exclude": "Exclude",
}
CRITERIA = (
    ("N1", "Human development gap", "need"),
    ("N2", "Digital divide", "need"),
    ("N3", "Severity of the unmet need", "need"),
    ("N4", "Depth of technology transfer", "need"),
    ("S1", "Checks and balances", "structures"),
    ("S2", "State violence against persons", "structures"),
    ("S3", "Existing armed conflict", "structures"),
    ("S4", "Independence of the end-user", "structures"),
    ("A1", "Centrality to an aim", "aims"),
    ("A2", "People reached", "aims"),
    ("A3", "Evidence that it works", "aims"),
    ("A4", "Contribution to minimum standards", "aims"),
    ("H1", "Invasiveness of the intended use", "rights"),
    ("H2", "Potential for repurposing", "rights"),
    ("H3", "Personal and biometric data", "rights"),
    ("H4", "Harm and loss of oversight", "rights"),
)


def key(place: int) -> str:
    return f"P{place + 1:02d}"


def ranking(count: int = 24) -> ranking_bars.RankingBars:
    draw = np.random.default_rng(3)
    rows = []
    for place in range(count):
        score = 0.76 - 0.45 * place / count
        shares = draw.dirichlet((3, 2, 4, 5)) * score
        missing = place == 10
        rows.append(
            ranking_bars.BarRow(
                key=key(place),
                label=key(place),
                title=TITLES[place % len(TITLES)],
                country=COUNTRIES[place % len(COUNTRIES)],
                segments=tuple(
                    ranking_bars.Segment(role, float(share))
                    for role, share in zip(ROLES, shares, strict=True)
                ),
                value_text="no A2" if missing else f"{score:.3f}",
                rank_text="11\N{EN DASH}14" if missing else str(place + 1),
                state=STATES[place % 4],
                state_word=WORDS[STATES[place % 4]],
                low=score - 0.05 if missing else None,
                high=score + 0.04 if missing else None,
                extras=(
                    ranking_bars.Extra(str(place + 1)),
                    ranking_bars.Extra(str((place * 7) % count + 1), is_striking=place % 6 == 2),
                ),
                firmness=float(draw.uniform(0.2, 1.0)),
                tip=f"{key(place)} {TITLES[place % len(TITLES)]}",
            )
        )
    return ranking_bars.RankingBars(
        rows=tuple(rows),
        full=1.0,
        selected=key(11),
        heads=("Rank", "Project", "Screening", "Closeness"),
        premises=PREMISES,
        extra_heads=("AHP", "B\N{EN DASH}R"),
        firmness_head="Firmness",
        summary=f"{count} projects by closeness; P01 leads with 0.760.",
    )


def weights() -> weight_bars.WeightBars:
    values = (
        0.035,
        0.036,
        0.07,
        0.066,
        0.047,
        0.054,
        0.047,
        0.07,
        0.065,
        0.064,
        0.077,
        0.066,
        0.08,
        0.073,
        0.07,
        0.08,
    )
    groups = []
    for role, name in PREMISES:
        bars = tuple(
            weight_bars.WeightBar(
                label,
                label,
                text,
                value,
                role,
                marker=value * 1.2 if label in ("N3", "H1") else None,
                low=value * 0.8 if label == "A1" else None,
                high=value * 1.3 if label == "A1" else None,
            )
            for (label, text, owner), value in zip(CRITERIA, values, strict=True)
            if owner == role
        )
        total = sum(bar.value for bar in bars)
        groups.append(weight_bars.WeightGroup(name, role, bars, f"{total * 100:.0f}\N{NO-BREAK SPACE}%"))
    return weight_bars.WeightBars(tuple(groups), selected="H3", summary="Sixteen weights; H1 weighs most.")


def sensitivity(count: int = 24) -> sensitivity_lines.SensitivityLines:
    draw = np.random.default_rng(5)
    xs = np.linspace(0, 1, 101)
    lines = []
    for place in range(count):
        start, end = draw.uniform(0.35, 0.85, 2)
        bend = draw.uniform(-0.2, 0.2)
        lines.append(
            sensitivity_lines.Line(key(place), key(place), start + (end - start) * xs + bend * xs * (1 - xs))
        )
    named = tuple(key(place) for place in range(min(5, count)))
    crossings = []
    for first in range(min(5, count)):
        for second in range(first):
            apart = lines[first].ys - lines[second].ys
            places = np.flatnonzero(np.diff(np.sign(apart)) != 0)
            crossings += [
                sensitivity_lines.Crossing(float(xs[at]), float(lines[first].ys[at])) for at in places
            ]
    return sensitivity_lines.SensitivityLines(
        xs=xs,
        lines=tuple(lines),
        current=0.22,
        named=named,
        selected=named[2],
        crossings=tuple(crossings),
        stable=(0.14, 0.28),
        x_title="Weight of structures",
        y_title="Closeness",
        limit=0.6,
        summary="P01 leads from 14 % to 28 %.",
    )


def benefit_risk(count: int = 19, *, is_crowded: bool = False) -> project_map.ProjectMap:
    draw = np.random.default_rng(8)
    points = []
    for place in range(count):
        spread = 0.12 if is_crowded else 0.5
        risk, benefit = float(draw.uniform(0, spread)), float(draw.uniform(0.8 - spread, 0.85))
        moved = place % 3 != 0
        points.append(
            project_map.MapPoint(
                key(place),
                key(place),
                risk,
                benefit,
                STATES[place % 4],
                before=(risk + float(draw.uniform(0.02, 0.2)), benefit - float(draw.uniform(0, 0.1)))
                if moved
                else None,
                x_interval=(risk - 0.03, risk + 0.04) if place % 5 == 0 else None,
                is_faded=place > 14 and not is_crowded,
                tip=f"{key(place)}: benefit {benefit:.2f}, risk {risk:.2f}",
            )
        )
    return project_map.benefit_risk_map(
        tuple(points),
        "Risk (line: from \N{LEFT DOUBLE QUOTATION MARK}as proposed\N{RIGHT DOUBLE QUOTATION MARK})",
        "Benefit",
        "benefit = risk",
        selected="P02",
        summary="All projects lie above the line.",
    )


def context() -> project_map.ProjectMap:
    draw = np.random.default_rng(2)
    points = tuple(
        project_map.MapPoint(
            key(place),
            key(place),
            x := float(draw.uniform(0.05, 0.85)),
            float(draw.uniform(0.4, 0.95)),
            STATES[place % 4],
            x_interval=(x - 0.04, x + 0.05),
        )
        for place in range(16)
    )
    return project_map.ProjectMap(
        points,
        Axis("Checks and balances, 2022 (line: published interval)", 0, 1),
        Axis("Human development, low at the top", 0.35, 1.0, is_reversed=True),
        quadrants=project_map.Quadrants(
            0.4,
            0.8,
            (
                "developing, fewer checks",
                "developing, more checks",
                "developed, fewer checks",
                "developed, more checks",
            ),
        ),
        summary="Most projects go to developing countries.",
    )


def stability() -> stability_bars.StabilityBars:
    rows = (
        ("Need", 0.21, 0.06, 0.24),
        ("Structures", 0.22, 0.14, 0.28),
        ("Aims", 0.27, 0.08, 0.40),
        ("Rights", 0.30, 0.26, 1.0),
    )
    return stability_bars.StabilityBars(
        tuple(
            stability_bars.StabilityBar(name.lower(), name, role, weight, low, high)
            for (name, weight, low, high), role in zip(rows, ROLES, strict=True)
        ),
        full=0.6,
        selected="structures",
        summary="The top three hold while structures weigh 14 to 28 %.",
    )


def duel() -> head_to_head.HeadToHead:
    values = (
        -0.01,
        -0.01,
        -0.07,
        0.05,
        -0.005,
        0.04,
        0.1,
        0.08,
        -0.065,
        -0.105,
        -0.058,
        0.145,
        0.04,
        -0.02,
        -0.035,
        0.0,
    )
    return head_to_head.HeadToHead(
        tuple(
            head_to_head.Difference(label, label, role, value, f"{text}: {value:+.3f}")
            for (label, text, role), value in zip(CRITERIA, values, strict=True)
        ),
        above="P14 better",
        below="P03 better",
        equal="equal",
        selected="A4",
        summary="P14 gains on standards, P03 on reach.",
    )


def money() -> stacked_bar.StackedBar:
    parts = (
        ("pass", "Pass", "6 projects", 46.6),
        ("conditional-met", "Cond., met", "6 projects", 48.7),
        ("conditional-open", "Open", "4 projects", 32.1),
        ("refer", "Refer", "3 projects", 79.0),
        ("exclude", "Exclude", "5 projects", 50.6),
    )
    return stacked_bar.StackedBar(
        tuple(
            stacked_bar.Part(
                state, state, value, title, (count, f"EUR\N{NO-BREAK SPACE}{value:.1f}\N{NO-BREAK SPACE}m")
            )
            for state, title, count, value in parts
        ),
        summary="EUR 257.0 m requested, of which 46.6 m passes.",
    )


def strip() -> interval_strip.IntervalStrip:
    return interval_strip.IntervalStrip(
        lowest=0.10,
        highest=0.40,
        threshold=0.20,
        value=0.24,
        low=0.204,
        high=0.28,
        bad_side="below",
        value_text="0.24 (0.20\N{EN DASH}0.28)",
        role="structures",
        summary="0.24, just above the cut-off of 0.20.",
    )


def curve() -> value_function.ValueFunction:
    xs = np.linspace(0.35, 0.95, 61)
    return value_function.ValueFunction(
        xs=xs,
        ys=1 - ((xs - 0.35) / 0.6) ** 1.6,
        anchors=((0.35, 1.0), (0.55, 0.82), (0.75, 0.45), (0.95, 0.0)),
        ticks=tuple(
            value_function.ProjectTick(key(place), key(place), 0.4 + 0.03 * place) for place in range(15)
        ),
        x=Axis("Human development index", 0.35, 0.95),
        y_title="Value",
        role="need",
        selected="P04",
        summary="Value falls from 1 at 0.35 to 0 at 0.95.",
    )
