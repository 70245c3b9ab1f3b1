"""Remembered results."""

from __future__ import annotations

from criteria.memo import ItemMemory, remember


def test_that_the_same_parts_are_computed_once_and_equal_ones_again() -> None:
    calls: list[list[int]] = []

    @remember(lambda values: (values,))
    def total(values: list[int]) -> int:
        calls.append(values)
        return sum(values)

    first = [1, 2]
    assert (total(first), total(first), total([1, 2])) == (3, 3, 3)
    assert len(calls) == 2


def test_that_only_the_named_parts_count() -> None:
    calls: list[str] = []

    @remember(lambda kept, ignored: (kept,))
    def join(kept: str, ignored: str) -> str:
        calls.append(ignored)
        return kept + ignored

    assert join("a", "x") == "ax"
    assert join("a", "y") == "ax"
    assert calls == ["x"]


def test_that_the_oldest_result_makes_room() -> None:
    calls: list[int] = []

    @remember(lambda value: (value,), size=2)
    def double(value: int) -> int:
        calls.append(value)
        return 2 * value

    for value in (1, 2, 3, 1):
        double(value)
    assert calls == [1, 2, 3, 1]


def test_that_a_number_and_a_truth_value_are_told_apart() -> None:
    @remember(lambda value: (value,))
    def kind(value: object) -> str:
        return type(value).__name__

    assert [kind(1), kind(True), kind(1.0)] == ["int", "bool", "float"]


def test_that_only_the_item_that_changed_is_computed_again() -> None:
    memory: ItemMemory[list[int], int] = ItemMemory()
    calls: list[list[int]] = []

    def total(values: list[int]) -> int:
        calls.append(values)
        return sum(values)

    rules = (object(),)
    one, two, changed = [1], [2], [3]
    assert memory.each(rules, (one, two), total) == (1, 2)
    assert memory.each(rules, (one, changed), total) == (1, 3)
    assert calls == [one, two, changed]


def test_that_other_rules_forget_every_item() -> None:
    memory: ItemMemory[list[int], int] = ItemMemory()
    item = [1]
    assert memory.each(("sum",), (item,), sum) == (1,)
    assert memory.each(("count",), (item,), len) == (1,)
    assert memory.each(("maximum",), ([5], [7]), max) == (5, 7)


def test_that_as_many_rules_are_remembered_as_there_is_room_for() -> None:
    memory: ItemMemory[list[int], int] = ItemMemory(size=2)
    calls: list[str] = []
    item = [1, 2]

    def ask(rule: str) -> int:
        def compute(values: list[int]) -> int:
            calls.append(rule)
            return sum(values)

        (result,) = memory.each((rule,), (item,), compute)
        return result

    assert [ask(rule) for rule in ("a", "b", "a", "b", "c", "a")] == [3] * 6
    assert calls == ["a", "b", "c", "a"]
