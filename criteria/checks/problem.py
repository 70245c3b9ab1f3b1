"""One thing a user should look at, as codes and facts; the sentence is made elsewhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

#: An error makes results wrong or unusable, a warning may, a note is worth knowing.
Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


class Problem(msgspec.Struct, frozen=True):
    """A finding: `where` leads from the kind of thing to the place, as in ("project", "P11", "A2")."""

    severity: Severity
    code: str
    where: tuple[str, ...]
    details: Mapping[str, str | float] = msgspec.field(default_factory=dict)
