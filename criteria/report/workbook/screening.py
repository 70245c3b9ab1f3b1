"""The sheet Screening: every red line held against every project by live formulas, and the result."""

from __future__ import annotations

from dataclasses import replace

from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.report.workbook.columns import Column, constants, derived, fill_checks, fill_columns
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import (
    choose_from,
    mark_differences,
    quiet_word,
    set_up,
    title_width,
    write_title,
)
from criteria.report.workbook.geometry import (
    PROJECTS,
    SCORES,
    TABLE_FIRST,
    TABLE_HEAD,
    ScoreColumn,
    ScreenColumn,
    field_column,
)
from criteria.report.workbook.references import ROW, SOURCE, SOURCE_END, here, quoted, span
from criteria.report.workbook.rule_formula import Facts, holds_word, rule_formula
from criteria.report.workbook.screening_columns import ScreeningColumns
from criteria.report.workbook.settings_rows import cutoff_cell, waiver_cell
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import (
    HEAD,
    HEAD_RIGHT,
    MUTED_WORDS,
    STRONG,
    WORDS,
    figures,
    inputs,
)
from criteria.screening.conditions import evaluate
from criteria.screening.facts import facts_about
from criteria.screening.screen import ProjectScreen

_FIELD_NAMES = {"tags": "technology_tags"}


