"""What a workbook says of answers by best and worst, as formulas and as the program says it."""

from __future__ import annotations

from criteria.report.workbook.references import number
from criteria.weighting.best_worst_input import THRESHOLDS, InputConsistency

PROVEN = "Proven: no weights fit these answers better."
RECOMPUTE = "An answer was changed: recompute these weights in the program."
NOT_CHOSEN = "Best and worst are not chosen yet."
#: The solver of the linear programme keeps its constraints to about this.
SAME = "1E-7"
_UNTOLD = "It cannot be told yet whether the answers contradict each other."
_EXCEEDS = "An answer exceeds the one of best over worst, which no order of importance allows."
_SOUND = "The answers do not contradict each other."
_NO_THRESHOLD = "No threshold is published for this case."
_KEPT, _BROKEN = "Acceptable: not above the threshold.", "Above the threshold: look at the largest ratio."


def threshold_formula(extreme: str, size: int) -> str:
    """The threshold of Liang, Brunelli & Rezaei (2020) by the answer of best over worst."""
    formula = '"–"'
    if not 3 <= size <= 9:
        return formula
    for answer, row in sorted(THRESHOLDS.items(), reverse=True):
        formula = f"IF({extreme}={answer},{number(row[size - 3])},{formula})"
    return formula


def consistency_formula(ratio: str, threshold: str, given: str, extreme: str) -> str:
    """What ratio and threshold say, in words."""
    judged = f'IF(ISNUMBER({threshold}),IF({ratio}<={threshold},"{_KEPT}","{_BROKEN}"),"{_NO_THRESHOLD}")'
    none = f'IF(MAX({given})>{extreme},"{_EXCEEDS}","{_SOUND}")'
    return f'IF(ISNUMBER({ratio}),IF({ratio}<=1E-12,{none},{judged}),"{_UNTOLD}")'


def consistency_words(found: InputConsistency) -> str:
    """The same words for what the program found."""
    if found.ratio is None:
        return _UNTOLD
    if found.ratio <= 1e-12:
        return _EXCEEDS if found.exceeding else _SOUND
    if found.threshold is None:
        return _NO_THRESHOLD
    return _KEPT if found.ratio <= found.threshold else _BROKEN
