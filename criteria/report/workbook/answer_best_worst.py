"""Best and worst on a sheet of answers: the program's weights, and formulas that prove them the best."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from criteria.report.workbook.answer_rows import (
    NONE,
    column_of,
    item,
    own,
    write_below,
    write_block_head,
    write_label,
    write_words,
)
from criteria.report.workbook.best_worst_numbers import BestWorstNumbers, Proof, best_worst_numbers
from criteria.report.workbook.best_worst_words import (
    NOT_CHOSEN,
    PROVEN,
    RECOMPUTE,
    SAME,
    consistency_formula,
    consistency_words,
    threshold_formula,
)
from criteria.report.workbook.frame import amber_when_empty
from criteria.report.workbook.node_plan import MATRIX
from criteria.report.workbook.people_plan import Block, PersonPlan
from criteria.report.workbook.references import here
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import STRONG, figures, in_app, inputs

_HEADS = ("best over it", "it over worst", "off (best)", "off (worst)", "z (best)", "z (worst)", "bound",
          "ratio")  # fmt: skip
_BEST, _WORST, _OFF_BEST, _OFF_WORST, _Z_BEST, _Z_WORST, _BOUND, _RATIO = range(8)


def write_best_worst(builder: SheetBuilder, person: PersonPlan, block: Block) -> None:
    """Writes answers as inputs, the program's weights as values, proof and consistency as formulas."""
    write_block_head(builder, block, _HEADS)
    weights = block.found.weights if block.is_heard else None
    answer = person.person.best_worst.get(block.found.node)
    numbers = best_worst_numbers(block.found.children, answer, weights)
    value = builder.style(in_app("0.0%"))
    for i in range(block.size):
        builder.number(block.first + i, block.weight_column, float(block.found.weights[i]), value)
    if numbers is None:
        write_words(builder, block, "proof", f'"{NOT_CHOSEN}"', NOT_CHOSEN)
    else:
        chosen = (block.found.children[place] for place in (numbers.answers.best, numbers.answers.worst))
        title = "{}: best {}, worst {}".format(block.title, *chosen)
        builder.text(block.top, 1, title, builder.style(STRONG))
        writer = _Writer(builder, block, numbers)
        writer.write_answers()
        if numbers.proof is not None:
            writer.write_proof(numbers.proof)
        writer.write_consistency()
    _write_flags(builder, block)


def _write_flags(builder: SheetBuilder, block: Block) -> None:
    """What the program found out about the answers; these are its own numbers, as the weights are."""
    flags: Mapping[str, tuple[str, float]] = {
        "missing": ("not answered (the program's number)", float(block.found.missing)),
        "answered": ("answered (1 = yes; the program's number)", float(block.found.status != "unanswered")),
        "heard": ("heard in a group (1 = yes; the program's number)", float(block.is_heard)),
    }
    for name, (label, value) in flags.items():
        write_label(builder, block, name, label)
        builder.number(block.below(name), block.weight_column, value, builder.style(in_app("0")))


