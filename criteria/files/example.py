"""The fictional examples that ship with the program."""

from __future__ import annotations

import csv
import functools

import msgspec

from criteria.files.study_file import decode_study
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.shipped import resource


@functools.lru_cache(maxsize=1)
def example_study() -> Study:
    """The example: 24 fictional projects with published country figures, and one stakeholder's 30 judgements.

    It is stored as a study file; packaging/make_example.py makes that from portfolio.csv and example.toml.
    """
    path = resource("example", "example.proportio")
    return decode_study(path.read_bytes(), path.name)


@functools.lru_cache(maxsize=1)
def example_session() -> Study:
    """The example as five stakeholders weigh it: a swing for each of the 16 criteria at once, all combined.

    The first is the stakeholder of the example, whose comparisons in pairs stay beside the swings.
    """
    study = example_study()
    with resource("example", "swing_points.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    criteria = [criterion.id for criterion in study.criteria]
    people = []
    for number, row in enumerate(rows, 1):
        same = next((p for p in study.stakeholders if p.name == row["stakeholder"]), None)
        person = same or Stakeholder(id=f"ST{number}", name=row["stakeholder"])
        swings = {criterion: float(row[criterion]) for criterion in criteria}
        people.append(msgspec.structs.replace(person, method="swing", layout="flat", swings=swings))
    title = f"{study.title}, five stakeholders"
    return msgspec.structs.replace(study, title=title, stakeholders=tuple(people))
