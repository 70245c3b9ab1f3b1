"""The columns of the data-entry workbook: what stands in their heads, how wide they are, what they mean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from criteria.files.column_words import SCORE_PARTS, ColumnKind
from criteria.files.template_words import template_words
from criteria.model.fields import FIELDS, ProfileField, profile_field
from criteria.model.study import Study
from criteria.model.tree import Criterion, Role

#: Fields that close the table, since they hold sentences.
_LAST = ("rationale", "note")
_WIDTHS: Mapping[str, float] = {
    "id": 8, "title": 44, "iso3": 8, "country": 20, "technology": 34, "technology_tags": 34, "safeguards": 22,
    "end_user_type": 20, "biometric_mode": 18, "income_group": 18, "rationale": 90, "note": 60,
}  # fmt: skip
_KIND_WIDTHS: Mapping[str, float] = {"money": 14, "number": 11, "flag": 12}
_PART_WIDTHS: Mapping[ColumnKind, float] = {
    "value": 15,
    "low": 11,
    "high": 11,
    "source": 24,
    "year": 8,
    "note": 24,
}
_PART_NAMES: Mapping[ColumnKind, str] = {
    "low": "low", "high": "high", "source": "source", "year": "year", "note": "note",
}  # fmt: skip
_PART_MEANINGS: Mapping[ColumnKind, str] = {
    "low": "Lowest value you hold possible; leave it empty where the value is certain",
    "high": "Highest value you hold possible; leave it empty where the value is certain",
    "source": "Document or data set the value is taken from",
    "year": "Year the value describes, not the year it was published",
    "note": "What a reader should know about the value",
}


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """One column; `outline` 1 folds bounds away, 2 evidence as well."""

    head: str
    name: str
    kind: ColumnKind
    target: str
    width: float
    numbers: str
    outline: int
    role: Role | None
    meaning: str
    unit: str
    source: str
    figures: bool


def template_columns(study: Study) -> tuple[TemplateColumn, ...]:
    """The profile, then each active criterion with its bounds and evidence, then the fields of sentences."""
    profile = [_profile_column(field) for field in FIELDS if field.attribute not in _LAST]
    scores = [column for criterion in study.active_criteria for column in _score_columns(study, criterion)]
    return (*profile, *scores, *(_profile_column(profile_field(name)) for name in _LAST))


def _profile_column(field: ProfileField) -> TemplateColumn:
    words = template_words().fields[field.attribute]
    figures = field.kind in ("money", "number")
    # Columns of short texts are set as text, or a spreadsheet would make 3.10 a number and 3-4 a date.
    numbers = {"money": "#,##0", "number": "General", "long_text": "General"}.get(field.kind, "@")
    return TemplateColumn(
        head=field.attribute,
        name=f"{field.name} ({field.unit})" if field.unit else field.name,
        kind="profile",
        target=field.attribute,
        width=max(len(field.attribute) + 2, _WIDTHS.get(field.attribute, _KIND_WIDTHS.get(field.kind, 15))),
        numbers=numbers,
        outline=0,
        role=None,
        meaning=words.meaning,
        unit=_values(field),
        source=words.source,
        figures=figures,
    )


def _values(field: ProfileField) -> str:
    if field.kind == "choice":
        return " / ".join(field.vocabulary) if len(field.vocabulary) < 6 else "one word of sheet Vocabularies"
    if field.attribute in ("technology_tags", "safeguards"):
        return "list parted by ; of words in sheet Vocabularies"
    words = {"list": "list parted by ;", "flag": "yes / no", "money": "EUR, 0 or more"}
    if field.kind == "number" and field.minimum is not None and field.maximum is not None:
        return f"{field.minimum:g} to {field.maximum:g}"
    return words.get(field.kind, field.unit or "text")


def _score_columns(study: Study, criterion: Criterion) -> Iterator[TemplateColumn]:
    scale = f"{criterion.unit}, {criterion.minimum:g} to {criterion.maximum:g}"
    if criterion.levels:
        scale = f"level {criterion.minimum:g} to {criterion.maximum:g}, see sheet Levels"
    digits = (
        "0." + "0" * criterion.decimals if criterion.decimals else ("0" if criterion.levels else "General")
    )
    for part in SCORE_PARTS:
        figure = part in ("value", "low", "high")
        name = criterion.short if part == "value" else f"{criterion.short}, {_PART_NAMES[part]}"
        unit = {"year": "year", "source": "text", "note": "text"}.get(part, scale)
        yield TemplateColumn(
            head=criterion.id if part == "value" else f"{criterion.id}_{part}",
            name=f"{name} ({criterion.unit})" if part == "value" else name,
            kind=part,
            target=criterion.id,
            width=_PART_WIDTHS[part],
            numbers=digits if figure else ("0" if part == "year" else "General"),
            outline={"value": 0, "low": 1, "high": 1}.get(part, 2),
            role=study.premise_of[criterion.id].role,
            meaning=criterion.definition if part == "value" else _PART_MEANINGS[part],
            unit=unit,
            source=criterion.evidence if part == "value" else "",
            figures=figure or part == "year",
        )
