"""What is told of a table as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.files.column_mapping import ColumnTarget, propose_mapping
from criteria.files.column_words import ColumnKind
from criteria.files.import_checks import mapping_problems, note_problems, target_name
from criteria.files.import_problem import Place
from criteria.files.notes import NoteCode, TableNote
from criteria.template import new_study
from tests.support.project_tables import HEAD, ROW, preview, table

STUDY = new_study()
PLACE = Place("call.xlsx", "Projects")
MAPPING = propose_mapping(((*HEAD, "Colour"), (*ROW, "red")), STUDY)


def told(head: tuple[str, ...]) -> dict[str, str]:
    mapping = propose_mapping((head, tuple("1" for _ in head)), STUDY)
    return {f"{p.severity}:{p.code}": p.message for p in mapping_problems(mapping, STUDY, PLACE)}


def test_that_a_table_without_heads_is_told_what_heads_are() -> None:
    assert "such as project_id, title" in told(("Month", "Rain"))["error:no-heads"]


def test_that_a_clash_names_both_columns_and_what_they_hold() -> None:
    message = told(("project_id", "title", "N1", "n1"))["error:column-clash"]
    assert "columns N1 (C) and n1 (D) both hold Human development gap (N1)" in message


def test_that_columns_left_out_and_derived_are_notes() -> None:
    found = told(("project_id", "title", "Colour", "expected_screen"))
    assert "Colour (C) is not taken over" in found["note:column-left-out"]
    assert "computes it itself: expected_screen (D)" in found["note:derived-column"]


def test_that_criteria_without_a_column_are_told_in_one_note() -> None:
    message = told(("project_id", "title", "N1"))["note:criteria-without-column"]
    assert "N2, N3, N4, S1" in message


@pytest.mark.parametrize(
    ("kind", "target", "name"),
    [
        ("profile", "budget_eur", "Budget"),
        ("value", "A2", "People reached (A2)"),
        ("low", "A2", "People reached (A2), low"),
        ("year", "A2", "People reached (A2), year"),
    ],
)
def test_that_targets_have_names(kind: ColumnKind, target: str, name: str) -> None:
    assert target_name(STUDY, ColumnTarget(0, "", kind, target)) == name


def severities(note: TableNote) -> list[str]:
    return [problem.severity for problem in note_problems([note], MAPPING, (1,), PLACE)]


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        (TableNote(NoteCode.FORMULA_WITHOUT_RESULT, "Projects", 1, 3), ["error"]),
        (TableNote(NoteCode.FORMULA_WITHOUT_RESULT, "Projects", 1, 5), ["note"]),
        (TableNote(NoteCode.FORMULA_WITHOUT_RESULT, "Projects", 9, 3), ["note"]),
        (TableNote(NoteCode.FORMULA_WITHOUT_RESULT, "Other", 1, 3), []),
        (TableNote(NoteCode.ERROR_VALUE, "Projects", 1, 3, "#REF!"), []),
        (TableNote(NoteCode.ERROR_VALUE, "Projects", 1, 5, "#REF!"), ["note"]),
        (TableNote(NoteCode.MERGED_CELLS, "Projects", 0, 0, "A1:B1"), ["note"]),
        (TableNote(NoteCode.MERGED_CELLS, "Projects", 1, 0, "A2:A3"), ["warning"]),
        (TableNote(NoteCode.LONG_ROW, "", 1, None, "one cell more"), ["error"]),
        (TableNote(NoteCode.SHORT_ROW, "", 9, None, "one cell less"), []),
        (TableNote(NoteCode.MIXED_ENCODING, "", None, None, "7"), ["warning"]),
        (TableNote(NoteCode.HIDDEN_SHEET, "Projects"), ["note"]),
        (TableNote(NoteCode.HIDDEN_SHEET, "Other"), []),
        (TableNote(NoteCode.PERCENT, "Projects", 1, 3, "46"), ["note"]),
    ],
)
def test_that_what_the_reader_noticed_is_graded_by_what_it_touches(
    note: TableNote, expected: list[str]
) -> None:
    assert severities(note) == expected


def test_that_a_row_with_too_many_cells_is_not_taken_over_unasked(tmp_path: Path) -> None:
    rows = [(f"P{n:02d}", "A", "Ghana", "0.5", "3") for n in range(1, 9)]
    path = table(tmp_path, *rows, ("P09", "A", "b", "Ghana", "0.5", "3"))
    assert "uneven-row" in [problem.code for problem in preview(path).errors]
