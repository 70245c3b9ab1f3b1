"""The search for the smallest changes on the worker: kind by kind, what is found is shown at once."""

from __future__ import annotations

import threading
from dataclasses import dataclass

from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.flips.flip import FLIP_KINDS, Flip, FlipKind
from criteria.sessions.flips import smallest_flips
from desktop.app.jobs import Token

#: Changes of who is heard, and how much.
OF_PEOPLE: tuple[FlipKind, ...] = ("stakeholder", "voting_power", "weights_of")


@dataclass(frozen=True)
class FlipQuestion:
    """The study, its method, and how many of the first are looked at."""

    study: Study
    method: Method
    k: int

    def is_same(self, other: FlipQuestion | None) -> bool:
        """Whether the same is asked of the same study."""
        return (
            other is not None
            and other.study is self.study
            and (other.method, other.k) == (self.method, self.k)
        )


@dataclass(frozen=True)
class FoundFlips:
    """The changes found, smallest first, and whether every kind was searched."""

    question: FlipQuestion
    flips: tuple[Flip, ...]
    is_complete: bool


@dataclass(frozen=True)
class TriedFlip:
    """A change applied to a copy: the study then, and its results."""

    flip: Flip
    before: Results
    after: Results


def search_flips(question: FlipQuestion, stop: threading.Event, token: Token) -> FoundFlips:
    """Searches one kind after another until `stop` is set; what was found until then is kept."""

    def is_over() -> bool:
        return stop.is_set() or token.is_cancelled()

    flips: list[Flip] = []
    # While answers are hidden nothing may tell what one person's change.
    kinds = [kind for kind in FLIP_KINDS if not question.study.session.hidden or kind not in OF_PEOPLE]
    for done, kind in enumerate(kinds):

        def tell(share: float, done: int = done) -> None:
            token.progress((done + share) / len(kinds))

        found = smallest_flips(
            question.study, question.method, question.k, [kind], progress=tell, cancelled=is_over
        )
        if found is None:
            return FoundFlips(question, tuple(flips), is_complete=False)
        if found:
            # Kinds are searched in the order of the study's own list, and the sort is stable.
            flips = sorted([*flips, *found], key=lambda flip: flip.size)
            token.show(FoundFlips(question, tuple(flips), is_complete=False))
        token.progress((done + 1) / len(kinds))
    return FoundFlips(question, tuple(flips), is_complete=True)


def try_flip(study: Study, flip: Flip, _token: Token) -> TriedFlip:
    """What the ranking is with and without a change; nothing of the study itself is touched."""
    return TriedFlip(flip, rank(study), rank(flip.apply(study)))
