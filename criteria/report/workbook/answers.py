"""The sheets Answers: one for each stakeholder, from what was said to local weights, all in formulas."""

from __future__ import annotations

from criteria.model.people import JUDGEMENT_SCALES, RANK_WEIGHTS
from criteria.report.workbook.answer_best_worst import write_best_worst
from criteria.report.workbook.answer_figures import write_figures, write_part
from criteria.report.workbook.answer_orders import write_order
from criteria.report.workbook.answer_pairs import plan_of, write_pairs
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import choose_from, mark_differences, set_up_print, write_title
from criteria.report.workbook.node_plan import MATRIX
from criteria.report.workbook.people_plan import Block, PersonPlan, person_row
from criteria.report.workbook.people_words import METHODS, RANKS, SCALES
from criteria.report.workbook.priorities import write_workings
from criteria.report.workbook.references import here, letters
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import (
    CHECK,
    INPUT_WORDS,
    LABEL,
    NOTE,
    PLAIN,
    STRONG,
    figures,
    in_app,
    inputs,
)

_READ = {
    "pairwise": "How many times more the row matters than the column; an empty yellow cell was not answered.",
    "swing": "100 for the swing from worst to best that matters most, the others in proportion to it.",
    "direct": "Points shared out: the more, the more important.",
    "rating": "10 for the least important, the others in proportion above it.",
    "rank_order": "Place 1 for the most important; equals share a place.",
    "best_worst": "How many times (1 to 9) the best beats each item, and each item the worst. The weights "
    "solve a linear programme: they are values, and formulas prove them.",
}
#: The width of the column that says in words what consistency ratios mean.
_VERDICT = 24
_FOLLOW = "Change a yellow cell and all weights and rankings follow."
_LAYOUTS = {"hierarchy": "premises, then criteria under each", "flat": "all criteria at once"}


def write_answers(builder: SheetBuilder, draft: Draft, plan: PersonPlan) -> None:
    """Writes who answered, the blocks of all nodes, and the workings of comparisons below them."""
    person = plan.person
    follow = "" if person.method == "best_worst" else f" {_FOLLOW}"
    write_title(builder, draft, f"Answers: {person.name}", _READ[person.method] + follow)
    _write_person(builder, plan)
    if plan.refusal:
        builder.text(person_row("note") + 2, 1, f"No weights follow: {plan.refusal}", builder.style(STRONG))
    if plan.asked is not None:
        _write_block(builder, draft, plan, plan.asked)
    for block in plan.blocks:
        _write_block(builder, draft, plan, block)
    _write_workings(builder, plan)
    mark_differences(builder)
    sheet = builder.sheet
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 12, 46
    widest = max([MATRIX + 4, *(block.weight_column + 2 for block in plan.blocks)])
    for column in range(MATRIX, widest + 1):
        sheet.column_dimensions[letters(column)].width = 12
    if person.method == "pairwise":
        sheet.column_dimensions[letters(plan.weight_column + 3)].width = _VERDICT
    sheet.freeze_panes = "C3"
    set_up_print(sheet, draft)


def _write_block(builder: SheetBuilder, draft: Draft, plan: PersonPlan, block: Block) -> None:
    match block.kind:
        case "pairwise":
            write_pairs(builder, draft, plan, block)
        case "order":
            write_order(builder, plan, block)
        case "best_worst":
            write_best_worst(builder, plan, block)
        case "part":
            write_part(builder, plan, block)
        case _:
            write_figures(builder, plan, block)


def _write_person(builder: SheetBuilder, plan: PersonPlan) -> None:
    person, label = plan.person, builder.style(LABEL)
    way, meaning = _way(plan)
    rows = {
        "name": ("stakeholder", f"{person.id} {person.name}"),
        "organisation": ("organisation", person.organisation),
        "role": ("role", person.role),
        "method": ("way of answering", METHODS[person.method]),
        "layout": ("asked", _LAYOUTS["flat" if person.is_flat else "hierarchy"]),
        "note": ("note", person.note),
    }
    plain = builder.style(PLAIN)
    for name, (title, text) in rows.items():
        if text:
            builder.text(person_row(name), 2, title, label)
            builder.text(person_row(name), MATRIX, text, plain)
    builder.text(person_row("voting_power"), 2, "voting power", label)
    builder.number(person_row("voting_power"), MATRIX, person.voting_power, builder.style(inputs()))
    if meaning:
        builder.text(person_row("way"), 2, way, label)
        choices, chosen = meaning
        builder.text(person_row("way"), MATRIX, chosen, builder.style(INPUT_WORDS))
        choose_from(builder, here(person_row("way"), MATRIX), f'"{",".join(choices)}"')
        builder.text(person_row("way"), MATRIX + 1, _meaning(plan), builder.style(NOTE))
    _write_answered(builder, plan)


def _way(plan: PersonPlan) -> tuple[str, tuple[tuple[str, ...], str] | None]:
    """The label of the row for the scale or the kind of weights, with the choices and the one made."""
    person = plan.person
    if person.method == "rank_order":
        return "weights of places", (RANK_WEIGHTS, person.rank_weights)
    if person.method == "pairwise" and person.judgement_scale != "linear":
        return "scale of judgement", (JUDGEMENT_SCALES, person.judgement_scale)
    return "", None


def _meaning(plan: PersonPlan) -> str:
    person = plan.person
    if person.method == "rank_order":
        return f"{person.rank_weights}: {RANKS[person.rank_weights]}"
    return f"{person.judgement_scale}: {SCALES[person.judgement_scale]}"


def _write_answered(builder: SheetBuilder, plan: PersonPlan) -> None:
    """Whether anything was answered: whoever has not has no voice in a group."""
    row, column = person_row("answered"), plan.weight_column
    flags = "+".join(block.answered for block in plan.blocks)
    formula = f"IF({flags}>0,1,0)" if flags else str(int(plan.answers))
    builder.text(row, 2, "has answered (1 = yes)", builder.style(LABEL))
    builder.formula(row, MATRIX, formula, float(plan.answers), builder.style(figures("0")))
    builder.number(row, column + 1, float(plan.answers), builder.style(in_app("0")))
    builder.check(row, column + 2, [(here(row, MATRIX), here(row, column + 1))], builder.style(CHECK))


def _write_workings(builder: SheetBuilder, plan: PersonPlan) -> None:
    compared = [block for block in plan.blocks if block.kind == "pairwise"]
    if not compared:
        return
    builder.text(
        plan_of(compared[0]).steps_top - 1,
        1,
        "Workings: from ratios to weights, step by step",
        builder.style(STRONG),
    )
    for block in compared:
        write_workings(builder, plan_of(block))
