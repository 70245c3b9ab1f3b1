"""Text made fit for a cell."""

from __future__ import annotations

import pytest

from criteria.report.workbook.safe_text import LONGEST, formula_text, safe_text, starts_like_formula, xml_text


def test_that_ordinary_text_stays_as_it_is() -> None:
    assert safe_text("Größe & 日本 🚀\nsecond line") == ("Größe & 日本 🚀\nsecond line", None)


def test_that_forbidden_characters_go_and_are_reported() -> None:
    assert safe_text("a\x00b\x0bc") == ("abc", "2 characters that no workbook can hold removed")
    assert safe_text("\ud800x")[0] == "x"


def test_that_line_ends_are_those_of_a_cell() -> None:
    assert safe_text("a\r\nb\rc") == ("a\nb\nc", None)


def test_that_a_text_longer_than_a_cell_is_cut_with_a_note() -> None:
    text, remark = safe_text("x" * 40_000)
    assert len(text) == LONGEST
    assert text.endswith("[cut: the text was longer than a cell]")
    assert remark is not None
    assert "cut" in remark


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@x", "\tx", "\nx"])
def test_that_starts_of_formulas_are_seen(text: str) -> None:
    assert starts_like_formula(text)
    assert not starts_like_formula(f"x{text}")


def test_that_tags_are_escaped_and_a_literal_escape_stays_literal() -> None:
    assert xml_text("<b>&_x0041_") == "&lt;b&gt;&amp;_x005F_x0041_"
    assert formula_text('IF(A1<>"x",B1&"y",0)') == 'IF(A1&lt;&gt;"x",B1&amp;"y",0)'
