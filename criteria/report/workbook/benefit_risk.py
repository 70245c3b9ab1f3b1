"""The sheet Benefit-risk: premise values, benefit, severity, likelihood, risk and score of each project."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from criteria.arrays import Floats
from criteria.model.tree import ROLES
from criteria.ranking.benefit_risk import BenefitRisk, benefit_risk
from criteria.ranking.scoring import local_weights
from criteria.report.workbook.columns import (
    Column,
    constants,
    derived,
    derived_block,
    fill_checks,
    fill_columns,
    rank_values,
)
from criteria.report.workbook.decision_matrix import ROLE_ROW, SHARE_ROW, VALUES
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import amber_when_open, write_title
from criteria.report.workbook.geometry import (
    BENEFIT_RISK,
    FIRST,
    MATRIX,
    MATRIX_BEST,
    SCORES,
    START,
    ScoreColumn,
    WeightColumn,
)
from criteria.report.workbook.references import ROW, SOURCE, SOURCE_END, Place, here
from criteria.report.workbook.result_rows import (
    RankSource,
    choice_line,
    finish,
    heads,
    rank_formulas,
    shadow_formula,
    write_identity,
)
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import (
    LABEL,
    STRONG,
    Style,
    figures,
    group_head,
    in_app,
    premise_head,
)

#: The row of the weight of each part, above its column.
TOTAL_ROW = 5
_PREMISE_ROW = 6
_TOTALS = tuple(here(TOTAL_ROW, START + place) for place in range(4))


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
    models = _models(draft)
    parts = [
        *_premises(draft, RiskColumns.PREMISES, MATRIX, models.used),
        *_premises(draft, RiskColumns.HIGH_PREMISES, MATRIX_BEST, models.best),
        *_main(models), *_ranks(draft),
        *_other_set(draft, RiskColumns.PROPOSED, ScoreColumn.AS_PROPOSED, models.proposed),
        *_other_set(draft, RiskColumns.OFFERED, ScoreColumn.AS_OFFERED, models.offered),
    ]  # fmt: skip
    rows = draft.geometry.rows()
    fill_columns(builder, rows, parts)
    own = _in_app(draft, models)
    fill_columns(builder, rows, own)
    pairs = list(zip(_COMPARED, (column.number for column in own), strict=True))
    fill_checks(builder, rows, RiskColumns.CHECK, pairs)
    open_columns = (RiskColumns.SCORE, RiskColumns.HIGH, RiskColumns.RANK, RiskColumns.WORST_RANK)
    amber_when_open(builder, open_columns, RiskColumns.SCORE, RiskColumns.HIGH, FIRST, draft.geometry.last)
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


@dataclass(frozen=True, eq=False)
class _Models:
    """The model over all projects, the excluded ones included, on each set of scores."""

    used: BenefitRisk
    best: BenefitRisk
    proposed: BenefitRisk
    offered: BenefitRisk


def _models(draft: Draft) -> _Models:
    return _Models(
        used=_model(draft, draft.workings.values(best=False)),
        best=_model(draft, draft.workings.values(best=True)),
        proposed=_model(draft, draft.with_scores("proposed").matrix.filled(best=False)),
        offered=_model(draft, draft.with_scores("offered").matrix.filled(best=False)),
    )


def _premises(draft: Draft, first: int, sheet: Place, model: BenefitRisk) -> list[Column]:
    roles, shares = (draft.geometry.block(sheet, over) for over in (ROLE_ROW, SHARE_ROW))
    values = draft.geometry.block(sheet, ROW, VALUES)
    formulas = [f'SUMPRODUCT(({roles}="{role}")*{shares}*{values})' for role in ROLES]
    return derived_block(first, formulas, model.premise_values)


def _main(models: _Models) -> list[Column]:
    columns, used = RiskColumns, models.used
    p = [here(ROW, columns.PREMISES + place) for place in range(4)]
    high = [here(ROW, columns.HIGH_PREMISES + place) for place in range(4)]
    severity, likelihood = here(ROW, columns.SEVERITY), here(ROW, columns.LIKELIHOOD)
    return [
        derived(columns.BENEFIT, _benefit(p), used.benefit),
        derived(columns.SEVERITY, f"1-{p[3]}", used.severity),
        derived(columns.LIKELIHOOD, f"1-{p[1]}", used.likelihood),
        derived(columns.RISK, f"{severity}*(theta+(1-theta)*{likelihood})", used.risk),
        derived(columns.SCORE, _score(p, here(ROW, columns.RISK)), used.score, figures("0.000", bold=True)),
        derived(columns.HIGH, _score(high, _risk(high)), models.best.score),
    ]


def _ranks(draft: Draft) -> list[Column]:
    columns, found = RiskColumns, draft.results.methods["benefit_risk"]
    source = RankSource(BENEFIT_RISK, columns.SCORE, columns.HIGH)
    (best, worst), bold = rank_formulas(draft, source), figures("0", bold=True)
    return [
        derived(columns.RANK, best, rank_values(found.rank_best), bold),
        derived(columns.WORST_RANK, worst, rank_values(found.rank_worst), bold),
        derived(columns.SHADOW, shadow_formula(draft, source), found.shadow.astype(float), figures("0")),
    ]


def _other_set(draft: Draft, first: int, column: ScoreColumn, model: BenefitRisk) -> list[Column]:
    """Premise values, B, R and V on another set of scores."""
    roles, shares = draft.geometry.weights(WeightColumn.ROLE), draft.geometry.weights(WeightColumn.SHARE)
    values = SCORES.span(SOURCE, column, SOURCE_END, column)
    formulas = [f'SUMPRODUCT(({roles}="{role}")*{shares}*{values})' for role in ROLES]
    geometry = draft.geometry
    sources = [
        (geometry.score_row(project, 0), geometry.score_row(project, geometry.width - 1))
        for project in range(geometry.projects)
    ]
    premises = derived_block(first, formulas, model.premise_values)
    p = [here(ROW, first + place) for place in range(4)]
    return [
        *(replace(premise, sources=sources) for premise in premises),
        derived(first + 4, _benefit(p), model.benefit),
        derived(first + 5, _risk(p), model.risk),
        derived(first + 6, _score(p, here(ROW, first + 5)), model.score),
    ]


#: Columns compared with the program's numbers, in the order of those numbers.
_COMPARED = (
    RiskColumns.BENEFIT, RiskColumns.RISK, RiskColumns.SCORE, RiskColumns.HIGH, RiskColumns.RANK,
    RiskColumns.WORST_RANK, RiskColumns.SHADOW, RiskColumns.PROPOSED + 4, RiskColumns.PROPOSED + 5,
    RiskColumns.OFFERED + 6,
)  # fmt: skip


def _in_app(draft: Draft, models: _Models) -> list[Column]:
    found, whole = draft.results.methods["benefit_risk"], in_app("0")
    values: list[tuple[Floats | list[Value], Style]] = [
        (models.used.benefit, in_app()), (models.used.risk, in_app()),
        (found.low, in_app()), (found.high, in_app()),
        (rank_values(found.rank_best), whole), (rank_values(found.rank_worst), whole),
        (found.shadow.astype(float), whole),
        (models.proposed.benefit, in_app()), (models.proposed.risk, in_app()),
        (models.offered.score, in_app()),
    ]  # fmt: skip
    return [constants(RiskColumns.APP + place, *pair) for place, pair in enumerate(values)]


def _benefit(p: list[str]) -> str:
    need, aims = _TOTALS[0], _TOTALS[2]
    return f"IF({need}+{aims}>0,({need}*{p[0]}+{aims}*{p[2]})/({need}+{aims}),({p[0]}+{p[2]})/2)"


def _score(p: list[str], risk: str) -> str:
    need, structures, aims, rights = _TOTALS
    return f"{need}*{p[0]}+{aims}*{p[2]}+({structures}+{rights})*(1-{risk})"


def _risk(p: list[str]) -> str:
    return f"(1-{p[3]})*(theta+(1-theta)*(1-{p[1]}))"


def _model(draft: Draft, values: Floats) -> BenefitRisk:
    """The model over all projects, the excluded ones included."""
    matrix, weights = draft.results.matrix, draft.results.weights
    if not len(values):
        empty = np.empty(0)
        return BenefitRisk(np.empty((0, 4)), empty, empty, empty, empty, empty)
    theta = draft.study.settings.theta
    return benefit_risk(values, weights.values, matrix.groups, theta, local=local_weights(matrix, weights))
