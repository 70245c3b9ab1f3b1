"""The columns of the table of projects: what each shows, where it stands and what its head says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject

from criteria.model.fields import FIELDS, ProfileField
from criteria.model.study import Study
from criteria.model.tree import Criterion, Premise
from desktop.app.words.fields import FieldWords

Kind = Literal["id", "text", "words", "state", "number", "score", "strip"]

#: The group of everything that is no criterion.
PROFILE = ""
#: The key of the result of the screening, which is worked out and cannot be typed.
SCREENING = "screening"
#: How many columns stay where they are while the others scroll.
FROZEN = 2
#: The profile columns one sees before choosing others.
SHOWN_AT_FIRST = ("id", "title", "country", SCREENING, "budget_eur")


@dataclass(frozen=True)
class Column:
    """One column; `group` is the id of its premise, `role` that premise's colour."""

    key: str
    kind: Kind
    head: str
    name: str
    unit: str = ""
    tip: str = ""
    group: str = PROFILE
    role: str = ""
    criterion: Criterion | None = None
    field: ProfileField | None = None
    #: Whether a new group of columns begins here.
    is_first: bool = False

    @property
    def is_typed(self) -> bool:
        """Whether a person fills the column."""
        return self.criterion is not None or self.field is not None

    @property
    def is_numeric(self) -> bool:
        """Whether its cells are figures, aligned at the right."""
        return self.kind in ("number", "score")


@dataclass(frozen=True)
class Group:
    """The columns under one head: the profile, or a premise."""

    key: str
    short: str
    name: str
    role: str = ""


def strip_key(premise_id: str) -> str:
    """The key of the narrow column that stands for a premise while it is folded."""
    return f"strip/{premise_id}"


class ColumnWords(QObject):
    """Builds the columns and their heads for a study."""

    def __init__(self) -> None:
        super().__init__()
        self._fields = FieldWords()

    def columns(self, study: Study) -> tuple[Column, ...]:
        """Every column of a study in the order of the table: profile, then premise by premise."""
        by_attribute = {field.attribute: self._profile(field) for field in FIELDS}
        first = [by_attribute.pop(key) if key != SCREENING else self._screening() for key in SHOWN_AT_FIRST]
        found = [*first, *by_attribute.values()]
        for premise in study.active_premises:
            found.append(self._strip(premise))
            below = [c for c in study.active_criteria if c.premise == premise.id]
            found += [self._score(premise, c, is_first=c is below[0]) for c in below]
        return tuple(found)

    def groups(self, study: Study) -> tuple[Group, ...]:
        """The heads above the columns."""
        profile = Group(PROFILE, self.tr("Project"), self.tr("Project"))
        return (profile, *(Group(p.id, p.short, p.name, p.role) for p in study.active_premises))

    def _profile(self, field: ProfileField) -> Column:
        words, attribute = self._fields, field.attribute
        kind: Kind = "words" if field.kind in ("choice", "tags", "list", "flag") else "text"
        if field.kind in ("number", "money"):
            kind = "number"
        head = "" if attribute == "id" else words.head(attribute)
        unit = words.unit(attribute)
        if field.kind == "money":
            head, unit = unit, ""
        return Column(
            key=attribute, kind="id" if attribute == "id" else kind, head=head, unit=unit,
            name=words.name(attribute), tip=words.definition(attribute), field=field,
        )  # fmt: skip

    def _screening(self) -> Column:
        name = self.tr("Screening")
        tip = self.tr(
            "What the red lines say of the project. It is worked out; the room Screening explains it."
        )
        return Column(key=SCREENING, kind="state", head=name, name=name, tip=tip)

    def _strip(self, premise: Premise) -> Column:
        tip = self.tr("{name} is folded away. Click to show its criteria.").format(name=premise.name)
        return Column(
            key=strip_key(premise.id), kind="strip", head="", name=premise.name, tip=tip,
            group=premise.id, role=premise.role, is_first=True,
        )  # fmt: skip

    def _score(self, premise: Premise, criterion: Criterion, *, is_first: bool) -> Column:
        better = {
            "benefit": self.tr("Higher is better."),
            "cost": self.tr("Lower is better."),
        }[criterion.direction]
        tip = self.tr("{id} {name} ({unit}). {definition} {better}").format(
            id=criterion.id,
            name=criterion.name,
            unit=criterion.unit,
            definition=criterion.definition,
            better=better,
        )
        return Column(
            key=criterion.id, kind="score", head=criterion.id, name=criterion.name,
            unit=short_unit(criterion), tip=tip, group=premise.id, role=premise.role, criterion=criterion,
            is_first=is_first,
        )  # fmt: skip


def short_unit(criterion: Criterion) -> str:
    """The unit under a criterion's head: the ends of a scale of levels, else the unit in short."""
    if criterion.levels or criterion.unit.startswith("index"):
        return f"{criterion.minimum:g}–{criterion.maximum:g}"
    return "%" if criterion.unit.startswith("%") else criterion.unit
