"""Words for the results of the screening."""

from __future__ import annotations

from typing import get_args

from criteria.model.rules import Effect
from criteria.screening.screen import SCREENS
from desktop.app.words.states import StateWords


def test_that_every_result_has_its_own_words() -> None:
    words = StateWords()
    for speak in (words.in_cell, words.in_sentence, words.as_head):
        assert len({speak(screen) for screen in SCREENS}) == len(SCREENS)


def test_that_every_effect_has_its_own_words() -> None:
    words = StateWords()
    assert len({words.of_effect(effect) for effect in get_args(Effect)}) == len(get_args(Effect))
