"""Where safeguards stand on the sheets Safeguards and Credibility."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.model.study import Study
from criteria.report.workbook.geometry import TABLE_FIRST

#: On Credibility: id, title, rule of law, r, the share believed of each kind, cost offered, cost required.
ID, TITLE, RULE_OF_LAW, RATE, TECHNICAL, CONTRACTUAL, POLITICAL, COST, COST_REQUIRED = range(1, 10)
#: On Safeguards: id, name, kind, cost, then effects by criterion.
SG_ID, SG_NAME, SG_KIND, SG_COST, SG_EFFECTS = range(1, 6)
KINDS = {"technical": TECHNICAL, "contractual": CONTRACTUAL, "political": POLITICAL}


@dataclass(frozen=True)
class CredibilityColumns:
    """Columns of the four blocks on Credibility, each one column for each safeguard."""

    study: Study

    @property
    def count(self) -> int:
        """How many safeguards there are."""
        return len(self.study.safeguards)

    @property
    def first_safeguard(self) -> int:
        """The row of the first safeguard on Safeguards."""
        return TABLE_FIRST

    @property
    def offered(self) -> int:
        """First column of: 1 where a safeguard is offered."""
        return COST_REQUIRED + 1

    @property
    def required(self) -> int:
        """First column of: 1 where it is offered or a red line asks for it."""
        return self.offered + self.count

    @property
    def believed(self) -> int:
        """First column of: share of its effect that is believed, of those offered."""
        return self.required + self.count

    @property
    def believed_required(self) -> int:
        """First column of: the same with those a red line asks for."""
        return self.believed + self.count

    @property
    def last(self) -> int:
        """The last column of the sheet."""
        return self.believed_required + self.count - 1

    def place_of(self, safeguard: str) -> int | None:
        """The position of a safeguard, None where the study does not have it."""
        for place, item in enumerate(self.study.safeguards):
            if item.id == safeguard:
                return place
        return None

    def effect_column(self, criterion: int) -> int:
        """The column of a criterion on Safeguards."""
        return SG_EFFECTS + criterion
