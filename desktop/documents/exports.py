"""Writing results to files, with a window or without: workbook and brief."""

from __future__ import annotations

from pathlib import Path

from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from desktop.app.jobs import Token
from desktop.app.version import now, program_version


def export_workbook(study: Study, path: Path, token: Token) -> Path:
    """Writes the workbook of a study on a worker; cancelling leaves the old file untouched."""
    return write_workbook_of(rank(study), path, token)


def export_brief(study: Study, path: Path, _token: Token) -> Path:
    """Writes the one-page brief of a study as PDF on a worker."""
    return write_brief_of(rank(study), path)


def write_workbook_of(results: Results, path: Path, token: Token | None = None) -> Path:
    """Writes the workbook of results and gives its path."""
    from criteria.report.workbook import Provenance, write_workbook

    write_workbook(
        results,
        path,
        provenance=Provenance(program_version(), now()),
        progress=None if token is None else token.progress,
        cancelled=None if token is None else token.is_cancelled,
    )
    return path


def write_brief_of(results: Results, path: Path) -> Path:
    """Writes the brief of results and gives its path."""
    from desktop.documents.brief import write_brief

    write_brief(results, path, now())
    return path
