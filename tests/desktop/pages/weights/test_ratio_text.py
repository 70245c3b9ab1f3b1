"""Judgements as they are typed."""

from __future__ import annotations

import pytest

from desktop.pages.weights.ratio_text import RatioText


@pytest.mark.parametrize(
    ("text", "value"),
    [("3", 3.0), ("1/3", 1 / 3), ("0,333", 1 / 3), ("0.143", 1 / 7), ("1", 1.0), (" 2,5 ", 2.5), ("0.4", 0.4),
     ("9", 9.0), ("1/9", 1 / 9), ("0.111", 1 / 9), ("3/2", 1.5)],
)  # fmt: skip
def test_that_a_judgement_is_read(text: str, value: float) -> None:
    assert RatioText().read(text) == value


@pytest.mark.parametrize("text", ["", "x", "0", "-3", "10", "1/10", "1/0", "0.1", "three", "1/x", "nan"])
def test_that_anything_else_is_refused_with_what_can_be_written(text: str) -> None:
    with pytest.raises(ValueError, match="write 1 to 9, or a fraction"):
        RatioText().read(text)
