"""Moves within an order of importance: groups of equals, the most important first."""

from __future__ import annotations

from collections.abc import Sequence

Groups = tuple[tuple[str, ...], ...]


def ordered(groups: Sequence[Sequence[str]], items: Sequence[str]) -> Groups:
    """The groups with only the items that are asked about, in the order of the study within a group."""
    known = (tuple(item for item in items if item in group) for group in groups)
    return tuple(group for group in known if group)


def unplaced(groups: Groups, items: Sequence[str]) -> tuple[str, ...]:
    """The items that stand in no group."""
    placed = {item for group in groups for item in group}
    return tuple(item for item in items if item not in placed)


def placed_last(groups: Groups, item: str) -> Groups:
    """The order with an item at the next free place; one that has a place keeps it."""
    return groups if any(item in group for group in groups) else (*groups, (item,))


def stepped(groups: Groups, item: str, step: int) -> Groups:
    """The order with an item one place up (-1) or down (1), alone on its place.

    Out of a group of equals it goes just above or below the others; what has no place yet gets the last one.
    """
    at = _place(groups, item)
    if at is None:
        return placed_last(groups, item)
    if len(groups[at]) > 1:
        return _inserted(_without(groups, item), item, at if step < 0 else at + 1)
    return _inserted(_without(groups, item), item, min(max(at + step, 0), len(groups) - 1))


def inserted(groups: Groups, item: str, before: str | None) -> Groups:
    """The order with an item alone on a place of its own before another one; None means at the end."""
    rest = _without(groups, item)
    at = len(rest) if before is None or before == item else _place(rest, before)
    return _inserted(rest, item, len(rest) if at is None else at)


def joined(groups: Groups, item: str, other: str) -> Groups:
    """The order with an item on the same place as another one that has a place."""
    if item == other or _place(groups, other) is None:
        return groups
    rest = _without(groups, item)
    at = _place(rest, other)
    return tuple((*group, item) if place == at else group for place, group in enumerate(rest))


def toggled(groups: Groups, item: str) -> Groups:
    """The order with an item on the place above it, or, where it shares one, on its own below the others."""
    at = _place(groups, item)
    if at is None:
        return groups
    if len(groups[at]) > 1:
        return _inserted(_without(groups, item), item, at + 1)
    return joined(groups, item, groups[at - 1][0]) if at else groups


def _place(groups: Groups, item: str) -> int | None:
    return next((place for place, group in enumerate(groups) if item in group), None)


def _without(groups: Groups, item: str) -> Groups:
    left = (tuple(known for known in group if known != item) for group in groups)
    return tuple(group for group in left if group)


def _inserted(groups: Groups, item: str, at: int) -> Groups:
    return (*groups[:at], (item,), *groups[at:])
