"""Where red lines stand on the sheet Screening."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.report.workbook.geometry import ScreenColumn
from criteria.screening.conditions import fields_of, parse


@dataclass(frozen=True, eq=False)
class ScreeningColumns:
    """Columns of outcomes and of truth values, each one column for each red line that is tested."""

    study: Study

    @cached_property
    def lines(self) -> tuple[RedLine, ...]:
        """The red lines tested before ranking; the omission check needs a selection and comes later."""
        return tuple(line for line in self.study.red_lines if line.active and line.effect != "review")

    @cached_property
    def escalations(self) -> tuple[RedLine, ...]:
        """Those that exclude under a further condition."""
        return tuple(line for line in self.lines if line.exclude_if)

    def outcome(self, place: int) -> int:
        """The column of what a line means for a project, in a word."""
        return ScreenColumn.OUTCOMES + place

    def truth(self, place: int) -> int:
        """The column of whether its condition holds: 1, 0, or 0.5 where a value is unknown."""
        return ScreenColumn.OUTCOMES + len(self.lines) + place

    def escalation(self, line: RedLine) -> int:
        """The column of whether its stricter condition holds."""
        place = next(place for place, item in enumerate(self.escalations) if item.id == line.id)
        return ScreenColumn.OUTCOMES + 2 * len(self.lines) + place

    @cached_property
    def inactive(self) -> tuple[str, ...]:
        """Criteria that do not count in any ranking but are read by a red line."""
        active = {criterion.id for criterion in self.study.active_criteria}
        conditions = [text for line in self.lines for text in (line.condition, line.exclude_if) if text]
        read = frozenset().union(*(fields_of(parse(text)) for text in conditions))
        return tuple(c.id for c in self.study.criteria if c.id in read and c.id not in active)

    def figure(self, criterion: str) -> int:
        """The column of the figures of an inactive criterion."""
        first = ScreenColumn.OUTCOMES + 2 * len(self.lines) + len(self.escalations)
        return first + self.inactive.index(criterion)

    @property
    def last(self) -> int:
        """The last column of the sheet."""
        blocks = 2 * len(self.lines) + len(self.escalations) + len(self.inactive)
        return ScreenColumn.OUTCOMES - 1 + blocks
