"""A table of projects before it is taken over: what it says, what is wrong with it, and what would change."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from criteria.errors import ImportProblemError
from criteria.files.column_mapping import ColumnMapping, ColumnTarget
from criteria.files.import_checks import mapping_problems, note_problems
from criteria.files.import_decimals import column_decimals
from criteria.files.import_ids import id_problems, title_problems, with_ids
from criteria.files.import_merge import ImportMode, compare, merge_projects
from criteria.files.import_problem import ImportProblem, Place
from criteria.files.import_sheet import project_rows, sheet_of_projects, without_prose
from criteria.files.numbers import DecimalStyle
from criteria.files.project_rows import RowReader
from criteria.files.tables import Sheet, TableFile, read_tables
from criteria.model.projects import Project
from criteria.model.study import Study


@dataclass(frozen=True, slots=True)
class ImportPreview:
    """A table as it would be taken over: one project per row of `rows` (from 0), and everything found.

    Nothing can be taken over while there are errors; cells with errors are blank in `projects`.
    """

    file: TableFile
    sheet: Sheet
    mapping: ColumnMapping
    projects: tuple[Project, ...]
    rows: tuple[int, ...]
    problems: tuple[ImportProblem, ...]
    new: tuple[str, ...]
    updated: tuple[str, ...]
    unchanged: tuple[str, ...]

    @property
    def errors(self) -> tuple[ImportProblem, ...]:
        """What must be corrected, accepted or left out first."""
        return tuple(problem for problem in self.problems if problem.severity == "error")


def preview_import(  # noqa: PLR0913 - each is one choice of the import dialog
    path: str | os.PathLike[str],
    study: Study,
    *,
    sheet: str | None = None,
    mapping: ColumnMapping | None = None,
    decimal: DecimalStyle | None = None,
    encoding: str | None = None,
    delimiter: str | None = None,
    skip_rows: Collection[int] = (),
    accept: Collection[str] = (),
) -> ImportPreview:
    """What taking over a table would do; every argument after the study overrides what was found out.

    `skip_rows` (from 0) are left out at the user's wish, `accept` holds codes of problems the user waves
    through (see `ACCEPTABLE`). Raises `UnreadableFileError`, `UnsafeFileError`, or `ImportProblemError` for
    a sheet that is not there.
    """
    file = read_tables(path, encoding=encoding, delimiter=delimiter)
    chosen, proposed, others = sheet_of_projects(file, study, sheet)
    place = Place(file.path.name, chosen.name)
    prose: tuple[ColumnTarget, ...] = ()
    if mapping is None:
        mapping, prose = without_prose(proposed, chosen.rows, study)
    rows = project_rows(chosen, mapping, skip_rows)
    decimals = column_decimals(chosen.rows, mapping, file.delimiter, decimal)
    projects, found = _read_rows(RowReader(study, mapping, place, decimals), chosen, rows, place)
    projects, guessed = with_ids(projects, study, mapping)
    problems = [
        *mapping_problems(mapping, study, place),
        *_sheet_problems(prose, others, mapping, rows, place),
        *note_problems(file.notes, mapping, rows, place),
        *found,
        *id_problems(projects, guessed, rows, mapping, place),
        *title_problems(projects, rows, study, mapping, place),
    ]
    states = compare(study, projects)
    return ImportPreview(file, chosen, mapping, projects, rows, _accepted(problems, accept), **states)


def apply_import(study: Study, preview: ImportPreview, mode: ImportMode = "merge") -> Study:
    """The study with the projects of a preview, merged by id or in place of its own.

    ImportProblemError with the first error where any remains.
    """
    if preview.errors:
        more = f" ({len(preview.errors) - 1} more)" if len(preview.errors) > 1 else ""
        raise ImportProblemError(f"{preview.errors[0].message}{more}")
    return merge_projects(study, preview.projects, mode)


def _read_rows(
    reader: RowReader, sheet: Sheet, rows: Sequence[int], place: Place
) -> tuple[tuple[Project, ...], list[ImportProblem]]:
    projects: list[Project] = []
    problems: list[ImportProblem] = []
    for number in rows:
        project, found = reader.read(number, sheet.rows[number])
        projects.append(project)
        problems.extend(found)
    for column, count in reader.marks.items():
        clause = f"{count} cells of {column.label} say that the figure is missing; they are read as empty."
        problems.append(place.problem("note", "missing-mark", clause))
    return tuple(projects), problems


def _sheet_problems(
    prose: Sequence[ColumnTarget],
    others: Sequence[str],
    mapping: ColumnMapping,
    rows: Sequence[int],
    place: Place,
) -> Iterator[ImportProblem]:
    if mapping.header_row is not None and not rows:
        clause = f"there is no project below the heads in row {mapping.header_row + 1}; add at least one."
        yield place.problem("error", "no-projects", clause)
    for name in others:
        clause = f"sheet “{name}” also names columns of projects but is not read; choose it if it should be."
        yield place.problem("note", "other-sheet", clause)
    for column in prose:
        clause = (
            f"{column.label} holds text instead of figures and is not taken over; assign it if it should be."
        )
        yield place.problem("warning", "prose-column", clause, mapping.header_row, column.index, column.head)


def _accepted(problems: Sequence[ImportProblem], accept: Collection[str]) -> tuple[ImportProblem, ...]:
    """The problems, errors first, of which those accepted have become warnings."""
    graded = [
        replace(problem, severity="warning") if problem.acceptable and problem.code in accept else problem
        for problem in problems
    ]
    order = ("error", "warning", "note")
    return tuple(sorted(graded, key=lambda problem: order.index(problem.severity)))
