"""The sheet Normalisation: what TOPSIS and AHP divide by, for each set of projects they are run on."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.report.workbook.decision_matrix import COMPARED, WEIGHT_ROW, intensity_block
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, write_title
from criteria.report.workbook.geometry import (
    FIRST,
    MATRIX,
    MATRIX_BEST,
    MISSING,
    NORMALISATION,
    RANKED,
    START,
    CriterionColumn,
    Geometry,
)
from criteria.report.workbook.references import here
from criteria.report.workbook.result_rows import block_heads, choice_line, header_row, weight_row
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD as HEAD_STYLE
from criteria.report.workbook.styles import STRONG, WORDS, figures
from criteria.report.workbook.workings import VARIANTS, Variant

_TITLES: dict[Variant, str] = {
    "ranked_worst": "Ranked projects, missing figures at their worst",
    "ranked_best": "Ranked projects, missing figures at their best",
    "all_worst": "All projects, the excluded ones included, missing figures at their worst (shadow ranks)",
    "all_best": "All projects, missing figures at their best (shadow ranks)",
    "complete": "Ranked projects with every figure known (sensitivity)",
}
_ROWS = ("largest", "smallest", "norm", "idle", "subtract", "factor", "ideal", "anti_ideal", "total",
         "share_factor", "share_constant")  # fmt: skip
_LABELS = {
    "largest": "largest of what TOPSIS compares",
    "smallest": "smallest",
    "norm": "Euclidean norm",
    "idle": "1 where all are equal: the weight is idle",
    "subtract": "normalised = (figure − this)",
    "factor": "× this",
    "ideal": "ideal, normalised",
    "anti_ideal": "anti-ideal, normalised",
    "total": "sum of AHP intensities",
    "share_factor": "AHP share = intensity × this",
    "share_constant": "+ this",
}
#: The row of directions, and of the first variant.
_DIRECTION_ROW, _TOP = 5, 8


def scale_row(variant: Variant, name: str) -> int:
    """The row of one part of a variant's normalisation."""
    return _TOP + VARIANTS.index(variant) * (len(_ROWS) + 2) + 1 + _ROWS.index(name)


def scale_cell(variant: Variant, name: str, place: int) -> str:
    """One criterion's cell of a part."""
    return NORMALISATION.cell(scale_row(variant, name), START + place)


def own_scale(ranked: str, name: str, place: int) -> str:
    """One criterion's part for a row: of the ranked projects for those among them, of all for the others."""
    inside, outside = scale_cell("ranked_worst", name, place), scale_cell("all_worst", name, place)
    return f"IF({ranked}=1,{inside},{outside})"


def scale_block(geometry: Geometry, variant: Variant, name: str) -> str:
    """All criteria of a part."""
    return geometry.block(NORMALISATION, scale_row(variant, name))


def write_normalisation(builder: SheetBuilder, draft: Draft) -> None:
    """Writes one block for each variant; which formulas count follows the choice on Settings."""
    write_title(
        builder, draft, "Normalisation: what is subtracted and divided by",
        "Fixed: values as they are. Vector: figure / norm. Min-max: (figure − worst) / (best − worst). "
        "Excluded projects never move the norm of the ranked ones.",
    )  # fmt: skip
    block_heads(builder, draft, 0, "")
    choice_line(builder, draft, "normalisation", "normalisation")
    weight_row(builder, draft, WEIGHT_ROW)
    signs = [
        f'IF({draft.geometry.criterion(CriterionColumn.DIRECTION, place)}="more",1,-1)'
        for place in range(draft.geometry.width)
    ]
    values = [float(sign) for sign in draft.results.matrix.directions]
    header_row(builder, _DIRECTION_ROW, "1 more is better, −1 less is better", signs, values, numbers="0")
    builder.texts(7, 1, ("", "projects counted"), builder.style(HEAD_STYLE))
    for variant in VARIANTS:
        _write_variant(builder, draft, variant)
    widths = {1: 6.0, 2: 48.0, 3: 9.0, 4: 3.0, 5: 3.0}
    widths |= {START + place: 11.0 for place in range(draft.geometry.width)}
    last = scale_row(VARIANTS[-1], _ROWS[-1])
    set_up(
        builder, draft, widths=widths, head=7, last=last, columns=START + draft.geometry.width - 1,
        frozen_columns=3, filtered=False,
    )  # fmt: skip