def write_screening(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the sheet: the result, each line's outcome in a word, each condition's truth as a number."""
    columns = ScreeningColumns(draft.study)
    write_title(
        builder, draft, "Screening: red lines before any ranking",
        "open: a guarantee is missing; met: all are offered. Type 0 or 1 under “own” to keep a project "
        "out of, or take it into, the rankings.",
    )  # fmt: skip
    _heads(builder, columns)
    rows = draft.geometry.table_rows()
    fill_columns(builder, rows, [*_results(draft, columns), *_lines(draft, columns)])
    _write_waived(builder, draft, columns)
    fill_checks(builder, rows, ScreenColumn.CHECK, [(ScreenColumn.RESULT, ScreenColumn.IN_APP)])
    last = TABLE_FIRST + max(1, draft.geometry.projects) - 1
    choose_from(builder, span(TABLE_FIRST, ScreenColumn.OWN, last, ScreenColumn.OWN), '"0,1"')
    if columns.lines:
        outcomes = (columns.outcome(0), columns.outcome(len(columns.lines) - 1))
        quiet_word(builder, "no", TABLE_FIRST, outcomes[0], last, outcomes[1])
    mark_differences(builder)
    widths = {1: 7.0, 2: title_width(draft), 3: 16.0, 4: 6.0, 5: 7.0, 6: 40.0, 7: 16.0, 8: 8.0}
    widths |= dict.fromkeys(range(ScreenColumn.OUTCOMES, columns.last + 1), 8.5)
    set_up(builder, draft, widths=widths, head=TABLE_HEAD, last=last, columns=columns.last, frozen_columns=3)


def _heads(builder: SheetBuilder, columns: ScreeningColumns) -> None:
    head, right = builder.style(HEAD), builder.style(HEAD_RIGHT)
    builder.texts(TABLE_HEAD, 1, ("id", "project", "result"), head)
    builder.texts(TABLE_HEAD, ScreenColumn.OWN, ("own", "ranked"), right)
    builder.texts(TABLE_HEAD, ScreenColumn.OPEN, ("open conditions at export", "in app"), head)
    builder.text(TABLE_HEAD, ScreenColumn.CHECK, "check", right)
    group = builder.style(STRONG)
    builder.text(TABLE_HEAD - 1, ScreenColumn.OUTCOMES, "outcome", group)
    builder.text(
        TABLE_HEAD - 1, columns.truth(0), "condition holds: 1 yes, 0 no, 0.5 a value is unknown", group
    )
    for place, line in enumerate(columns.lines):
        builder.text(TABLE_HEAD, columns.outcome(place), line.id, head)
        builder.text(TABLE_HEAD, columns.truth(place), line.id, right)
    for line in columns.escalations:
        builder.text(TABLE_HEAD, columns.escalation(line), f"{line.id} excludes", right)
    for criterion in columns.inactive:
        builder.text(TABLE_HEAD, columns.figure(criterion), f"figure {criterion}", right)
    builder.height(TABLE_HEAD, 28)


def _results(draft: Draft, columns: ScreeningColumns) -> list[Column]:
    """Identity, result, the reviewer's own decision, and whether a project is ranked."""
    projects, found = draft.study.projects, draft.results.screening.projects
    count = len(columns.lines)
    outcomes = span(ROW, columns.outcome(0), ROW, columns.outcome(max(0, count - 1)))
    result, own = here(ROW, ScreenColumn.RESULT), here(ROW, ScreenColumn.OWN)
    ranked = f'IF(ISNUMBER({own}),IF({own}=0,0,1),IF({result}="exclude",0,1))'
    screens: list[Value] = [one.screen for one in found]
    flags: list[Value] = [float(not one.excluded) for one in found]
    return [
        constants(ScreenColumn.ID, [p.id for p in projects], WORDS),
        constants(ScreenColumn.TITLE, [p.title for p in projects], WORDS),
        derived(ScreenColumn.RESULT, _result(outcomes, count > 0), screens, WORDS),
        constants(ScreenColumn.OWN, [None] * len(projects), inputs("0")),
        derived(ScreenColumn.RANKED, ranked, flags, figures("0")),
        constants(ScreenColumn.OPEN, ["; ".join(one.open_conditions) for one in found], MUTED_WORDS),
        constants(ScreenColumn.IN_APP, screens),
    ]


def _result(outcomes: str, any_lines: bool) -> str:
    if not any_lines:
        return '"pass"'
    count = {word: f'COUNTIF({outcomes},"{word}")' for word in ("exclude", "refer", "open", "unknown", "met")}
    return (
        f'IF({count["exclude"]}>0,"exclude",IF({count["refer"]}>0,"refer",'
        f'IF({count["open"]}+{count["unknown"]}>0,"conditional-open",'
        f'IF({count["met"]}>0,"conditional-met","pass"))))'
    )


def _lines(draft: Draft, columns: ScreeningColumns) -> list[Column]:
    """For each red line what it means, whether its condition holds, whether its stricter one does."""
    study, geometry = draft.study, draft.geometry
    facts, screens = project_facts(draft, columns), draft.results.screening.projects
    sources = [
        (geometry.score_row(i, 0), geometry.score_row(i, geometry.width - 1))
        for i in range(geometry.projects)
    ]
    truth, found = figures('0.0;;"·"'), []
    for place, line in enumerate(columns.lines):
        conditions = [(columns.truth(place), line.condition)]
        if line.exclude_if:
            conditions.append((columns.escalation(line), line.exclude_if))
        for column, text in conditions:
            holds = derived(column, rule_formula(text, facts), _truths(study, text), truth)
            found.append(replace(holds, sources=sources))
        words: list[Value] = [outcome_word(screen, line) for screen in screens]
        found.append(derived(columns.outcome(place), _outcome(columns, line, place), words, WORDS))
    for criterion in columns.inactive:
        scores = [project.score(criterion).value for project in study.projects]
        found.append(constants(columns.figure(criterion), scores))
    return found


def _truths(study: Study, condition: str) -> list[Value]:
    """The truth of a condition for each project, as the sheet shows it."""
    cutoffs = {threshold.id: threshold.value for threshold in study.thresholds}
    found = (evaluate(condition, facts_about(study, project), cutoffs).holds for project in study.projects)
    return [0.5 if holds is None else float(holds) for holds in found]


def project_facts(draft: Draft, columns: ScreeningColumns) -> Facts:
    """The cells in which conditions find what is known of the project in their row, as proposed."""
    places = {criterion.id: place for place, criterion in enumerate(draft.geometry.criteria)}
    scores = SCORES.span(SOURCE, ScoreColumn.FIGURE, SOURCE_END, ScoreColumn.FIGURE)

    def cell(field: str) -> str:
        if field in places:
            return f"INDEX({scores},{places[field] + 1})"
        if field in columns.inactive:
            return here(ROW, columns.figure(field))
        return PROJECTS.cell(ROW, field_column(_FIELD_NAMES.get(field, field)))

    numbers = frozenset(places) | frozenset(columns.inactive)
    return Facts(cell, lambda threshold: cutoff_cell(draft.study, threshold), numbers)


def outcome_word(found: ProjectScreen, line: RedLine) -> str:
    """What a line means for a project: no, unknown, waived, met, open, refer or exclude."""
    if any(hit.red_line == line.id for hit in found.undetermined):
        return "unknown"
    hit = next((hit for hit in found.hits if hit.red_line == line.id), None)
    if hit is None:
        return "no"
    if hit.waiver is not None:
        return "waived"
    if hit.effect in ("exclude", "refer"):
        return hit.effect
    return "met" if hit.met else "open"


def _outcome(columns: ScreeningColumns, line: RedLine, place: int) -> str:
    truth = here(ROW, columns.truth(place))
    return f'IF({truth}=1,{_hit(columns, line)},IF({truth}=0.5,"unknown","no"))'


def _hit(columns: ScreeningColumns, line: RedLine) -> str:
    """What it means that a line's condition holds."""
    hit = '"open"'
    if line.effect in ("exclude", "refer"):
        hit = quoted(line.effect)
    elif line.effect == "conditional" and line.cured_by:
        offered = PROJECTS.cell(ROW, field_column("safeguards"))
        hit = f'IF(AND({",".join(holds_word(offered, item) for item in line.cured_by)}),"met","open")'
    if line.exclude_if and line.effect != "exclude":
        hit = f'IF({here(ROW, columns.escalation(line))}>0,"exclude",{hit})'
    return hit


def _write_waived(builder: SheetBuilder, draft: Draft, columns: ScreeningColumns) -> None:
    """Where a waiver lifts a red line for a project, its cell asks whether the waiver counts."""
    places = {line.id: place for place, line in enumerate(columns.lines)}
    projects = {project.id: index for index, project in enumerate(draft.study.projects)}
    for number, waiver in enumerate(draft.study.waivers):
        if waiver.red_line not in places or waiver.project not in projects:
            continue
        place, index = places[waiver.red_line], projects[waiver.project]
        line, row = columns.lines[place], draft.geometry.table_row(index)
        hit = f'IF({waiver_cell(number)}="yes","waived",{_hit(columns, line)})'
        truth = here(ROW, columns.truth(place))
        formula = f'IF({truth}=1,{hit},IF({truth}=0.5,"unknown","no"))'.replace(ROW, str(row))
        word = outcome_word(draft.results.screening.projects[index], line)
        builder.formula(row, columns.outcome(place), formula, word, builder.style(WORDS))
