"""A seal that no longer matches what it closed, and changes made after it."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.checks.problem import Problem
from criteria.edits.sealing import is_intact
from criteria.model.study import Study

_PLACE = ("study", "session")


def seal_problems(study: Study) -> Iterator[Problem]:
    """What became of sealed weights; only a file changed elsewhere can break a seal without a reason."""
    seal, amendments = study.session.seal, study.session.amendments
    if seal is None:
        return
    facts: dict[str, str | float] = {"sealer": seal.who, "day": seal.when[:10]}
    if not is_intact(study):
        yield Problem("error", "seal-broken", _PLACE, facts)
    if amendments:
        changes = "1 time" if len(amendments) == 1 else f"{len(amendments)} times"
        yield Problem(
            "note", "sealed-amended", _PLACE, {**facts, "times": changes, "last": amendments[-1].who}
        )
