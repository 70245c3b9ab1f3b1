"""A study before and after a meeting at which everything was changed."""

from __future__ import annotations

from typing import Any

import msgspec

from criteria.edits.people import set_stakeholder
from criteria.edits.projects import add_project, remove_projects, set_profile
from criteria.edits.scores import set_scores
from criteria.edits.screening import set_safeguards, set_threshold, waive
from criteria.edits.settings import set_settings
from criteria.files.example import example_session
from criteria.model.projects import Score
from criteria.model.rules import Waiver
from criteria.model.study import Study


def _scale(study: Study) -> Study:
    one = study.criterion("A2")
    function = msgspec.structs.replace(one.value_function, kind="linear")
    criteria = tuple(
        msgspec.structs.replace(one, value_function=function) if known is one else known
        for known in study.criteria
    )
    return msgspec.structs.replace(study, criteria=criteria)


def _waived(study: Study) -> Study:
    for project, line in (("P21", "RL01"), ("P22", "RL03")):
        waiver = Waiver(project=project, red_line=line, reason="Tried out", name="Nobody", date="2026-01-01")
        study = waive(study, waiver)
    return study


def _enlarged(study: Study) -> Study:
    copy = msgspec.structs.replace(example_session().project("P02"), id="P25")
    return add_project(study, copy)


#: The edits by name, in no special order; each alone moves something under some method.
CHANGES: dict[str, Any] = {
    "weights": lambda study: set_stakeholder(study, study.stakeholders[1].id, voting_power=3.0),
    "scales": _scale,
    "scores": lambda study: set_scores(
        study, {("P16", "N3"): Score(3.0), ("P02", "A1"): Score(4.0), ("P12", "H1"): Score(2.0)}
    ),
    "profile": lambda study: set_profile(study, {("P16", "technology_tags"): ("military",)}),
    "added": _enlarged,
    "removed": lambda study: remove_projects(study, ["P03"]),
    "rules": lambda study: set_threshold(_waived(study), "weak_checks", 0.1),
    "safeguards": lambda study: set_safeguards(study, "P01", []),
    "settings": lambda study: set_settings(study, topsis_normalisation="vector", theta=0.8),
}


def changed(*names: str) -> tuple[Study, Study]:
    """The session before and after these changes."""
    study = example_session()
    for name in names:
        study = CHANGES[name](study)
    return example_session(), study
