"""Where everything stands: sheets, rows and columns of the workbook, known before any is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from functools import cached_property

from criteria.model.fields import FIELDS
from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.ranking.results import Results
from criteria.report.workbook.references import Place, Row

SUMMARY, RANKING = Place("Summary"), Place("Ranking")
PROJECTS, CRITERIA, LEVELS, SCORES = Place("Projects"), Place("Criteria"), Place("Levels"), Place("Scores")
RED_LINES, SCREENING, HITS, WAIVERS = (
    Place("Red lines"),
    Place("Screening"),
    Place("Rules hit"),
    Place("Waivers"),
)
SAFEGUARDS, CREDIBILITY = Place("Safeguards"), Place("Credibility")
WEIGHTS, JUDGEMENTS, PRIORITIES = Place("Weights"), Place("Judgements"), Place("Priorities")
GROUP, JOINED, JOINED_STEPS = Place("Group"), Place("Joined judgements"), Place("Joined priorities")
SESSION_LOG, PROBLEMS = Place("Session log"), Place("Problems")
COMPARISONS, COMPARISON_STEPS = Place("Project comparisons"), Place("Project priorities")
MATRIX, MATRIX_BEST = Place("Decision matrix"), Place("Matrix at best")
NORMALISATION, TOPSIS, TOPSIS_BOUNDS = Place("Normalisation"), Place("TOPSIS"), Place("TOPSIS bounds")
AHP, BENEFIT_RISK = Place("AHP"), Place("Benefit-risk")
STABILITY, PROOF = Place("Stability"), Place("Stability proof")
PATHS, SENSITIVITY = Place("Weight paths"), Place("Sensitivity")
SETTINGS, METHOD = Place("Settings"), Place("Method")

#: Plain tables have their heads in row 4; sheets of results leave room for weights and ideals above them.
TABLE_HEAD, TABLE_FIRST = 4, 5
HEAD, FIRST = 7, 8
#: The first column of criteria on every sheet of results.
START = 6
#: On such sheets: id, title, screening, ranked, missing.
ID, TITLE, SCREEN, RANKED, MISSING = range(1, 6)


class ScoreColumn(IntEnum):
    """The columns of the sheet Scores."""

    PROJECT = 1
    TITLE = 2
    CRITERION = 3
    NAME = 4
    UNIT = 5
    FIGURE = 6
    LOW = 7
    HIGH = 8
    OFFERED = 9
    REQUIRED = 10
    CHANGE = 11
    USED = 12
    USED_LOW = 13
    USED_HIGH = 14
    VALUE = 15
    VALUE_LOW = 16
    VALUE_HIGH = 17
    AS_PROPOSED = 18
    AS_OFFERED = 19
    IN_APP = 20
    CHECK = 21
    SOURCE = 22
    YEAR = 23
    NOTE = 24


class CriterionColumn(IntEnum):
    """The columns of the sheet Criteria; the points of piecewise value functions follow."""

    ID = 1
    NAME = 2
    PREMISE = 3
    UNIT = 4
    DIRECTION = 5
    MINIMUM = 6
    MAXIMUM = 7
    KIND = 8
    WORST = 9
    BEST = 10
    LEVEL = 11
    DEFINITION = 12
    PAPER = 13
    EVIDENCE = 14
    CAUTION = 15
    POINTS = 16


class WeightColumn(IntEnum):
    """The columns of the sheet Weights."""

    ID = 1
    NAME = 2
    PREMISE = 3
    ROLE = 4
    LOCAL = 5
    GLOBAL = 6
    OWN = 7
    USED = 8
    SHARE = 9
    LOCAL_IN_APP = 10
    GLOBAL_IN_APP = 11
    CHECK = 12


class ScreenColumn(IntEnum):
    """The first columns of the sheet Screening; outcomes and truth values per red line follow."""

    ID = 1
    TITLE = 2
    RESULT = 3
    OWN = 4
    RANKED = 5
    OPEN = 6
    IN_APP = 7
    CHECK = 8
    OUTCOMES = 9


@dataclass(frozen=True, eq=False)
class Geometry:
    """Cells of the workbook of one set of results; `order` lists projects as sheets of results show them."""

    results: Results
    order: tuple[int, ...]

    @property
    def study(self) -> Study:
        """The study behind the results."""
        return self.results.study

    @cached_property
    def criteria(self) -> tuple[Criterion, ...]:
        """The criteria that count, in the order of the columns."""
        return self.study.active_criteria

    @cached_property
    def projects(self) -> int:
        """How many projects there are."""
        return len(self.order)

    @cached_property
    def width(self) -> int:
        """How many criteria there are."""
        return len(self.criteria)

    @property
    def last(self) -> int:
        """The last row of projects on sheets of results."""
        return FIRST + max(1, self.projects) - 1

    @cached_property
    def _places(self) -> dict[int, int]:
        return {project: place for place, project in enumerate(self.order)}

    def row(self, project: int) -> int:
        """The row of a project on sheets of results."""
        return FIRST + self._places[project]

    def rows(self) -> list[tuple[int, int]]:
        """(row, project) on sheets of results, from top to bottom."""
        return [(FIRST + place, project) for place, project in enumerate(self.order)]

    def table_rows(self) -> list[tuple[int, int]]:
        """(row, project) on sheets that keep the order of the study."""
        return [(TABLE_FIRST + project, project) for project in range(self.projects)]

    def table_row(self, project: int) -> int:
        """The row of a project on sheets that keep the order of the study."""
        return TABLE_FIRST + project

    def score_row(self, project: int, criterion: int) -> int:
        """The row of one score on the sheet Scores."""
        return TABLE_FIRST + project * self.width + criterion

    def score(self, column: ScoreColumn, project: int, criterion: int) -> str:
        """A cell of the sheet Scores."""
        return SCORES.cell(self.score_row(project, criterion), column)

    def scores_of(self, column: ScoreColumn, project: int) -> str:
        """One column of all scores of a project, criteria downwards."""
        return SCORES.down(column, self.score_row(project, 0), self.width)

    def criterion(self, column: int, criterion: int) -> str:
        """A cell of the sheet Criteria."""
        return CRITERIA.cell(TABLE_FIRST + criterion, column)

    @property
    def first_weight(self) -> int:
        """The row of the first criterion on the sheet Weights; premises stand above."""
        return TABLE_FIRST + len(self.study.active_premises)

    def weight(self, column: WeightColumn, criterion: int) -> str:
        """A cell of a criterion on the sheet Weights."""
        return WEIGHTS.cell(self.first_weight + criterion, column)

    def weights(self, column: WeightColumn) -> str:
        """One column of all criteria on the sheet Weights."""
        return WEIGHTS.down(column, self.first_weight, self.width)

    def screening(self, column: int, project: int) -> str:
        """A cell of a project on the sheet Screening."""
        return SCREENING.cell(self.table_row(project), column)

    def block(self, place: Place, row: Row, block: int = 0) -> str:
        """One row of a block of criteria on a sheet of results."""
        return place.across(row, START + block * self.width, self.width)

    def column(self, place: Place, column: int) -> str:
        """One column of all projects on a sheet of results."""
        return place.down(column, FIRST, self.projects)


def field_column(attribute: str) -> int:
    """The column of a profile field on the sheet Projects."""
    return 1 + next(place for place, field in enumerate(FIELDS) if field.attribute == attribute)


def display_order(results: Results) -> tuple[int, ...]:
    """Projects by their TOPSIS rank, then the excluded ones in the order of the study."""
    return (*results.methods["topsis"].order(), *results.excluded)
