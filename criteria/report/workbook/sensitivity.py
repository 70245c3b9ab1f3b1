"""The sheet Sensitivity: scores while one weight goes from 0 to 1, for a weight and method of choice."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from criteria.arrays import Floats
from criteria.model.settings import METHODS, Method
from criteria.report.workbook.benefit_risk import RiskColumns
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
from criteria.report.workbook.references import here
from criteria.report.workbook.result_rows import finish, heads, write_identity
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.stability import METHOD_NAMES
from criteria.report.workbook.styles import CHECK, INPUT_WORDS, LABEL, STRONG, figures, in_app
from criteria.report.workbook.weight_paths import ID, INSIDE, WEIGHT
from criteria.robustness.study_sensitivity import elements, members, scorer, steady_rows
from criteria.robustness.weight_path import WeightPaths, weight_paths

STEPS = 21
#: Where the reader picks: the element and the method; and the row of the element on Weight paths.
ELEMENT, METHOD, POSITION = (3, 3), (4, 3), (5, 3)
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
    writer = _RowWriter(builder, draft, path)
    for index in draft.geometry.order:
        writer.write(index)
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
    builder.text(POSITION[0], POSITION[1] - 1, "its row on Weight paths, its weight now", label)
    builder.formula(*POSITION, f"MATCH({here(*ELEMENT)},{ids},0)", 1.0, builder.style(figures("0")))
    weights = PATHS.down(WEIGHT, TABLE_FIRST, len(names))
    weight = float(draft.results.weights.values[members(draft.results, names[0])].sum())
    builder.formula(
        POSITION[0],
        POSITION[1] + 1,
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
    return here(HEAD, LINES + step) if step < STEPS else here(POSITION[0], POSITION[1] + 1)


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


class _RowWriter:
    """Writes one project after the other."""

    def __init__(self, builder: SheetBuilder, draft: Draft, path: WeightPaths) -> None:
        self._builder, self._draft, self._path = builder, draft, path
        style = builder.style
        self._figure, self._quiet = style(figures("0.000")), style(in_app("0.0000"))
        self._app, self._check = style(in_app()), style(CHECK)
        self._steady = draft.workings.members("complete")
        self._sides = (path.inside[0], path.outside[0])
        self._scores = PathScores(draft)
        self._now = [self._program_scores(method) for method in METHODS]

    def write(self, index: int) -> None:
        """All cells of one project after its identity."""
        row = self._draft.geometry.row(index)
        steady = bool(self._steady[index])
        taking_part = f"AND({here(row, RANKED)}=1,{here(row, MISSING)}=0)"
        formulas, values = self._constants(row), self._constant_values(index)
        for place, (formula, value) in enumerate(zip(formulas, values, strict=True)):
            self._builder.formula(row, _PARTS + place, formula, value, self._quiet)
        for step in range(STEPS + 1):
            formula = f'IF({taking_part},{self._score(row, step)},"–")'
            shown: Value = self._value(index, step) if steady else "–"
            self._builder.formula(row, LINES + step, formula, shown, self._figure)
        self._in_app(index, row, steady=steady)

    def _constants(self, row: int) -> list[str]:
        geometry = self._draft.geometry
        compared = geometry.block(MATRIX, row, COMPARED)
        subtract, factor = (scale_block(geometry, "complete", part) for part in ("subtract", "factor"))
        sides = [_side(self._draft, side) for side in (0, 1)]
        found = []
        for end in ("ideal", "anti_ideal"):
            distance = f"(({compared}-{subtract})*{factor}-{scale_block(geometry, 'complete', end)})"
            found += [f"SUMPRODUCT(({side}*{distance})^2)" for side in sides]
        share, constant = (
            scale_block(geometry, "complete", part) for part in ("share_factor", "share_constant")
        )
        intensity = geometry.block(MATRIX, row, intensity_block(self._draft))
        found += [f"SUMPRODUCT({side}*({intensity}*{share}+{constant}))" for side in sides]
        roles, values = geometry.block(MATRIX, ROLE_ROW), geometry.block(MATRIX, row, VALUES)
        for member in (
            f'(({roles}="need")+({roles}="aims"))',
            f'({roles}="structures")',
            f'({roles}="rights")',
        ):
            found += [f"SUMPRODUCT({member}*{side}*{values})" for side in sides]
        return found

    def _constant_values(self, index: int) -> list[float]:
        scale, workings = self._draft.workings.scale("complete"), self._draft.workings
        normalised = (workings.compared(best=False)[index] - scale.subtract) * scale.factor
        shares = workings.intensities(best=False)[index] * scale.share_factor + scale.share_constant
        values, groups = workings.values(best=False)[index], self._draft.results.matrix.groups
        found: list[float] = []
        for end in (scale.ideal, scale.anti_ideal):
            found += [float(np.square(side * (normalised - end)).sum()) for side in self._sides]
        found += [float(side @ shares) for side in self._sides]
        for wanted in ((0, 2), (1,), (3,)):
            member: Floats = np.isin(groups, wanted).astype(float)
            found += [float((member * side) @ values) for side in self._sides]
        return found

    def _score(self, row: int, step: int) -> str:
        at, column = _at(step), LINES + step
        c = [here(row, _PARTS + place) for place in range(len(_CONSTANTS))]
        plus, minus = (f"SQRT({at}^2*{c[k]}+(1-{at})^2*{c[k + 1]})" for k in (0, 2))
        topsis = f"IF({plus}+{minus}=0,0.5,{minus}/({plus}+{minus}))"
        ahp = f"{at}*{c[4]}+(1-{at})*{c[5]}"
        structures, rights = (
            self._premise(row, here(total, column), f"{at}*{c[k]}+(1-{at})*{c[k + 1]}", part)
            for total, k, part in ((_STRUCTURES_ROW, 8, 1), (_RIGHTS_ROW, 10, 3))
        )
        risky = f"({here(_STRUCTURES_ROW, column)}+{here(_RIGHTS_ROW, column)})"
        risk = f"(1-{rights})*(theta+(1-theta)*(1-{structures}))"
        score = f"{at}*{c[6]}+(1-{at})*{c[7]}+{risky}*(1-{risk})"
        method = here(*METHOD)
        return f'IF({method}="TOPSIS",{topsis},IF({method}="AHP",{ahp},{score}))'

    @staticmethod
    def _premise(row: int, total: str, part: str, premise: int) -> str:
        usual = BENEFIT_RISK.cell(row, RiskColumns.PREMISES + premise)
        return f"IF({total}>0,({part})/{total},{usual})"

    def _value(self, index: int, step: int) -> float:
        t = step / (STEPS - 1) if step < STEPS else float(self._path.current[0])
        weights = self._path.at(np.array([t]))[0]
        return self._scores.step_values("topsis", weights, index)[-1]

    def _program_scores(self, method: Method) -> dict[int, float]:
        """The scores now of the projects that take part, from the program; a single one has no rival."""
        asked, weights = scorer(self._draft.results, method), self._draft.results.weights.values
        rows = steady_rows(self._draft.results)
        if asked is None:
            return {index: self._scores.step_values(method, weights, index)[-1] for index in rows}
        return dict(zip(rows, asked.scores(weights[None, :])[0].tolist(), strict=True))

    def _in_app(self, index: int, row: int, *, steady: bool) -> None:
        for place in range(len(METHODS)):
            value: Value = self._now[place][index] if steady else "–"
            self._builder.value(row, NOW + 1 + place, value, self._app)
        app = [here(row, NOW + 1 + place) for place in range(len(METHODS))]
        picked = here(*METHOD)
        own = f'IF({picked}="TOPSIS",{app[0]},IF({picked}="AHP",{app[1]},{app[2]}))'
        self._builder.check(row, CHECK_COLUMN, [(here(row, NOW), own)], self._check)
