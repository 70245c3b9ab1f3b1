"""Many cells as text in one edit: all of them, or none with the first one named."""

from __future__ import annotations

import pytest

from criteria.errors import StudyError
from criteria.files.example import example_study
from criteria.files.typed_cells import add_texts, cell_text, column_of, read_cell, set_texts
from criteria.model.fields import FIELDS
from criteria.model.projects import Score

COLUMNS = [field.attribute for field in FIELDS]


def test_that_writing_every_cell_as_it_reads_changes_nothing() -> None:
    study = example_study()
    columns = [*COLUMNS, *(criterion.id for criterion in study.criteria)]
    texts = {(p.id, column): cell_text(study, p, column) for p in study.projects for column in columns}
    assert set_texts(study, texts) == study


def test_that_scores_keep_their_evidence() -> None:
    study = example_study()
    changed = set_texts(study, {("P11", "A3"): "5", ("P11", "mode"): "aid"}).project("P11")
    assert (changed.score("A3").value, changed.mode) == (5.0, "aid")
    assert changed.score("A3").evidence == study.project("P11").score("A3").evidence


def test_that_one_bad_cell_refuses_them_all() -> None:
    study = example_study()
    with pytest.raises(StudyError, match="P12, A3"):
        set_texts(study, {("P11", "A3"): "5", ("P12", "A3"): "nine"})


def test_that_an_id_can_change_together_with_scores() -> None:
    changed = set_texts(example_study(), {("P11", "id"): "X1", ("P11", "A3"): "5"})
    assert changed.project("X1").score("A3").value == 5.0


def test_that_projects_are_added_with_their_texts() -> None:
    study = example_study()
    changed = add_texts(study, 1, {"P30": {"title": "New", "A3": "4 (3–5)", "budget_eur": "2.5"}})
    assert changed.projects[1].id == "P30"
    assert changed.projects[1].score("A3") == Score(4.0, 3.0, 5.0)
    assert changed.projects[1].budget_eur == 2.5e6


def test_that_an_id_that_is_taken_is_not_added_again() -> None:
    with pytest.raises(StudyError, match="P01 already"):
        add_texts(example_study(), 0, {"P01": {"title": "Again"}})


def test_that_a_column_is_a_criterion_or_a_field() -> None:
    study = example_study()
    assert column_of(study, "A3") is study.criterion("A3")
    assert read_cell(study, "P01", "ldc", "yes") is True
    with pytest.raises(StudyError, match="no column"):
        column_of(study, "colour")
