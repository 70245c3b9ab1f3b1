"""Shared cell styles."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from criteria.model.tree import ROLES
from criteria.report.workbook.styles import (
    HEAD,
    PREMISE,
    WORDS,
    Style,
    Stylebook,
    figures,
    group_head,
    in_app,
    inputs,
    premise_head,
    premise_id,
)


def test_that_equal_styles_share_one_number() -> None:
    styles = Stylebook(Workbook())
    assert styles.id(figures("0.0")) == styles.id(figures("0.0"))
    assert len({styles.id(style) for style in (WORDS, HEAD, inputs(), in_app(), figures("0"))}) == 5


def test_that_the_quoted_variant_is_another_style_and_its_own_variant() -> None:
    styles = Stylebook(Workbook())
    plain = styles.id(WORDS)
    quoted = styles.quoted(plain)
    assert quoted != plain
    assert styles.quoted(quoted) == quoted


def test_that_no_scratch_sheet_stays_in_the_book() -> None:
    book = Workbook()
    styles = Stylebook(book)
    styles.id(Style(bold=True))
    styles.close()
    assert book.sheetnames == ["Sheet"]


@pytest.mark.parametrize("role", ROLES)
def test_that_each_premise_has_its_own_colours(role: str) -> None:
    mark, tint, deep = PREMISE[role]  # type: ignore[index]
    assert group_head(role).edge_colour == mark  # type: ignore[arg-type]
    assert premise_head(role).fill == premise_id(role).fill == tint  # type: ignore[arg-type]
    assert premise_id(role).colour == deep  # type: ignore[arg-type]
    assert len(set(PREMISE.values())) == 4
