"""What a method of the catalogue finds: scores, further values of each alternative, and remarks as codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from criteria.arrays import Floats

#: Criteria equal for all, whose weight is idle; nothing tells the alternatives apart; there is only one; a
#: single zero makes the whole product zero; the scale was read off the figures and moves with them.
Remark = Literal["equal-criterion", "all-equal", "single", "zero-product", "scale-from-figures"]


@dataclass(frozen=True, slots=True)
class Note:
    """A remark on a ranking with the criteria or alternatives (from 0) that it concerns."""

    remark: Remark
    criteria: tuple[int, ...] = ()
    alternatives: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Whether the best by VIKOR may be proposed alone (Opricovic & Tzeng 2004), and who else if not.

    C1, acceptable advantage: the second is at least `threshold` = 1/(m-1) away in Q. C2, acceptable
    stability: the best is also best in S or in R. `compromise` lists the alternatives to propose, from 0.
    """

    has_advantage: bool
    is_stable: bool
    threshold: float
    compromise: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """Scores of m alternatives, named values of each (S, R and Q of VIKOR, flows of PROMETHEE), remarks."""

    scores: Floats
    values: Mapping[str, Floats] = field(default_factory=dict)
    acceptance: Acceptance | None = None
    notes: tuple[Note, ...] = ()
