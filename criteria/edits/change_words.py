"""What differs between two studies of all that weights rest on, in words that an auditor can read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from criteria.model.people import Judgement, Stakeholder
from criteria.model.settings import WEIGHT_SETTINGS
from criteria.model.study import Study
from criteria.model.tree import Criterion, Premise

_FIGURES = ("points", "swings", "ratings")
_NO_ANSWER = "no answer"


def changes_in_words(before: Study, after: Study) -> str:
    """Every changed answer with its old and new value, then people, criteria and settings; "" for none."""
    parts = [
        *_people(before, after),
        *_elements("premise", before.premises, after.premises),
        *_elements("criterion", before.criteria, after.criteria),
        *_settings(before, after),
    ]
    return "; ".join(parts)


def _people(before: Study, after: Study) -> Iterator[str]:
    old = {person.id: person for person in before.stakeholders}
    new = {person.id: person for person in after.stakeholders}
    for key, person in new.items():
        if key not in old:
            yield f"{person.name} added"
        elif old[key] != person:
            changes = _person(_Names(before, after), old[key], person)
            yield from (f"{old[key].name}, {change}" for change in changes)
    yield from (f"{person.name} removed" for key, person in old.items() if key not in new)
    if old.keys() == new.keys() and list(old) != list(new):
        yield "people in another order"


def _person(names: _Names, old: Stakeholder, new: Stakeholder) -> Iterator[str]:
    yield from _judgements(names, old.judgements, new.judgements)
    for field in _FIGURES:
        figures = _values(getattr(old, field), getattr(new, field), "no figure")
        yield from (f"{field} of {names[key]}: {said}" for key, said in figures)
    for node in sorted({*old.orders, *new.orders}):
        was, now = _order(names, old.orders.get(node)), _order(names, new.orders.get(node))
        if was != now:
            yield f"order under {names[node]}: {was} → {now}"
    for node in sorted({*old.best_worst, *new.best_worst}):
        was, now = (_best_worst(names, person, node) for person in (old, new))
        if was != now:
            yield f"best and worst under {names[node]}: {was} → {now}"
    answers = ("judgements", *_FIGURES, "orders", "best_worst")
    yield from _fields(old, new, answers)


def _judgements(names: _Names, old: tuple[Judgement, ...], new: tuple[Judgement, ...]) -> Iterator[str]:
    was, now = ({_place(one): one for one in given} for given in (old, new))
    for place in [*was, *(place for place in now if place not in was)]:
        first, last = was.get(place), now.get(place)
        known = last or first
        if known is None:
            continue
        said = [_judged(one, known.first) for one in (first, last)]
        if said[0] != said[1]:
            pair = f"{names[known.first]} against {names[known.second]}"
            yield f"{pair}: {said[0]} → {said[1]}"


def _place(judgement: Judgement) -> tuple[str, frozenset[str]]:
    return judgement.node, frozenset((judgement.first, judgement.second))


def _judged(judgement: Judgement | None, first: str) -> str:
    """A ratio seen from one side: 3, 1/3."""
    if judgement is None:
        return _NO_ANSWER
    if judgement.value is None:
        return "cannot say"
    value = judgement.value if judgement.first == first else 1.0 / judgement.value
    return f"{value:.3g}" if value >= 1.0 else f"1/{1.0 / value:.3g}"


def _values(old: Mapping[str, float], new: Mapping[str, float], nothing: str) -> Iterator[tuple[str, str]]:
    for key in [*old, *(key for key in new if key not in old)]:
        if old.get(key) != new.get(key):
            was, now = (f"{given[key]:g}" if key in given else nothing for given in (old, new))
            yield key, f"{was} → {now}"


def _order(names: _Names, groups: tuple[tuple[str, ...], ...] | None) -> str:
    if not groups:
        return _NO_ANSWER
    return " > ".join(" = ".join(names[key] for key in group) for group in groups)


def _best_worst(names: _Names, person: Stakeholder, node: str) -> str:
    answer = person.best_worst.get(node)
    if answer is None:
        return _NO_ANSWER
    chosen = [f"best {names[answer.best]}"] if answer.best else []
    chosen += [f"worst {names[answer.worst]}"] if answer.worst else []
    chosen += [f"best {times:g} times {names[key]}" for key, times in sorted(answer.from_best.items())]
    chosen += [f"{names[key]} {times:g} times worst" for key, times in sorted(answer.to_worst.items())]
    return ", ".join(chosen) or _NO_ANSWER


def _elements(
    noun: str, old: Sequence[Premise | Criterion], new: Sequence[Premise | Criterion]
) -> Iterator[str]:
    was, now = {one.id: one for one in old}, {one.id: one for one in new}
    yield from (f"{noun} {one.name} added" for key, one in now.items() if key not in was)
    yield from (f"{noun} {one.name} removed" for key, one in was.items() if key not in now)
    for key in (key for key in was if key in now and was[key] != now[key]):
        yield from (f"{noun} {was[key].name}, {change}" for change in _fields(was[key], now[key]))
    if was.keys() == now.keys() and list(was) != list(now):
        yield f"another order of each {noun}"


def _settings(before: Study, after: Study) -> Iterator[str]:
    resting = tuple(name for name in before.settings.__struct_fields__ if name not in WEIGHT_SETTINGS)
    names = _Names(before, after)
    for change in _fields(before.settings, after.settings, resting):
        field, _, values = change.partition(": ")
        if field == "weights of":
            values = " → ".join(names[value] for value in values.split(" → "))
        yield f"{field}: {values}"


def _fields(old: msgspec.Struct, new: msgspec.Struct, left_out: tuple[str, ...] = ()) -> Iterator[str]:
    """Each plain field that differs with both values; of a larger one only its name."""
    for field in old.__struct_fields__:
        was, now = getattr(old, field), getattr(new, field)
        if field in left_out or was == now:
            continue
        word = field.replace("_", " ")
        if all(value is None or isinstance(value, str | float | int) for value in (was, now)):
            yield f"{word}: {_plain(was)} → {_plain(now)}"
        else:
            yield f"{word} changed"


def _plain(value: str | float | None) -> str:
    if value is None or value == "":
        return "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


class _Names(dict[str, str]):
    """Names by id, those of the study after a change first; an id without a name is said as it is."""

    def __init__(self, before: Study, after: Study) -> None:
        super().__init__(goal="the goal", all="all criteria")
        for study in (before, after):
            self.update((premise.id, premise.name) for premise in study.premises)
            self.update((criterion.id, criterion.name) for criterion in study.criteria)
            self.update((person.id, person.name) for person in study.stakeholders)

    def __missing__(self, key: str) -> str:
        return key
