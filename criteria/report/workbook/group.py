"""The sheet Group: whose voice counts how much, local weights node by node, how alike the members are."""

from __future__ import annotations

from criteria.model.settings import GROUP as GROUP_WORD
from criteria.report.workbook import group_formulas as formulas
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import line_height, mark_differences, set_up_print, write_title
from criteria.report.workbook.group_agreement import write_agreement, write_globals
from criteria.report.workbook.group_formulas import NONE
from criteria.report.workbook.group_plan import (
    ALONE,
    ANSWERED,
    CHILD,
    COUNTED,
    HEARD,
    ID,
    INDEX,
    MEANS,
    MEMBER_FIRST,
    MEMBER_HEAD,
    NAME,
    NODE_SHARE,
    POWER,
    SHARE,
    SIMILARITY,
    VOICE,
    WAY,
    GroupNode,
    GroupPlan,
)
from criteria.report.workbook.people_words import METHODS
from criteria.report.workbook.references import here, letters, span
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import (
    CHECK,
    HEAD,
    HEAD_RIGHT,
    LABEL,
    NOTE,
    STRONG,
    WORDS,
    figures,
    in_app,
)

_MEMBER_HEADS = ("id", "stakeholder", "way of answering", "voting power", "has answered", "has a voice",
                 "share", "counts alone", "alike", "GCOMPI", "share in app", "alike in app", "GCOMPI in app",
                 "check")  # fmt: skip
_PERCENT = "0.0%"
_COLUMN = 13
_MEANING = (
    "alike: the part of all weight that a member and the group place alike, 100 % = all. GCOMPI: geometric "
    "compatibility index of a member's weights with the group's, 0 = equal, the larger the further apart; "
    "– where somebody gives a weight of zero."
)
_MEANS = {
    "unscaled": "geometric mean, before it is scaled",
    "priorities_geometric": "geometric mean of weights (AIP)",
    "priorities_arithmetic": "arithmetic mean of weights (AIP)",
    "judgements": "from joined judgements (AIJ)",
    "group": "group, by the method in use",
    "used": "weights in use",
}


