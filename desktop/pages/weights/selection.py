"""Whose answers the weights room shows."""

from __future__ import annotations

from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.weighting.study_weights import counted_stakeholder


def shown_stakeholder(study: Study) -> Stakeholder | None:
    """The stakeholder whose weights count, else the first one."""
    first = study.stakeholders[0] if study.stakeholders else None
    return counted_stakeholder(study) or first
