"""Scores as typed: every spelling that is read, and every one that is refused with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.errors import StudyError
from criteria.files.numbers import NotANumberError
from criteria.files.typed_scores import plain_number, read_figure, read_score, score_text
from criteria.model.projects import MISSING, Score
from criteria.template import new_study

STUDY = new_study()


def read(criterion: str, text: str) -> Score:
    return read_score(text, STUDY.criterion(criterion), "P11")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("4", Score(4.0)),
        ("4 (3-5)", Score(4.0, 3.0, 5.0)),
        ("4 (3–5)", Score(4.0, 3.0, 5.0)),
        ("4 [3 to 5]", Score(4.0, 3.0, 5.0)),
        ("4 3 5", Score(4.0, 3.0, 5.0)),
        ("3 4 5", Score(4.0, 3.0, 5.0)),
        ("3; 4; 5", Score(4.0, 3.0, 5.0)),
        ("3-5", Score(None, 3.0, 5.0)),
        ("(3–5)", Score(None, 3.0, 5.0)),
        ("Pilot", Score(3.0)),
        ("3 pilot", Score(3.0)),
        ("3 Pilot (2–4)", Score(3.0, 2.0, 4.0)),
        ("", MISSING),
        ("missing", MISSING),
        ("–", MISSING),
    ],
)
def test_that_a_score_is_read_however_it_is_typed(text: str, expected: Score) -> None:
    assert read("A3", text) == expected


@pytest.mark.parametrize(
    ("criterion", "text", "expected"),
    [
        ("N1", "0,461", 0.461),
        ("N1", "0.461", 0.461),
        ("N2", "45,5 %", 45.5),
        ("S3", "19,939", 19.939),
        ("A2", "2,600", 2600.0),
        ("A2", "2\u202f600", 2600.0),
        ("A2", "8.000,5", 8000.5),
    ],
)
def test_that_decimal_commas_and_grouped_thousands_are_read(
    criterion: str, text: str, expected: float
) -> None:
    assert read(criterion, text) == Score(expected)


def test_that_a_comma_that_could_mean_either_is_refused_with_both_readings() -> None:
    with pytest.raises(StudyError, match=r"P11, S3 .*“1,203” can be read in two ways; write 1203 or 1.203"):
        read("S3", "1,203")


@pytest.mark.parametrize("text", ["abc", "4 2", "4 (3", "4 3 5 6", "1.2.3", "4 (2–x)"])
def test_that_what_is_no_score_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(StudyError, match=r"P11, A3 Evidence: .*from 1 to 5.*as 3 \(2–4\)"):
        read("A3", text)


@pytest.mark.parametrize(
    ("text", "reason"), [("9", "off the scale"), ("3 (4–5)", "must rise"), ("5-2", "must rise")]
)
def test_that_a_score_off_its_scale_or_out_of_order_is_refused(text: str, reason: str) -> None:
    with pytest.raises(StudyError, match=reason):
        read("A3", text)


def test_that_the_sentence_names_large_scales_in_full() -> None:
    with pytest.raises(StudyError, match="from 0 to 8,000,000"):
        read("A2", "many")


def test_that_a_figure_off_every_reading_stays_ambiguous() -> None:
    with pytest.raises(NotANumberError):
        read_figure("1,234", 0, 1)


@given(
    st.floats(0, 1).map(lambda value: round(value, 6)),
    st.floats(0, 1).map(lambda value: round(value, 6)),
    st.floats(0, 1).map(lambda value: round(value, 6)),
)
def test_that_reading_what_is_written_gives_the_same_score(a: float, b: float, c: float) -> None:
    low, value, high = sorted((a, b, c))
    for score in (Score(value), Score(value, low, high), Score(None, low, high)):
        assert read("N1", score_text(score)) == score


def test_that_one_bound_alone_is_written_with_the_value_at_the_other_end() -> None:
    assert score_text(Score(4.0, 3.0, None)) == "4 (3–4)"
    assert score_text(Score(4.0, None, 5.0)) == "4 (4–5)"


@pytest.mark.parametrize(
    ("value", "text"), [(4.0, "4"), (0.461, "0.461"), (-1.03, "-1.03"), (8e6, "8000000")]
)
def test_that_numbers_are_written_plainly(value: float, text: str) -> None:
    assert plain_number(value) == text
