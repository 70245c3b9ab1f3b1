"""The sheet Credibility: which safeguards each project offers or needs, and how much of them is believed."""

from __future__ import annotations

from criteria.model.rules import Safeguard
from criteria.report.workbook import credibility_columns as columns
from criteria.report.workbook.columns import Column, constants, derived, fill_columns
from criteria.report.workbook.credibility_columns import KINDS, CredibilityColumns
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, title_width, write_title
from criteria.report.workbook.geometry import PROJECTS, SAFEGUARDS, SCREENING, TABLE_HEAD, field_column
from criteria.report.workbook.references import ROW, here, span
from criteria.report.workbook.rule_formula import holds_word
from criteria.report.workbook.screening_columns import ScreeningColumns
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
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
    builder.height(TABLE_HEAD, 42)
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
    parts = [*_credibility(draft), *_costs(draft, where), *_blocks(draft, where)]
    fill_columns(builder, draft.geometry.table_rows(), parts)
    widths: dict[int, float] = {1: 7, 2: title_width(draft), 3: 9, 4: 7, 5: 9, 6: 10, 7: 9, 8: 9, 9: 9}
    widths |= dict.fromkeys(range(where.offered, where.last + 1), 6.5)
    set_up(
        builder, draft, widths=widths, head=TABLE_HEAD, columns=where.last,
        last=TABLE_HEAD + draft.geometry.projects,
    )  # fmt: skip


def _credibility(draft: Draft) -> list[Column]:
    """Identity, rule of law, and how much of each kind of safeguard is believed."""
    projects, two = draft.study.projects, figures("0.00")
    source = PROJECTS.cell(ROW, field_column("rule_of_law"))
    law, rate = here(ROW, columns.RULE_OF_LAW), here(ROW, columns.RATE)
    laws: list[Value] = ["unknown" if p.rule_of_law is None else p.rule_of_law for p in projects]
    rates: list[Value] = [guarantee_rate(p.rule_of_law) or 0.0 for p in projects]
    contracts: list[Value] = [credibility("contractual", p.rule_of_law) for p in projects]
    return [
        constants(columns.ID, [p.id for p in projects], WORDS),
        constants(columns.TITLE, [p.title for p in projects], WORDS),
        derived(columns.RULE_OF_LAW, f'IF(ISNUMBER({source}),{source},"unknown")', laws, two),
        derived(columns.RATE, f"IF(ISNUMBER({law}),MIN(1,MAX(0,({law}+2.5)/5)),0)", rates, two),
        constants(columns.TECHNICAL, [1.0] * len(projects), two),
        derived(columns.CONTRACTUAL, f"0.5+0.5*{rate}", contracts, two),
        derived(columns.POLITICAL, rate, rates, two),
    ]


def _blocks(draft: Draft, where: CredibilityColumns) -> list[Column]:
    """Flags and believed shares, one column for each safeguard in each of four blocks."""
    projects, screens = draft.study.projects, draft.results.screening.projects
    flag, share = figures('0;;"·"'), figures('0.00;;"·"')
    listed, lines = PROJECTS.cell(ROW, field_column("safeguards")), ScreeningColumns(draft.study)
    found = []
    for place, item in enumerate(draft.study.safeguards):
        offered, asked = here(ROW, where.offered + place), here(ROW, where.required + place)
        kind = here(ROW, KINDS[item.kind])
        has = [item.id in p.safeguards for p in projects]
        needs = [own or item.id in s.required for own, s in zip(has, screens, strict=True)]
        believed = [credibility(item.kind, p.rule_of_law) for p in projects]
        found += [
            derived(where.offered + place, f"IF({holds_word(listed, item.id)},1,0)", _flags(has), flag),
            derived(where.required + place, _asked(lines, item, offered), _flags(needs), flag),
            derived(where.believed + place, f"{offered}*{kind}", _times(has, believed), share),
            derived(where.believed_required + place, f"{asked}*{kind}", _times(needs, believed), share),
        ]
    return found


def _flags(given: list[bool]) -> list[Value]:
    return [float(one) for one in given]


def _times(given: list[bool], shares: list[float]) -> list[Value]:
    return [share if one else 0.0 for one, share in zip(given, shares, strict=True)]


def _asked(lines: ScreeningColumns, item: Safeguard, offered: str) -> str:
    """1 where a safeguard is offered or cures a red line that hits."""
    cells = [
        SCREENING.cell(ROW, lines.outcome(place))
        for place, line in enumerate(lines.lines)
        if item.id in line.cured_by
    ]
    hits = [f'{cell}="{word}"' for cell in cells for word in ("met", "open", "refer")]
    return f"IF(OR({','.join([f'{offered}=1', *hits])}),1,0)"


def _costs(draft: Draft, where: CredibilityColumns) -> list[Column]:
    projects, screens = draft.study.projects, draft.results.screening.projects
    found = []
    for column, first, asked in (
        (columns.COST, where.offered, False),
        (columns.COST_REQUIRED, where.required, True),
    ):
        prices = SAFEGUARDS.down(columns.SG_COST, where.first_safeguard, where.count)
        flags = span(ROW, first, ROW, first + where.count - 1)
        formula = f"SUM(MMULT({flags},{prices}))" if where.count else "0"
        values: list[Value] = [
            cost_percent(draft.study, (*p.safeguards, *(s.required if asked else ())))
            for p, s in zip(projects, screens, strict=True)
        ]
        found.append(derived(column, formula, values, figures("General")))
    return found
