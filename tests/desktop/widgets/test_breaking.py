"""Words too long for a narrow column."""

from __future__ import annotations

from desktop.widgets.breaking import LONGEST, SOFT_HYPHEN, breakable

GERMAN = "Datenschutzgrundverordnungskonformitätsprüfung"


def test_that_only_words_too_long_get_places_to_break_at() -> None:
    html = f"Kurz und {GERMAN} danach"
    broken = breakable(html)
    assert broken.replace(SOFT_HYPHEN, "") == html
    assert broken.startswith("Kurz und Date")
    assert max(len(piece) for piece in broken.split(" ")[2].split(SOFT_HYPHEN)) <= 6
    assert breakable("x" * LONGEST) == "x" * LONGEST


def test_that_tags_and_entities_stay_whole() -> None:
    html = f'<a href="{GERMAN}">&thetasymbolofaverylongname;</a>'
    assert breakable(html) == html
