"""The example portfolio with five offices that give swing points to all criteria at once, and variations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from criteria.files.example import example_study
from criteria.model.people import Stakeholder
from criteria.model.study import Study

CRITERIA = (
    *("N1", "N2", "N3", "N4"),
    *("S1", "S2", "S3", "S4"),
    *("A1", "A2", "A3", "A4"),
    *("H1", "H2", "H3", "H4"),
)
#: Swing points as the offices of the example give them; no real office was asked.
POINTS: Mapping[str, tuple[str, tuple[int, ...]]] = {
    "ministry_development": (
        "Development ministry",
        (60, 40, 100, 70, 30, 40, 30, 50, 90, 80, 70, 40, 60, 50, 40, 50),
    ),
    "human_rights_office": (
        "Human rights commissioner",
        (30, 20, 60, 40, 60, 80, 50, 80, 50, 40, 40, 50, 100, 90, 80, 80),
    ),
    "trade_promotion": (
        "Trade and investment agency",
        (10, 30, 40, 50, 30, 20, 60, 40, 50, 70, 100, 60, 40, 50, 30, 40),
    ),
    "partner_civil_society": (
        "Civil society in partner countries",
        (50, 60, 90, 100, 50, 70, 40, 90, 60, 70, 50, 50, 90, 80, 90, 80),
    ),
    "ai_regulator": (
        "AI and data-protection regulator",
        (20, 20, 40, 50, 50, 50, 30, 70, 50, 30, 80, 100, 90, 70, 90, 100),
    ),
}


def offices() -> tuple[Stakeholder, ...]:
    """The five, each with points for every criterion."""
    return tuple(office(key, name, points) for key, (name, points) in POINTS.items())


def office(key: str, name: str, points: tuple[int, ...], **fields: Any) -> Stakeholder:
    """Someone who gave swing points to all criteria at once."""
    swings = {criterion: float(given) for criterion, given in zip(CRITERIA, points, strict=True)}
    return Stakeholder(id=key, name=name, method="swing", layout="flat", swings=swings, **fields)


def five_offices() -> Study:
    """The example, weighed by the five."""
    return with_people(*offices())


def with_people(*people: Stakeholder) -> Study:
    """The example, weighed by these."""
    return msgspec.structs.replace(example_study(), stakeholders=people)


def many_offices(count: int = 30) -> Study:
    """The example, weighed by as many as wished, who differ a little from the five in turn."""
    given = tuple(POINTS.values())
    people = []
    for number in range(count):
        name, points = given[number % len(given)]
        # Without a random generator: each office shifts other criteria by other steps.
        moved = tuple(
            max(5, point + (number * 7 + place * 13) % 31 - 15) for place, point in enumerate(points)
        )
        people.append(office(f"ST{number + 1}", f"{name} {number // len(given) + 1}", moved))
    return with_people(*people)
