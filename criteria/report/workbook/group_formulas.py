"""The formulas of a group as texts: who is heard, how weights are combined, how alike they are."""

from __future__ import annotations

from criteria.model.settings import GROUP as GROUP_WORD
from criteria.report.workbook.geometry import GROUP
from criteria.report.workbook.group_plan import (
    ALONE,
    CHILD,
    COUNTED,
    ID,
    NODE_SHARE,
    VOICE,
    GroupNode,
    GroupPlan,
)
from criteria.report.workbook.people_words import BANDS
from criteria.weighting.consensus import BANDS as LIMITS
from criteria.weighting.consensus import VERY_LOW

NONE = "–"
#: Rounding must not push a consensus into the next word.
_NEAR = "1E-9"


def source(plan: GroupPlan) -> str:
    """Whose weights count: the one chosen, the only one who answered, or the group."""
    ids, voices = plan.members(ID), plan.members(VOICE)
    chosen = f'AND(NOT(EXACT(weights_of,"{GROUP_WORD}")),SUMPRODUCT(EXACT({ids},weights_of)*1)>0)'
    nobody = plan.member(0, ID) if plan.count == 1 else f'"{GROUP_WORD}"'
    only = f"IF(SUM({voices})=1,INDEX({ids},MATCH(1,{voices},0)),{nobody})"
    return f"IF({chosen},weights_of,{only})"


def geometric(node: GroupNode, child: int) -> str:
    """The geometric mean of the members' weights, before it is scaled: a zero of anyone makes it zero."""
    weights, shares = node.column(CHILD + child), node.column(NODE_SHARE)
    zero = f"SUMPRODUCT(({shares}>0)*({weights}=0))>0"
    return f"IF({zero},0,EXP(SUMPRODUCT({shares},LN({weights}+({weights}=0)))))"


def means(node: GroupNode, child: int) -> dict[str, str]:
    """The formula of each row under the members of a node."""
    counted, equal = f"SUM({node.column(COUNTED)})", f"1/{node.size}"
    raised = GROUP.across(node.mean_row("unscaled"), CHILD, node.size)
    mean = f"{node.mean('unscaled', child)}/SUM({raised})"
    weights, shares = node.column(CHILD + child), node.column(NODE_SHARE)
    rows = {name: node.mean(name, child) for name in ("priorities_geometric", "priorities_arithmetic")}
    joined = node.mean("judgements", child)
    return {
        "unscaled": geometric(node, child),
        "priorities_geometric": f'IF({counted}>0,IF(SUM({raised})>0,{mean},"{NONE}"),{equal})',
        "priorities_arithmetic": f"IF({counted}>0,SUMPRODUCT({shares},{weights}),{equal})",
        "judgements": node.joint.priority(child),
        # Where zeros leave no geometric mean, the arithmetic one stands in, as in the program.
        "group": f'IF(group_method="judgements",{joined},IF(AND(group_method="priorities_geometric",'
        f"ISNUMBER({rows['priorities_geometric']})),{rows['priorities_geometric']},"
        f"{rows['priorities_arithmetic']}))",
    }


def used(plan: GroupPlan, node: GroupNode, child: int) -> str:
    """The local weight in use: of the one who counts alone, or of the group."""
    alone = plan.members(ALONE)
    own = f"SUMPRODUCT({alone},{node.column(CHILD + child)})"
    return f"IF(SUM({alone})>0,{own},{node.mean('group', child)})"


def entropy(cells: str) -> str:
    """Shannon's entropy of weights in a row; a weight of nothing adds nothing."""
    return f"-SUMPRODUCT({cells},LN({cells}+({cells}=0)))"


def correction(size: int) -> str:
    """exp(smallest entropy) / n: the most extreme weights that a scale up to 9 allows."""
    most, least = f"9/({size}+8)", f"1/({size}+8)"
    return f"EXP(-({most}*LN({most})+{size - 1}*{least}*LN({least})))/{size}"


def indicator(beta: str, correction_cell: str) -> str:
    """Goepel's S*, kept between 0 and 1."""
    return f"MIN(1,MAX(0,(EXP(-{beta})-{correction_cell})/(1-{correction_cell})))"


def band(cell: str) -> str:
    """The word for an S*."""
    formula = f'IF({cell}>{VERY_LOW:g}+{_NEAR},"{BANDS["low"]}","{BANDS["very-low"]}")'
    for lower, name in reversed(LIMITS):
        formula = f'IF({cell}>={lower:g}-{_NEAR},"{BANDS[name]}",{formula})'
    return f'IF(ISNUMBER({cell}),{formula},"{NONE}")'


def similarity(own: str, group: str, voice: str, size: int) -> str:
    """The part of all weight that a member and the group place alike."""
    whole = f"AND({voice}=1,COUNT({own})+COUNT({group})={2 * size})"
    return f'IF({whole},MAX(0,1-0.5*SUMPRODUCT(ABS({own}-{group}))),"{NONE}")'


def compatibility(own: str, group: str, voice: str, size: int) -> str:
    """The geometric compatibility index: n Σd² − (Σd)², d = ln own − ln group, is Σ (d_i − d_j)²."""
    if size < 3:
        return f'"{NONE}"'
    gap = f"LN({own})-LN({group})"
    squares = f"{size}*SUMPRODUCT(({gap})^2)-SUMPRODUCT({gap})^2"
    index = f"2*({squares})/({size - 1}*{size - 2})"
    whole = f"AND({voice}=1,COUNT({own})+COUNT({group})={2 * size})"
    return f'IF({whole},IF(MIN({own},{group})>0,{index},"{NONE}"),"{NONE}")'


def spread(shares: str, ratios: str, logs: str, power: str, mean: str) -> str:
    """The geometric standard deviation of one judgement among those who made it."""
    made = f"{shares}*ISNUMBER({ratios})"
    square = f"SUMPRODUCT({made}*({logs}-LN({mean}))^2)/{power}"
    freedom = f"1-SUMPRODUCT(({made})^2)/{power}^2"
    several = f"SUMPRODUCT(({shares}>0)*ISNUMBER({ratios}))>1"
    return f'IF({several},EXP(SQRT({square}/({freedom}))),"{NONE}")'
