"""A small memory for derived numbers, keyed by the identity of the values they were derived from."""

from __future__ import annotations

import functools
from collections.abc import Callable
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")
Item = TypeVar("Item")


def remember(
    parts: Callable[Parameters, tuple[object, ...]], size: int = 8
) -> Callable[[Callable[Parameters, Result]], Callable[Parameters, Result]]:
    """A decorator that keeps the last `size` results; `parts` names, of the arguments, what the result reads.

    Immutable values that hold mappings cannot be hashed, and comparing whole studies costs more than
    looking at their identity; the memory holds the parts, so an identity is never reused.
    """

    def decorate(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
        kept: list[tuple[tuple[object, ...], Result]] = []
        lock = Lock()

        @functools.wraps(function)
        def remembered(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
            key = parts(*args, **kwargs)
            with lock:
                for known, result in kept:
                    if _same(known, key):
                        return result
            result = function(*args, **kwargs)
            with lock:
                kept.insert(0, (key, result))
                del kept[size:]
            return result

        return remembered

    return decorate


class ItemMemory(Generic[Item, Result]):
    """Remembers one result per item under each of the last rules, so that editing one item recomputes one."""

    def __init__(self, size: int = 1) -> None:
        self._size = size
        self._kept: tuple[tuple[tuple[object, ...], dict[int, tuple[Item, Result]]], ...] = ()

    def each(
        self, rules: tuple[object, ...], items: tuple[Item, ...], compute: Callable[[Item], Result]
    ) -> tuple[Result, ...]:
        """The result of every item; `rules` are the values, compared by identity, that results depend on."""
        kept = self._kept
        known = next((found for former, found in kept if _same(former, rules)), {})
        found: dict[int, tuple[Item, Result]] = {}
        for item in items:
            # The memory holds the item itself, so its identity is not used again meanwhile.
            found[id(item)] = known.get(id(item)) or (item, compute(item))
        others = tuple(pair for pair in kept if pair[1] is not known)
        # One assignment: a thread that reads meanwhile sees rules and results of one moment.
        self._kept = ((rules, found), *others)[: self._size]
        return tuple(found[id(item)][1] for item in items)


def _same(known: tuple[object, ...], key: tuple[object, ...]) -> bool:
    return len(known) == len(key) and all(_identical(a, b) for a, b in zip(known, key, strict=True))


def _identical(known: object, given: object) -> bool:
    if known is given:
        return True
    if isinstance(known, tuple) and isinstance(given, tuple):
        return _same(known, given)
    return isinstance(known, str | int | float | None) and type(known) is type(given) and known == given
