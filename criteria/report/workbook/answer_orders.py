"""A rank order on a sheet of answers: places as inputs, the weight of each place, ties that share."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.model.people import RankWeights, Stakeholder
from criteria.report.workbook.answer_rows import (
    column_of,
    item,
    write_below,
    write_block_head,
    write_heard,
    write_weights_of,
)
from criteria.report.workbook.frame import amber_when_empty
from criteria.report.workbook.node_plan import MATRIX
from criteria.report.workbook.people_plan import Block, PersonPlan, person_row
from criteria.report.workbook.references import here
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import figures, inputs
from criteria.weighting.rank_order import rank_order_weights

_HEADS = ("place", "counts as", "before it", "level with", "position", "its weight")
_PLACE, _KEY, _BEFORE, _LEVEL, _POSITION, _SHARE = range(6)


def write_order(builder: SheetBuilder, person: PersonPlan, block: Block) -> None:
    """Writes the order of one node; items on one place share the weights of the positions they take."""
    write_block_head(builder, block, _HEADS)
    places = placed(person.person, block)
    style = builder.style(inputs("0"))
    for i, place in enumerate(places):
        builder.value(block.first + i, MATRIX, None if place is None else float(place), style)
    amber_when_empty(builder, block.first, MATRIX, block.last, MATRIX)
    _write_positions(builder, person.person, block, places)
    position, share = column_of(block, _POSITION), column_of(block, _SHARE)
    weights = []
    for i in range(block.size):
        before, level = item(block, i, _BEFORE), item(block, i, _LEVEL)
        taken = f"({position}>{before})*({position}<={before}+{level})"
        weights.append(f"SUMPRODUCT({taken}*{share})/{level}")
    write_weights_of(builder, block, weights)
    given = column_of(block, _PLACE)
    left = f"{block.size}-COUNT({given})"
    write_below(builder, block, "missing", "not placed yet: last, level with each other", left,
                float(block.found.missing))  # fmt: skip
    write_heard(builder, block, f"IF(COUNT({given})>0,1,0)")


def placed(person: Stakeholder, block: Block) -> list[int | None]:
    """The place of each item from 1, None for those not placed yet; places without items are left out."""
    children = block.found.children
    groups = [set(group).intersection(children) for group in person.orders.get(block.found.node, ())]
    numbers = {child: number for number, group in enumerate(filter(None, groups), start=1) for child in group}
    return [numbers.get(child) for child in children]


def _write_positions(
    builder: SheetBuilder, person: Stakeholder, block: Block, places: list[int | None]
) -> None:
    given, key = column_of(block, _PLACE), column_of(block, _KEY)
    last = max((place for place in places if place is not None), default=0) + 1
    keys = np.array([last if place is None else place for place in places], dtype=float)
    shares = position_shares(block.size, person.rank_weights)
    whole, fine = builder.style(figures("0")), builder.style(figures("0.0000"))
    for i in range(block.size):
        row, place, own = block.first + i, item(block, i, _PLACE), item(block, i, _KEY)
        counts = f"IF(ISNUMBER({place}),{place},MAX({given})+1)"
        builder.formula(row, MATRIX + _KEY, counts, float(keys[i]), whole)
        before, level = float((keys < keys[i]).sum()), float((keys == keys[i]).sum())
        builder.formula(row, MATRIX + _BEFORE, f"SUMPRODUCT(({key}<{own})*1)", before, whole)
        builder.formula(row, MATRIX + _LEVEL, f"SUMPRODUCT(({key}={own})*1)", level, whole)
        builder.number(row, MATRIX + _POSITION, i + 1, whole)
        formula = _share(block, item(block, i, _POSITION))
        builder.formula(row, MATRIX + _SHARE, formula, float(shares[i]), fine)


def _share(block: Block, position: str) -> str:
    """The weight of a position by the kind of rank weights that the stakeholder chose."""
    n, kind = block.size, here(person_row("way"), MATRIX)
    positions = column_of(block, _POSITION)
    centroid = f"SUMPRODUCT(({positions}>={position})/{positions})/{n}"
    reciprocal = f"1/{position}/SUMPRODUCT(1/{positions})"
    by_sum = f"2*({n}+1-{position})/({n}*({n}+1))"
    return f'IF({kind}="sum",{by_sum},IF({kind}="reciprocal",{reciprocal},{centroid}))'


def position_shares(count: int, kind: RankWeights) -> Floats:
    """The weights of the positions 1 to n."""
    return rank_order_weights(np.arange(1.0, count + 1.0), kind).weights
