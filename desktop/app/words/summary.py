"""The results as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.ranking.results import Results
from criteria.screening.screen import SCREENS
from desktop.app.words.ranks import rank_text


def summary_lines(results: Results) -> Iterator[str]:
    """Counts of the screening and a table of ranks, one project a line; excluded projects come last."""
    study, screening = results.study, results.screening
    yield f"{study.title}: {len(study.projects)} projects" + (" (fictional)" if study.fictional else "")
    counts = ", ".join(f"{screening.count(s)} {s}" for s in SCREENS if screening.count(s))
    yield f"Screening: {counts or 'no projects'}"
    width = max((len(p.title) for p in study.projects), default=5)
    width = min(width, 60)
    yield f"{'id':<6}{'title':<{width}}  {'screen':<17}{'TOPSIS':>8}{'AHP':>6}{'B-R':>6}"
    topsis = results.methods["topsis"]
    for row in (*topsis.order(), *results.excluded):
        project = study.projects[row]
        ranks = "".join(
            f"{rank_text(found, row).replace(chr(8211), chr(45)):>{size}}"
            for found, size in zip(results.methods.values(), (8, 6, 6), strict=True)
        )
        state = screening.projects[row].screen
        yield f"{project.id:<6}{_fitted(project.title, width):<{width}}  {state:<17}{ranks}"


def _fitted(title: str, width: int) -> str:
    return title if len(title) <= width else f"{title[: width - 1].rstrip()}…"