def write_group(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the members, a table for each node, the agreement and the global weights of everyone."""
    plan = draft.group
    if plan is None:
        raise ValueError("there is no group to write")
    write_title(
        builder, draft, "Group: from everyone's weights to the weights in use",
        "Voting power and answers stand on the sheets of the stakeholders; who has not answered has no "
        "share. Settings say how answers are combined and whose weights count.",
    )  # fmt: skip
    builder.text(3, 1, _MEANING, builder.style(NOTE))
    _write_members(builder, plan)
    _write_source(builder, draft, plan)
    for node in plan.nodes:
        _write_node(builder, plan, node)
    write_agreement(builder, plan)
    write_globals(builder, plan)
    mark_differences(builder)
    sheet = builder.sheet
    longest = max(len(person.person.name) for person in plan.people)
    sheet.column_dimensions["A"].width = 12
    sheet.column_dimensions["B"].width = min(60, max(40, longest + 2))
    sheet.column_dimensions["C"].width = 20
    widest = max((node.entropy_column + node.size + 3 for node in plan.nodes), default=INDEX + 4)
    last = max(widest, INDEX + 4, WAY + len(draft.study.active_criteria))
    for column in range(POWER, last + 1):
        sheet.column_dimensions[letters(column)].width = _COLUMN
    sheet.freeze_panes = f"C{MEMBER_HEAD}"
    set_up_print(sheet, draft)


def _write_members(builder: SheetBuilder, plan: GroupPlan) -> None:
    head, right = builder.style(HEAD), builder.style(HEAD_RIGHT)
    for column, text in enumerate(_MEMBER_HEADS, start=1):
        builder.text(MEMBER_HEAD, column, text, head if column <= WAY else right)
    builder.height(MEMBER_HEAD, 28)
    for place in range(plan.count):
        _write_member(builder, plan, place)


def _write_member(builder: SheetBuilder, plan: GroupPlan, place: int) -> None:
    row, person, numbers = MEMBER_FIRST + place, plan.people[place], plan.numbers
    builder.texts(row, 1, (person.person.id, person.person.name, METHODS[person.person.method]),
                  builder.style(WORDS))  # fmt: skip
    whole, percent, fine = (builder.style(figures(digits)) for digits in ("0", _PERCENT, "0.0000"))
    power = builder.style(figures("General"))
    builder.formula(row, POWER, person.cell("voting_power"), person.person.voting_power, power)
    builder.formula(row, ANSWERED, person.cell("answered"), float(person.answers), whole)
    voice = f"IF(AND({here(row, POWER)}>0,{here(row, ANSWERED)}=1),1,0)"
    builder.formula(row, VOICE, voice, float(numbers.voices[place]), whole)
    powers, voices = _down(plan, POWER), _down(plan, VOICE)
    total = f"SUMPRODUCT({powers},{voices})"
    share = f"IF({total}>0,{here(row, POWER)}*{here(row, VOICE)}/{total},0)"
    builder.formula(row, SHARE, share, float(numbers.shares[place]), percent)
    alone = f"IF(EXACT({here(row, ID)},{here(plan.source_row, WAY)}),1,0)"
    builder.formula(row, ALONE, alone, float(numbers.alone[place]), whole)
    own, group = plan.globals(plan.global_row(place)), plan.globals(plan.global_row(plan.count))
    size, found = len(plan.study.active_criteria), numbers.compatibilities.get(person.person.id)
    voice, alike = here(row, VOICE), NONE if found is None else found.similarity
    index: Value = NONE if found is None or found.index is None else found.index
    builder.formula(row, SIMILARITY, formulas.similarity(own, group, voice, size), alike, percent)
    builder.formula(row, INDEX, formulas.compatibility(own, group, voice, size), index, fine)
    builder.number(row, INDEX + 1, float(numbers.shares[place]), builder.style(in_app(_PERCENT)))
    builder.value(row, INDEX + 2, alike, builder.style(in_app(_PERCENT)))
    builder.value(row, INDEX + 3, index, builder.style(in_app("0.0000")))
    compared = ((SHARE, INDEX + 1), (SIMILARITY, INDEX + 2), (INDEX, INDEX + 3))
    pairs = [(here(row, first), here(row, second)) for first, second in compared]
    builder.check(row, INDEX + 4, pairs, builder.style(CHECK))


def _down(plan: GroupPlan, column: int) -> str:
    return span(MEMBER_FIRST, column, MEMBER_FIRST + plan.count - 1, column)


def _write_source(builder: SheetBuilder, draft: Draft, plan: GroupPlan) -> None:
    """Whose weights count; the program's own answer beside it."""
    row, label = plan.source_row, builder.style(LABEL)
    weights = draft.results.weights.source
    chosen = weights if any(plan.numbers.alone) else GROUP_WORD
    builder.text(row, NAME, "whose weights count: group, or an id", label)
    builder.formula(row, WAY, formulas.source(plan), chosen, builder.style(WORDS))
    builder.text(row, INDEX + 1, chosen, builder.style(in_app()))
    builder.check(row, INDEX + 4, [(here(row, WAY), here(row, INDEX + 1))], builder.style(CHECK))


def _write_node(builder: SheetBuilder, plan: GroupPlan, node: GroupNode) -> None:
    right = builder.style(HEAD_RIGHT)
    builder.text(node.top, 1, node.title, builder.style(STRONG))
    builder.texts(node.top + 1, 1, ("id", "stakeholder"), builder.style(HEAD))
    named = [f"{child} {plan.study.name_of(child)}" for child in node.voices.children]
    builder.texts(node.top + 1, HEARD, ("heard", "power", "share", *named), right)
    for column in range(CHILD + node.size, node.entropy_column):
        builder.blank(node.top + 1, column, right)
    app = tuple(f"{child} in app" for child in node.voices.children)
    builder.texts(node.top + 1, node.entropy_column, ("entropy", "share in app", *app, "check"), right)
    builder.height(node.top + 1, max(28.0, *(line_height(text, _COLUMN) for text in named)))
    for place in range(plan.count):
        _write_voice(builder, plan, node, place)
    for name in MEANS:
        _write_mean(builder, plan, node, name)


def _write_voice(builder: SheetBuilder, plan: GroupPlan, node: GroupNode, place: int) -> None:
    row, person, voices = node.first + place, plan.people[place], node.voices
    block = person.block(voices.node)
    builder.texts(row, 1, (person.person.id, person.person.name), builder.style(WORDS))
    whole, percent = builder.style(figures("0")), builder.style(figures(_PERCENT))
    heard = "0" if block is None else block.heard
    builder.formula(row, HEARD, heard, float(voices.heard[place]), whole)
    counted = f"{plan.member(place, POWER)}*{here(row, HEARD)}"
    builder.formula(row, COUNTED, counted, float(voices.powers[place]), builder.style(figures("General")))
    total = f"SUM({span(node.first, COUNTED, node.first + plan.count - 1, COUNTED)})"
    share = f"IF({total}>0,{here(row, COUNTED)}/{total},0)"
    builder.formula(row, NODE_SHARE, share, float(voices.shares[place]), percent)
    for child in range(node.size):
        weight = f"1/{node.size}" if block is None else block.weight(child)
        builder.formula(row, CHILD + child, weight, float(voices.weights[place, child]), percent)
    values = voices.weights[place].tolist()
    _write_entropy(builder, node, row, values)
    builder.number(row, node.entropy_column + 1, float(voices.shares[place]), builder.style(in_app(_PERCENT)))
    extra = [(here(row, NODE_SHARE), here(row, node.entropy_column + 1))]
    _write_in_app(builder, node, row, values, extra)


def _write_mean(builder: SheetBuilder, plan: GroupPlan, node: GroupNode, name: str) -> None:
    row, found = node.mean_row(name), node.voices.means[name]
    builder.text(row, NAME, _MEANS[name], builder.style(LABEL))
    style = builder.style(figures(_PERCENT, bold=name == "used"))
    values: list[Value] = [NONE] * node.size if found is None else found.tolist()
    for child in range(node.size):
        formula = formulas.used(plan, node, child) if name == "used" else formulas.means(node, child)[name]
        builder.formula(row, CHILD + child, formula, values[child], style)
    if name == "priorities_arithmetic" and found is not None:
        _write_entropy(builder, node, row, found.tolist())
    _write_in_app(builder, node, row, values, [])


def _write_entropy(builder: SheetBuilder, node: GroupNode, row: int, values: list[float]) -> None:
    cells = span(row, CHILD, row, CHILD + node.size - 1)
    builder.formula(row, node.entropy_column, formulas.entropy(cells), formulas_entropy(values),
                    builder.style(figures("0.0000")))  # fmt: skip


def formulas_entropy(values: list[float]) -> float:
    """Shannon's entropy of weights, 0 ln 0 = 0."""
    import math

    return -math.fsum(value * math.log(value) for value in values if value > 0)


def _write_in_app(
    builder: SheetBuilder, node: GroupNode, row: int, values: list[Value] | list[float],
    extra: list[tuple[str, str]],
) -> None:  # fmt: skip
    """The program's own weights beside a row, and whether all agree."""
    first, style = node.entropy_column + 2, builder.style(in_app(_PERCENT))
    pairs = list(extra)
    for child, value in enumerate(values):
        builder.value(row, first + child, value, style)
        pairs.append((here(row, CHILD + child), here(row, first + child)))
    builder.check(row, first + node.size, pairs, builder.style(CHECK))
