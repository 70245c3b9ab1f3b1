"""What a ballot accepts and shows: drop-downs, limits, locked cells, frozen panes, paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from criteria.files.ballot_plan import BallotPlan, Question
from criteria.files.ballot_sheet import question_row
from criteria.report.ballot.geometry import (
    ANSWER,
    CHOICES_COLUMN,
    DATA_SHEET,
    HEAD_ROW,
    LIST_COLUMN,
    OTHER_ANSWER,
    STRENGTHS_ROW,
    Geometry,
)
from criteria.report.workbook.frame import foot, set_paper
from criteria.report.workbook.references import letters

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.datavalidation import DataValidation
    from openpyxl.worksheet.worksheet import Worksheet

_LIMITS = {"swing": (0.0, 100.0), "direct": (0.0, 100.0), "rating": (10.0, 1000.0)}


def add_rules(sheet: Worksheet, plan: BallotPlan, geometry: Geometry, choices: list[tuple[str, ...]]) -> None:
    """Gives every answer cell its drop-down or limits, with a sentence on what belongs there."""
    shared: dict[str, DataValidation] = {}
    for question, offered in zip(plan.questions, choices, strict=True):
        row = geometry.row(question)
        if question.kind in ("pair", "best", "worst"):
            _add(sheet, _own_list(plan, question, len(offered)), row, ANSWER)
        if question.kind == "pair":
            _share(sheet, shared, "strength", row, OTHER_ANSWER)
        elif question.kind == "steps":
            _share(sheet, shared, "strength", row, ANSWER)
            _share(sheet, shared, "strength", row, OTHER_ANSWER)
        elif question.kind == "figure":
            _share(sheet, shared, plan.method, row, ANSWER)
        elif question.kind == "place":
            _share(sheet, shared, f"place {len(plan.asked(question.node))}", row, ANSWER)


def protect(book: Workbook) -> None:
    """Locks everything but the answer cells, without a password; columns may be made wider."""
    from openpyxl.workbook.protection import WorkbookProtection

    for sheet in book.worksheets:
        sheet.protection.sheet = True
        sheet.protection.formatColumns = False
        sheet.protection.formatRows = False
    book.security = WorkbookProtection(lockStructure=True)


def set_up_page(sheet: Worksheet, plan: BallotPlan, *, landscape: bool, head: int = 0) -> None:
    """A4 as in every workbook, heads on every page, whose ballot it is at the foot."""
    set_paper(sheet, foot(f"{plan.name} · {plan.title}"), landscape=landscape)
    if head:
        sheet.freeze_panes = f"A{head + 1}"
        sheet.print_title_rows = f"{head}:{head}"


def set_up_questions(sheet: Worksheet, plan: BallotPlan) -> None:
    """Paper and panes of the sheet of questions; the first answer cell is where one starts."""
    set_up_page(sheet, plan, landscape=True, head=HEAD_ROW)
    view = sheet.sheet_view
    for selection in view.selection:
        selection.activeCell = selection.sqref = f"{letters(ANSWER)}{HEAD_ROW + 2}"


def _own_list(plan: BallotPlan, question: Question, count: int) -> DataValidation:
    row = question_row(plan, question)
    first, last = letters(CHOICES_COLUMN), letters(CHOICES_COLUMN + count - 1)
    rule = _list(f"{DATA_SHEET.prefix}${first}${row}:${last}${row}")
    rule.error = "Choose one of the entries of the list, or clear the cell."
    return rule


def _list(source: str) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation("list", formula1=source, allow_blank=True, showErrorMessage=True)
    rule.errorTitle = "Not in the list"
    return rule


def _share(sheet: Worksheet, shared: dict[str, DataValidation], kind: str, row: int, column: int) -> None:
    """One rule for all cells of a kind."""
    rule = shared.get(kind)
    if rule is None:
        rule = shared[kind] = _shared_rule(kind)
        sheet.add_data_validation(rule)
    rule.add(f"{letters(column)}{row}")


def _shared_rule(kind: str) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    if kind == "strength":
        first, last = letters(LIST_COLUMN), letters(LIST_COLUMN + 8)
        rule = _list(f"{DATA_SHEET.prefix}${first}${STRENGTHS_ROW}:${last}${STRENGTHS_ROW}")
        rule.error = (
            "Choose how much more from the list, 1 (equally) to 9 (extremely more), or clear the cell."
        )
        return rule
    if kind.startswith("place "):
        count = int(kind.removeprefix("place "))
        rule = _list('"' + ",".join(str(place) for place in range(1, count + 1)) + '"')
        rule.error = f"Choose a place from 1 (most important) to {count}, or clear the cell."
        return rule
    lowest, highest = _LIMITS[kind]
    rule = DataValidation("decimal", operator="between", allow_blank=True, showErrorMessage=True)
    rule.formula1, rule.formula2 = f"{lowest:g}", f"{highest:g}"
    rule.errorTitle = "Points"
    rule.error = f"Enter a number of points from {lowest:g} to {highest:g}, or clear the cell."
    return rule


def _add(sheet: Worksheet, rule: DataValidation, row: int, column: int) -> None:
    sheet.add_data_validation(rule)
    rule.add(f"{letters(column)}{row}")
