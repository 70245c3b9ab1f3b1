"""Observations on a table as sentences."""

from __future__ import annotations

import pytest

from criteria.files.notes import NAMED_PLACES, NoteCode, TableNote, note_sentence, shortened


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        (
            TableNote(NoteCode.FORMULA_WITHOUT_RESULT, "Projects", 6, 5),
            (
                "Cell F7 of sheet “Projects” holds a formula without a stored result; "
                "open and save the file in your spreadsheet program, then import again."
            ),
        ),
        (
            TableNote(NoteCode.MERGED_CELLS, "Projects", 0, 0, "A1:C1"),
            "Cells A1:C1 of sheet “Projects” are merged; the value counts for the first one only.",
        ),
        (TableNote(NoteCode.HIDDEN_SHEET, "Old"), "Sheet “Old” is hidden; it was read all the same."),
        (
            TableNote(NoteCode.SHORT_ROW, row=4, detail="1 fewer cell"),
            "Row 5 has 1 fewer cell than most rows; check that the file is complete.",
        ),
        (
            TableNote(NoteCode.ERROR_VALUE, "Projects", detail="12"),
            "12 more cells of sheet “Projects” show an error.",
        ),
    ],
)
def test_that_a_note_names_its_place(note: TableNote, sentence: str) -> None:
    assert note_sentence(note) == sentence


@pytest.mark.parametrize("code", NoteCode)
def test_that_every_kind_of_note_has_a_sentence(code: NoteCode) -> None:
    for note in (TableNote(code, "Projects", 6, 5, "7"), TableNote(code, "Projects", detail="7")):
        sentence = note_sentence(note)
        assert sentence.endswith(".")
        assert "{" not in sentence
        assert "None" not in sentence


def test_that_few_notes_are_all_named() -> None:
    notes = [TableNote(NoteCode.ERROR_VALUE, "S", row, 0) for row in range(NAMED_PLACES)]
    assert list(shortened(notes)) == notes


def test_that_of_many_notes_the_rest_is_counted() -> None:
    notes = [TableNote(NoteCode.ERROR_VALUE, "S", row, 0, "#N/A") for row in range(NAMED_PLACES + 8)]
    *named, rest = shortened(notes)
    assert named == notes[:NAMED_PLACES]
    assert rest == TableNote(NoteCode.ERROR_VALUE, "S", None, None, "8")
