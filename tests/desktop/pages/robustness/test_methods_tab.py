"""The tab Methods: the table is the core's comparison, the panel speaks of what was clicked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from criteria.model.study import Study
from criteria.ranking.method_comparison import method_comparison
from criteria.ranking.results import rank
from desktop.app.context import Context
from desktop.pages.robustness.methods_tab import MethodsTab
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.widgets.side_panel import SidePanel
from tests.support.robustness import opened, settled
from tests.support.studies import example
from tests.support.windows import FakeQuestions


def shown(qtbot: Any, study: Study) -> tuple[MethodsTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "methods")
    assert isinstance(page.tab, MethodsTab)
    return page.tab, page, context


def panel_words(tab: MethodsTab) -> str:
    assert isinstance(tab.panel, SidePanel)
    return str(tab.panel._content).replace("\\xa0", "\u00a0")


def test_that_the_ranks_are_those_of_the_core(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    found = method_comparison(rank(context.store.study), "topsis")
    assert found is not None
    held, table = found.comparison, tab.table.rows.data
    names = [head.key for head in table.heads][: len(held.names)]
    for row in table.rows:
        place = held.items.index(row.key)
        expected = [str(held.ranks[held.names.index(name), place]) for name in names]
        assert list(row.ranks[: len(names)]) == expected


def test_that_rows_follow_the_main_method_which_stands_first(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    assert tab.table.rows.data.heads[0].key == "topsis_fixed"
    page._methods.button("ahp").click()
    settled(qtbot, page)
    table = tab.table.rows.data
    assert table.heads[0].key == "ahp_ideal"
    main = [int(row.ranks[0]) for row in table.rows]
    assert main == sorted(main)


def test_that_the_finding_says_who_is_first_by_how_many(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    assert tab.statement.plain_text == "First by 20 of 20 methods: P05; P03 moves most, 2 to 17"


def test_that_a_method_is_explained_when_its_head_is_clicked(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tab.table.column_chosen.emit("vikor")
    words = panel_words(tab)
    assert "Opricovic & Tzeng (2004)" in words
    assert "Acceptable advantage" in words
    assert "Acceptable stability" in words
    assert "proposed" in words
    assert tab.table.heads.data.column == "vikor"
    tab.table.column_chosen.emit("vikor")
    assert tab.table.heads.data.column == ""


def test_that_a_compromise_is_explained_too(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tab.table.column_chosen.emit("kemeny")
    assert "contradict" in panel_words(tab)


def test_that_a_project_is_said_to_be_best_and_worst_somewhere(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tab.table.activated.emit("P03")
    words = panel_words(tab)
    assert "Best: 2 by Benefit–risk" in words
    assert "Worst: 17 by Weighted product" in words


def test_that_figures_are_refused_in_words(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    found = method_comparison(rank(context.store.study), "topsis", "raw")
    assert found is not None
    assert found.refusals
    tab.figures.button("raw").click()
    settled(qtbot, page)
    shown_methods = {head.key for head in tab.table.rows.data.heads}
    assert not shown_methods & {refusal.method for refusal in found.refusals}
    words = panel_words(tab)
    assert "It divides by every figure of a cost" in words or "It needs figures of at least zero" in words


def test_that_twins_and_silent_methods_are_named(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    words = panel_words(tab)
    assert "The same order: AHP ideal, Weighted sum, MARCOS and SPOTIS." in words
    assert "COPRAS, MARCOS and SPOTIS can only repeat" in words


def test_that_every_measure_says_what_it_means(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    feet = tab.table.feet.data.feet
    assert [foot.text for foot in feet] == ["Spearman ρ", "Kendall τ-b", "Weighted ρ", "WS"]
    assert all("TOPSIS fixed" in foot.tip for foot in feet)


def test_that_the_table_is_saved_whole(qtbot: Any, tmp_path: Path) -> None:
    tab, _, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    tab.table.export_requested.emit("svg")
    written = context.questions.path.read_text(encoding="utf-8")
    assert "First by 20 of 20 methods" in written
    assert "PROMETHEE II" in written
