"""The sheet Stability proof: at each end of a stability interval the two projects named have one score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from criteria.model.settings import Method
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import mark_differences, set_up, write_title
from criteria.report.workbook.geometry import PROOF, TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.path_scores import PathScores, Working
from criteria.report.workbook.references import here
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import CHECK, HEAD, HEAD_RIGHT, STRONG, WORDS, figures, in_app
from criteria.report.workbook.weight_paths import path_row
from criteria.robustness.study_sensitivity import steady_rows, study_stability

Kind = Literal["winner", "order"]
Side = Literal["lower", "upper"]
KINDS: tuple[Kind, ...] = ("winner", "order")
SIDES: tuple[Side, ...] = ("lower", "upper")
METHOD_NAMES: dict[Method, str] = {"topsis": "TOPSIS", "ahp": "AHP", "benefit_risk": "Benefit-risk"}
#: What stands instead of a check where the order changes without a tie.
JUMP = "jump"
_TIE = 1e-9
_METHOD, _AT, _OLD, _RISKY, _A, _B, _DIFFERENCE, _CHECK = 1, 5, 6, 8, 9, 13, 17, 18


@dataclass(frozen=True)
class End:
    """One end of an interval, inside 0..1, at which two projects change places.

    They tie there, unless the order changes by a jump: a premise without weight passes from its local weights
    to those of the first criterion that gets some.
    """

    method: Method
    element: str
    kind: Kind
    side: Side
    at: float
    overtaken: int
    overtaking: int
    scores: tuple[float, float]

    @property
    def tie(self) -> bool:
        """Whether both have one score there."""
        return abs(self.scores[0] - self.scores[1]) <= _TIE


def interval_ends(draft: Draft) -> tuple[End, ...]:
    """Every end that has a pair, in the order of the sheet."""
    rows, scores = steady_rows(draft.results), PathScores(draft)
    found = []
    for item in study_stability(draft.results):
        for kind in KINDS:
            interval = getattr(item.stability, kind)
            for side in SIDES:
                pair = getattr(interval, f"{side}_pair")
                if pair is None:
                    continue
                at, old, new = float(getattr(interval, side)), rows[pair[0]], rows[pair[1]]
                weights = scores.weights_at(item.element, at)
                both = tuple(scores.step_values(item.method, weights, index)[-1] for index in (old, new))
                found.append(End(item.method, item.element, kind, side, at, old, new, (both[0], both[1])))
    return tuple(found)


def proof_cell(place: int) -> str:
    """The check of an end, by its place among `interval_ends`."""
    return PROOF.cell(TABLE_FIRST + place, _CHECK)


def write_stability_proof(builder: SheetBuilder, draft: Draft) -> None:
    """Writes for each end the scores of the two projects at that weight."""
    write_title(
        builder, draft, "Stability proof: at each end two projects tie",
        "The weight at the end comes from the program; both scores are worked out here from weights and "
        "values. jump: the order changes without a tie, as a premise gets its first weight.",
    )  # fmt: skip
    for column, text in ((_A, "overtaken project"), (_B, "overtaking project")):
        builder.text(TABLE_HEAD - 1, column, text, builder.style(STRONG))
    builder.texts(TABLE_HEAD, 1, ("method", "id", "what changes", "end"), builder.style(HEAD))
    heads = ("weight at the end", "overtaken", "overtaking", "weight of structures and rights")
    workings = ("D+ or need and aims", "D− or structures", "rights", "score")
    builder.texts(
        TABLE_HEAD, _AT, (*heads, *workings, *workings, "difference", "check"), builder.style(HEAD_RIGHT)
    )
    builder.height(TABLE_HEAD, 42)
    ends, scores = interval_ends(draft), PathScores(draft)
    for row, end in enumerate(ends, start=TABLE_FIRST):
        _write_end(builder, draft, scores, row, end)
    mark_differences(builder)
    widths = {1: 13.0, 2: 6.0, 3: 13.0, 4: 8.0} | dict.fromkeys(range(_AT, _CHECK + 1), 11.0)
    set_up(
        builder, draft, widths=widths, head=TABLE_HEAD, last=TABLE_HEAD + len(ends), columns=_CHECK,
        frozen_columns=4,
    )  # fmt: skip


def _write_end(builder: SheetBuilder, draft: Draft, scores: PathScores, row: int, end: End) -> None:
    number, dash = builder.style(figures("0.0000")), builder.style(CHECK)
    words = (METHOD_NAMES[end.method], end.element, end.kind, end.side)
    builder.texts(row, _METHOD, words, builder.style(WORDS))
    builder.number(row, _AT, end.at, builder.style(in_app("0.000000%")))
    builder.texts(row, _OLD, [draft.study.projects[i].id for i in (end.overtaken, end.overtaking)], dash)
    working = Working(end.method, path_row(draft, end.element), here(row, _AT), here(row, _RISKY))
    weights = scores.weights_at(end.element, end.at)
    if end.method == "benefit_risk":
        builder.formula(row, _RISKY, scores.risky(working), scores.risky_value(weights), number)
    else:
        builder.text(row, _RISKY, "–", dash)
    for column, project in ((_A, end.overtaken), (_B, end.overtaking)):
        _write_score(
            builder, scores, row, column, working, project, scores.step_values(end.method, weights, project)
        )
    first, second = here(row, _A + 3), here(row, _B + 3)
    difference = end.scores[0] - end.scores[1]
    builder.formula(row, _DIFFERENCE, f"{first}-{second}", difference, builder.style(figures("0.000000000")))
    if end.tie:
        builder.check(row, _CHECK, [(first, second)], dash)
    else:
        builder.text(row, _CHECK, JUMP, dash)


def _write_score(
    builder: SheetBuilder, scores: PathScores, row: int, column: int, working: Working, project: int,
    values: list[float],
) -> None:  # fmt: skip
    """The workings of one project and its score."""
    number, dash = builder.style(figures("0.0000")), builder.style(CHECK)
    steps = scores.steps(working, project)
    for offset in range(3):
        if offset < len(steps):
            builder.formula(row, column + offset, steps[offset], values[offset], number)
        else:
            builder.text(row, column + offset, "–", dash)
    formula = scores.score(working, project, [here(row, column + offset) for offset in range(3)])
    builder.formula(row, column + 3, formula, values[-1], builder.style(figures("0.000000", bold=True)))
