"""Writes the ballots of several people into a folder, each under a name of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from criteria.model.people import Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.app.version import file_name


class BallotOrder(msgspec.Struct, frozen=True, kw_only=True):
    """For whom, by which method (None: each by their own), where to, and whether over old files."""

    study: Study
    people: tuple[Stakeholder, ...]
    folder: Path
    when: str
    method: WeightMethod | None = None
    prefill: bool = False
    replaces: bool = False


class BallotFiles(msgspec.Struct, frozen=True):
    """Files that were written, and those that were there already and stay."""

    written: tuple[Path, ...]
    kept: tuple[Path, ...]


def ballot_names(people: Sequence[Stakeholder]) -> tuple[str, ...]:
    """A file name for each person, fit for every system; equal names get the person's id."""
    plain = [file_name(f"Ballot {person.name}") for person in people]
    keys = [name.casefold() for name in plain]
    names, used = [], set[str]()
    for person, name, key in zip(people, plain, keys, strict=True):
        unique = name if keys.count(key) == 1 else file_name(f"{name} {person.id}")
        number, candidate = 2, unique
        while candidate.casefold() in used:
            candidate, number = f"{unique} {number}", number + 1
        used.add(candidate.casefold())
        names.append(f"{candidate}.xlsx")
    return tuple(names)


def write_ballots(
    order: BallotOrder,
    progress: Callable[[float, str], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BallotFiles:
    """Writes one ballot after the other; a file that is there stays unless the order replaces it.

    SaveError where the disk refuses; ballots written before that stay.
    """
    from criteria.report.ballot import write_ballot

    written, kept = [], []
    names = ballot_names(order.people)
    for place, (person, name) in enumerate(zip(order.people, names, strict=True)):
        if cancelled is not None and cancelled():
            break
        if progress is not None:
            progress(place / len(names), person.name)
        path = order.folder / name
        if path.exists() and not order.replaces:
            kept.append(path)
            continue
        write_ballot(path, order.study, person, order.method, order.when, prefill=order.prefill)
        written.append(path)
    return BallotFiles(tuple(written), tuple(kept))
