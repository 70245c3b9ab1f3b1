"""Undo and redo over immutable studies."""

from __future__ import annotations

import msgspec

from criteria.history import History
from criteria.model.study import Study


def titled(title: str) -> Study:
    return Study(title=title)


def test_that_undo_goes_all_the_way_back_and_redo_all_the_way_forward() -> None:
    history = History(titled("0"))
    for step in range(1, 6):
        history = history.record(f"step {step}", titled(str(step)))
    for _ in range(5):
        history = history.undo()
    assert history.present.title == "0"
    assert history.undo() is history
    for _ in range(5):
        history = history.redo()
    assert history.present.title == "5"
    assert history.redo() is history


def test_that_a_gesture_with_one_merge_key_is_one_step() -> None:
    history = History(titled("a"))
    for title in ("b", "c", "d"):
        history = history.record("drag", titled(title), merge_key="gesture 1")
    history = history.record("drag", titled("e"), merge_key="gesture 2")
    assert history.undo().present.title == "d"
    assert history.undo().undo().present.title == "a"


def test_that_a_gesture_that_returns_to_its_start_leaves_no_step() -> None:
    history = History(titled("a")).record("drag", titled("b"), "g").record("drag", titled("a"), "g")
    assert history.undo_label is None


def test_that_a_new_step_forgets_what_was_undone() -> None:
    history = History(titled("a")).record("one", titled("b")).undo().record("two", titled("c"))
    assert history.redo_label is None
    assert history.undo_label == "two"


def test_that_an_edit_that_changes_nothing_is_no_step() -> None:
    study = titled("a")
    history = History(study).record("nothing", msgspec.structs.replace(study))
    assert history.undo_label is None


def test_that_only_the_last_steps_up_to_the_limit_are_kept() -> None:
    history = History(titled("0"), limit=3)
    for step in range(1, 6):
        history = history.record(str(step), titled(str(step)))
    while history.undo_label:
        history = history.undo()
    assert history.present.title == "2"
