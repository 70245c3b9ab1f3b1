"""Merging a table into a study."""

from __future__ import annotations

from criteria.files.example import example_study
from criteria.files.import_merge import compare, merge_projects, merged_project, merged_score
from criteria.model.projects import Evidence, Project, Score

SOURCE = Evidence("UNDP", 2022)


def test_that_blank_fields_stay_as_they_were() -> None:
    known = Project(id="P01", title="A", country="Ghana", budget_eur=5.0, safeguards=("SG01",), ldc=False)
    merged = merged_project(known, Project(id="P01", title="B"))
    assert merged == Project(
        id="P01", title="B", country="Ghana", budget_eur=5.0, safeguards=("SG01",), ldc=False
    )


def test_that_no_and_zero_are_not_blank() -> None:
    known = Project(id="P01", title="A", ldc=True, budget_eur=5.0)
    merged = merged_project(known, Project(id="P01", ldc=False, budget_eur=0.0))
    assert (merged.ldc, merged.budget_eur) == (False, 0.0)


def test_that_other_scores_stay() -> None:
    known = Project(id="P01", scores={"N1": Score(0.5), "N2": Score(3)})
    assert merged_project(known, Project(id="P01", scores={"N1": Score(0.6)})).scores == {
        "N1": Score(0.6),
        "N2": Score(3),
    }


def test_that_a_new_figure_does_not_keep_bounds_and_source_of_the_old_one() -> None:
    assert merged_score(Score(4, 3, 5, SOURCE), Score(2)) == Score(2)


def test_that_the_same_figure_keeps_bounds_and_source() -> None:
    assert merged_score(Score(4, 3, 5, SOURCE), Score(4)) == Score(4, 3, 5, SOURCE)


def test_that_a_source_can_come_alone() -> None:
    merged = merged_score(Score(4, None, None, SOURCE), Score(None, None, None, Evidence("", None, "seen")))
    assert merged == Score(4, None, None, Evidence("UNDP", 2022, "seen"))


def test_that_new_bounds_drop_the_source_of_the_old_ones() -> None:
    assert merged_score(Score(4, 3, 5, SOURCE), Score(4, 2, 5)) == Score(4, 2, 5)


def test_that_merging_keeps_the_order_and_adds_at_the_end() -> None:
    study = example_study()
    merged = merge_projects(
        study, (Project(id="P99", title="New"), Project(id="P02", title="Other")), "merge"
    )
    assert [project.id for project in merged.projects] == [*(p.id for p in study.projects), "P99"]
    assert merged.project("P02").title == "Other"
    assert merged.project("P02").scores == study.project("P02").scores


def test_that_replacing_leaves_only_the_table() -> None:
    replaced = merge_projects(example_study(), (Project(id="P02", title="Other"),), "replace")
    assert replaced.projects == (Project(id="P02", title="Other"),)


def test_that_projects_are_told_apart_by_what_would_happen_to_them() -> None:
    study = example_study()
    given = (study.projects[0], Project(id="P02", title="Other"), Project(id="P99", title="New"))
    assert compare(study, given) == {"new": ("P99",), "updated": ("P02",), "unchanged": ("P01",)}
