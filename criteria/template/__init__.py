"""The four-premise template that a new study starts from."""

from __future__ import annotations

import functools
from typing import Any

import msgspec

from criteria.model.people import Stakeholder
from criteria.model.rules import RedLine, Safeguard, Threshold
from criteria.model.study import Study
from criteria.model.tree import Criterion, Premise
from criteria.shipped import resource


class Template(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Premises, criteria, red lines and safeguards as shipped in resources/template."""

    format_version: int
    premises: tuple[Premise, ...]
    criteria: tuple[Criterion, ...]
    thresholds: tuple[Threshold, ...]
    red_lines: tuple[RedLine, ...]
    safeguards: tuple[Safeguard, ...]


@functools.lru_cache(maxsize=1)
def four_premises() -> Template:
    """The shipped template: 4 premises, 16 criteria, 17 red lines, 15 safeguards (Kriebitz and Luetge)."""
    data = resource("template", "four_premises.json").read_bytes()
    return msgspec.json.decode(data, type=Template)


def new_study(title: str = "New study", **fields: Any) -> Study:
    """An empty study on the four premises with one stakeholder who has not answered yet."""
    template = four_premises()
    return Study(
        title=title,
        premises=template.premises,
        criteria=template.criteria,
        thresholds=template.thresholds,
        red_lines=template.red_lines,
        safeguards=template.safeguards,
        stakeholders=(Stakeholder(id="ST1", name="Decision maker"),),
        **fields,
    )
