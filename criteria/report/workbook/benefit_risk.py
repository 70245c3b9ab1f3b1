"""The sheet Benefit-risk: premise values, benefit, severity, likelihood, risk and score of each project."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.model.tree import ROLES
from criteria.ranking.benefit_risk import BenefitRisk, benefit_risk
from criteria.ranking.scoring import local_weights
from criteria.report.workbook.decision_matrix import ROLE_ROW, SHARE_ROW, VALUES
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import write_title
from criteria.report.workbook.geometry import (
    BENEFIT_RISK,
    MATRIX,
    MATRIX_BEST,
    RANKED,
    START,
    Geometry,
    ScoreColumn,
    WeightColumn,
)
from criteria.report.workbook.references import here
from criteria.report.workbook.result_rows import (
    RankColumns,
    choice_line,
    finish,
    heads,
    rank_formulas,
    shadow_formula,
    write_identity,
)
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import CHECK, LABEL, STRONG, figures, group_head, in_app, premise_head
from criteria.report.workbook.topsis import rank_text

#: The row of the weight of each part, above its column.
TOTAL_ROW = 5
_PREMISE_ROW = 6


class RiskColumns:
    """The columns of the sheet Benefit-risk; every set of scores has its premises first."""

    PREMISES = START
    BENEFIT, SEVERITY, LIKELIHOOD, RISK, SCORE = range(START + 4, START + 9)
    HIGH_PREMISES = START + 9
    HIGH = START + 13
    RANK, WORST_RANK, SHADOW = range(START + 14, START + 17)
    PROPOSED = START + 17
    OFFERED = START + 24
    APP = START + 31
    CHECK = APP + 10


_HEADS = (
    *("need", "structures", "aims", "rights"), "benefit B", "severity S", "likelihood L", "risk R", "score V",
    *("need", "structures", "aims", "rights"), "V at most", "rank", "worst rank", "shadow rank",
    *("need", "structures", "aims", "rights", "B", "R", "V") * 2,
    "B in app", "R in app", "V in app", "V at most in app", "rank in app", "worst in app", "shadow in app",
    "B proposed", "R proposed", "V offered", "check",
)  # fmt: skip


def write_benefit_risk(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the sheet for the scores used, as proposed, and with the safeguards offered."""
    write_title(
        builder, draft, "Benefit and risk: likelihood times severity",
        "B = (w1 P1 + w3 P3) / (w1 + w3); S = 1 − P4; L = 1 − P2; R = S (θ + (1 − θ) L); V = (w1 + w3) B "
        "+ (w2 + w4) (1 − R). θ is a yellow cell on Settings.",
    )  # fmt: skip
    write_identity(builder, draft)
    choice_line(builder, draft, "θ", "theta")
    heads(builder, START, _HEADS)
    _write_heads(builder, draft)
    writer = _RowWriter(builder, draft)
    for index in draft.geometry.order:
        writer.write(index)
    finish(builder, draft, RiskColumns.CHECK, dict.fromkeys(range(START, RiskColumns.CHECK + 1), 9.5))


def _write_heads(builder: SheetBuilder, draft: Draft) -> None:
    columns, strong = RiskColumns, builder.style(STRONG)
    scores = {
        "proposed": "as proposed",
        "offered": "with safeguards offered",
        "required": "with all required",
    }
    used = scores[draft.results.matrix.score_set]
    for column, text in (
        (columns.PREMISES, f"scores used: {used}"),
        (columns.HIGH_PREMISES, "missing figures at their best"),
        (columns.PROPOSED, "as proposed (missing at worst)"),
        (columns.OFFERED, "with safeguards offered (missing at worst)"),
    ):
        builder.text(3, column, text, strong)
    builder.text(TOTAL_ROW, 2, "weight of each part", builder.style(LABEL))
    roles, used_weights = draft.geometry.weights(WeightColumn.ROLE), draft.geometry.weights(WeightColumn.USED)
    groups, weights = draft.results.matrix.groups, draft.results.weights.values
    for place, role in enumerate(ROLES):
        premise = next((p for p in draft.study.premises if p.role == role), None)
        total = float(weights[groups == place].sum())
        formula = f'SUMIF({roles},"{role}",{used_weights})'
        builder.formula(TOTAL_ROW, START + place, formula, total, builder.style(figures("0.0%")))
        for column in (columns.PREMISES, columns.HIGH_PREMISES, columns.PROPOSED, columns.OFFERED):
            name = premise.id if premise else role
            builder.text(_PREMISE_ROW, column + place, name, builder.style(group_head(role)))
            builder.text(7, column + place, role, builder.style(premise_head(role)))


