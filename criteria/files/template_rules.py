"""What the cells of the data-entry workbook accept, and what they say when they are entered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from criteria.files.template_columns import TemplateColumn
from criteria.model.fields import profile_field
from criteria.model.study import Study
from criteria.model.tree import Criterion

if TYPE_CHECKING:
    from openpyxl.worksheet.datavalidation import DataValidation

#: Excel's limits for the title and the text of an input message.
LONGEST_TITLE, LONGEST_PROMPT = 32, 255


def cell_rule(column: TemplateColumn, study: Study, lists: Mapping[str, str]) -> DataValidation:
    """The rule of a column: a list, limits or just a message; `lists` has the range of words by attribute."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(allow_blank=True, showErrorMessage=True, showInputMessage=True)
    rule.promptTitle = column.name[:LONGEST_TITLE]
    rule.errorTitle = column.head[:LONGEST_TITLE]
    if column.kind == "profile":
        _profile_rule(rule, column, lists)
    else:
        _score_rule(rule, column, study.criterion(column.target))
    rule.prompt = _shortened(rule.prompt)
    rule.error = _shortened(rule.error or f"Enter {column.unit}.")
    return rule


def _profile_rule(rule: DataValidation, column: TemplateColumn, lists: Mapping[str, str]) -> None:
    field = profile_field(column.target)
    rule.prompt = f"{column.meaning}. {column.unit[:1].upper()}{column.unit[1:]}."
    if field.kind == "choice":
        rule.type, rule.formula1 = "list", lists[field.attribute]
        rule.error = "Choose one of the words in the list; sheet Vocabularies shows them."
    elif field.kind == "flag":
        rule.type, rule.formula1 = "list", '"yes,no"'
        rule.error = "Write yes, no or nothing."
    elif field.kind in ("money", "number"):
        _between(rule, field.minimum, field.maximum)
    elif field.attribute == "iso3":
        rule.type, rule.operator, rule.formula1 = "textLength", "equal", "3"
        rule.error = "A country code has three letters, such as MOZ."


def _score_rule(rule: DataValidation, column: TemplateColumn, criterion: Criterion) -> None:
    rule.prompt = f"{column.meaning}."
    if column.kind == "year":
        rule.type, rule.operator, rule.formula1, rule.formula2 = "whole", "between", "1900", "2100"
        rule.error = "Enter a year such as 2024."
    elif column.figures and criterion.levels:
        levels = ",".join(str(level.value) for level in criterion.levels)
        rule.type, rule.formula1 = "list", f'"{levels}"'
        labels = "; ".join(f"{level.value} {level.label}" for level in criterion.levels)
        rule.prompt = labels if column.kind == "value" else f"{column.meaning}. {labels}"
        rule.error = f"Enter a level from {criterion.minimum:g} to {criterion.maximum:g}; see sheet Levels."
    elif column.figures:
        _between(rule, criterion.minimum, criterion.maximum)
        rule.prompt = f"{column.meaning} {column.unit}." if column.kind == "value" else f"{column.meaning}."


def _between(rule: DataValidation, minimum: float | None, maximum: float | None) -> None:
    rule.type = "decimal"
    if maximum is None:
        rule.operator, rule.formula1 = "greaterThanOrEqual", f"{minimum or 0:g}"
        rule.error = f"Enter a number of {minimum or 0:g} or more, without unit."
    else:
        rule.operator, rule.formula1, rule.formula2 = "between", f"{minimum or 0:.10g}", f"{maximum:.10g}"
        rule.error = f"Enter a number from {minimum or 0:.10g} to {maximum:.10g}, without unit."


def _shortened(text: str | None) -> str:
    plain = (text or "").replace("..", ".")
    return plain if len(plain) <= LONGEST_PROMPT else f"{plain[: LONGEST_PROMPT - 1]}…"
