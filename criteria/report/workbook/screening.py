"""The sheet Screening: every red line held against every project by live formulas, and the result."""

from __future__ import annotations

from criteria.model.rules import RedLine
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
    TABLE_FIRST,
    TABLE_HEAD,
    ScoreColumn,
    ScreenColumn,
    field_column,
)
from criteria.report.workbook.references import here, quoted, span
from criteria.report.workbook.rule_formula import Facts, holds_word, rule_formula
from criteria.report.workbook.screening_columns import ScreeningColumns
from criteria.report.workbook.settings_rows import cutoff_cell, waiver_cell
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import (
    CHECK,
    HEAD,
    HEAD_RIGHT,
    MUTED_WORDS,
    STRONG,
    WORDS,
    figures,
    in_app,
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
    for index in range(draft.geometry.projects):
        _write_row(builder, draft, columns, index)
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
    builder.height(TABLE_HEAD, 28)


def _write_row(builder: SheetBuilder, draft: Draft, columns: ScreeningColumns, index: int) -> None:
    row, project = draft.geometry.table_row(index), draft.study.projects[index]
    found = draft.results.screening.projects[index]
    words, flag = builder.style(WORDS), builder.style(figures("0"))
    builder.texts(row, ScreenColumn.ID, (project.id, project.title), words)
    outcomes = f"{here(row, columns.outcome(0))}:{here(row, columns.outcome(len(columns.lines) - 1))}"
    builder.formula(row, ScreenColumn.RESULT, _result(outcomes, bool(columns.lines)), found.screen, words)
    builder.blank(row, ScreenColumn.OWN, builder.style(inputs("0")))
    result, own = here(row, ScreenColumn.RESULT), here(row, ScreenColumn.OWN)
    ranked = f'IF(ISNUMBER({own}),IF({own}=0,0,1),IF({result}="exclude",0,1))'
    builder.formula(row, ScreenColumn.RANKED, ranked, float(not found.excluded), flag)
    builder.text(row, ScreenColumn.OPEN, "; ".join(found.open_conditions), builder.style(MUTED_WORDS))
    builder.text(row, ScreenColumn.IN_APP, found.screen, builder.style(in_app()))
    builder.check(row, ScreenColumn.CHECK, [(result, here(row, ScreenColumn.IN_APP))], builder.style(CHECK))
    _write_lines(builder, draft, columns, index, found)


def _result(outcomes: str, any_lines: bool) -> str:
    if not any_lines:
        return '"pass"'
    count = {word: f'COUNTIF({outcomes},"{word}")' for word in ("exclude", "refer", "open", "unknown", "met")}
    return (
        f'IF({count["exclude"]}>0,"exclude",IF({count["refer"]}>0,"refer",'
        f'IF({count["open"]}+{count["unknown"]}>0,"conditional-open",'
        f'IF({count["met"]}>0,"conditional-met","pass"))))'
    )


def _write_lines(
    builder: SheetBuilder, draft: Draft, columns: ScreeningColumns, index: int, found: ProjectScreen
) -> None:
    row, project = draft.geometry.table_row(index), draft.study.projects[index]
    words, truth = builder.style(WORDS), builder.style(figures("0.0;;·"))
    known = facts_about(draft.study, project)
    cutoffs = {threshold.id: threshold.value for threshold in draft.study.thresholds}
    facts = project_facts(draft, index)
    for place, line in enumerate(columns.lines):
        holds = evaluate(line.condition, known, cutoffs).holds
        builder.formula(
            row, columns.truth(place), rule_formula(line.condition, facts), _as_number(holds), truth
        )
        if line.exclude_if:
            stricter = evaluate(line.exclude_if, known, cutoffs).holds
            formula = rule_formula(line.exclude_if, facts)
            builder.formula(row, columns.escalation(line), formula, _as_number(stricter), truth)
        outcome = _outcome_formula(draft, columns, line, place, index)
        builder.formula(row, columns.outcome(place), outcome, outcome_word(found, line), words)


def project_facts(draft: Draft, index: int) -> Facts:
    """The cells in which conditions find what is known of a project, on its scores as proposed."""
    places = {criterion.id: place for place, criterion in enumerate(draft.geometry.criteria)}
    inactive = {criterion.id for criterion in draft.study.criteria} - places.keys()

    def cell(field: str) -> str:
        if field in places:
            return draft.geometry.score(ScoreColumn.FIGURE, index, places[field])
        name = _FIELD_NAMES.get(field, field)
        return PROJECTS.cell(draft.geometry.table_row(index), field_column(name))

    def constant(field: str) -> str:
        if field in inactive:
            value = draft.study.projects[index].score(field).value
            return '""' if value is None else f"({value!r})"
        return cell(field)

    return Facts(
        constant, lambda threshold: cutoff_cell(draft.study, threshold), frozenset(places) | inactive
    )


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


def _outcome_formula(draft: Draft, columns: ScreeningColumns, line: RedLine, place: int, index: int) -> str:
    row, project = draft.geometry.table_row(index), draft.study.projects[index]
    truth = here(row, columns.truth(place))
    hit = _hit_formula(line, row)
    if line.exclude_if and line.effect != "exclude":
        hit = f'IF({here(row, columns.escalation(line))}>0,"exclude",{hit})'
    for number, waiver in enumerate(draft.study.waivers):
        if waiver.project == project.id and waiver.red_line == line.id:
            hit = f'IF({waiver_cell(number)}="yes","waived",{hit})'
    return f'IF({truth}=1,{hit},IF({truth}=0.5,"unknown","no"))'


def _hit_formula(line: RedLine, row: int) -> str:
    if line.effect in ("exclude", "refer"):
        return quoted(line.effect)
    if line.effect != "conditional" or not line.cured_by:
        return '"open"'
    offered = PROJECTS.cell(row, field_column("safeguards"))
    return f'IF(AND({",".join(holds_word(offered, item) for item in line.cured_by)}),"met","open")'


def _as_number(holds: bool | None) -> float:
    return 0.5 if holds is None else float(holds)
