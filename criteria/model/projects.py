"""Candidate projects: profile, scores with evidence, safeguards offered."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class Evidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Where a score comes from."""

    source: str = ""
    year: int | None = None
    note: str = ""


class Score(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A most likely value with optional low and high bounds; `value` None means missing."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    evidence: Evidence = Evidence()

    @property
    def bounds(self) -> tuple[float, float] | None:
        """The interval (low, high), a point where no bounds are given, None where nothing is known."""
        low = self.low if self.low is not None else self.value
        high = self.high if self.high is not None else self.value
        if low is None or high is None:
            return None
        return low, high


MISSING = Score()


class Project(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One candidate project; every profile field is listed in `criteria.model.fields`."""

    id: str
    title: str = ""
    country: str = ""
    iso3: str = ""
    sector: str = ""
    sdg_targets: tuple[str, ...] = ()
    pillar: str = ""
    mode: str = ""
    technology: str = ""
    technology_tags: tuple[str, ...] = ()
    end_user_type: str = ""
    biometric_mode: str = ""
    end_user_known_violation: bool | None = None
    less_intrusive_alternative: bool | None = None
    budget_eur: float | None = None
    duration_months: float | None = None
    oda_recipient: bool | None = None
    ldc: bool | None = None
    income_group: str = ""
    freedom_status: str = ""
    freedom_total: float | None = None
    rule_of_law: float | None = None
    ai_readiness: float | None = None
    rationale: str = ""
    note: str = ""
    safeguards: tuple[str, ...] = ()
    scores: Mapping[str, Score] = msgspec.field(default_factory=dict)

    def score(self, criterion: str) -> Score:
        """The score under a criterion, `MISSING` where none was entered."""
        return self.scores.get(criterion, MISSING)
