"""The dialog "Why did it move?": what the core shares out, against a step of the history or another file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from criteria.edits.projects import remove_projects
from criteria.edits.scores import set_scores
from criteria.edits.settings import set_settings
from criteria.files.study_file import save_study
from criteria.model.projects import Score
from criteria.robustness.attribution import attribute
from desktop.app.context import Context
from desktop.app.words.moves import MoveWords
from desktop.dialogs.moves_dialog import MovesDialog
from tests.support.studies import example
from tests.support.windows import FakeQuestions, make_context


def changed(context: Context) -> None:
    context.store.edit("change the method", lambda study: set_settings(study, topsis_normalisation="vector"))
    figures = {("P05", "N3"): Score(3), ("P16", "A3"): Score(2)}
    context.store.edit("enter figures", lambda study: set_scores(study, figures))
    context.store.edit("remove P02", lambda study: remove_projects(study, ["P02"]))


def opened(qtbot: Any, context: Context) -> MovesDialog:
    dialog = MovesDialog(None, context, "topsis")
    qtbot.addWidget(dialog)
    dialog.show()
    settled(qtbot, dialog)
    return dialog


def settled(qtbot: Any, dialog: MovesDialog) -> None:
    qtbot.waitUntil(lambda: not dialog._job.is_running, timeout=20_000)


def test_that_parts_are_those_of_the_core(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    changed(context)
    dialog = opened(qtbot, context)
    found = attribute(example(), context.store.study)
    assert found is not None
    words = MoveWords()
    table = dialog.table.rows.data
    assert [head.text for head in table.heads][2:] == [words.group(item.group) for item in found.groups]
    parts = {move.project: [words.places(part) for part in move.place_parts] for move in found.projects}
    assert {row.key: list(row.ranks[2:]) for row in table.rows} == parts


def test_that_those_who_moved_most_stand_first(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    changed(context)
    dialog = opened(qtbot, context)
    found = dialog._found
    assert found is not None
    moves = {move.project: abs(move.place_after - move.place_before) for move in found.projects}
    order = [moves[row.key] for row in dialog.table.rows.data.rows]
    assert order == sorted(order, reverse=True)
    assert order[0] > 0


def test_that_every_step_of_the_history_can_be_compared_with(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    changed(context)
    dialog = opened(qtbot, context)
    texts = [dialog.states.itemText(place) for place in range(dialog.states.count())]
    assert texts == [
        "1 step back: before “remove P02”",
        "2 steps back: before “enter figures”",
        "3 steps back: before “change the method”",
    ]
    assert dialog.states.currentIndex() == 2
    dialog.states.setCurrentIndex(0)
    dialog.states.activated.emit(0)
    settled(qtbot, dialog)
    assert [head.text for head in dialog.table.rows.data.heads][2:] == ["Gone projects"]


def test_that_a_project_is_told_about_in_a_sentence(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    changed(context)
    dialog = opened(qtbot, context)
    assert "Settings (normalisation of TOPSIS): made alone," in dialog.sentence.plain_text
    dialog.table.activated.emit("P16")
    assert dialog.sentence.plain_text.startswith("P16 went from 5th to 2nd:")
    assert "Settings 3 up" in dialog.sentence.plain_text
    dialog.table.activated.emit("P16")
    assert "made alone" in dialog.sentence.plain_text


def test_that_figures_can_be_told_project_by_project(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    changed(context)
    dialog = opened(qtbot, context)
    place = dialog.splits.findData("project")
    dialog.splits.setCurrentIndex(place)
    dialog.splits.activated.emit(place)
    settled(qtbot, dialog)
    heads = [head.text for head in dialog.table.rows.data.heads]
    assert "Figures P05" in heads
    assert "Figures P16" in heads


def test_that_another_file_can_be_compared_with(qtbot: Any, tmp_path: Path) -> None:
    context = make_context(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    other = set_scores(example(), {("P05", "N3"): Score(1)})
    context.questions.path = tmp_path / "earlier.proportio"
    save_study(other, context.questions.path)
    dialog = opened(qtbot, context)
    assert dialog.table.isHidden()
    assert dialog.statement.plain_text.startswith("Nothing was changed since the study was opened")
    dialog.other.click()
    settled(qtbot, dialog)
    assert dialog.states.currentText() == "the file “earlier.proportio”"
    assert [head.text for head in dialog.table.rows.data.heads][2:] == ["Figures"]
    assert not dialog.table.isHidden()


def test_that_a_file_that_is_no_study_is_told_about(qtbot: Any, tmp_path: Path) -> None:
    context = make_context(qtbot, example())
    dialog = opened(qtbot, context)
    broken = tmp_path / "broken.proportio"
    broken.write_text("{", encoding="utf-8")
    dialog.add_file(broken)
    assert "broken.proportio" in dialog.statement.plain_text


def test_that_words_alone_are_no_change(qtbot: Any) -> None:
    from criteria.edits.settings import set_title_page

    context = make_context(qtbot, example())
    context.store.edit("title", lambda study: set_title_page(study, title="Another title"))
    dialog = opened(qtbot, context)
    assert dialog.statement.plain_text == "Nothing differs that scores or ranks follow from."
    assert dialog.table.isHidden()


def test_that_first_place_is_explained(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    context.store.edit("enter", lambda study: set_scores(study, {("P05", "N3"): Score(1)}))
    dialog = opened(qtbot, context)
    assert dialog.statement.plain_text == (
        "First place went from P05 to P02, which needed the changes of figures"
    )


def test_that_the_table_can_be_saved(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    changed(context)
    dialog = opened(qtbot, context)
    with qtbot.waitSignal(dialog.export_asked) as asked:
        dialog.table.export_requested.emit("svg")
    view, _name, kind, title = asked.args
    assert (view, kind) == (dialog.table, "svg")
    assert title == dialog.statement.plain_text


def test_that_closing_gives_the_work_up(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    changed(context)
    dialog = MovesDialog(None, context, "topsis")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog._job.is_running
    dialog.close_button.click()
    assert not dialog._job.is_running
    context.pool.waitForDone(20_000)