class _RowWriter:
    """Writes one project after the other."""

    def __init__(self, builder: SheetBuilder, draft: Draft) -> None:
        self._builder, self._draft = builder, draft
        style = builder.style
        self._figure, self._bold = style(figures("0.000")), style(figures("0.000", bold=True))
        self._rank, self._place = style(figures("0", bold=True)), style(figures("0"))
        self._app, self._app_rank, self._check = style(in_app()), style(in_app("0")), style(CHECK)
        self._used = _model(draft, draft.workings.values(best=False))
        self._best = _model(draft, draft.workings.values(best=True))
        self._proposed = _model(draft, draft.with_scores("proposed").matrix.filled(best=False))
        self._offered = _model(draft, draft.with_scores("offered").matrix.filled(best=False))
        self._total = [here(TOTAL_ROW, START + place) for place in range(4)]

    def write(self, index: int) -> None:
        """All cells of one project after its identity."""
        self._main(index)
        self._ranks(index)
        for column, score_column, model in (
            (RiskColumns.PROPOSED, ScoreColumn.AS_PROPOSED, self._proposed),
            (RiskColumns.OFFERED, ScoreColumn.AS_OFFERED, self._offered),
        ):
            self._other_set(index, column, score_column, model)
        self._in_app(index)

    def _main(self, index: int) -> None:
        builder, columns, row = self._builder, RiskColumns, self._draft.geometry.row(index)
        for column, sheet, model in (
            (columns.PREMISES, MATRIX, self._used), (columns.HIGH_PREMISES, MATRIX_BEST, self._best),
        ):  # fmt: skip
            roles, shares = (self._draft.geometry.block(sheet, over) for over in (ROLE_ROW, SHARE_ROW))
            values = self._draft.geometry.block(sheet, row, VALUES)
            for place, role in enumerate(ROLES):
                formula = f'SUMPRODUCT(({roles}="{role}")*{shares}*{values})'
                builder.formula(
                    row, column + place, formula, model.premise_values[index, place], self._figure
                )
        p = [here(row, columns.PREMISES + place) for place in range(4)]
        severity, likelihood, risk = (
            here(row, c) for c in (columns.SEVERITY, columns.LIKELIHOOD, columns.RISK)
        )
        for column, formula, value in (
            (columns.BENEFIT, self._benefit(p), self._used.benefit),
            (columns.SEVERITY, f"1-{p[3]}", self._used.severity),
            (columns.LIKELIHOOD, f"1-{p[1]}", self._used.likelihood),
            (columns.RISK, f"{severity}*(theta+(1-theta)*{likelihood})", self._used.risk),
        ):
            builder.formula(row, column, formula, value[index], self._figure)
        builder.formula(row, columns.SCORE, self._score(p, risk), self._used.score[index], self._bold)
        high = [here(row, columns.HIGH_PREMISES + place) for place in range(4)]
        formula = self._score(high, _risk(high))
        builder.formula(row, columns.HIGH, formula, self._best.score[index], self._figure)

    def _benefit(self, p: list[str]) -> str:
        need, aims = self._total[0], self._total[2]
        return f"IF({need}+{aims}>0,({need}*{p[0]}+{aims}*{p[2]})/({need}+{aims}),({p[0]}+{p[2]})/2)"

    def _score(self, p: list[str], risk: str) -> str:
        need, structures, aims, rights = self._total
        return f"{need}*{p[0]}+{aims}*{p[2]}+({structures}+{rights})*(1-{risk})"

    def _ranks(self, index: int) -> None:
        builder, columns, row = self._builder, RiskColumns, self._draft.geometry.row(index)
        found = self._draft.results.methods["benefit_risk"]
        low, high = here(row, columns.SCORE), here(row, columns.HIGH)
        areas = (_local(self._draft.geometry, column) for column in (RANKED, columns.SCORE, columns.HIGH))
        best, worst = rank_formulas(RankColumns(*areas), row, low, high)
        builder.formula(row, columns.RANK, best, rank_text(int(found.rank_best[index])), self._rank)
        builder.formula(row, columns.WORST_RANK, worst, rank_text(int(found.rank_worst[index])), self._rank)
        shadow = shadow_formula(_local(self._draft.geometry, columns.SCORE), high)
        builder.formula(row, columns.SHADOW, shadow, float(found.shadow[index]), self._place)

    def _other_set(self, index: int, column: int, score_column: ScoreColumn, model: BenefitRisk) -> None:
        builder, geometry = self._builder, self._draft.geometry
        row = geometry.row(index)
        roles, shares = geometry.weights(WeightColumn.ROLE), geometry.weights(WeightColumn.SHARE)
        values = geometry.scores_of(score_column, index)
        for place, role in enumerate(ROLES):
            formula = f'SUMPRODUCT(({roles}="{role}")*{shares}*{values})'
            builder.formula(row, column + place, formula, model.premise_values[index, place], self._figure)
        p = [here(row, column + place) for place in range(4)]
        risk = here(row, column + 5)
        builder.formula(row, column + 4, self._benefit(p), model.benefit[index], self._figure)
        builder.formula(row, column + 5, _risk(p), model.risk[index], self._figure)
        builder.formula(row, column + 6, self._score(p, risk), model.score[index], self._figure)

    def _in_app(self, index: int) -> None:
        builder, columns, row = self._builder, RiskColumns, self._draft.geometry.row(index)
        found = self._draft.results.methods["benefit_risk"]
        numbers = (
            (self._used.benefit[index], columns.BENEFIT), (self._used.risk[index], columns.RISK),
            (found.low[index], columns.SCORE), (found.high[index], columns.HIGH),
            (rank_text(int(found.rank_best[index])), columns.RANK),
            (rank_text(int(found.rank_worst[index])), columns.WORST_RANK),
            (float(found.shadow[index]), columns.SHADOW),
            (self._proposed.benefit[index], columns.PROPOSED + 4),
            (self._proposed.risk[index], columns.PROPOSED + 5),
            (self._offered.score[index], columns.OFFERED + 6),
        )  # fmt: skip
        for place, (value, column) in enumerate(numbers):
            whole = column in (columns.RANK, columns.WORST_RANK, columns.SHADOW)
            kept = value if isinstance(value, str) else float(value)
            builder.value(row, columns.APP + place, kept, self._app_rank if whole else self._app)
        pairs = [
            (here(row, column), here(row, columns.APP + place)) for place, (_, column) in enumerate(numbers)
        ]
        builder.check(row, columns.CHECK, pairs, self._check)


def _risk(p: list[str]) -> str:
    return f"(1-{p[3]})*(theta+(1-theta)*(1-{p[1]}))"


def _local(geometry: Geometry, column: int) -> str:
    return geometry.column(BENEFIT_RISK, column).split("!")[1]


def _model(draft: Draft, values: Floats) -> BenefitRisk:
    """The model over all projects, the excluded ones included."""
    matrix, weights = draft.results.matrix, draft.results.weights
    if not len(values):
        empty = np.empty(0)
        return BenefitRisk(np.empty((0, 4)), empty, empty, empty, empty, empty)
    theta = draft.study.settings.theta
    return benefit_risk(values, weights.values, matrix.groups, theta, local=local_weights(matrix, weights))
