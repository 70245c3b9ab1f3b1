"""Requested money by screening result, as a chart value."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.app.words.counts import CountWords
from desktop.app.words.numbers import eur_millions
from desktop.app.words.states import StateWords
from desktop.charts.stacked_bar import Part, StackedBar

if TYPE_CHECKING:
    from criteria.ranking.results import Results


def money_picture(results: Results) -> StackedBar:
    """Requested money by screening result, in the order from pass to exclude."""
    # Loaded here: the first frame shows the bar without its parts.
    from criteria.screening.screen import SCREENS

    words, study = StateWords(), results.study
    parts = []
    for state in SCREENS:
        rows = [
            p for p, s in zip(study.projects, results.screening.projects, strict=True) if s.screen == state
        ]
        money = sum(project.budget_eur or 0.0 for project in rows)
        if rows:
            count = CountWords().projects(len(rows))
            parts.append(Part(state, state, money, words.in_cell(state), (count, eur_millions(money))))
    summary = ", ".join(f"{part.title}: {part.lines[0]}, {part.lines[1]}" for part in parts)
    return StackedBar(tuple(parts), summary=summary)
