"""Edits of projects."""

from __future__ import annotations

import pytest

from criteria.edits.projects import (
    add_project,
    checked_profile_value,
    duplicate_projects,
    next_project_id,
    remove_projects,
    replace_projects,
    set_profile,
)
from criteria.edits.screening import waive
from criteria.errors import StudyError
from criteria.model.projects import Project
from criteria.model.rules import Waiver
from criteria.model.study import Study
from tests.support.studies import project, study_with


def ids(study: Study) -> list[str]:
    return [item.id for item in study.projects]


def test_that_a_project_is_added_at_the_end_or_where_wished() -> None:
    study = add_project(study_with(project("P01")), Project(id="P02", title="b"))
    assert ids(add_project(study, Project(id="P03", title="c"), 0)) == ["P03", "P01", "P02"]


def test_that_an_id_is_used_once() -> None:
    with pytest.raises(StudyError, match="P01"):
        add_project(study_with(project("P01")), Project(id="P01", title="again"))
    with pytest.raises(StudyError, match="share the id P01"):
        replace_projects(study_with(), (project("P01"), project("P01")))


def test_that_the_next_id_is_free() -> None:
    assert next_project_id(study_with()) == "P01"
    assert next_project_id(study_with(project("P02"))) == "P03"


def test_that_copies_stand_behind_their_originals_under_new_ids() -> None:
    study = duplicate_projects(study_with(project("P01"), project("P02")), ("P01", "P02"))
    assert ids(study) == ["P01", "P03", "P02", "P04"]
    assert study.projects[1].scores == study.projects[0].scores
    assert study.projects[1].title == "Project P01 (copy)"


def test_that_removing_takes_waivers_along() -> None:
    study = waive(study_with(project("P01"), project("P02")), Waiver("P01", "RL01", "r", "n", "d"))
    left = remove_projects(study, ("P01",))
    assert (ids(left), left.waivers) == (["P02"], ())
    with pytest.raises(StudyError, match="P09"):
        remove_projects(study, ("P09",))


def test_that_many_profile_cells_are_one_edit() -> None:
    study = study_with(project("P01"), project("P02"))
    changed = set_profile(study, {("P01", "title"): " New ", ("P02", "budget_eur"): 5})
    assert (changed.projects[0].title, changed.projects[1].budget_eur) == ("New", 5.0)


def test_that_a_new_id_is_followed_by_waivers() -> None:
    study = waive(study_with(project("P01")), Waiver("P01", "RL01", "r", "n", "d"))
    renamed = set_profile(study, {("P01", "id"): "A1"})
    assert (ids(renamed), renamed.waivers[0].project) == (["A1"], "A1")


@pytest.mark.parametrize(
    ("attribute", "value", "words"),
    [
        ("title", "  ", "cannot be empty"),
        ("mode", "gift", "choose one of"),
        ("budget_eur", -1, "number from 0"),
        ("budget_eur", float("nan"), "number"),
        ("ldc", "maybe", "yes, no or nothing"),
        ("freedom_total", 101, "to 100"),
        ("rule_of_law", float("inf"), "2.5"),
    ],
)
def test_that_unfit_values_are_refused_in_words(attribute: str, value: object, words: str) -> None:
    with pytest.raises(StudyError, match=words):
        checked_profile_value(attribute, value)


def test_that_lists_lose_blanks_and_repetitions() -> None:
    assert checked_profile_value("technology_tags", [" a ", "", "b", "a"]) == ("a", "b")


def test_that_two_projects_cannot_be_given_one_id() -> None:
    with pytest.raises(StudyError, match="P02"):
        set_profile(study_with(project("P01"), project("P02")), {("P01", "id"): "P02"})
