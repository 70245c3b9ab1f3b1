"""The sheets Stability and Stability proof: how far each weight may move, and that the ends are ties."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.model.settings import Method
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import mark_differences, set_up, write_title
from criteria.report.workbook.geometry import PATHS, PROOF, TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.path_scores import PathScores, Working
from criteria.report.workbook.references import here
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import CHECK, HEAD, HEAD_RIGHT, STRONG, WORDS, figures, in_app
from criteria.report.workbook.weight_paths import WEIGHT, path_row
from criteria.robustness.study_sensitivity import ElementStability, steady_rows, study_stability

METHOD_NAMES: dict[Method, str] = {"topsis": "TOPSIS", "ahp": "AHP", "benefit_risk": "Benefit-risk"}
_KINDS = ("winner", "order")
_SIDES = ("lower", "upper")
#: Columns of Stability: method, id, name, weight now, then for each kind its ends and who overtakes whom.
_FIRST_END = 5
#: Columns of the proof.
_METHOD, _ELEMENT, _KIND, _SIDE, _AT, _OLD, _NEW, _RISKY, _A, _B = 1, 2, 3, 4, 5, 6, 7, 8, 9, 13
_DIFFERENCE, _CHECK = 17, 18


@dataclass(frozen=True)
class _End:
    """One end of an interval at which two projects change places."""

    item: ElementStability
    kind: str
    side: str
    at: float
    overtaken: int
    overtaking: int


def write_stability(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the intervals as the program found them; each end links to its proof."""
    write_title(
        builder, draft, "Stability: how far one weight may move",
        "While the others keep their proportions, the winner (or the whole order) of the ranked projects "
        "with every figure known stays the same between these weights.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, ("method", "id", "premise or criterion"), builder.style(HEAD))
    builder.text(TABLE_HEAD, 4, "weight now", builder.style(HEAD_RIGHT))
    for place, title in enumerate(("same winner", "same order")):
        column = _FIRST_END + 6 * place
        builder.text(TABLE_HEAD - 1, column, title, builder.style(STRONG))
        heads = ("from", "to", "below that", "proof", "above that", "proof")
        builder.texts(TABLE_HEAD, column, heads, builder.style(HEAD_RIGHT))
    proofs = {(id(end.item), end.kind, end.side): place for place, end in enumerate(_ends(draft))}
    items = study_stability(draft.results)
    for row, item in enumerate(items, start=TABLE_FIRST):
        _write_item(builder, draft, row, item, proofs)
    widths = {1: 13.0, 2: 6.0, 3: 40.0, 4: 9.0}
    for place in range(2):
        column = _FIRST_END + 6 * place
        widths |= {
            column: 8.0,
            column + 1: 8.0,
            column + 2: 22.0,
            column + 3: 8.0,
            column + 4: 22.0,
            column + 5: 8.0,
        }
    set_up(
        builder, draft, widths=widths, head=TABLE_HEAD, last=TABLE_HEAD + len(items), columns=_FIRST_END + 11,
        frozen_columns=3,
    )  # fmt: skip


def write_stability_proof(builder: SheetBuilder, draft: Draft) -> None:
    """Writes for each end the scores of the two projects at that weight: they are equal."""
    write_title(
        builder, draft, "Stability proof: at each end two projects tie",
        "The weight at the end comes from the program; both scores are worked out here from weights and "
        "values.",
    )  # fmt: skip
    for column, text in ((_A, "overtaken project"), (_B, "overtaking project")):
        builder.text(TABLE_HEAD - 1, column, text, builder.style(STRONG))
    builder.texts(TABLE_HEAD, 1, ("method", "id", "what changes", "end"), builder.style(HEAD))
    heads = ("weight at the end", "overtaken", "overtaking", "weight of structures and rights")
    workings = ("D+ or need and aims", "D− or structures", "rights", "score")
    last = ("difference", "check")
    builder.texts(TABLE_HEAD, _AT, (*heads, *workings, *workings, *last), builder.style(HEAD_RIGHT))
    builder.height(TABLE_HEAD, 42)
    ends = _ends(draft)
    scores = PathScores(draft)
    for place, end in enumerate(ends):
        _write_end(builder, draft, scores, TABLE_FIRST + place, end)
    mark_differences(builder)
    widths = {1: 13.0, 2: 6.0, 3: 13.0, 4: 8.0} | dict.fromkeys(range(_AT, _CHECK + 1), 11.0)
    set_up(
        builder, draft, widths=widths, head=TABLE_HEAD, last=TABLE_HEAD + len(ends), columns=_CHECK,
        frozen_columns=4,
    )  # fmt: skip


def _ends(draft: Draft) -> tuple[_End, ...]:
    """Every end inside 0..1, in the order of the proof."""
    rows = steady_rows(draft.results)
    found = []
    for item in study_stability(draft.results):
        for kind in _KINDS:
            interval = getattr(item.stability, kind)
            for side in _SIDES:
                pair = getattr(interval, f"{side}_pair")
                if pair is not None:
                    at = float(getattr(interval, side))
                    found.append(_End(item, kind, side, at, rows[pair[0]], rows[pair[1]]))
    return tuple(found)


def _write_item(
    builder: SheetBuilder,
    draft: Draft,
    row: int,
    item: ElementStability,
    proofs: dict[tuple[int, str, str], int],
) -> None:
    words, percent = builder.style(WORDS), builder.style(in_app("0.0%"))
    name = draft.study.name_of(item.element)
    builder.texts(row, 1, (METHOD_NAMES[item.method], item.element, name), words)
    now = PATHS.cell(path_row(draft, item.element), WEIGHT)
    builder.formula(row, 4, now, item.stability.weight, builder.style(figures("0.0%")))
    for place, kind in enumerate(_KINDS):
        interval = getattr(item.stability, kind)
        column = _FIRST_END + 6 * place
        builder.number(row, column, interval.lower, percent)
        builder.number(row, column + 1, interval.upper, percent)
        for offset, side in enumerate(_SIDES):
            pair = getattr(interval, f"{side}_pair")
            where = column + 2 + 2 * offset
            if pair is None:
                builder.texts(row, where, ("–", "–"), builder.style(CHECK))
                continue
            overtaken, overtaking = (item.projects[index] for index in pair)
            builder.text(row, where, f"{overtaking} overtakes {overtaken}", builder.style(CHECK))
            proof = PROOF.cell(TABLE_FIRST + proofs[id(item), kind, side], _CHECK)
            formula = f'IF({proof}="equal","tie","changed")'
            builder.formula(row, where + 1, formula, "tie", builder.style(CHECK))


def _write_end(builder: SheetBuilder, draft: Draft, scores: PathScores, row: int, end: _End) -> None:
    words, number = builder.style(WORDS), builder.style(figures("0.0000"))
    method = end.item.method
    builder.texts(row, _METHOD, (METHOD_NAMES[method], end.item.element, end.kind, end.side), words)
    builder.number(row, _AT, end.at, builder.style(in_app("0.000000%")))
    ids = tuple(draft.study.projects[index].id for index in (end.overtaken, end.overtaking))
    builder.texts(row, _OLD, ids, builder.style(CHECK))
    working = Working(method, path_row(draft, end.item.element), here(row, _AT), here(row, _RISKY))
    weights = scores.weights_at(end.item.element, end.at)
    if method == "benefit_risk":
        builder.formula(row, _RISKY, scores.risky(working), scores.risky_value(weights), number)
    else:
        builder.text(row, _RISKY, "–", builder.style(CHECK))
    for column, project in ((_A, end.overtaken), (_B, end.overtaking)):
        cells = [here(row, column + offset) for offset in range(3)]
        steps = scores.steps(working, project)
        values = scores.step_values(method, weights, project)
        for offset in range(3):
            if offset < len(steps):
                builder.formula(row, column + offset, steps[offset], values[offset], number)
            else:
                builder.text(row, column + offset, "–", builder.style(CHECK))
        formula = scores.score(working, project, cells)
        builder.formula(row, column + 3, formula, values[-1], builder.style(figures("0.000000", bold=True)))
    first, second = here(row, _A + 3), here(row, _B + 3)
    both = [scores.step_values(method, weights, project)[-1] for project in (end.overtaken, end.overtaking)]
    builder.formula(
        row, _DIFFERENCE, f"{first}-{second}", both[0] - both[1], builder.style(figures("0.000000000"))
    )
    builder.check(row, _CHECK, [(first, second)], builder.style(CHECK))