@dataclass(frozen=True)
class _Source:
    """The columns a variant is computed from, for one criterion."""

    compared: str
    intensity: str
    flags: str | None
    count: str


def _write_variant(builder: SheetBuilder, draft: Draft, variant: Variant) -> None:
    scale = draft.workings.scale(variant)
    top = scale_row(variant, "largest") - 1
    builder.text(top, 2, _TITLES[variant], builder.style(STRONG))
    flags = _flags(draft.geometry, variant)
    everyone = draft.geometry.column(MATRIX, RANKED)
    count = f"SUMPRODUCT({flags})" if flags else f"ROWS({everyone})*({max(1, draft.geometry.projects)}>0)"
    builder.formula(
        top, 3, count if flags else str(scale.count), float(scale.count), builder.style(figures("0"))
    )
    for name in _ROWS:
        builder.text(scale_row(variant, name), 2, _LABELS[name], builder.style(WORDS))
    number = builder.style(figures("General"))
    for place in range(draft.geometry.width):
        source = _source(draft, variant, place, flags, here(top, 3))
        for name, formula in _formulas(source, variant, place).items():
            value = float(getattr(scale, name)[place])
            builder.formula(scale_row(variant, name), START + place, formula, value, number)


def _flags(geometry: Geometry, variant: Variant) -> str | None:
    """An expression that is 1 for each project counted, None where all are."""
    if variant.startswith("all"):
        return None
    ranked = f"({geometry.column(MATRIX, RANKED)}=1)"
    return f"{ranked}*({geometry.column(MATRIX, MISSING)}=0)" if variant == "complete" else f"{ranked}*1"


def _source(draft: Draft, variant: Variant, place: int, flags: str | None, count: str) -> _Source:
    geometry = draft.geometry
    sheet = MATRIX_BEST if variant.endswith("best") else MATRIX
    compared = sheet.down(START + COMPARED * geometry.width + place, FIRST, geometry.projects)
    block = intensity_block(draft)
    intensity = sheet.down(START + block * geometry.width + place, FIRST, geometry.projects)
    return _Source(compared, intensity, flags, count)


def _formulas(source: _Source, variant: Variant, place: int) -> dict[str, str]:
    column, flags = source.compared, source.flags
    row = {name: here(scale_row(variant, name), START + place) for name in _ROWS}
    upward = f"{here(_DIRECTION_ROW, START + place)}>0"
    best = f"IF({upward},{row['largest']},{row['smallest']})"
    worst = f"IF({upward},{row['smallest']},{row['largest']})"
    top, bottom = f"MAX({column})", f"MIN({column})"
    if flags is None:
        largest, smallest, norm, total = top, bottom, f"SQRT(SUMSQ({column}))", f"SUM({source.intensity})"
    else:
        largest = f"SUMPRODUCT(MAX({flags}*({column}-{bottom})))+{bottom}"
        smallest = f"{top}-SUMPRODUCT(MAX({flags}*({top}-{column})))"
        norm = f"SQRT(SUMPRODUCT({flags}*{column}^2))"
        total = f"SUMPRODUCT({flags}*{source.intensity})"
    idle, factor = f"{row['idle']}=1", row["factor"]
    spread = f"{row['largest']}-{row['smallest']}<=1E-12*MAX(ABS({row['largest']}),ABS({row['smallest']}))"
    own_norm = f"IF(OR({idle},{row['norm']}<=0),1,1/{row['norm']})"
    run = f"IF({idle},0,1/({best}-{worst}))"
    empty, shared = f"{row['total']}<=0", 'synthesis="distributive"'
    return {
        "largest": largest,
        "smallest": smallest,
        "norm": norm,
        "idle": f'IF(normalisation="fixed",0,IF({spread},1,0))',
        "subtract": f'IF(normalisation="minmax",{worst},0)',
        "factor": f'IF(normalisation="fixed",1,IF(normalisation="vector",{own_norm},{run}))',
        "ideal": f'IF(normalisation="fixed",1,IF(normalisation="vector",{best}*{factor},1-{row["idle"]}))',
        "anti_ideal": f'IF(normalisation="vector",{worst}*{factor},0)',
        "total": total,
        "share_factor": f"IF({shared},IF({empty},0,1/{row['total']}),1)",
        "share_constant": f"IF(AND({shared},{empty}),1/MAX(1,{source.count}),0)",
    }
