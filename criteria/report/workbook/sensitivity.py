"""The sheet Sensitivity: scores while one weight goes from 0 to 1, for a weight and method of choice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from criteria.arrays import Floats
from criteria.model.settings import METHODS
from criteria.report.workbook.benefit_risk import RiskColumns
from criteria.report.workbook.columns import DASH, Column, constants, derived, derived_block, fill_columns
from criteria.report.workbook.decision_matrix import COMPARED, ROLE_ROW, VALUES, intensity_block
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import choose_from, write_title
from criteria.report.workbook.geometry import (
    BENEFIT_RISK,
    HEAD,
    MATRIX,
    MISSING,
    PATHS,
    RANKED,
    START,
    TABLE_FIRST,
)
from criteria.report.workbook.normalisation import scale_block
from criteria.report.workbook.path_scores import PathScores
from criteria.report.workbook.references import ROW, here
from criteria.report.workbook.result_rows import finish, heads, write_identity
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.stability_proof import METHOD_NAMES
from criteria.report.workbook.styles import CHECK, INPUT_WORDS, LABEL, STRONG, figures, in_app
from criteria.report.workbook.weight_paths import ID, INSIDE, WEIGHT
from criteria.robustness.study_sensitivity import elements, members, scorer, steady_rows
from criteria.robustness.weight_path import WeightPaths, weight_paths

STEPS = 21
#: Where the reader picks the element and the method; the element's row on Weight paths; its weight now.
ELEMENT, METHOD, POSITION, CURRENT = (3, 3), (4, 3), (5, 3), (6, 3)
#: Rows over the lines: the weight of structures and of rights at each step; the weight heads the column.
_STRUCTURES_ROW, _RIGHTS_ROW = 4, 5
_CONSTANTS = ("D+² in", "D+² out", "D−² in", "D−² out", "AHP in", "AHP out", "N+A in", "N+A out",
              "str. in", "str. out", "rights in", "rights out")  # fmt: skip
LINES = START
NOW = LINES + STEPS
CHECK_COLUMN = NOW + 1 + len(METHODS)
_PARTS = CHECK_COLUMN + 1


def write_sensitivity(builder: SheetBuilder, draft: Draft) -> None:
    """Writes a table of 21 steps; ranked projects with every figure known take part."""
    write_title(
        builder, draft, "Sensitivity: one weight from 0 to 100 %",
        "Pick a premise or criterion and a method in the yellow cells; the others keep their proportions.",
    )  # fmt: skip
    names = elements(draft.results)
    _write_choice(builder, draft, names)
    write_identity(builder, draft)
    heads(builder, _PARTS, _CONSTANTS)
    builder.text(HEAD - 1, _PARTS, "what the scores are made of", builder.style(STRONG))
    path = _path(draft, names[0])
    _write_steps(builder, draft, path)
    heads(builder, NOW, ("at weight now", *(f"{METHOD_NAMES[method]} in app" for method in METHODS), "check"))
    rows = draft.geometry.rows()
    fill_columns(builder, rows, [*_lines(draft, path), *_in_app(draft), *_parts(draft, path)])
    app = [here(ROW, NOW + 1 + place) for place in range(len(METHODS))]
    own = f'IF({here(*METHOD)}="TOPSIS",{app[0]},IF({here(*METHOD)}="AHP",{app[1]},{app[2]}))'
    check = builder.check_pattern(CHECK_COLUMN, [(here(ROW, NOW), own)], builder.style(CHECK))
    for row, _ in rows:
        builder.fill_check(row, check)
    finish(builder, draft, _PARTS + len(_CONSTANTS) - 1, {})


def _path(draft: Draft, element: str) -> WeightPaths:
    return weight_paths(draft.results.weights.values, members(draft.results, element)[None, :])


def _write_choice(builder: SheetBuilder, draft: Draft, names: tuple[str, ...]) -> None:
    label, pick = builder.style(LABEL), builder.style(INPUT_WORDS)
    for (row, column), text, value in (
        (ELEMENT, "premise or criterion", names[0]),
        (METHOD, "method", "TOPSIS"),
    ):
        builder.text(row, column - 1, text, label)
        builder.text(row, column, value, pick)
    ids = PATHS.down(ID, TABLE_FIRST, len(names))
    choose_from(builder, here(*ELEMENT), ids)
    choose_from(builder, here(*METHOD), f'"{",".join(METHOD_NAMES.values())}"')
    builder.text(POSITION[0], POSITION[1] - 1, "its row on Weight paths", label)
    builder.text(CURRENT[0], CURRENT[1] - 1, "its weight now", label)
    builder.formula(*POSITION, f"MATCH({here(*ELEMENT)},{ids},0)", 1.0, builder.style(figures("0")))
    weights = PATHS.down(WEIGHT, TABLE_FIRST, len(names))
    weight = float(draft.results.weights.values[members(draft.results, names[0])].sum())
    builder.formula(
        *CURRENT,
        f"INDEX({weights},{here(*POSITION)})",
        weight,
        builder.style(figures("0.0%")),
    )


def _write_steps(builder: SheetBuilder, draft: Draft, path: WeightPaths) -> None:
    head, percent = builder.style(figures("0%", bold=True)), builder.style(figures("0.0%"))
    groups = draft.results.matrix.groups
    builder.text(3, LINES, "score at the weight in the head of the column", builder.style(STRONG))
    for row, text in ((_STRUCTURES_ROW, "weight of structures"), (_RIGHTS_ROW, "weight of rights")):
        builder.text(row, LINES - 1, text, builder.style(replace(LABEL, align="right")))
    for step in range(STEPS + 1):
        column = LINES + step
        t = step / (STEPS - 1) if step < STEPS else float(path.current[0])
        if step < STEPS:
            builder.number(HEAD, column, t, head)
        for row, role, group in ((_STRUCTURES_ROW, "structures", 1), (_RIGHTS_ROW, "rights", 3)):
            sums = [_total(draft, role, side) for side in (0, 1)]
            at = _at(step)
            value = float(path.at(np.array([t]))[0][groups == group].sum())
            builder.formula(row, column, f"{at}*{sums[0]}+(1-{at})*{sums[1]}", value, percent)


def _at(step: int) -> str:
    """The cell of the weight of a step; the last step is the weight now."""
    return here(HEAD, LINES + step) if step < STEPS else here(*CURRENT)


def _side(draft: Draft, side: int) -> str:
    """The shares inside (0) or outside (1) the picked element, as a row."""
    width = draft.geometry.width
    first = INSIDE + side * width
    count = len(elements(draft.results))
    area = PATHS.span(TABLE_FIRST, first, TABLE_FIRST + count - 1, first + width - 1)
    return f"INDEX({area},{here(*POSITION)},0)"


def _total(draft: Draft, role: str, side: int) -> str:
    roles = draft.geometry.block(MATRIX, ROLE_ROW)
    return f'SUMPRODUCT(({roles}="{role}")*{_side(draft, side)})'


def _parts(draft: Draft, path: WeightPaths) -> list[Column]:
    """What the scores of a project are made of, inside and outside the element that moves."""
    geometry = draft.geometry
    compared = geometry.block(MATRIX, ROW, COMPARED)
    subtract, factor = (scale_block(geometry, "complete", part) for part in ("subtract", "factor"))
    sides = [_side(draft, side) for side in (0, 1)]
    formulas = []
    for end in ("ideal", "anti_ideal"):
        distance = f"(({compared}-{subtract})*{factor}-{scale_block(geometry, 'complete', end)})"
        formulas += [f"SUMPRODUCT(({side}*{distance})^2)" for side in sides]
    share, plus = (scale_block(geometry, "complete", part) for part in ("share_factor", "share_constant"))
    intensity = geometry.block(MATRIX, ROW, intensity_block(draft))
    formulas += [f"SUMPRODUCT({side}*({intensity}*{share}+{plus}))" for side in sides]
    roles, values = geometry.block(MATRIX, ROLE_ROW), geometry.block(MATRIX, ROW, VALUES)
    for member in (
        f'(({roles}="need")+({roles}="aims"))',
        f'({roles}="structures")',
        f'({roles}="rights")',
    ):
        formulas += [f"SUMPRODUCT({member}*{side}*{values})" for side in sides]
    return derived_block(_PARTS, formulas, _part_values(draft, path), in_app("0.0000"))


def _part_values(draft: Draft, path: WeightPaths) -> Floats:
    """Their values (projects x parts)."""
    scale, workings = draft.workings.scale("complete"), draft.workings
    sides = (path.inside[0], path.outside[0])
    normalised = (workings.compared(best=False) - scale.subtract) * scale.factor
    shares = workings.intensities(best=False) * scale.share_factor + scale.share_constant
    values, groups = workings.values(best=False), draft.results.matrix.groups
    found = [
        np.square(side * (normalised - end)).sum(axis=1)
        for end in (scale.ideal, scale.anti_ideal)
        for side in sides
    ]
    found += [shares @ side for side in sides]
    for wanted in ((0, 2), (1,), (3,)):
        found += [values @ np.where(np.isin(groups, wanted), side, 0.0) for side in sides]
    return np.stack(found, axis=1)


def _lines(draft: Draft, path: WeightPaths) -> list[Column]:
    """The score at each step and at the weight now, for the projects that take part."""
    taking_part = f"AND({here(ROW, RANKED)}=1,{here(ROW, MISSING)}=0)"
    steady, scores = draft.workings.members("complete").tolist(), PathScores(draft)
    found = []
    for step in range(STEPS + 1):
        t = step / (STEPS - 1) if step < STEPS else float(path.current[0])
        numbers = scores.topsis(path.at(np.array([t]))[0]).tolist()
        values: list[Value] = [one if take else DASH for one, take in zip(numbers, steady, strict=True)]
        formula = f'IF({taking_part},{_score(step)},"{DASH}")'
        found.append(derived(LINES + step, formula, values))
    return found


def _score(step: int) -> str:
    at, column = _at(step), LINES + step
    c = [here(ROW, _PARTS + place) for place in range(len(_CONSTANTS))]
    plus, minus = (f"SQRT({at}^2*{c[k]}+(1-{at})^2*{c[k + 1]})" for k in (0, 2))
    topsis = f"IF({plus}+{minus}=0,0.5,{minus}/({plus}+{minus}))"
    ahp = f"{at}*{c[4]}+(1-{at})*{c[5]}"
    structures, rights = (
        _premise(here(total, column), f"{at}*{c[k]}+(1-{at})*{c[k + 1]}", part)
        for total, k, part in ((_STRUCTURES_ROW, 8, 1), (_RIGHTS_ROW, 10, 3))
    )
    risky = f"({here(_STRUCTURES_ROW, column)}+{here(_RIGHTS_ROW, column)})"
    risk = f"(1-{rights})*(theta+(1-theta)*(1-{structures}))"
    score = f"{at}*{c[6]}+(1-{at})*{c[7]}+{risky}*(1-{risk})"
    method = here(*METHOD)
    return f'IF({method}="TOPSIS",{topsis},IF({method}="AHP",{ahp},{score}))'


def _premise(total: str, part: str, premise: int) -> str:
    usual = BENEFIT_RISK.cell(ROW, RiskColumns.PREMISES + premise)
    return f"IF({total}>0,({part})/{total},{usual})"


def _in_app(draft: Draft) -> list[Column]:
    """The program's own scores now of the projects that take part; a single one has no rival there."""
    weights, rows = draft.results.weights.values, steady_rows(draft.results)
    scores = PathScores(draft)
    found = []
    for place, method in enumerate(METHODS):
        values: list[Value] = [DASH] * draft.geometry.projects
        asked = scorer(draft.results, method)
        if asked is not None:
            numbers = asked.scores(weights[None, :])[0].tolist()
        else:
            numbers = [scores.step_values(method, weights, index)[-1] for index in rows]
        for index, number in zip(rows, numbers, strict=True):
            values[index] = number
        found.append(constants(NOW + 1 + place, values))
    return found
