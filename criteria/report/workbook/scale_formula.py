"""The ratio that an answer of 1 to 9 stands for, as a formula of the answer and of the scale chosen."""

from __future__ import annotations

from collections.abc import Mapping

from criteria.model.people import JUDGEMENT_SCALES, JudgementScale

_FUNCTIONS: Mapping[JudgementScale, str] = {
    "linear": "{x}",
    "balanced": "((9+{x})/(11-{x}))",
    "balanced_n": "((9+({n}-1)*{x})/(9+{n}-{x}))",
    "geometric": "2^({x}-1)",
    "power": "{x}^2",
}


def scale_formula(answer: str, scale: str, size: int, otherwise: str) -> str:
    """The ratio for the answer in a cell on the scale named in another; `otherwise` where it is no number."""
    raised = f"MIN(9,MAX({answer},1/{answer}))"
    ratio = _ratio(raised, scale, size)
    return f'IF(ISNUMBER({answer}),({ratio})^IF({answer}>=1,1,-1),"{otherwise}")'


def _ratio(answer: str, scale: str, size: int) -> str:
    formula = _FUNCTIONS[JUDGEMENT_SCALES[0]].format(x=answer, n=size)
    for name in JUDGEMENT_SCALES[1:]:
        formula = f'IF({scale}="{name}",{_FUNCTIONS[name].format(x=answer, n=size)},{formula})'
    return formula
