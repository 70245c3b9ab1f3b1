"""Choices of the methods and what they refuse."""

from __future__ import annotations

import math

import pytest

from criteria.errors import MethodError
from criteria.ranking.catalogue.options import Options, Preference


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (Options(v=1.5), "option v is 1.5"),
        (Options(v=math.nan), "option v is nan"),
        (Options(share=-0.1), "option share is -0.1"),
        (Options(tau=-1), "option tau is -1"),
        (Options(tau=math.inf), "option tau is inf"),
        (Options(scaling="other"), "no scaling 'other'"),  # type: ignore[arg-type]
    ],
)
def test_that_a_choice_outside_its_range_is_named(options: Options, words: str) -> None:
    with pytest.raises(MethodError, match=words):
        options.require_sound()


@pytest.mark.parametrize(
    ("preference", "words"),
    [
        (Preference("round"), "no shape 'round'"),  # type: ignore[arg-type]
        (Preference("u_shape", q=-1), "at least zero"),
        (Preference("usual", p=math.nan), "at least zero"),
        (Preference("v_shape"), "p above zero"),
        (Preference("level", q=2, p=1), "p = 1 below q = 2"),
        (Preference("linear", q=2, p=1), "p = 1 below q = 2"),
        (Preference("gaussian"), "s above zero"),
    ],
)
def test_that_thresholds_that_contradict_a_shape_are_named_with_the_criterion(
    preference: Preference, words: str
) -> None:
    with pytest.raises(MethodError, match=f"criterion 3 .*{words}"):
        preference.require_sound(2)


def test_that_one_function_serves_all_criteria_and_several_must_be_as_many() -> None:
    one, other = Preference("v_shape", p=2), Preference("u_shape", q=1)
    assert Options(preferences=one).preference(4, 5) is one
    assert Options(preferences=[one, other]).preference(1, 2) is other
    with pytest.raises(MethodError, match="each of 3 criteria; 2 given"):
        Options(preferences=[one, other]).preference(0, 3)
    Options().require_sound()
    Options().preference(0, 1).require_sound(0)
