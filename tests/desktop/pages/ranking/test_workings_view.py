"""Every step of a calculation, held against the numbers it stands for."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from criteria.edits.settings import set_settings
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from desktop.pages.ranking.workings_view import WorkingsView
from tests.support.studies import example, project, study_with
from tests.support.windows import look_of_tests


def shown(qtbot: Any, study: Study, method: Method, key: str) -> WorkingsView:
    view = WorkingsView(look_of_tests())
    qtbot.addWidget(view)
    view.show_results(rank(study), method, key)
    return view


def column(view: WorkingsView, head: str) -> list[str]:
    cells = view.table.cells
    heads = [cells.headerData(i, Qt.Orientation.Horizontal) for i in range(cells.columnCount())]
    return [str(cells.index(row, heads.index(head)).data()) for row in range(cells.rowCount())]


def numbers(view: WorkingsView, head: str) -> list[float]:
    return [float(text) for text in column(view, head)]


@pytest.mark.parametrize("kind", ["fixed", "vector", "minmax"])
def test_that_topsis_shows_both_ideals_and_the_distance_follows(qtbot: Any, kind: str) -> None:
    study = set_settings(example(), topsis_normalisation=kind)
    results = rank(study)
    row = results.index("P05")
    detail = results.methods["topsis"].detail.topsis
    assert detail is not None
    view = shown(qtbot, study, "topsis", "P05")
    weighted, ideal, anti = (numbers(view, head) for head in ("Weighted", "Ideal", "Anti-ideal"))
    assert ideal == pytest.approx(detail.ideal.tolist(), abs=5e-5)
    assert anti == pytest.approx(detail.anti_ideal.tolist(), abs=5e-5)
    plus = sum((a - b) ** 2 for a, b in zip(weighted, ideal, strict=True)) ** 0.5
    minus = sum((a - b) ** 2 for a, b in zip(weighted, anti, strict=True)) ** 0.5
    closeness = float(results.methods["topsis"].low[row])
    assert minus / (plus + minus) == pytest.approx(closeness, abs=2e-3)


@pytest.mark.parametrize("synthesis", ["ideal", "distributive"])
def test_that_the_parts_of_the_priority_add_up(qtbot: Any, synthesis: str) -> None:
    study = set_settings(example(), ahp_synthesis=synthesis)
    results = rank(study)
    view = shown(qtbot, study, "ahp", "P02")
    score = float(results.methods["ahp"].low[results.index("P02")])
    assert sum(numbers(view, "Weight × value")) == pytest.approx(score, abs=1e-3)


def test_that_premise_values_follow_from_the_rows(qtbot: Any) -> None:
    view = shown(qtbot, example(), "benefit_risk", "P05")
    need = sum(numbers(view, "Weight × value")[:4])
    assert f"Need {need:.2f}" in view._note.plain_text


def test_that_a_missing_figure_stands_as_a_dash(qtbot: Any) -> None:
    study = study_with(project("P1", N3=None), project("P2"))
    for method in METHODS:
        view = shown(qtbot, study, method, "P1")
        assert column(view, "Figure")[2] == "–"


def test_that_the_excluded_have_no_calculation(qtbot: Any) -> None:
    view = shown(qtbot, example(), "topsis", "P24")
    assert view.currentIndex() == 1
    view.show_results(rank(example()), "topsis", "P05")
    assert view.currentIndex() == 0


def test_that_the_model_keeps_the_rules_of_models(qtbot: Any, qtmodeltester: Any) -> None:
    view = shown(qtbot, example(), "topsis", "P05")
    qtmodeltester.check(view.table.cells)
    view.show_results(rank(example()), "ahp", "P05")
    qtmodeltester.check(view.table.cells)
