"""The store: one value, one signal."""

from __future__ import annotations

from functools import partial
from typing import Any

from criteria.change import Change
from criteria.edits.projects import remove_projects
from criteria.edits.settings import set_settings, set_title_page
from criteria.model.study import Study
from desktop.app.store import Store
from tests.support.studies import example


def heard(store: Store) -> list[Change]:
    changes: list[Change] = []
    store.changed.connect(changes.append)
    return changes


def with_theta(theta: float, study: Study) -> Study:
    return set_settings(study, theta=theta)


def test_that_an_edit_is_one_change_and_undo_takes_it_back(qapp: Any) -> None:
    store = Store(example())
    changes = heard(store)
    assert store.edit("change theta", partial(with_theta, 0.25))
    assert changes[0].parts == {"settings"}
    store.undo()
    assert store.study == example()
    assert len(changes) == 2


def test_that_undoing_back_to_what_was_saved_is_not_modified(qapp: Any) -> None:
    store = Store(example())
    store.edit("change theta", partial(with_theta, 0.25))
    store.mark_saved(store.study)
    store.edit("change theta", partial(with_theta, 0.5))
    assert store.is_modified
    store.undo()
    assert not store.is_modified
    store.undo()
    assert store.is_modified


def test_that_a_refused_edit_changes_nothing_and_says_why(qapp: Any) -> None:
    store = Store(example())
    sentences: list[str] = []
    store.refused.connect(sentences.append)
    changes = heard(store)
    assert not store.edit("remove", lambda study: remove_projects(study, ("P99",)))
    assert (changes, len(sentences)) == ([], 1)
    assert "P99" in sentences[0]


def test_that_a_drag_is_one_step(qapp: Any) -> None:
    store = Store(example())
    for theta in (0.4, 0.3, 0.2):
        store.edit("drag", partial(with_theta, theta), merge_key="gesture")
    store.undo()
    assert store.study.settings.theta == 0.5


def test_that_opening_another_study_forgets_the_history(qapp: Any) -> None:
    store = Store(example())
    store.edit("rename", lambda study: set_title_page(study, title="Other"))
    store.open_study(example())
    assert store.history.undo_label is None
    assert not store.is_modified
