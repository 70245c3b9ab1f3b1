"""Where the answers of each stakeholder stand."""

from __future__ import annotations

import itertools

from criteria.report.workbook.people_plan import people_plans, person_row, weighed_nodes
from tests.criteria.report.workbook import cases, group_cases


def test_that_blocks_and_workings_do_not_overlap() -> None:
    for plan in people_plans(group_cases.joined()):
        blocks = ([plan.asked] if plan.asked else []) + list(plan.blocks)
        tops = [block.top if block.answers_top is None else block.answers_top for block in blocks]
        assert tops[0] == person_row("note") + 2
        for (before, _), (_, top) in itertools.pairwise(zip(blocks, tops, strict=True)):
            assert before.end <= top
        steps = [block.plan for block in blocks if block.plan is not None]
        if steps:
            assert steps[0].steps_top > blocks[-1].below("heard")
            for first, second in itertools.pairwise(steps):
                assert first.steps()["end"] == second.steps_top


def test_that_sheets_are_named_by_id_as_a_spreadsheet_allows() -> None:
    names = [plan.sheet.sheet for plan in people_plans(group_cases.arithmetic())]
    assert names == ["Answers A B", "Answers A B (2)", "Answers ST3", "Answers ST4", "Answers ST5"]
    assert [plan.sheet.sheet for plan in people_plans(group_cases.mixed())][::7] == [
        "Answers ST1",
        "Answers st1 (2)",
    ]
    base = cases.small().stakeholders[0]
    long = [cases.changed(base, id=f"{'x' * 40}'{k}") for k in range(12)]
    found = [p.sheet.sheet for p in people_plans(cases.changed(cases.small(), stakeholders=tuple(long)))]
    assert len({name.casefold() for name in found}) == 12
    assert max(map(len, found)) <= 31


def test_that_impossible_answers_are_told_and_give_no_block() -> None:
    plan = people_plans(group_cases.arithmetic())[2]
    assert "answers go from 1 (equally important) to 9" in plan.refusal
    assert plan.blocks == ()
    assert not plan.answers


def test_that_a_node_with_one_child_has_no_block() -> None:
    study = group_cases.few()
    single = cases.changed(
        study, criteria=tuple(cases.changed(c, active=c.id not in ("N2", "N3", "N4")) for c in study.criteria)
    )
    assert weighed_nodes(single) == ("goal", "P2", "P3", "P4")
    assert people_plans(single)[0].block("P1") is None
