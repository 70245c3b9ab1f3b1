"""Themes hold every name, keep the promised contrasts, and refuse what is not there."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from desktop.look.state_marks import STATES
from desktop.look.theme import ROLES, THEMES, load_theme


def luminance(colour: QColor) -> float:
    """Relative luminance after WCAG 2."""
    channels = (colour.redF(), colour.greenF(), colour.blueF())
    parts = [(c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4) for c in channels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_that_all_themes_know_the_same_names() -> None:
    names = [set(load_theme(name).colours) for name in THEMES]
    assert names[0] == names[1] == names[2]
    assert len(names[0]) == 39


def test_that_an_unknown_theme_is_refused() -> None:
    with pytest.raises(ValueError, match="no theme"):
        load_theme("sepia")


def test_that_an_unknown_colour_is_refused() -> None:
    with pytest.raises(KeyError):
        load_theme("light").colour("mauve")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ground", ["window", "surface", "raised", "hover", "selection"])
def test_that_text_can_be_read_on_every_plane(name: str, ground: str) -> None:
    theme = load_theme(name)
    for ink in ("text", "text_muted", "accent"):
        assert contrast(theme.colour(ink), theme.colour(ground)) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("role", ROLES)
def test_that_premise_words_and_marks_stand_out(name: str, role: str) -> None:
    theme = load_theme(name)
    assert contrast(theme.premise(role), theme.colour("surface")) >= 3
    for ground in (theme.colour("surface"), theme.colour("selection"), theme.premise(role, "tint")):
        assert contrast(theme.premise(role, "deep"), ground) >= 4.5


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("state", STATES)
def test_that_screening_marks_stand_out(name: str, state: str) -> None:
    theme = load_theme(name)
    for ground in ("window", "surface", "raised", "selection"):
        assert contrast(theme.state(state), theme.colour(ground)) >= 3


@pytest.mark.parametrize("name", THEMES)
def test_that_numbers_on_the_ramp_can_be_read(name: str) -> None:
    theme = load_theme(name)
    for share in (0.0, 0.01, 0.05, 0.1, 0.2, 0.35, 0.5, 0.7, 0.9):
        assert contrast(theme.ramp_number(share), theme.ramp_ground(share)) >= 4.5


def test_that_the_ramp_rises_by_the_published_limits() -> None:
    theme = load_theme("light")
    shares = (0.004, 0.005, 0.03, 0.08, 0.16, 0.28, 0.42, 0.58, 0.76)
    assert [theme.ramp_step(share) for share in shares] == list(range(9))


def test_that_a_premise_of_ones_own_has_a_neutral_colour() -> None:
    theme = load_theme("light")
    assert theme.premise("climate") == theme.colour("axis")


def test_that_fading_goes_from_ground_to_ink() -> None:
    theme = load_theme("light")
    assert theme.faded("text", 0.0) == theme.colour("surface")
    assert theme.faded("text", 1.0) == theme.colour("text")
