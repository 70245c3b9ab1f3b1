"""A table from the file to the study, with everything that must stop it on the way."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest

from criteria.errors import ImportProblemError, UnreadableFileError
from criteria.files.example import example_study
from criteria.files.project_table import apply_import, preview_import
from criteria.model.projects import Evidence
from criteria.model.study import Study
from criteria.problems import find_problems
from criteria.shipped import resource
from criteria.template import new_study
from tests.support.project_tables import HEAD, ROW, preview, table, workbook

EXAMPLE = resource("example", "portfolio.csv")


def without_evidence(study: Study) -> tuple[object, ...]:
    return tuple(
        msgspec.structs.replace(
            project,
            scores={c: msgspec.structs.replace(s, evidence=Evidence()) for c, s in project.scores.items()},
        )
        for project in study.projects
    )


def test_that_the_example_table_asks_no_question() -> None:
    found = preview_import(EXAMPLE, new_study())
    assert {(problem.severity, problem.code) for problem in found.problems} == {("note", "derived-column")}
    assert len(found.new) == 24


def test_that_the_example_table_gives_the_example_study() -> None:
    study = apply_import(new_study(), preview_import(EXAMPLE, new_study()))
    assert study.projects == without_evidence(example_study())


def test_that_importing_twice_changes_nothing() -> None:
    found = preview_import(EXAMPLE, example_study())
    assert (found.new, found.updated, len(found.unchanged)) == ((), (), 24)
    assert apply_import(example_study(), found) == example_study()


def test_that_a_semicolon_table_with_decimal_commas_reads_the_same(tmp_path: Path) -> None:
    path = tmp_path / "call.csv"
    with (
        EXAMPLE.open(encoding="utf-8-sig", newline="") as source,
        path.open("w", encoding="cp1252") as target,
    ):
        for row in csv.reader(source):
            cells = [
                cell.replace(".", ",") if place != 5 and _is_decimal(cell) else cell
                for place, cell in enumerate(row)
            ]
            csv.writer(target, delimiter=";", lineterminator="\n").writerow(cells)
    found = preview_import(path, new_study())
    assert found.errors == ()
    assert (found.file.delimiter, found.file.encoding) == (";", "windows-1252")
    assert apply_import(new_study(), found).projects == without_evidence(example_study())


def _is_decimal(cell: str) -> bool:
    return cell.removeprefix("-").replace(".", "", 1).isdigit() and "." in cell and cell.count(".") == 1


def test_that_errors_stop_the_import_with_a_sentence(tmp_path: Path) -> None:
    path = table(tmp_path, ROW, ("P02", "B", "Togo", "abc", "9"))
    found = preview(path)
    with pytest.raises(ImportProblemError, match=r"call\.csv, row 3, column N1 \(D3\): “abc” .* \(1 more\)"):
        apply_import(new_study(), found)


def test_that_a_row_with_errors_is_left_out_only_when_the_user_says_so(tmp_path: Path) -> None:
    path = table(tmp_path, ROW, ("P02", "B", "Togo", "abc", "9"))
    assert [project.id for project in preview(path).projects] == ["P01", "P02"]
    found = preview(path, skip_rows=(2,))
    assert found.errors == ()
    assert [project.id for project in apply_import(new_study(), found).projects] == ["P01"]


def test_that_an_unknown_country_can_be_accepted_as_it_is(tmp_path: Path) -> None:
    path = table(tmp_path, ("P01", "A", "Sahel region", "0.5", "3"))
    assert [problem.code for problem in preview(path).errors] == ["unknown-country"]
    found = preview(path, accept=("unknown-country",))
    assert [p.severity for p in found.problems if p.code == "unknown-country"] == ["warning"]
    project = apply_import(new_study(), found).projects[0]
    assert (project.country, project.iso3) == ("Sahel region", "")


def test_that_a_figure_that_is_no_number_cannot_be_accepted(tmp_path: Path) -> None:
    path = table(tmp_path, ("P01", "A", "Ghana", "abc", "3"))
    assert preview(path, accept=("not-a-number",)).errors


def test_that_a_table_of_no_projects_is_an_error_and_of_one_is_not(tmp_path: Path) -> None:
    assert [problem.code for problem in preview(table(tmp_path)).errors] == ["no-projects"]
    assert preview(table(tmp_path, ROW)).errors == ()


def test_that_equal_scores_are_taken_over_and_told_by_the_study(tmp_path: Path) -> None:
    rows = [(f"P{n:02d}", f"Project {n}", "Ghana", "0.5", "3") for n in range(1, 8)]
    found = preview(table(tmp_path, *rows))
    assert found.errors == ()
    codes = [p.code for p in find_problems(apply_import(new_study(), found)) if p.severity == "error"]
    assert codes == ["all-equal"]


def test_that_the_decimal_mark_can_be_chosen(tmp_path: Path) -> None:
    head = ("project_id", "title", "A2")
    path = table(tmp_path, ("P01", "A", "1,234"), head=head)
    assert [problem.code for problem in preview(path).errors] == ["ambiguous-number"]
    assert preview(path, decimal=",").projects[0].score("A2").value == 1.234
    assert preview(path, decimal=".").projects[0].score("A2").value == 1234


def test_that_columns_can_be_assigned_by_hand(tmp_path: Path) -> None:
    head = ("project_id", "title", "How poor")
    path = table(tmp_path, ("P01", "A", "0.4"), head=head)
    found = preview(path)
    assert found.projects[0].scores == {}
    assigned = preview(path, mapping=found.mapping.assigned(2, "value", "N1"))
    assert assigned.projects[0].score("N1").value == 0.4


def test_that_two_columns_for_one_place_stop_the_import_until_one_is_left_out(tmp_path: Path) -> None:
    path = table(tmp_path, (*ROW, "0.6"), head=(*HEAD, "n1"))
    found = preview(path)
    assert [problem.code for problem in found.errors] == ["column-clash"]
    assert preview(path, mapping=found.mapping.assigned(5, "none")).projects[0].score("N1").value == 0.5


def test_that_a_workbook_with_a_preamble_and_two_sheets_is_read(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Call 2026"], [], [*HEAD], ["P01", "A", "Ghana", 0.5, "Pilot"]]
    found = preview(workbook(tmp_path, {"Read me": [["Hello"]], "Projects": rows}))
    assert (found.sheet.name, found.mapping.header_row, found.errors) == ("Projects", 2, ())
    assert found.projects[0].score("A3").value == 3


def test_that_an_existing_project_is_updated_and_others_stay(tmp_path: Path) -> None:
    path = table(tmp_path, ("P02", "B", "Malawi", "0.6", ""), ("P25", "C", "Togo", "0.5", "2"))
    found = preview(path, example_study())
    assert (found.new, found.updated, found.unchanged) == (("P25",), ("P02",), ())
    study = apply_import(example_study(), found)
    assert len(study.projects) == 25
    assert study.project("P02").score("N1").value == 0.6
    assert study.project("P02").score("A3") == example_study().project("P02").score("A3")


def test_that_replacing_leaves_only_the_projects_of_the_table(tmp_path: Path) -> None:
    found = preview(table(tmp_path, ROW), example_study())
    assert [p.id for p in apply_import(example_study(), found, "replace").projects] == ["P01"]


def test_that_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError):
        preview(tmp_path / "nothing.csv")


def test_that_text_that_looks_like_a_formula_stays_text(tmp_path: Path) -> None:
    path = table(tmp_path, ("P01", "=HYPERLINK(1)", "Ghana", "0.5", "3"))
    assert preview(path).projects[0].title == "=HYPERLINK(1)"
