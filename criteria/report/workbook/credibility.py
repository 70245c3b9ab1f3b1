"""The sheet Credibility: which safeguards each project offers or needs, and how much of them is believed."""

from __future__ import annotations

from criteria.model.projects import Project
from criteria.model.rules import Safeguard
from criteria.report.workbook import credibility_columns as columns
from criteria.report.workbook.credibility_columns import KINDS, CredibilityColumns
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, title_width, write_title
from criteria.report.workbook.geometry import PROJECTS, SAFEGUARDS, SCREENING, TABLE_HEAD, field_column
from criteria.report.workbook.references import here
from criteria.report.workbook.rule_formula import holds_word
from criteria.report.workbook.screening_columns import ScreeningColumns
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD, HEAD_RIGHT, STRONG, WORDS, figures
from criteria.screening.safeguards import cost_percent, credibility, guarantee_rate

_HEADS = ("rule of law", "r", "technical", "contractual", "political", "cost offered, %", "cost required, %")


def write_credibility(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the sheet; rule of law, rescaled to r in 0..1, says how much of each kind is believed."""
    where = CredibilityColumns(draft.study)
    write_title(
        builder, draft, "Credibility of safeguards",
        "r = (rule of law + 2.5) / 5; believed: technical measures 1, contracts 0.5 + 0.5 r, promises r; an "
        "unknown rule of law counts as r = 0.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, columns.ID, ("id", "project"), builder.style(HEAD))
    builder.texts(TABLE_HEAD, columns.RULE_OF_LAW, _HEADS, builder.style(HEAD_RIGHT))
    builder.height(TABLE_HEAD, 28)
    for first, text in (
        (where.offered, "offered (1 = yes)"),
        (where.required, "offered or asked for by a red line (1 = yes)"),
        (where.believed, "share believed, of those offered"),
        (where.believed_required, "share believed, of those offered or asked for"),
    ):  # fmt: skip
        builder.text(TABLE_HEAD - 1, first, text, builder.style(STRONG))
        builder.texts(
            TABLE_HEAD, first, [item.id for item in draft.study.safeguards], builder.style(HEAD_RIGHT)
        )
    for index, project in enumerate(draft.study.projects):
        _write_row(builder, draft, where, index, project)
    widths: dict[int, float] = {1: 7, 2: title_width(draft), 3: 9, 4: 7, 5: 9, 6: 10, 7: 9, 8: 9, 9: 9}
    widths |= dict.fromkeys(range(where.offered, where.last + 1), 6.5)
    set_up(
        builder, draft, widths=widths, head=TABLE_HEAD, columns=where.last,
        last=TABLE_HEAD + draft.geometry.projects,
    )  # fmt: skip


def _write_row(
    builder: SheetBuilder, draft: Draft, where: CredibilityColumns, index: int, project: Project
) -> None:
    row, two = draft.geometry.table_row(index), builder.style(figures("0.00"))
    builder.texts(row, columns.ID, (project.id, project.title), builder.style(WORDS))
    source = PROJECTS.cell(row, field_column("rule_of_law"))
    known = project.rule_of_law is not None
    builder.formula(
        row, columns.RULE_OF_LAW, f'IF(ISNUMBER({source}),{source},"unknown")',
        project.rule_of_law if project.rule_of_law is not None else "unknown", two,
    )  # fmt: skip
    law, rate = here(row, columns.RULE_OF_LAW), here(row, columns.RATE)
    r = guarantee_rate(project.rule_of_law) if known else 0.0
    builder.formula(row, columns.RATE, f"IF(ISNUMBER({law}),MIN(1,MAX(0,({law}+2.5)/5)),0)", r or 0.0, two)
    builder.number(row, columns.TECHNICAL, 1, two)
    builder.formula(
        row, columns.CONTRACTUAL, f"0.5+0.5*{rate}", credibility("contractual", project.rule_of_law), two
    )
    builder.formula(row, columns.POLITICAL, rate, r or 0.0, two)
    _write_blocks(builder, draft, where, index, project)


def _write_blocks(
    builder: SheetBuilder, draft: Draft, where: CredibilityColumns, index: int, project: Project
) -> None:
    row = draft.geometry.table_row(index)
    flag, share = builder.style(figures("0;;·")), builder.style(figures("0.00;;·"))
    required = draft.results.screening.projects[index].required
    offered_list = PROJECTS.cell(row, field_column("safeguards"))
    lines = ScreeningColumns(draft.study)
    for place, item in enumerate(draft.study.safeguards):
        is_offered = item.id in project.safeguards
        is_required = is_offered or item.id in required
        offered, asked = here(row, where.offered + place), here(row, where.required + place)
        builder.formula(
            row,
            where.offered + place,
            f"IF({holds_word(offered_list, item.id)},1,0)",
            float(is_offered),
            flag,
        )
        builder.formula(
            row, where.required + place, _asked(lines, row, item, offered), float(is_required), flag
        )
        kind = here(row, KINDS[item.kind])
        believed = credibility(item.kind, project.rule_of_law)
        builder.formula(row, where.believed + place, f"{offered}*{kind}", believed * is_offered, share)
        builder.formula(
            row, where.believed_required + place, f"{asked}*{kind}", believed * is_required, share
        )
    _write_costs(builder, draft, where, index, project)


def _asked(lines: ScreeningColumns, row: int, item: Safeguard, offered: str) -> str:
    """1 where a safeguard is offered or cures a red line that hits."""
    cells = [
        SCREENING.cell(row, lines.outcome(place))
        for place, line in enumerate(lines.lines)
        if item.id in line.cured_by
    ]
    hits = [f'{cell}="{word}"' for cell in cells for word in ("met", "open", "refer")]
    return f"IF(OR({','.join([f'{offered}=1', *hits])}),1,0)"


def _write_costs(
    builder: SheetBuilder, draft: Draft, where: CredibilityColumns, index: int, project: Project
) -> None:
    row, style = draft.geometry.table_row(index), builder.style(figures("General"))
    required = (*project.safeguards, *draft.results.screening.projects[index].required)
    for column, first, wanted in (
        (columns.COST, where.offered, project.safeguards),
        (columns.COST_REQUIRED, where.required, required),
    ):
        costs = SAFEGUARDS.down(columns.SG_COST, where.first_safeguard, where.count)
        flags = f"{here(row, first)}:{here(row, first + where.count - 1)}"
        formula = f"SUM(MMULT({flags},{costs}))" if where.count else "0"
        builder.formula(row, column, formula, cost_percent(draft.study, wanted), style)
