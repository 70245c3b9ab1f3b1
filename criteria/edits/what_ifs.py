"""Edits of the what-ifs: weightings that were tried and kept by name, beside everyone's answers."""

from __future__ import annotations

import math

import msgspec

from criteria.errors import StudyError
from criteria.model.session import WhatIf
from criteria.model.study import Study


def add_what_if(study: Study, what_if: WhatIf) -> Study:
    """The study with one more what-if, its weights brought to sum 1.

    StudyError for a name that is empty or taken, and for weights of unknown criteria, below zero or all zero.
    """
    name = _free_name(study, what_if.name)
    known = {criterion.id for criterion in study.criteria}
    unknown = sorted(set(what_if.weights) - known)
    if unknown:
        raise StudyError(f"The what-if names {', '.join(unknown)}, which the study does not have.")
    figures = what_if.weights.values()
    total = sum(figures)
    if not math.isfinite(total) or total <= 0.0 or min(figures) < 0.0:
        raise StudyError("The weights of a what-if must be zero or more and not all zero.")
    shares = {criterion: weight / total for criterion, weight in what_if.weights.items()}
    kept = WhatIf(name=name, weights=shares, note=what_if.note.strip())
    return _with(study, (*study.session.what_ifs, kept))


def rename_what_if(study: Study, place: int, name: str, note: str | None = None) -> Study:
    """The study with another name for the what-if at a place, from 0, and another note if one is given."""
    found = _at(study, place)
    wanted = found.name if name.strip() == found.name else _free_name(study, name)
    written = found.note if note is None else note.strip()
    changed = msgspec.structs.replace(found, name=wanted, note=written)
    what_ifs = study.session.what_ifs
    return _with(study, (*what_ifs[:place], changed, *what_ifs[place + 1 :]))


def remove_what_if(study: Study, place: int) -> Study:
    """The study without the what-if at a place, from 0."""
    _at(study, place)
    what_ifs = study.session.what_ifs
    return _with(study, (*what_ifs[:place], *what_ifs[place + 1 :]))


def _free_name(study: Study, name: str) -> str:
    wanted = name.strip()
    if not wanted:
        raise StudyError("A what-if needs a name.")
    if any(kept.name == wanted for kept in study.session.what_ifs):
        raise StudyError(f"There is a what-if “{wanted}” already; choose another name.")
    return wanted


def _at(study: Study, place: int) -> WhatIf:
    if not 0 <= place < len(study.session.what_ifs):
        raise StudyError("There is no such what-if.")
    return study.session.what_ifs[place]


def _with(study: Study, what_ifs: tuple[WhatIf, ...]) -> Study:
    session = msgspec.structs.replace(study.session, what_ifs=what_ifs)
    return msgspec.structs.replace(study, session=session)
