"""One row of a table as a project, with every cell that cannot be taken over as it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from criteria.checks.problem import Severity
from criteria.files.cell_values import CellError, is_blank, read_figure, read_year
from criteria.files.cells import Row, cell_text
from criteria.files.column_mapping import ColumnMapping, ColumnTarget
from criteria.files.import_problem import ImportProblem, Place
from criteria.files.numbers import DecimalStyle
from criteria.files.profile_cells import read_country, read_profile_cell
from criteria.model.projects import Evidence, Project, Score
from criteria.model.study import Study


class RowReader:
    """Reads rows by one mapping; `marks` counts, per column, the cells that say "n/a" instead of a figure."""

    def __init__(
        self, study: Study, mapping: ColumnMapping, place: Place, decimals: Mapping[int, DecimalStyle]
    ) -> None:
        self._study = study
        self._mapping = mapping
        self._place = place
        self._decimals = decimals
        self._criteria = {criterion.id: criterion for criterion in study.criteria}
        self._problems: list[ImportProblem] = []
        self._row = 0
        self.marks: Counter[ColumnTarget] = Counter()

    def read(self, number: int, row: Row) -> tuple[Project, tuple[ImportProblem, ...]]:
        """The project in a row (counted from 0) and what is wrong with it; wrong cells are left blank."""
        self._problems, self._row = [], number
        profile: dict[str, Any] = {}
        parts: dict[str, dict[str, Any]] = {}
        for column in self._mapping.columns:
            if not column.taken:
                continue
            value = self._value(column, row)
            if column.kind == "profile":
                profile[column.target] = value
            elif value is not None and value != "":
                parts.setdefault(column.target, {})[column.kind] = value
        self._country(profile)
        scores = {criterion: self._score(criterion, found) for criterion, found in parts.items()}
        given = {name: value for name, value in profile.items() if value is not None}
        project = Project(**{"id": "", **given, "scores": scores})
        return project, tuple(self._problems)

    def _value(self, column: ColumnTarget, row: Row) -> object:
        cell = row[column.index]
        try:
            if column.kind == "profile":
                value, remarks = read_profile_cell(
                    self._study, column, cell, self._decimals.get(column.index)
                )
                for severity, code, clause in remarks:
                    self._report(severity, code, clause, column)
            elif column.kind in ("source", "note"):
                value = cell_text(cell)
            elif column.kind == "year":
                value = read_year(cell)
            else:
                value = read_figure(cell, self._criteria[column.target], self._decimals.get(column.index))
        except CellError as error:
            self._report("error", error.code, f"{error.clause}.", column)
            return None
        if value is None and not is_blank(cell):
            self.marks[column] += 1
        return value

    def _score(self, criterion: str, found: Mapping[str, Any]) -> Score:
        figures = [found[kind] for kind in ("low", "value", "high") if kind in found]
        if figures != sorted(figures):
            kinds = {"low": "low", "value": "most likely", "high": "high"}
            listed = ", ".join(f"{words} {found[kind]:g}" for kind, words in kinds.items() if kind in found)
            column = next(c for c in self._mapping.columns if c.taken and c.target == criterion)
            clause = f"{listed} of {self._criteria[criterion].name} do not rise; put them in order."
            self._report("error", "bounds-out-of-order", clause, column)
        evidence = Evidence(found.get("source", ""), found.get("year"), found.get("note", ""))
        return Score(found.get("value"), found.get("low"), found.get("high"), evidence)

    def _country(self, profile: dict[str, Any]) -> None:
        country, iso3 = profile.get("country") or "", profile.get("iso3") or ""
        code, remarks = read_country(country, iso3)
        if country or iso3:
            profile["iso3"] = code
        for severity, problem, clause, field in remarks:
            named = self._mapping.column("profile", field) or self._mapping.column("profile", "country")
            self._report(severity, problem, clause, named)

    def _report(self, severity: Severity, code: str, clause: str, column: ColumnTarget | None) -> None:
        index, head = (None, "") if column is None else (column.index, column.head)
        self._problems.append(self._place.problem(severity, code, clause, self._row, index, head))