class _Writer:
    """The parts of one node in which best and worst are chosen."""

    def __init__(self, builder: SheetBuilder, block: Block, numbers: BestWorstNumbers) -> None:
        self._builder, self._block, self._numbers = builder, block, numbers
        self._answers = numbers.answers
        self._extreme = item(block, self._answers.worst, _BEST)

    def write_answers(self) -> None:
        """How many times the best beats each, and each the worst; best over worst stands twice."""
        builder, block, answers = self._builder, self._block, self._answers
        style, fixed = builder.style(inputs()), builder.style(in_app("0"))
        for i in range(block.size):
            row = block.first + i
            for offset, given, itself in (
                (_BEST, answers.best_to_others[i], answers.best),
                (_WORST, answers.others_to_worst[i], answers.worst),
            ):
                known = None if np.isnan(given) else float(given)
                if i == itself:
                    builder.number(row, MATRIX + offset, 1, fixed)
                elif offset == _WORST and i == answers.best:
                    formula = f'IF(ISNUMBER({self._extreme}),{self._extreme},"{NONE}")'
                    builder.formula(
                        row,
                        MATRIX + offset,
                        formula,
                        NONE if known is None else known,
                        builder.style(figures("General")),
                    )
                else:
                    builder.value(row, MATRIX + offset, known, style)
                    amber_when_empty(builder, row, MATRIX + offset, row, MATRIX + offset)

    def write_proof(self, proof: Proof) -> None:
        """Deviations of the weights from the answers, and a bound below which no weights can go."""
        builder, block = self._builder, self._block
        fine, fixed = builder.style(figures("0.0000")), builder.style(in_app("0.0000"))
        for i in range(block.size):
            row = block.first + i
            for offset, formula, value in self._deviations(i, proof):
                builder.formula(row, MATRIX + offset, formula, value, fine)
            builder.number(row, MATRIX + _Z_BEST, float(proof.best_multipliers[i]), fixed)
            builder.number(row, MATRIX + _Z_WORST, float(proof.worst_multipliers[i]), fixed)
            builder.formula(row, MATRIX + _BOUND, self._bound(i), float(proof.bounds[i]), fine)
        weights = f"{here(block.first, block.weight_column)}:{here(block.last, block.weight_column)}"
        off = f"{item(block, 0, _OFF_BEST)}:{item(block, block.size - 1, _OFF_WORST)}"
        write_below(builder, block, "xi", "ξ, the largest deviation of these weights", f"MAX({off})",
                    proof.xi, "0.000000")  # fmt: skip
        multipliers = f"{item(block, 0, _Z_BEST)}:{item(block, block.size - 1, _Z_WORST)}"
        least = f"MAX(0,MIN({column_of(block, _BOUND)})/MAX(1,SUMPRODUCT(ABS({multipliers}))))"
        label = "no weights deviate less than (z: the program's multipliers)"
        write_below(builder, block, "bound", label, least, proof.bound, "0.000000")
        gap = f"{own(block, 'xi')}-{own(block, 'bound')}"
        words = f'IF(AND(ABS(SUM({weights})-1)<={SAME},{gap}<={SAME}),"{PROVEN}","{RECOMPUTE}")'
        write_words(builder, block, "proof", words, PROVEN)

    def _deviations(self, i: int, proof: Proof) -> list[tuple[int, str, Value]]:
        block, answers = self._block, self._answers
        weight = here(block.first + i, block.weight_column)
        best, worst = (here(block.first + j, block.weight_column) for j in (answers.best, answers.worst))
        found: list[tuple[int, str, Value]] = []
        if i != answers.best:
            given = item(block, i, _BEST)
            formula = f'IF(ISNUMBER({given}),ABS({best}-{given}*{weight}),"{NONE}")'
            found.append((_OFF_BEST, formula, _shown(float(proof.from_best[i]))))
        if i not in (answers.best, answers.worst):
            given = item(block, i, _WORST)
            formula = f'IF(ISNUMBER({given}),ABS({weight}-{given}*{worst}),"{NONE}")'
            found.append((_OFF_WORST, formula, _shown(float(proof.to_worst[i]))))
        return found

    def _bound(self, i: int) -> str:
        """What the multipliers leave for one item in the sum of all deviations."""
        block, answers = self._block, self._answers
        if i == answers.best:
            return f"SUM({column_of(block, _Z_BEST)})"
        less = f"{item(block, i, _Z_BEST)}*{item(block, i, _BEST)}"
        if i == answers.worst:
            return f"-{less}-SUMPRODUCT({column_of(block, _Z_WORST)},{column_of(block, _WORST)})"
        return f"{item(block, i, _Z_WORST)}-{less}"

    def write_consistency(self) -> None:
        """The input-based consistency ratio, its threshold, and what they say."""
        builder, block, found = self._builder, self._block, self._numbers.consistency
        fine, extreme = builder.style(figures("0.0000")), self._extreme
        for i in range(block.size):
            if i in (self._answers.best, self._answers.worst):
                continue
            first, second, ratio = item(block, i, _BEST), item(block, i, _WORST), found.ratios[i]
            gap = f"ABS({first}*{second}-{extreme})"
            formula = (
                f"IF(AND(ISNUMBER({first}),ISNUMBER({second}),ISNUMBER({extreme})),"
                f'IF({extreme}=1,0,{gap}/({extreme}^2-{extreme})),"{NONE}")'
            )
            builder.formula(block.first + i, MATRIX + _RATIO, formula, _shown(ratio), fine)
        ratios = column_of(block, _RATIO)
        nothing = f'IF(ISNUMBER({extreme}),0,"{NONE}")' if block.size == 2 else f'"{NONE}"'
        largest = f"IF(COUNT({ratios})=0,{nothing},MAX({ratios}))"
        write_below(builder, block, "ratio", "consistency ratio of the answers", largest,
                    _shown(found.ratio), "0.0000")  # fmt: skip
        write_below(builder, block, "threshold", "threshold for this many items and this scale",
                    threshold_formula(extreme, block.size), _shown(found.threshold), "0.0000")  # fmt: skip
        given = f"{item(block, 0, _BEST)}:{item(block, block.size - 1, _WORST)}"
        words = consistency_formula(own(block, "ratio"), own(block, "threshold"), given, extreme)
        write_words(builder, block, "verdict", words, consistency_words(found))


def _shown(value: float | None) -> Value:
    return NONE if value is None or np.isnan(value) else value
