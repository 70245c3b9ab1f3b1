"""What a change touched, found by comparing branches by identity and then by equality."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from criteria.model.study import Study

PARTS: tuple[str, ...] = Study.__struct_fields__


@dataclass(frozen=True, eq=False)
class Change:
    """The study before and after; `parts` are the names of the fields that differ."""

    before: Study
    after: Study
    parts: frozenset[str]

    def concerns(self, *parts: str) -> bool:
        """Whether any of these parts of the study changed."""
        return not self.parts.isdisjoint(parts)


def compare(before: Study, after: Study) -> Change:
    """The change from one study to another."""
    pairs = zip(msgspec.structs.astuple(before), msgspec.structs.astuple(after), strict=True)
    differ = (name for name, (old, new) in zip(PARTS, pairs, strict=True) if old is not new and old != new)
    return Change(before, after, frozenset(differ))
