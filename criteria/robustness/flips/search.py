"""The search for flips of some kinds, with its progress, and the order in which they are told."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from criteria.robustness.flips.flip import FLIP_KINDS, Flip, FlipKind
from criteria.robustness.flips.joint_weights import joint_weight_flips
from criteria.robustness.flips.project_flips import project_flips, safeguard_flips
from criteria.robustness.flips.rule_flips import red_line_flips, threshold_flips
from criteria.robustness.flips.score_flips import score_flips
from criteria.robustness.flips.setting_flips import method_flips, setting_flips
from criteria.robustness.flips.standing import Question
from criteria.robustness.flips.weight_flips import weight_flips

#: Flips as they are found, each time with the share of the search that is done.
Search: TypeAlias = Callable[[Question], Iterator[tuple[float, list[Flip]]]]


def _weights(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    yield 1.0, list(weight_flips(question))


def _joint(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    yield 1.0, list(joint_weight_flips(question))


#: The search for each kind of change that needs no group of stakeholders.
SEARCHES: Mapping[FlipKind, Search] = {
    "weight": _weights,
    "weights": _joint,
    "score": score_flips,
    "threshold": threshold_flips,
    "red_line": red_line_flips,
    "safeguard": safeguard_flips,
    "project": project_flips,
    "setting": setting_flips,
    "method": method_flips,
}


def search(
    question: Question,
    searches: Sequence[Search],
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Flip, ...] | None:
    """What these searches find, smallest first; None when `cancelled` says so before all is done.

    `progress` hears 0 to 1. Equal sizes follow the order of kinds and then of ids, exact ones first.
    """
    flips: list[Flip] = []
    for done, part in enumerate(searches):
        for share, more in part(question):
            flips += more
            if cancelled is not None and cancelled():
                return None
            if progress is not None:
                progress((done + share) / len(searches))
    return tuple(sorted(flips, key=_order))


def _order(flip: Flip) -> tuple[float, int, bool, tuple[str, ...], str]:
    return flip.size, FLIP_KINDS.index(flip.kind), not flip.is_exact, flip.what, str(flip.after)
