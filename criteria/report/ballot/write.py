"""Writes the ballot of one stakeholder: every sheet in order, then the file, whole or not at all."""

from __future__ import annotations

import datetime
import io
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from criteria.errors import StudyError
from criteria.files.atomic_write import write_whole
from criteria.files.ballot_plan import CANNOT_SAY, EQUAL, FIGURE_METHODS, BallotPlan, Question, plan_ballot
from criteria.files.ballot_responses import Response, empty_responses, present_responses
from criteria.files.ballot_sheet import data_rows
from criteria.files.ballot_words import METHOD_NAMES
from criteria.model.people import Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.report.ballot import instructions, weights_page
from criteria.report.ballot.best_worst import write_best_worst
from criteria.report.ballot.figures import write_places, write_shares
from criteria.report.ballot.geometry import (
    ANSWER,
    DATA_SHEET,
    INSTRUCTIONS_SHEET,
    QUESTIONS_SHEET,
    WEIGHTS_SHEET,
    WORKINGS_SHEET,
    Geometry,
)
from criteria.report.ballot.guards import add_rules, protect, set_up_page, set_up_questions
from criteria.report.ballot.page import Page
from criteria.report.ballot.pair_workings import write_pair_workings
from criteria.report.ballot.questions import ITEM_WIDTHS, PAIR_WIDTHS, Written, write_questions
from criteria.report.workbook.package import Rows, workbook_bytes
from criteria.report.workbook.references import Place, letters
from criteria.report.workbook.safe_text import safe_text
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import PLAIN, Stylebook

if TYPE_CHECKING:
    from openpyxl import Workbook

#: Stands for a moment that the caller did not give.
_UNDATED = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_WORKINGS_WIDTHS = (44, *(13,) * 27)


def write_ballot(
    path: Path,
    study: Study,
    stakeholder: Stakeholder,
    method: WeightMethod | None = None,
    when: str = "",
    *,
    prefill: bool = False,
) -> None:
    """Writes the ballot of a stakeholder, empty unless `prefill` shows what was answered already.

    `when` (ISO 8601) is the moment of writing; equal arguments give equal bytes. SaveError where the file
    cannot be written; what was there stays.
    """
    write_whole(path, ballot_bytes(study, stakeholder, method, when, prefill=prefill), keep_backup=False)


def ballot_bytes(
    study: Study,
    stakeholder: Stakeholder,
    method: WeightMethod | None = None,
    when: str = "",
    *,
    prefill: bool = False,
) -> bytes:
    """The ballot of a stakeholder as the bytes of an .xlsx workbook."""
    from openpyxl import Workbook

    plan = plan_ballot(study, stakeholder, method, when)
    if not plan.questions:
        raise StudyError("The study has nothing to weigh: switch on at least two criteria to ask about.")
    responses = present_responses(plan, stakeholder) if prefill else empty_responses(plan)
    book = Workbook()
    book.remove(book.worksheets[0])
    sheets = [INSTRUCTIONS_SHEET, QUESTIONS_SHEET, WEIGHTS_SHEET, WORKINGS_SHEET, DATA_SHEET]
    if plan.method in FIGURE_METHODS:
        sheets.remove(WORKINGS_SHEET)
    for place in sheets:
        book.create_sheet(place.sheet)
    styles = Stylebook(book)
    with tempfile.TemporaryDirectory() as folder:
        draft = _Draft(study, stakeholder, plan, book, styles, Path(folder))
        rows = draft.write(responses)
        styles.close()
        book[DATA_SHEET.sheet].sheet_state = "veryHidden"
        protect(book)
        _describe(book, plan, _moment(when))
        return workbook_bytes(book, rows, _moment(when))


