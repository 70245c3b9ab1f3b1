"""The sheets of answers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.files.example import example_session
from criteria.model.study import Study
from criteria.report.workbook.people_plan import people_plans, person_row
from criteria.report.workbook.references import letters
from tests.criteria.report.workbook import cells, group_cases
from tests.criteria.report.workbook.group_edits import block_of, place

SheetsOf = Callable[[Callable[[], Study]], cells.Sheets]


def cell(sheets: cells.Sheets, reference: str) -> cells.Cell:
    sheet, name = place(reference)
    return sheets[sheet][name]


def words(sheets: cells.Sheets, sheet: str) -> set[str]:
    return {str(one.value) for one in sheets[sheet].values()}


def test_that_everyone_has_a_sheet_with_name_and_voting_power(sheets_of: SheetsOf) -> None:
    sheets = sheets_of(group_cases.mixed)
    for plan in people_plans(group_cases.mixed()):
        power = cell(sheets, plan.cell("voting_power"))
        assert (power.formula, power.value) == ("", plan.person.voting_power)
        assert cell(sheets, plan.cell("name")).value == f"{plan.person.id} {plan.person.name}"
        answered = cell(sheets, plan.cell("answered"))
        assert answered.value == (0.0 if plan.person.id == "ST6" else 1.0)
        assert answered.formula.startswith("IF(")


def test_that_texts_of_others_never_become_formulas(sheets_of: SheetsOf) -> None:
    sheet = sheets_of(group_cases.mixed)["Answers ST1"]
    assert sheet[f"C{person_row('organisation')}"] == cells.Cell("", "=1+1", "inlineStr")
    assert f"B{person_row('note')}" not in sheet


def test_that_a_consistency_ratio_is_judged_in_words(sheets_of: SheetsOf) -> None:
    sheets, study = sheets_of(group_cases.mixed), group_cases.mixed()
    told = set()
    for plan in people_plans(study):
        for block in plan.blocks:
            if block.plan is None:
                continue
            row, column = block.plan.consistency_row("cr"), block.weight_column
            ratio = sheets[plan.sheet.sheet][f"{letters(column)}{row}"].value
            verdict = sheets[plan.sheet.sheet][f"{letters(column + 3)}{row}"]
            expected = "no ratio can be given"
            if isinstance(ratio, float):
                expected = "look again (above 0.10)" if ratio > 0.10 else "consistent"
            assert verdict.value == expected
            assert verdict.formula.startswith("IF(ISNUMBER(")
            told.add(expected)
    assert {"look again (above 0.10)", "consistent"} <= told


def test_that_swings_are_inputs_and_shares_formulas(sheets_of: SheetsOf) -> None:
    sheets, study = sheets_of(group_cases.example_session), example_session()
    block = block_of(study, "ST3", "all")
    first = study.stakeholders[2]
    for row, child in enumerate(block.found.children, start=block.first):
        swing = sheets[block.sheet.sheet][f"C{row}"]
        assert (swing.formula, swing.value) == ("", first.swings[child])
    weight = cell(sheets, block.weight(0))
    assert weight.formula.startswith("IF(SUM($C$16:$C$31)>0,$C$16/SUM(")
    assert "The largest swing is 100, as the method asks." in words(sheets, block.sheet.sheet)


def test_that_a_premise_weighs_the_sum_of_its_criteria(sheets_of: SheetsOf) -> None:
    sheets, study = sheets_of(group_cases.example_session), example_session()
    goal, asked = block_of(study, "ST1", "goal"), block_of(study, "ST1", "all")
    own = [cell(sheets, asked.weight(k)).value for k in range(asked.size)]
    found = [sheets[goal.sheet.sheet][f"C{goal.first + k}"] for k in range(4)]
    assert [one.formula.split("(")[0] for one in found] == ["SUM"] * 4
    assert sum(float(one.value or 0) for one in found) == pytest.approx(sum(float(v or 0) for v in own))


def test_that_items_on_one_place_share_the_weights_of_their_positions(sheets_of: SheetsOf) -> None:
    sheets, block = sheets_of(group_cases.mixed), block_of(group_cases.mixed(), "ST3", "goal")
    sheet = sheets[block.sheet.sheet]
    assert [sheet.get(f"C{block.first + k}") for k in range(4)][3] is None
    assert [sheet[f"C{block.first + k}"].value for k in range(3)] == [2.0, 1.0, 1.0]
    assert [cell(sheets, block.weight(k)).value for k in range(4)] == [0.2, 0.35, 0.35, 0.1]


def test_that_answers_on_a_scale_stand_above_the_ratios_they_stand_for(sheets_of: SheetsOf) -> None:
    sheets, block = sheets_of(group_cases.mixed), block_of(group_cases.mixed(), "st1", "goal")
    assert block.answers_top is not None
    answer = sheets[block.sheet.sheet][f"D{block.answers_top + 2}"]
    assert (answer.formula, answer.value) == ("", 5.0)
    ratio = sheets[block.sheet.sheet][f"D{block.first}"]
    assert ratio.value == pytest.approx((9 + 3 * 5) / (9 + 4 - 5))
    assert '="balanced_n"' in ratio.formula


def test_that_weights_by_best_and_worst_are_values_with_a_proof(sheets_of: SheetsOf) -> None:
    sheets, block = sheets_of(group_cases.mixed), block_of(group_cases.mixed(), "ST4", "goal")
    weight = cell(sheets, block.weight(0))
    assert weight.formula == ""
    assert weight.value == pytest.approx(block.found.weights[0])
    xi, bound = (sheets[block.sheet.sheet][f"K{block.below(name)}"] for name in ("xi", "bound"))
    assert xi.formula
    assert bound.formula
    assert xi.value == pytest.approx(bound.value, abs=1e-9)
    found = words(sheets, block.sheet.sheet)
    assert "Proven: no weights fit these answers better." in found
    assert "Best and worst are not chosen yet." in found
    assert f"{block.title}: best P1, worst P4" in found


def test_that_impossible_answers_are_told_on_their_sheet(sheets_of: SheetsOf) -> None:
    found = words(sheets_of(group_cases.arithmetic), "Answers ST3")
    assert any(text.startswith("No weights follow: ") for text in found)
