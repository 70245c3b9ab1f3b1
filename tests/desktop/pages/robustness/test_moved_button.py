"""The way from the room to "Why did it move?"."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from criteria.edits.scores import set_scores
from criteria.model.projects import Score
from desktop.dialogs.moves_dialog import MovesDialog
from tests.support.robustness import opened
from tests.support.studies import example
from tests.support.windows import FakeQuestions


def test_that_the_button_opens_the_comparison_by_the_rooms_method(qtbot: Any, tmp_path: Path) -> None:
    page, context = opened(qtbot, example(), "gradient")
    assert isinstance(context.questions, FakeQuestions)
    context.store.edit("enter", lambda study: set_scores(study, {("P05", "N3"): Score(1)}))
    page._methods.button("ahp").click()
    page.moved.click()
    dialog = page.window().findChild(MovesDialog)
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog._job.is_running and not page.is_waiting, timeout=20_000)
    assert dialog.methods.current == "ahp"
    context.questions.path = tmp_path / "moves.svg"
    dialog.table.export_requested.emit("svg")
    assert "Figures" in context.questions.path.read_text(encoding="utf-8")
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close_button.click()