class _Draft:
    """The sheets of one ballot in the making."""

    def __init__(
        self,
        study: Study,
        stakeholder: Stakeholder,
        plan: BallotPlan,
        book: Workbook,
        styles: Stylebook,
        folder: Path,
    ) -> None:
        self._study, self._stakeholder, self._plan = study, stakeholder, plan
        self._book, self._styles, self._folder = book, styles, folder
        self._geometry = Geometry(plan)
        self._rows: dict[str, Rows] = {}
        self._open: list[tuple[Page, io.BytesIO]] = []

    def write(self, responses: dict[int, Response]) -> dict[str, Rows]:
        """Writes all sheets; their rows by title."""
        study, plan, geometry = self._study, self._plan, self._geometry
        first = self._page(INSTRUCTIONS_SHEET, instructions.WIDTHS)
        instructions.write_instructions(first, study, plan)
        set_up_page(first.builder.sheet, plan, landscape=False)
        questions = self._page(QUESTIONS_SHEET, PAIR_WIDTHS if plan.method == "pairwise" else ITEM_WIDTHS)
        written = write_questions(questions, plan, geometry, responses)
        weights = self._page(WEIGHTS_SHEET, weights_page.WIDTHS)
        self._compute(written, weights_page.WeightsPage(weights, study, plan))
        set_up_questions(questions.builder.sheet, plan)
        set_up_page(weights.builder.sheet, plan, landscape=False)
        choices = [choices_of(plan, question) for question in plan.questions]
        add_rules(questions.builder.sheet, plan, geometry, choices)
        self._write_data(choices)
        self._close()
        return self._rows

    def _compute(self, written: Written, weights: weights_page.WeightsPage) -> None:
        plan, geometry = self._plan, self._geometry
        if plan.method in FIGURE_METHODS:
            weights.write_shares(write_shares(written.page, plan, geometry, written))
            return
        page = self._page(WORKINGS_SHEET, _WORKINGS_WIDTHS)
        page.title(
            "Workings: how your answers become numbers",
            "Nothing is to be done here; every step can be checked.",
        )
        set_up_page(page.builder.sheet, plan, landscape=True)
        if plan.method == "rank_order":
            kind = self._stakeholder.rank_weights
            weights.write_shares(write_places(written.page, page, plan, geometry, written, kind))
        elif plan.method == "best_worst":
            weights.write_comparisons(write_best_worst(page, plan, geometry, written))
        else:
            results, row = {}, 4
            for node in plan.nodes:
                results[node], row = write_pair_workings(
                    page, row, written, plan, node, self._study.settings, self._stakeholder.judgement_scale
                )
            weights.write_pairs(results, written)

    def _write_data(self, choices: list[tuple[str, ...]]) -> None:
        page = self._page(DATA_SHEET, (12, 16, 24, 24))
        names = [self._cell_names(question) for question in self._plan.questions]
        for row, line in enumerate(data_rows(self._plan, QUESTIONS_SHEET.sheet, names, choices), 1):
            for column, value in enumerate(line, 1):
                page.builder.value(row, column, value, page.builder.style(PLAIN))

    def _cell_names(self, question: Question) -> tuple[str, ...]:
        row = self._geometry.row(question)
        count = 2 if question.kind in ("pair", "steps") else 1
        return tuple(f"{letters(ANSWER + place)}{row}" for place in range(count))

    def _page(self, place: Place, widths: tuple[float, ...]) -> Page:
        spill = io.BytesIO()
        page = Page(SheetBuilder(self._book[place.sheet], self._styles, spill), place, widths)
        self._open.append((page, spill))
        return page

    def _close(self) -> None:
        """Stores the rows of all sheets, which until then may fill each other's cells."""
        for page, spill in self._open:
            page.builder.flush()
            path = self._folder / f"{len(self._rows)}.xml"
            path.write_bytes(spill.getvalue())
            self._rows[page.place.sheet] = Rows(path, page.builder.dimension)


def choices_of(plan: BallotPlan, question: Question) -> tuple[str, ...]:
    """What the drop-down of a question offers that no other question's does."""
    if question.kind == "pair":
        sides = (plan.topic(question.first).label, plan.topic(question.second).label)
        return (*sides, EQUAL, CANNOT_SAY)
    if question.kind in ("best", "worst"):
        return tuple(plan.topic(key).label for key in plan.children(question.node))
    return ()


def _describe(book: Workbook, plan: BallotPlan, moment: datetime.datetime) -> None:
    properties = book.properties
    properties.title = safe_text(f"Ballot of {plan.name}: {plan.title}")[0]
    properties.subject = f"Weights of criteria by {METHOD_NAMES[plan.method]}"
    properties.creator = properties.lastModifiedBy = "Proportio"
    properties.identifier = plan.structure
    properties.created = properties.modified = moment
    book.active = 0


def _moment(when: str) -> datetime.datetime:
    try:
        given = datetime.datetime.fromisoformat(when) if when else _UNDATED
    except ValueError:
        given = _UNDATED
    return given.astimezone(datetime.UTC).replace(tzinfo=None)
