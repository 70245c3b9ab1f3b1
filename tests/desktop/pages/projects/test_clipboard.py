"""What is copied can be pasted back, what others copied is understood, and nothing is pasted by halves."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.errors import StudyError
from criteria.files.example import example_study
from desktop.pages.projects.clipboard import (
    Grid,
    PastePlan,
    Target,
    grid_of_text,
    header_columns,
    plan_paste,
    text_of_grid,
)

CELL = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=12).map(str.strip)


def target(projects: tuple[str, ...], columns: tuple[str, ...]) -> Target:
    return Target(projects, columns, {("P11", "screening"): "Refer"})


@given(st.lists(st.lists(CELL.filter(bool), min_size=2, max_size=2), min_size=1, max_size=4))
def test_that_a_grid_comes_back_as_it_was_copied(rows: list[list[str]]) -> None:
    guarded = [[cell for cell in row if not cell.startswith("'")] for row in rows]
    grid = [row for row in guarded if len(row) == 2]
    assert grid_of_text(text_of_grid(grid)) == tuple(tuple(row) for row in grid)


def test_that_tabs_breaks_and_quotes_inside_cells_survive() -> None:
    grid = (('say "yes"', "one\ntwo", "a\tb"), ("", "x", ""))
    assert grid_of_text(text_of_grid(grid)) == grid


@pytest.mark.parametrize("text", ["=1+1", "+49 30", "@home", "-dash"])
def test_that_copied_text_starts_no_formula_elsewhere(text: str) -> None:
    copied = text_of_grid([[text]])
    assert copied.startswith("'")
    assert grid_of_text(copied) == ((text,),)


def test_that_negative_numbers_stay_numbers() -> None:
    assert text_of_grid([["-1.03"]]) == "-1.03\n"


def test_that_windows_line_ends_and_a_last_break_add_no_row() -> None:
    assert grid_of_text("1\t2\r\n3\t4\r\n") == (("1", "2"), ("3", "4"))
    assert grid_of_text("") == ()


def test_that_blank_lines_are_blank_cells() -> None:
    assert grid_of_text("5\r\n\r\n7\r\n\r\n") == (("5",), ("",), ("7",), ("",))
    assert grid_of_text(text_of_grid([[""]])) == (("",),)


def test_that_a_block_goes_down_and_right_from_the_current_cell() -> None:
    plan = plan_paste(example_study(), (("5", "2"), ("4", "3")), target(("P11", "P12"), ("A3", "A4", "H1")))
    assert plan.texts == {("P11", "A3"): "5", ("P11", "A4"): "2", ("P12", "A3"): "4", ("P12", "A4"): "3"}
    assert plan.cells == 4


def test_that_a_block_that_is_too_wide_says_how_much_room_there_is() -> None:
    with pytest.raises(StudyError, match="2 columns wide, but only 1 are left"):
        plan_paste(example_study(), (("5", "2"),), target(("P11",), ("A3",)))


def test_that_rows_past_the_last_project_become_projects_with_free_ids() -> None:
    grid: Grid = (("One", "5"), ("Two", "4"), ("Three", "3"))
    plan = plan_paste(example_study(), grid, target(("P24",), ("title", "A3")))
    assert plan.added == {"P25": {"title": "Two", "A3": "4"}, "P26": {"title": "Three", "A3": "3"}}
    study = plan.apply(example_study())
    assert [project.title for project in study.projects[-3:]] == ["One", "Two", "Three"]


def test_that_a_header_row_sends_columns_by_name_and_rows_by_id() -> None:
    grid: Grid = (("Project_ID", "A3", "Budget EUR"), ("P12", "5", "2500000"), ("X1", "4", ""))
    plan = plan_paste(example_study(), grid, target(("P01",), ("N1",)))
    assert plan.texts == {("P12", "A3"): "5", ("P12", "budget_eur"): "EUR 2500000"}
    assert plan.added == {"X1": {"A3": "4"}}
    assert plan.apply(example_study()).project("P12").budget_eur == 2.5e6


def test_that_heads_without_an_id_go_to_the_rows_on_show() -> None:
    plan = plan_paste(
        example_study(), (("Evidence that it works", "EUR m"), ("5", "2.5")), target(("P07", "P03"), ("N1",))
    )
    assert plan.texts == {("P07", "A3"): "5", ("P07", "budget_eur"): "2.5"}


def test_that_values_are_not_taken_for_heads() -> None:
    study = example_study()
    assert header_columns(study, ("title", "5")) == ()
    assert header_columns(study, ("title",)) == ()
    assert header_columns(study, ("title", "", "mode")) == ("title", "", "mode")


def test_that_bounds_in_columns_of_their_own_are_refused_with_the_way_to_write_them() -> None:
    with pytest.raises(StudyError, match="“A2_low” belongs to a score; write bounds beside the value"):
        header_columns(example_study(), ("id", "A2", "A2_low"))


def test_that_a_column_copied_twice_and_a_row_without_id_are_refused() -> None:
    study = example_study()
    with pytest.raises(StudyError, match="Two of the copied columns are called A3"):
        plan_paste(study, (("id", "A3", "A3"), ("P01", "5", "4")), target(("P01",), ()))
    with pytest.raises(StudyError, match=r"Row 2 .* no project id"):
        plan_paste(study, (("id", "A3"), ("", "5")), target(("P01",), ()))


def test_that_a_copied_result_of_the_screening_may_be_repeated_but_not_changed() -> None:
    study, columns = example_study(), ("screening", "A3")
    assert plan_paste(study, (("Refer", "5"),), target(("P11",), columns)).texts == {("P11", "A3"): "5"}
    with pytest.raises(StudyError, match=r"P11: .*worked out"):
        plan_paste(study, (("Pass", "5"),), target(("P11",), columns))


def test_that_a_refused_paste_names_its_bad_cells_up_to_five() -> None:
    study = example_study()
    with pytest.raises(StudyError, match=r"^2 cells do not fit: P11, A3.* X1, A4"):
        PastePlan({("P11", "A3"): "9", ("P12", "A3"): "5"}, {"X1": {"A4": "nine"}}).apply(study)
    many = {(project.id, "A3"): "9" for project in study.projects[:7]}
    with pytest.raises(StudyError) as refusal:
        PastePlan(many, {}).apply(study)
    told = str(refusal.value)
    assert told.startswith("7 cells do not fit; the first 5 are: P01, A3")
    assert "P05, A3" in told
    assert "P06" not in told


def test_that_a_plan_with_one_bad_cell_changes_nothing() -> None:
    plan = PastePlan({("P11", "A3"): "5"}, {"X1": {"A4": "nine"}})
    with pytest.raises(StudyError, match="X1, A4"):
        plan.apply(example_study())
