"""What a reviewer may change on the sheets of answers and of the group, and the same done in the program."""

from __future__ import annotations

from criteria.edits.people import set_stakeholder, set_way_of_answering
from criteria.edits.weights import judge, set_figures, set_order, withdraw_judgement
from criteria.model.people import Judgement
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.report.workbook.node_plan import MATRIX
from criteria.report.workbook.people_plan import Block, PersonPlan, people_plans
from tests.criteria.report.workbook import cases, cells, group_cases
from tests.criteria.report.workbook.edits import Change, Edits, setting


def place(reference: str) -> tuple[str, str]:
    """The sheet and the cell that a formula names."""
    sheet, cell = reference.rsplit("!", 1)
    return sheet.strip("'"), cell.replace("$", "")


def plan_of(study: Study, identity: str) -> PersonPlan:
    """Where the answers of a stakeholder stand."""
    return next(plan for plan in people_plans(study) if plan.person.id == identity)


def block_of(study: Study, identity: str, node: str) -> Block:
    """Where the answers of a stakeholder under a node stand."""
    plan = plan_of(study, identity)
    found = plan.asked if node == "all" else plan.block(node)
    assert found is not None
    return found


def figure(study: Study, identity: str, node: str, child: str, value: float | None) -> Edits:
    """A swing, a number of points, a rating, or a place in an order."""
    block = block_of(study, identity, node)
    row = block.first + block.found.children.index(child)
    return {place(block.sheet.cell(row, MATRIX)): value}


def judgement(study: Study, identity: str, node: str, first: str, second: str, value: float | None) -> Edits:
    """An answer above the diagonal of a matrix."""
    block = block_of(study, identity, node)
    children = block.found.children
    top = block.first if block.answers_top is None else block.answers_top + 2
    row, column = top + children.index(first), MATRIX + children.index(second)
    return {place(block.sheet.cell(row, column)): value}


def of_person(study: Study, identity: str, name: str, value: float | str) -> Edits:
    """The voting power of a stakeholder, or the scale or kind of weights chosen."""
    return {place(plan_of(study, identity).cell(name)): value}


def _answers_of_many(sheets: cells.Sheets) -> Edits:
    study = group_cases.mixed()
    return (
        judgement(study, "ST2", "goal", "P1", "P3", 1 / 7)
        | judgement(study, "ST2", "P1", "N1", "N2", None)
        | judgement(study, "st1", "goal", "P1", "P2", 8.0)
        | of_person(study, "st1", "way", "geometric")
        | of_person(study, "ST3", "way", "reciprocal")
        | figure(study, "ST3", "goal", "P4", 1.0)
        | figure(study, "ST5", "goal", "P2", 90.0)
        | of_person(study, "ST1", "voting_power", 3.0)
        | of_person(study, "ST7", "voting_power", 1.5)
        | setting(sheets, "group_method", "judgements")
    )


def _with_answers_of_many(study: Study) -> Results:
    study = judge(study, "ST2", Judgement("goal", "P1", "P3", 1 / 7))
    study = withdraw_judgement(study, "ST2", "P1", "N1", "N2")
    study = judge(study, "st1", Judgement("goal", "P1", "P2", 8.0))
    study = set_way_of_answering(study, "st1", judgement_scale="geometric")
    study = set_way_of_answering(study, "ST3", rank_weights="reciprocal")
    study = set_order(study, "ST3", "goal", [["P2", "P3", "P4"], ["P1"]])
    study = set_figures(study, "ST5", "rating", {"P2": 90.0})
    study = set_stakeholder(study, "ST1", voting_power=3.0)
    study = set_stakeholder(study, "ST7", voting_power=1.5)
    return rank(cases.with_settings(study, group_method="judgements"))


def _one_chosen(sheets: cells.Sheets) -> Edits:
    study = group_cases.mixed()
    chosen = setting(sheets, "weights_of", "ST5") | figure(study, "ST5", "P3", "A2", 80.0)
    # Weights by best and worst are values: what they do not fit any more is told, and counts nothing here.
    return chosen | figure(study, "ST4", "goal", "P2", 5.0)


def _with_one_chosen(study: Study) -> Results:
    study = set_figures(study, "ST5", "rating", {"A2": 80.0})
    return rank(cases.with_settings(study, weights_of="ST5"))


def _swings(sheets: cells.Sheets) -> Edits:
    study = group_cases.session()
    return (
        figure(study, "ST3", "all", "A2", 100.0)
        | figure(study, "ST5", "all", "N1", None)
        | of_person(study, "ST4", "voting_power", 0.0)
        | setting(sheets, "group_method", "priorities_arithmetic")
    )


def _with_swings(study: Study) -> Results:
    study = set_figures(study, "ST3", "swing", {"A2": 100.0})
    study = set_figures(study, "ST5", "swing", {"N1": 0.0})
    study = set_stakeholder(study, "ST4", voting_power=0.0)
    return rank(cases.with_settings(study, group_method="priorities_arithmetic"))


def _an_abstainer_answers(sheets: cells.Sheets) -> Edits:
    study = group_cases.joined()
    return (
        judgement(study, "ST6", "P4", "H1", "H2", 5.0)
        | judgement(study, "ST6", "P4", "H1", "H3", 1 / 2)
        | judgement(study, "ST6", "P4", "H2", "H3", 3.0)
        | judgement(study, "ST6", "P4", "H1", "H4", 4.0)
        | figure(study, "ST3", "all", "H4", 1.0)
        | setting(sheets, "group_method", "priorities_geometric")
    )


def _with_an_abstainer(study: Study) -> Results:
    for first, second, value in (
        ("H1", "H2", 5.0),
        ("H1", "H3", 1 / 2),
        ("H2", "H3", 3.0),
        ("H1", "H4", 4.0),
    ):
        study = judge(study, "ST6", Judgement("P4", first, second, value))
    study = set_order(study, "ST3", "all", [["A1", "N1", "H4"], ["H1"], ["S1", "S2", "A2"]])
    return rank(cases.with_settings(study, group_method="priorities_geometric"))


def _nobody_else(sheets: cells.Sheets) -> Edits:
    study = group_cases.session()
    people = [person.id for person in study.stakeholders[1:]]
    return {key: 0.0 for identity in people for key in of_person(study, identity, "voting_power", 0.0)}


def _with_nobody_else(study: Study) -> Results:
    for person in study.stakeholders[1:]:
        study = set_stakeholder(study, person.id, voting_power=0.0)
    return rank(study)


CHANGES: tuple[Change, ...] = (
    Change("answers of many, votes, joined judgements", group_cases.mixed, _answers_of_many,
           _with_answers_of_many),
    Change("the weights of one who is chosen", group_cases.mixed, _one_chosen, _with_one_chosen),
    Change("swings, a vote taken away, arithmetic mean", group_cases.session, _swings, _with_swings),
    Change("an abstainer answers, an order grows", group_cases.joined, _an_abstainer_answers,
           _with_an_abstainer),
    Change("only one keeps a vote", group_cases.session, _nobody_else, _with_nobody_else),
)  # fmt: skip
