"""The hierarchy at every size of text: weights are whole, premises grow with their criteria."""

from __future__ import annotations

from typing import Any

import pytest

from criteria.files.example import example_study
from desktop.pages.criteria.criteria_list import CriteriaList
from desktop.pages.criteria.criteria_page import CriteriaPage
from tests.support.windows import make_context, open_page, wear


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_that_weights_stand_whole_and_rows_follow_when_the_text_grows(qtbot: Any, scale: float) -> None:
    context = make_context(qtbot, example_study())
    page = open_page(qtbot, context, CriteriaPage)
    rows = page.findChild(CriteriaList)
    assert isinstance(rows, CriteriaList)
    wear("light", scale)
    page.resize(1080, 600)
    metrics = context.look.metrics
    assert page.minimumSizeHint().width() <= 900
    assert page.minimumSizeHint().height() <= 600
    heads = [head for place in range(4) if (head := rows.topLevelItem(place)) is not None]
    assert len(heads) == 4
    for head in heads:
        assert head.font(0).pixelSize() == metrics.font("strong").pixelSize()
        assert metrics.width(head.text(1), "strong") < rows.columnWidth(1)
        assert head.toolTip(0).startswith(head.text(0))
    assert metrics.width("Weight", "strong") < rows.columnWidth(1)
    wear()
