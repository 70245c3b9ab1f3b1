"""The sheets of the group."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.report.workbook.draft import Draft, Provenance, speaks_for_people
from criteria.report.workbook.group_plan import ALONE, SHARE, SIMILARITY, VOICE, GroupPlan
from criteria.report.workbook.references import letters
from criteria.sessions.group_report import group_report
from criteria.weighting.group import aij
from criteria.weighting.study_weights import group_weights
from tests.criteria.report.workbook import cases, cells, group_cases
from tests.criteria.report.workbook.group_edits import place

SheetsOf = Callable[[Callable[[], Study]], cells.Sheets]


def plan_of(make: Callable[[], Study]) -> GroupPlan:
    plan = Draft(rank(make()), Provenance()).group
    assert plan is not None
    return plan


def value(sheets: cells.Sheets, reference: str) -> cells.Value:
    sheet, name = place(reference)
    return sheets[sheet][name].value


def member_column(sheets: cells.Sheets, plan: GroupPlan, column: int) -> list[cells.Value]:
    return [value(sheets, plan.member(k, column)) for k in range(plan.count)]


def test_that_who_abstains_or_has_no_vote_has_no_share(sheets_of: SheetsOf) -> None:
    sheets, plan = sheets_of(group_cases.mixed), plan_of(group_cases.mixed)
    assert member_column(sheets, plan, VOICE) == [1, 1, 1, 1, 1, 0, 0, 1]
    assert member_column(sheets, plan, SHARE) == pytest.approx(
        [1 / 7, 2 / 7, 1 / 7, 1 / 7, 1 / 7, 0, 0, 1 / 7]
    )
    assert member_column(sheets, plan, ALONE) == [0] * 8
    assert value(sheets, plan.source) == "group"


def test_that_each_way_of_combining_is_the_program_s(sheets_of: SheetsOf) -> None:
    sheets, plan = sheets_of(group_cases.mixed), plan_of(group_cases.mixed)
    for node in plan.nodes:
        for way in ("priorities_geometric", "priorities_arithmetic", "judgements"):
            expected = group_weights(plan.study, method=way).node(node.voices.node).weights
            found = [value(sheets, node.mean(way, child)) for child in range(node.size)]
            assert found == pytest.approx(expected.tolist(), abs=1e-12), (node.voices.node, way)


def test_that_agreement_is_that_of_the_group_report(sheets_of: SheetsOf) -> None:
    sheets, plan = sheets_of(group_cases.example_session), plan_of(group_cases.example_session)
    report = group_report(plan.study)
    overall = value(sheets, plan.agreement(len(plan.nodes), 9))
    assert overall == pytest.approx(report.agreement.overall)
    alike = member_column(sheets, plan, SIMILARITY)
    assert alike == pytest.approx([one.similarity for one in report.compatibilities])


def test_that_rankings_read_the_group_and_the_choice_of_whose_weights_count(sheets_of: SheetsOf) -> None:
    sheets, plan = sheets_of(group_cases.one_counts), plan_of(group_cases.one_counts)
    row = cells.row_of(sheets, "Weights", "N1")
    assert sheets["Weights"][f"E{row}"].formula.startswith("Group!$F$")
    assert value(sheets, plan.source) == "ST2"
    assert member_column(sheets, plan, ALONE) == [0, 1, 0, 0, 0, 0, 0, 0]
    settings = {str(cell.value) for cell in sheets["Settings"].values()}
    assert {"group_method", "weights_of"} <= settings


def test_that_joined_judgements_are_those_of_the_members_who_spoke(sheets_of: SheetsOf) -> None:
    sheets, plan = sheets_of(group_cases.joined), plan_of(group_cases.joined)
    node = plan.nodes[0]
    voices = node.voices
    spoke = voices.shares > 0
    expected = aij(list(voices.stack[spoke]), voices.shares[spoke])
    found = [value(sheets, node.joined(k)) for k in range(6)]
    assert found == pytest.approx([expected[i, j] for i, j in node.pairs])
    matrix = sheets["Joined judgements"]
    assert matrix[f"{letters(4)}{node.joint.first}"].formula == node.joined(0)


def test_that_a_zero_of_anyone_leaves_no_geometric_mean_of_that_item(sheets_of: SheetsOf) -> None:
    sheets, plan = sheets_of(group_cases.arithmetic), plan_of(group_cases.arithmetic)
    node = plan.node("P1")
    assert node is not None
    assert value(sheets, node.mean("unscaled", 0)) == 0.0
    assert value(sheets, node.mean("used", 0)) > 0.0  # type: ignore[operator]


def test_that_one_person_has_no_group_and_judgements_in_pairs_keep_their_sheets() -> None:
    alone = Draft(rank(group_cases.one_swings()), Provenance())
    assert (len(alone.people), alone.group) == (1, None)
    assert alone.local_weights["P1"].startswith("'Answers ST1'!")
    assert not speaks_for_people(rank(cases.small()))
    assert not speaks_for_people(rank(cases.direct_points()))
    assert not speaks_for_people(cases.given())


def test_that_ids_come_with_names_and_indices_with_their_meaning(sheets_of: SheetsOf) -> None:
    study = group_cases.mixed()
    found = {str(one.value) for one in sheets_of(group_cases.mixed)["Group"].values()}
    elements = [child for node in study.nodes for child in study.children(node)]
    assert {f"{element} {study.name_of(element)}" for element in elements} <= found
    for word in ("GCOMPI: geometric compatibility index", "alpha: mean of", "S* from 0"):
        assert any(word in text for text in found), word
