"""The sheet Settings."""

from __future__ import annotations

import hashlib
import io

from openpyxl import load_workbook

from criteria.files.study_file import encode_study
from criteria.ranking.results import rank
from criteria.report.workbook import Provenance, workbook
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.settings import choice_values, study_digest
from criteria.report.workbook.settings_rows import CHOICES, GROUP_CHOICES
from tests.criteria.report.workbook import cases, cells, group_cases


def test_that_choices_are_those_of_the_study() -> None:
    draft = Draft(rank(cases.vector_distributive()), Provenance())
    values = choice_values(draft)
    assert tuple(values) == CHOICES
    assert values["normalisation"] == "vector"
    assert values["score_set"] == "proposed"
    assert values["theta"] == 0.2


def test_that_the_digest_is_of_the_study_as_saved(draft: Draft) -> None:
    assert study_digest(draft) == hashlib.sha256(encode_study(draft.study)).hexdigest()


def test_that_formulas_find_the_names_they_read() -> None:
    data = workbook(rank(cases.small()), Provenance())
    assert data is not None
    names = load_workbook(io.BytesIO(data)).defined_names
    assert set(CHOICES) <= set(names)
    assert {f"cutoff_{threshold.id}" for threshold in cases.small().thresholds} <= set(names)


def test_that_a_group_is_combined_as_the_settings_say() -> None:
    data = workbook(rank(group_cases.arithmetic()), Provenance())
    assert data is not None
    book = load_workbook(io.BytesIO(data))
    assert set(GROUP_CHOICES) <= set(book.defined_names)
    rows = {row[4]: row[2] for row in book["Settings"].iter_rows(values_only=True)}
    assert (rows["group_method"], rows["weights_of"]) == ("priorities_arithmetic", "group")
    assert rows["theta"] == 0.5


def test_that_provenance_says_who_wrote_what_and_when(example: cells.Sheets) -> None:
    texts = [str(cell.value) for cell in example["Settings"].values()]
    digest = study_digest(Draft(rank(cases.example_study()), Provenance()))
    assert digest in texts
    assert "Proportio unknown" in texts
    assert any(text.startswith("for n = 3 to 15: 0.5247") for text in texts)
