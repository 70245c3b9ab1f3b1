"""The results as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.ranking.results import Results
from criteria.screening.screen import SCREENS


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
            f"{_rank(found.rank_best[row], found.rank_worst[row]):>{size}}"
            for found, size in zip(results.methods.values(), (8, 6, 6), strict=True)
        )
        state = screening.projects[row].screen
        yield f"{project.id:<6}{project.title[:width]:<{width}}  {state:<17}{ranks}"


def _rank(best: int, worst: int) -> str:
    if not best:
        return "-"
    return str(best) if best == worst else f"{best}-{worst}"
