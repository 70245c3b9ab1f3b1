"""The smallest changes that flip a decision, over everything: also who is heard, and with what power."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import numpy as np

from criteria.arrays import Bools, Floats
from criteria.edits.people import MOST_POWER, choose_weights_of, remove_stakeholder
from criteria.model.people import Stakeholder
from criteria.model.settings import GROUP, Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.flips.flip import FLIP_KINDS, Flip, FlipKind, found, with_share
from criteria.robustness.flips.search import SEARCHES, Search, search
from criteria.robustness.flips.standing import Question, flipped_rows, standing
from criteria.robustness.flips.weight_flips import front_rows
from criteria.robustness.study_sensitivity import scorer
from criteria.weighting.study_weights import answering, counted_stakeholder, study_weights

# Shares of voting power that are looked at on each side, halvings, and the largest share: others keep some.
_STEPS = 8
_HALVINGS = 24
_MOST = 0.99


def smallest_flips(
    study: Study,
    method: Method = "topsis",
    k: int = 1,
    kinds: Iterable[FlipKind] | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[Flip, ...] | None:
    """The changes of anything, each alone, that take somebody from among the first k; smallest first.

    None when `cancelled` says so; `progress` hears 0 to 1. `kinds` limits what may change. Projects that
    lack figures take no part; where no more than k do, only who is excluded loses the place.
    """
    question = Question.of(study, method, k)
    wanted = FLIP_KINDS if kinds is None else tuple(kind for kind in FLIP_KINDS if kind in set(kinds))
    every = {**SEARCHES, **_OF_PEOPLE}
    return search(question, [every[kind] for kind in wanted], progress, cancelled)


def stakeholder_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """Each member of the group without whom others are in front."""
    people = _members(question.study)
    total = sum(person.voting_power for person in people)
    for done, person in enumerate(people, 1):
        flips = []
        after = standing(remove_stakeholder(question.study, person.id), question.method)
        if question.is_flipped(after):
            size = person.voting_power / total
            flips = [found(question, "stakeholder", (person.id,), (True, False), size, after)]
        yield done / len(people), flips


def voting_power_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """For each member the nearest share of voting power, less or more, at which others are in front.

    The others keep their proportions. Shares are searched in steps and then halved, so the result is an
    estimate: what comes and goes within a step is missed.
    """
    people = _members(question.study) if question.is_open else ()
    total = sum(person.voting_power for person in people)
    for done, person in enumerate(people, 1):
        now = person.voting_power / total
        others = total - person.voting_power
        # A little less than the most, so that rounding does not pass it.
        most = min(_MOST, 0.999 * MOST_POWER / (MOST_POWER + others))
        flips = [_nearest_share(question, person, now, end) for end in (0.0, most)]
        yield done / len(people), [flip for flip in flips if flip is not None]


def weights_of_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """Each stakeholder whose own weights, and the group's where they do not count, put others in front."""
    study = question.study
    people = answering(study)
    total = sum(person.voting_power for person in people)
    now = study.settings.weights_of
    counted = counted_stakeholder(study)
    power = {person.id: person.voting_power / total for person in people}
    heard = 1.0 if counted is None else power.get(counted.id, 0.0)
    choices = [key for key in (GROUP, *power) if key not in (now, counted.id if counted else GROUP)]
    for done, choice in enumerate(choices, 1):
        flips = []
        after = standing(choose_weights_of(study, choice), question.method)
        if question.is_flipped(after):
            size = heard if counted is not None else heard - power[choice]
            flips = [found(question, "weights_of", ("",), (now, choice), size, after)]
        yield done / len(choices), flips


_OF_PEOPLE: dict[FlipKind, Search] = {
    "stakeholder": stakeholder_flips,
    "voting_power": voting_power_flips,
    "weights_of": weights_of_flips,
}


def _members(study: Study) -> tuple[Stakeholder, ...]:
    """The members of the group whose weights count; nobody where one person's do."""
    people = answering(study)
    return people if counted_stakeholder(study) is None and len(people) > 1 else ()


def _nearest_share(question: Question, person: Stakeholder, now: float, end: float) -> Flip | None:
    """The flip by less (towards 0) or more voting power, None where no share does it."""
    study = question.study
    shares = np.linspace(now, end, _STEPS + 1)[1:]
    gone = _gone(question, person, shares)
    hits = np.flatnonzero(gone)
    if not len(hits):
        return None
    far = float(shares[hits[0]])
    near = float(shares[hits[0] - 1]) if hits[0] else now
    for _ in range(_HALVINGS):
        middle = 0.5 * (near + far)
        if _gone(question, person, np.array([middle]))[0]:
            far = middle
        else:
            near = middle
    after = standing(with_share(study, person.id, far), question.method)
    if not question.is_flipped(after):
        return None
    return found(question, "voting_power", (person.id,), (now, far), abs(far - now), after, is_exact=False)


def _gone(question: Question, person: Stakeholder, shares: Floats) -> Bools:
    """Whether somebody leaves the front when the person has each of these shares of the voting power."""
    asked = scorer(rank(question.study), question.method)
    if asked is None:
        return np.zeros(len(shares), dtype=bool)
    rows = [study_weights(with_share(question.study, person.id, share)).values for share in shares.tolist()]
    return flipped_rows(asked.scores(np.stack(rows)), front_rows(question), question.k)
