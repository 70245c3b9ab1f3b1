"""The projects as a model for views: it passes Qt's own checks and tells exactly what changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QModelIndex, Qt

from criteria.edits.criteria_tree import set_criterion_active
from criteria.edits.projects import (
    add_project,
    duplicate_projects,
    remove_projects,
    replace_projects,
    set_profile,
)
from criteria.edits.screening import set_threshold
from criteria.files.example import example_study
from criteria.files.typed_cells import set_texts
from criteria.model.projects import Project
from criteria.model.study import Study
from desktop.pages.projects.project_model import ProjectModel


def accept(_texts: Mapping[tuple[str, str], str]) -> bool:
    return True


class Heard:
    """The signals a model has emitted, by name."""

    def __init__(self, model: ProjectModel) -> None:
        self.names: list[str] = []
        self.rows: list[int] = []
        model.modelReset.connect(lambda: self.names.append("reset"))
        model.rowsInserted.connect(lambda: self.names.append("inserted"))
        model.rowsRemoved.connect(lambda: self.names.append("removed"))
        model.dataChanged.connect(self._changed)

    def _changed(self, first: QModelIndex, _last: QModelIndex) -> None:
        self.names.append("changed")
        self.rows.append(first.row())


def ids(model: ProjectModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


@pytest.mark.parametrize("count", [0, 1, 24])
def test_that_the_model_keeps_to_the_rules_of_qt(qtmodeltester: Any, count: int) -> None:
    study = example_study()
    study = msgspec.structs.replace(study, projects=study.projects[:count])
    qtmodeltester.check(ProjectModel(study, accept))


@pytest.mark.parametrize(
    "change",
    [
        lambda s: remove_projects(s, ["P03", "P11", "P24"]),
        lambda s: duplicate_projects(s, ["P03", "P11"]),
        lambda s: add_project(s, Project(id="X1", title="New"), 5),
        lambda s: replace_projects(s, reversed(s.projects)),
        lambda s: replace_projects(s, (*s.projects[1:], Project(id="X1"))),
        lambda s: replace_projects(s, ()),
    ],
)
def test_that_rows_move_without_a_reset_and_end_up_as_in_the_study(qtmodeltester: Any, change: Any) -> None:
    study = example_study()
    model = ProjectModel(study, accept)
    qtmodeltester.check(model)
    heard = Heard(model)
    for wanted in (change(study), study):
        model.show_study(wanted)
        assert ids(model) == [project.id for project in wanted.projects]
        assert [model.view(row, 1).text for row in range(model.rowCount())] == [
            p.title for p in wanted.projects
        ]
    assert "reset" not in heard.names
    assert "inserted" in heard.names


def test_that_one_edited_score_changes_one_row() -> None:
    study = example_study()
    model = ProjectModel(study, accept)
    heard = Heard(model)
    model.show_study(set_texts(study, {("P11", "A3"): "5"}))
    assert (heard.names, heard.rows) == (["changed"], [10])


def test_that_another_cut_off_changes_the_rows_it_touches() -> None:
    study = example_study()
    model = ProjectModel(study, accept)
    heard = Heard(model)
    threshold = next(item for item in study.thresholds if item.field == "S3")
    model.show_study(set_threshold(study, threshold.id, 100.0))
    assert 0 < len(heard.rows) < 24


def test_that_a_renamed_project_stays_in_its_row() -> None:
    study = example_study()
    model = ProjectModel(study, accept)
    heard = Heard(model)
    model.show_study(set_profile(study, {("P11", "id"): "X1"}))
    assert ids(model)[10] == "X1"
    assert set(heard.names) == {"changed"}


def test_that_other_columns_reset_the_model_and_other_words_do_not() -> None:
    study = example_study()
    model = ProjectModel(study, accept)
    heard = Heard(model)
    renamed = tuple(msgspec.structs.replace(c, name=f"{c.name}!") for c in study.criteria)
    model.show_study(msgspec.structs.replace(study, criteria=renamed))
    assert "reset" not in heard.names
    model.show_study(set_criterion_active(study, "A3", active=False))
    assert heard.names[-1] == "reset"
    assert model.column_of("A3") == -1


def test_that_what_is_typed_is_written_and_what_is_worked_out_is_not() -> None:
    written: list[Mapping[tuple[str, str], str]] = []

    def write(texts: Mapping[tuple[str, str], str]) -> bool:
        written.append(texts)
        return True

    model = ProjectModel(example_study(), write)
    assert model.setData(model.index(10, model.column_of("A3")), "5")
    assert not model.setData(model.index(10, model.column_of("screening")), "Pass")
    assert written == [{("P11", "A3"): "5"}]
    assert not model.flags(model.index(0, model.column_of("screening"))) & Qt.ItemFlag.ItemIsEditable


def shown(
    study: Study, project: str, column: str, role: Qt.ItemDataRole = Qt.ItemDataRole.DisplayRole
) -> Any:
    model = ProjectModel(study, accept)
    return model.index(model.row_of(project), model.column_of(column)).data(role)


def test_that_cells_read_as_in_the_picture() -> None:
    study = set_texts(example_study(), {("P12", "A2"): "", ("P13", "A2"): "1–8"})
    assert shown(study, "P11", "A3") == "3 (2–4)"
    assert shown(study, "P03", "A2") == "2,600 (1,500–4,200)"
    assert shown(study, "P11", "N1") == "0.728"
    assert shown(study, "P11", "screening") == "Refer"
    assert shown(study, "P11", "budget_eur") == "18.0"
    assert shown(study, "P11", "technology_tags") == "biotech design; dual use biology"
    assert shown(study, "P12", "A2") == ""
    assert shown(study, "P13", "A2") == "1–8"


def test_that_tips_say_what_a_level_means_and_where_it_is_from() -> None:
    tip = shown(example_study(), "P11", "A3", Qt.ItemDataRole.ToolTipRole)
    assert "3 Pilot: Promising pilot in one comparable setting." in tip
    assert "Source: Fictional project file 2026" in tip


def test_that_a_screen_reader_hears_project_column_and_value() -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    study = set_texts(example_study(), {("P12", "A2"): ""})
    assert shown(study, "P11", "A3", role) == "P11, A3 Evidence that it works: 3 (2–4) Pilot"
    assert shown(study, "P12", "A2", role) == "P12, A2 People reached: missing"
