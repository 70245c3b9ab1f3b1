"""The sheet Summary: the result in sentences, the first five, the state of all checks, the contents."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from criteria.model.settings import METHODS, Method
from criteria.report.workbook.ahp import AhpColumns
from criteria.report.workbook.benefit_risk import RiskColumns
from criteria.report.workbook.draft import CheckCount, Draft
from criteria.report.workbook.frame import line_height, set_up_print, write_lines
from criteria.report.workbook.geometry import (
    AHP,
    BENEFIT_RISK,
    ID,
    RANKING,
    SCREENING,
    TABLE_FIRST,
    TITLE,
    TOPSIS,
    ScreenColumn,
)
from criteria.report.workbook.origin_words import heard_names, seal_sentence, weights_sentence
from criteria.report.workbook.problems import problem_sentences
from criteria.report.workbook.ranking import PLACE, rank_column, rank_range
from criteria.report.workbook.references import Place, here, span
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.stability_proof import METHOD_NAMES
from criteria.report.workbook.styles import (
    CHECK,
    GREY_WORDS,
    HEAD,
    HEAD_MIDDLE,
    HEAD_RIGHT,
    INPUT_WORDS,
    LINK_WORDS,
    MIDDLE,
    MISSING_WORDS,
    MUTED_WORDS,
    NOTE,
    PLAIN,
    STATEMENT,
    STRONG,
    WORDS,
    WRAPPED,
    Style,
    figures,
)
from criteria.report.workbook.styles import TITLE as TITLE_STYLE
from criteria.report.workbook.topsis import TopsisColumns
from criteria.screening.screen import SCREENS

_SCREEN_WORDS = {
    "pass": "pass", "conditional-met": "conditional, guarantees met",
    "conditional-open": "conditional, a guarantee is missing", "refer": "referred to the licensing authority",
    "exclude": "excluded by a red line",
}  # fmt: skip
_LEGEND: tuple[tuple[Style, str, str], ...] = (
    (INPUT_WORDS, "input", "a cell you may change; everything follows"),
    (WORDS, "number", "a live formula, with the value it had at export"),
    (MISSING_WORDS, "missing", "not known; never guessed, it widens scores and ranks to ranges"),
    (GREY_WORDS, "excluded", "not ranked; the rank is a dash"),
    (MUTED_WORDS, "in app, check", "the program's own number, and whether the formula agrees within 1E-9"),
)
_PODIUM = 5
_WIDTHS = (2, 22, 9, 60, 14, 12, 12, 14)
#: Characters that fit between the edges of the tables: in plain words, in bold, in the size of titles.
_LINE, _STRONG_LINE, _TITLE_LINE = 170, 145, 80
#: The height of a row of a table: without it the first one is cut under its head when printed.
_ROW = 15.0
#: The column of the list of sheets that counts equal comparisons.
_EQUAL = 6
_PODIUM_HEADS = ("place", "id", "project", "closeness", "TOPSIS", "AHP", "Benefit-risk")


def write_summary(builder: SheetBuilder, draft: Draft, about: tuple[tuple[Place, str], ...]) -> None:
    """Writes the cover; `about` lists the other sheets with what each holds."""
    row = _write_head(builder, draft)
    check = row + 1 + len(METHODS)
    row = _write_statements(builder, draft, row)
    row = _write_podium(builder, draft, row + 1)
    row = _write_screening(builder, draft, row + 1)
    row = _write_legend(builder, row + 1)
    _write_contents(builder, draft, row + 1, about)
    formula, text = _check_sentence(draft, row + 3, len(about))
    builder.formula(check, 2, formula, text, builder.style(STRONG))
    builder.height(check, _ROW)
    sheet, last = builder.sheet, row + 2 + len(about)
    for column, width in zip("ABCDEFGH", _WIDTHS, strict=True):
        sheet.column_dimensions[column].width = width
    set_up_print(sheet, draft)
    # Nothing beside the tables may make the page small.
    sheet.print_area = f"A1:H{last}"
    sheet.page_setup.orientation = "portrait"


def _write_head(builder: SheetBuilder, draft: Draft) -> int:
    """Title, program and purpose; the row of the first statement."""
    row = write_lines(builder, 1, 2, draft.study.title, builder.style(TITLE_STYLE), _TITLE_LINE)
    for at in range(1, row):
        builder.height(at, 26)
    created = draft.provenance.created
    when = f"{created:%d %B %Y}, " if created else ""
    written = f"{when}Proportio {draft.provenance.program_version}. {draft.fictional}".strip()
    builder.text(row, 2, written, builder.style(NOTE))
    return 1 + write_lines(builder, row + 1, 2, draft.study.purpose, builder.style(NOTE), _LINE)


def _write_statements(builder: SheetBuilder, draft: Draft, row: int) -> int:
    style = builder.style(STATEMENT)
    formula, text = _counts(draft)
    builder.formula(row, 2, formula, text, style)
    for offset, method in enumerate(METHODS, start=1):
        formula, text = _first(draft, method)
        builder.formula(row + offset, 2, formula, text, style)
    for offset in range(1 + len(METHODS)):
        builder.height(row + offset, 19)
    return _write_origin(builder, draft, row + 2 + len(METHODS))


def _write_origin(builder: SheetBuilder, draft: Draft, row: int) -> int:
    """Whose weights count, who is heard, whether they are sealed, what was found; the row after."""
    plain, strong = builder.style(PLAIN), builder.style(STRONG)
    formula, text = weights_sentence(draft)
    if formula:
        builder.formula(row, 2, formula, text, plain)
        row += 1
    else:
        row = write_lines(builder, row, 2, text, plain, _LINE)
    for line in (heard_names(draft), seal_sentence(draft.study)):
        row = write_lines(builder, row, 2, line, plain, _LINE)
    for line in problem_sentences(draft):
        row = write_lines(builder, row, 2, line, strong, _STRONG_LINE)
    return row


def _counts(draft: Draft) -> tuple[str, str]:
    """How many projects are ranked, and what screening says of the others."""
    results, total = draft.results.screening, draft.geometry.projects
    area = SCREENING.down(ScreenColumn.RESULT, TABLE_FIRST, total)
    ranked = SCREENING.down(ScreenColumn.RANKED, TABLE_FIRST, total)
    ending = " excluded by red lines, "
    formula = (
        f'COUNTIF({ranked},1)&" of {total} projects are ranked: "&COUNTIF({area},"exclude")&"{ending}"'
        f'&COUNTIF({area},"refer")&" referred, "&COUNTIF({area},"conditional-open")&" wait for a guarantee."'
    )
    text = (
        f"{len(draft.results.ranked)} of {total} projects are ranked: {results.count('exclude')}{ending}"
        f"{results.count('refer')} referred, {results.count('conditional-open')} wait for a guarantee."
    )
    return formula, text


def _first(draft: Draft, method: Method) -> tuple[str, str]:
    """Which project is first by a method."""
    place, columns = _source(draft, method)
    ranks, titles = draft.geometry.column(place, columns[0]), draft.geometry.column(place, TITLE)
    ids = draft.geometry.column(place, ID)
    name = METHOD_NAMES[method]
    position = f"MATCH(1,{ranks},0)"
    shared = f'IF(COUNTIF({ranks},1)>1,", sharing the place with "&COUNTIF({ranks},1)-1&" more","")'
    score = f"FIXED(INDEX({draft.geometry.column(place, columns[1])},{position}),3)"
    formula = (
        f'IF(COUNT({ranks})=0,"By {name} no project is ranked.",'
        f'"First by {name}: "&INDEX({ids},{position})&" "&INDEX({titles},{position})'
        f'&" ("&{score}&{shared}&").")'
    )
    ranked = [index for index in draft.geometry.order if draft.results.methods[method].rank_best[index] == 1]
    if not ranked:
        return formula, f"By {name} no project is ranked."
    project = draft.study.projects[ranked[0]]
    more = f", sharing the place with {len(ranked) - 1} more" if len(ranked) > 1 else ""
    score = draft.results.methods[method].low[ranked[0]]
    return formula, f"First by {name}: {project.id} {project.title} ({_fixed(float(score))}{more})."


def _fixed(value: float) -> str:
    """Three decimals as spreadsheet programs round them: halves away from zero."""
    return str(Decimal(repr(value)).quantize(Decimal("0.001"), ROUND_HALF_UP))


def _source(draft: Draft, method: Method) -> tuple[Place, tuple[int, int]]:
    """The sheet of a method and its columns of ranks and scores."""
    if method == "topsis":
        topsis = TopsisColumns(draft.geometry)
        return TOPSIS, (topsis.rank, topsis.low)
    if method == "ahp":
        ahp = AhpColumns(draft.geometry)
        return AHP, (ahp.rank, ahp.low)
    return BENEFIT_RISK, (RiskColumns.RANK, RiskColumns.SCORE)


def _check_sentence(draft: Draft, first: int, sheets: int) -> tuple[str, str]:
    """What the list of sheets, from its first row on, says of all comparisons."""
    total = sum(check.count for check in draft.log.checks)
    equal = f"SUM({span(first, _EQUAL, first + sheets - 1, _EQUAL)})"
    good = f"All {total} comparisons of formulas with the program's own numbers agree."
    formula = (
        f'IF({equal}={total},"{good}",{total}-({equal})&" of {total} comparisons differ: a cell was changed '
        'since the export, see the sheets marked below.")'
    )
    return formula, good


def _equal(check: CheckCount) -> str:
    area = check.place.span(check.first, check.column, check.last, check.last_column)
    return f'COUNTIF({area},"equal")'


def _write_podium(builder: SheetBuilder, draft: Draft, row: int) -> int:
    builder.text(row, 2, "The first five by TOPSIS", builder.style(STRONG))
    right = builder.style(HEAD_RIGHT)
    for column, text in enumerate(_PODIUM_HEADS, start=2):
        head = builder.style(HEAD_MIDDLE if column == 2 else HEAD)
        builder.text(row + 1, column, text, head if column < 5 else right)
    places = draft.geometry.column(RANKING, PLACE)
    ranked = [index for index in draft.geometry.order if index in set(draft.results.ranked)]
    for place in range(1, _PODIUM + 1):
        at = row + 1 + place
        builder.height(at, _ROW)
        index = ranked[place - 1] if place <= len(ranked) else None
        builder.number(at, 2, place, builder.style(replace(MIDDLE, numbers="0")))
        for column, source, value, look in _podium_cells(draft, index):
            area = draft.geometry.column(RANKING, source)
            formula = f'IF({place}>COUNT({places}),"–",INDEX({area},MATCH({place},{places},0)))'
            builder.formula(at, column, formula, value, builder.style(look))
    return row + 2 + _PODIUM


def _podium_cells(draft: Draft, index: int | None) -> list[tuple[int, int, Value, Style]]:
    """Column, column on Ranking, value and look of one line of the first five."""
    cells: list[tuple[int, int, Value, Style]] = [
        (3, ID, "–" if index is None else draft.study.projects[index].id, WORDS),
        (4, TITLE, "–" if index is None else draft.study.projects[index].title, WRAPPED),
    ]
    score: Value = "–" if index is None else float(draft.results.methods["topsis"].low[index])
    cells.append((5, rank_column("topsis") + 1, score, figures("0.000")))
    for offset, method in enumerate(METHODS):
        found = draft.results.methods[method]
        rank: Value = "–"
        if index is not None:
            rank = rank_range(int(found.rank_best[index]), int(found.rank_worst[index]))
        cells.append((6 + offset, rank_column(method), rank, figures("0")))
    return cells


def _write_screening(builder: SheetBuilder, draft: Draft, row: int) -> int:
    builder.text(row, 2, "Screening", builder.style(STRONG))
    area = SCREENING.down(ScreenColumn.RESULT, TABLE_FIRST, draft.geometry.projects)
    for offset, screen in enumerate(SCREENS, start=1):
        builder.text(row + offset, 2, screen, builder.style(WORDS))
        builder.height(row + offset, _ROW)
        builder.blank(row + offset, 3, builder.style(WORDS))
        builder.text(row + offset, 4, _SCREEN_WORDS[screen], builder.style(MUTED_WORDS))
        count = float(draft.results.screening.count(screen))
        builder.formula(row + offset, 5, f'COUNTIF({area},"{screen}")', count, builder.style(figures("0")))
    return row + 1 + len(SCREENS)


def _write_legend(builder: SheetBuilder, row: int) -> int:
    """What the colours mean, each shown with its word."""
    builder.text(row, 2, "How to read", builder.style(STRONG))
    for offset, (look, sample, meaning) in enumerate(_LEGEND, start=1):
        builder.text(row + offset, 2, sample, builder.style(look))
        builder.height(row + offset, _ROW)
        builder.blank(row + offset, 3, builder.style(WORDS))
        builder.text(row + offset, 4, meaning, builder.style(MUTED_WORDS))
    return row + 1 + len(_LEGEND)


def _write_contents(
    builder: SheetBuilder, draft: Draft, row: int, about: tuple[tuple[Place, str], ...]
) -> None:
    builder.text(row, 2, "Sheets and their checks", builder.style(STRONG))
    heads = ("sheet", "", "what it holds", "comparisons", "equal", "differ", "verdict")
    for column, text in enumerate(heads, start=2):
        builder.text(row + 1, column, text, builder.style(HEAD_RIGHT if column > 4 else HEAD))
    count, verdict = builder.style(figures('0;;"–"')), builder.style(CHECK)
    for at, (place, text) in enumerate(about, start=row + 2):
        checks = [check for check in draft.log.checks if check.place == place]
        builder.link(at, 2, place.sheet, place.sheet, builder.style(LINK_WORDS))
        builder.blank(at, 3, verdict)
        builder.text(at, 4, text, builder.style(WRAPPED))
        builder.height(at, line_height(text, _WIDTHS[3]))
        total = sum(check.count for check in checks)
        builder.number(at, 5, total, count)
        equal = "+".join(_equal(check) for check in checks) or "0"
        builder.formula(at, _EQUAL, equal, float(total), count)
        builder.formula(at, 7, f"{here(at, 5)}-{here(at, 6)}", 0.0, count)
        word = "all equal" if total else "–"
        formula = f'IF({here(at, 5)}=0,"–",IF({here(at, 7)}=0,"all equal","differs"))'
        builder.formula(at, 8, formula, word, verdict)
