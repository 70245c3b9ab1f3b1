"""What the screening grid shows: projects grouped by result, one column for each red line in force."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.screening.screen import Hit, ProjectScreen, Screen, screen

#: The gravest result comes first.
GROUPS: tuple[Screen, ...] = ("exclude", "refer", "conditional-open", "conditional-met", "pass")
ID, TITLE, COUNTRY, FIRST_LINE = 0, 1, 2, 3


@dataclass(frozen=True)
class GroupRow:
    """The head of the projects with one result."""

    screen: Screen
    count: int


@dataclass(frozen=True)
class Mark:
    """What one cell shows: a state's mark or none, and whether it is waived, borderline or undecided."""

    state: str = ""
    is_waived: bool = False
    is_borderline: bool = False
    is_unknown: bool = False


Row = GroupRow | str
"""A group head, or the id of a project."""


def grid_lines(study: Study) -> tuple[RedLine, ...]:
    """The red lines in force; the omission check needs a selection and is not part of the screening."""
    return tuple(line for line in study.red_lines if line.active and line.effect != "review")


def grid_rows(study: Study) -> tuple[Row, ...]:
    """Group heads, each followed by its projects in the order of the study; empty groups are left out."""
    results = screen(study).projects
    rows: list[Row] = []
    for group in GROUPS:
        members = [result.project for result in results if result.screen == group]
        if members:
            rows += [GroupRow(group, len(members)), *members]
    return tuple(rows)


def row_key(row: Row) -> str:
    """What stays the same about a row while its content changes."""
    return f"group/{row.screen}" if isinstance(row, GroupRow) else row


def mark_of(hit: Hit) -> Mark:
    """The mark of a line that the project hits."""
    return Mark(_state(hit), is_waived=hit.waiver is not None, is_borderline=hit.borderline)


def marks(result: ProjectScreen) -> dict[str, Mark]:
    """The marks of a project by the id of the red line; lines that do not concern it are absent."""
    found = {hit.red_line: Mark(is_borderline=True) for hit in result.near}
    found |= {hit.red_line: Mark(is_unknown=True) for hit in result.undetermined}
    return found | {hit.red_line: mark_of(hit) for hit in result.hits}


def _state(hit: Hit) -> str:
    if hit.effect in ("exclude", "refer"):
        return hit.effect
    return "conditional-met" if hit.met else "conditional-open"
