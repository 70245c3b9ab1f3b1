"""What safeguards change: credibility by kind, caps per criterion, cost."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from criteria.model.projects import Project, Score
from criteria.model.rules import GuaranteeKind, Safeguard
from criteria.model.settings import ScoreSet
from criteria.model.study import Study
from criteria.model.tree import Criterion

#: Largest total change of one criterion, in levels, without and with technical de-scoping of it.
ORDINARY_CAP = 2.0
DESCOPED_CAP = 3.0
#: The safeguard that redesigns the system instead of promising something about it.
DESCOPING = "SG13"


class Change(msgspec.Struct, frozen=True):
    """How one safeguard moves one criterion: `nominal` levels times `credibility`, before the cap."""

    safeguard: str
    criterion: str
    nominal: float
    credibility: float

    @property
    def levels(self) -> float:
        """The change that is believed, in levels."""
        return self.nominal * self.credibility


def guarantee_rate(rule_of_law: float | None) -> float | None:
    """Rule of law from -2.5..2.5 rescaled to r in 0..1, None where it is not known."""
    return None if rule_of_law is None else min(1.0, max(0.0, (rule_of_law + 2.5) / 5.0))


def credibility(kind: GuaranteeKind, rule_of_law: float | None) -> float:
    """Share of a nominal effect that is believed: technical 1, contractual 0.5 + 0.5 r, political r.

    Where the rule of law is not known r counts as 0, the cautious end, and the project is reported.
    """
    rate = guarantee_rate(rule_of_law) or 0.0
    if kind == "technical":
        return 1.0
    return 0.5 + 0.5 * rate if kind == "contractual" else rate


def changes(study: Study, project: Project, safeguards: Iterable[str]) -> tuple[Change, ...]:
    """Every effect of these safeguards on project-level criteria, in the order of the study."""
    wanted = set(safeguards)
    found: list[Change] = []
    for safeguard in study.safeguards:
        if safeguard.id in wanted:
            found.extend(_effects(study, project, safeguard))
    return tuple(found)


def total_change(found: Iterable[Change], criterion: str) -> float:
    """Levels by which a criterion moves after the cap: 2, or 3 where de-scoping touches it."""
    own = [change for change in found if change.criterion == criterion]
    cap = DESCOPED_CAP if any(change.safeguard == DESCOPING for change in own) else ORDINARY_CAP
    return max(-cap, min(cap, sum(change.levels for change in own)))


def applied(
    study: Study, project: Project, score_set: ScoreSet, required: Iterable[str] = ()
) -> tuple[str, ...]:
    """The safeguards a score set counts: none, those offered, or those and the required ones."""
    if score_set == "proposed":
        return ()
    wanted = set(project.safeguards) | (set(required) if score_set == "required" else set())
    return tuple(safeguard.id for safeguard in study.safeguards if safeguard.id in wanted)


def mitigated(criterion: Criterion, score: Score, change: float) -> Score:
    """A score moved by `change` levels, never past an end of the scale; bounds move along."""
    if change == 0.0:
        return score
    return msgspec.structs.replace(
        score,
        value=_moved(criterion, score.value, change),
        low=_moved(criterion, score.low, change),
        high=_moved(criterion, score.high, change),
    )


def cost_percent(study: Study, safeguards: Iterable[str]) -> float:
    """Percentage of the budget that these safeguards add."""
    wanted = set(safeguards)
    return sum(safeguard.cost_percent for safeguard in study.safeguards if safeguard.id in wanted)


def _effects(study: Study, project: Project, safeguard: Safeguard) -> Iterable[Change]:
    share = credibility(safeguard.kind, project.rule_of_law)
    for criterion in study.active_criteria:
        nominal = safeguard.effects.get(criterion.id, 0.0)
        fixed = criterion.country_level or (criterion.id == "H1" and safeguard.id != DESCOPING)
        if nominal and not fixed:
            yield Change(safeguard.id, criterion.id, nominal, share)


def _moved(criterion: Criterion, value: float | None, change: float) -> float | None:
    return None if value is None else min(criterion.maximum, max(criterion.minimum, value + change))
