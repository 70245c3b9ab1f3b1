"""The sheet Rules hit: each red line that touches a project, what triggered it and what would cure it."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import mark_differences, set_up, write_title
from criteria.report.workbook.geometry import SCREENING, TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.projects import listed
from criteria.report.workbook.references import here
from criteria.report.workbook.screening import outcome_word
from criteria.report.workbook.screening_columns import ScreeningColumns
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import CHECK, HEAD, MUTED_WRAPPED, WORDS, WRAPPED, in_app
from criteria.screening.conditions import Trigger
from criteria.screening.screen import Hit

_HEADS = ("id", "project", "rule", "red line", "state now", "what it rests on", "within the uncertainty",
          "cured by all of", "offered", "missing", "waiver", "in app", "check")  # fmt: skip
_WIDTHS = (6, 40, 7, 38, 11, 52, 12, 20, 20, 18, 34, 10, 8)
_STATE, _APP, _CHECK = 5, 12, 13


@dataclass(frozen=True)
class _Row:
    """One red line for one project."""

    project: int
    hit: Hit
    near: bool


def write_hits(builder: SheetBuilder, draft: Draft) -> None:
    """Writes hits, lines that lack a value, and lines that only the bounds of a value would hit."""
    write_title(
        builder, draft, "Rules hit: why a project passes, waits or is kept out",
        "“State now” is live; the values are those at export. no = the bounds of a value straddle the "
        "cut-off, its most likely figure does not hit.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, _HEADS, builder.style(HEAD))
    builder.height(TABLE_HEAD, 28)
    rows = [
        _Row(index, hit, near)
        for index, found in enumerate(draft.results.screening.projects)
        for hits, near in ((found.hits, False), (found.undetermined, False), (found.near, True))
        for hit in hits
    ]
    for row, item in enumerate(rows, start=TABLE_FIRST):
        _write_row(builder, draft, row, item)
    mark_differences(builder)
    set_up(
        builder, draft, widths=dict(enumerate(_WIDTHS, start=1)), head=TABLE_HEAD, columns=len(_HEADS),
        last=TABLE_HEAD + len(rows), frozen_columns=3,
    )  # fmt: skip


def trigger_text(trigger: Trigger) -> str:
    """A comparison with its values, such as "S3 = 2.592, at or above 1 (conflict)"."""
    value = trigger.fact.value
    shown = "unknown" if value is None or value == "" else _plain(value)
    if trigger.fact.low is not None and trigger.fact.high is not None:
        shown = f"{shown} ({_plain(trigger.fact.low)} to {_plain(trigger.fact.high)})"
    operand = ", ".join(_plain(item) for item in trigger.operand)
    name = f" ({trigger.threshold})" if trigger.threshold else ""
    return f"{trigger.field} is {shown}; rule: {trigger.operator} {operand}{name}"


def _plain(value: float | str | bool | tuple[str, ...]) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return listed(value) or "none"
    return value if isinstance(value, str) else f"{value:.6g}"


def _write_row(builder: SheetBuilder, draft: Draft, row: int, item: _Row) -> None:
    study, hit = draft.study, item.hit
    project, line = study.projects[item.project], study.red_line(hit.red_line)
    words, wrapped, quiet = builder.style(WORDS), builder.style(WRAPPED), builder.style(MUTED_WRAPPED)
    builder.texts(row, 1, (project.id, project.title), words)
    builder.texts(row, 3, (line.id, line.name), wrapped)
    columns = ScreeningColumns(study)
    place = next(place for place, one in enumerate(columns.lines) if one.id == line.id)
    word = outcome_word(draft.results.screening.projects[item.project], line)
    state = SCREENING.cell(draft.geometry.table_row(item.project), columns.outcome(place))
    builder.formula(row, _STATE, state, word, words)
    reasons = [trigger_text(trigger) for trigger in hit.triggers if trigger.holds is not False or item.near]
    reasons += [f"excludes because {trigger_text(t)}" for t in hit.escalation if t.holds is not False]
    text = "\n".join(reasons)
    builder.text(row, 6, text, quiet)
    builder.text(row, 7, "borderline" if item.near or hit.borderline else "", words)
    offered = tuple(one for one in line.cured_by if one in project.safeguards)
    builder.texts(row, 8, (listed(line.cured_by), listed(offered), listed(hit.missing)), words)
    waiver = hit.waiver
    said = f"{waiver.reason} ({waiver.name}, {waiver.date})" if waiver is not None else ""
    builder.text(row, 11, said, quiet)
    builder.text(row, _APP, word, builder.style(in_app()))
    builder.check(row, _CHECK, [(here(row, _STATE), here(row, _APP))], builder.style(CHECK))
    lines = sum(len(reason) // 58 + 1 for reason in reasons)
    builder.height(
        row, min(200.0, max(15.0, 13.5 * max(lines, len(line.name) // 40 + 1, len(said) // 36 + 1) + 2))
    )
