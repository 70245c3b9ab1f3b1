"""The sheet Projects: the profile of every project as it was entered."""

from __future__ import annotations

from criteria.model.fields import FIELDS, ProfileField
from criteria.model.projects import Project
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, title_width, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD, field_column
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import HEAD, HEAD_RIGHT, INPUT_WORDS, MUTED_WORDS, WORDS, figures, inputs

#: Fields that red lines and safeguards read: changing them here changes the screening.
LIVE = frozenset({
    "pillar", "mode", "iso3", "sector", "technology_tags", "end_user_type", "biometric_mode", "safeguards",
    "less_intrusive_alternative", "end_user_known_violation", "oda_recipient", "ldc", "budget_eur",
    "rule_of_law", "freedom_total",
})  # fmt: skip
_WIDTHS: dict[str, float] = {
    "id": 7, "country": 18, "sector": 18, "technology": 36, "technology_tags": 40, "end_user_type": 22,
    "biometric_mode": 18, "safeguards": 32, "rationale": 60, "note": 60, "income_group": 20,
    "sdg_targets": 14,
}  # fmt: skip


def write_projects(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the sheet; semicolons part lists, truth values are yes and no, the unknown stays empty."""
    write_title(
        builder, draft, "Projects: profile as entered",
        "Blue cells on yellow are read by red lines and safeguards; change one and the screening follows.",
    )  # fmt: skip
    for column, field in enumerate(FIELDS, start=1):
        head = HEAD_RIGHT if field.kind in ("number", "money") else HEAD
        unit = f" ({field.unit})" if field.unit else ""
        builder.text(TABLE_HEAD, column, field.name + unit, builder.style(head))
    builder.height(TABLE_HEAD, 28)
    looks = [_look(builder, field) for field in FIELDS]
    for row, project in enumerate(draft.study.projects, start=TABLE_FIRST):
        for column, field in enumerate(FIELDS, start=1):
            builder.value(row, column, _shown(project, field), looks[column - 1])
    widths = {place: _WIDTHS.get(field.attribute, 12.0) for place, field in enumerate(FIELDS, start=1)}
    widths[field_column("title")] = title_width(draft)
    set_up(
        builder, draft,
        widths=widths,
        head=TABLE_HEAD, last=TABLE_FIRST + draft.geometry.projects - 1, columns=len(FIELDS),
    )  # fmt: skip


def listed(items: tuple[str, ...]) -> str:
    """A list as one cell holds it."""
    return "; ".join(items)


def _shown(project: Project, field: ProfileField) -> Value | None:
    value = getattr(project, field.attribute)
    if isinstance(value, tuple):
        return listed(value)
    shown: Value | None = value
    return shown


def _look(builder: SheetBuilder, field: ProfileField) -> int:
    numeric = field.kind in ("number", "money")
    numbers = {"budget_eur": "#,##0", "rule_of_law": "0.00"}.get(field.attribute, "General")
    if field.attribute in LIVE:
        return builder.style(inputs(numbers) if numeric else INPUT_WORDS)
    if numeric:
        return builder.style(figures(numbers))
    return builder.style(MUTED_WORDS if field.kind == "long_text" else WORDS)
