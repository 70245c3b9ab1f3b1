"""The workbook as a whole: recalculated by LibreOffice it gives the numbers it was written with."""

from __future__ import annotations

import datetime
import io
import re
import subprocess
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from criteria.errors import SaveError
from criteria.files.example import example_study
from criteria.model.settings import METHODS
from criteria.ranking.results import Results, rank
from criteria.report.workbook import Provenance, workbook, write_workbook
from criteria.report.workbook.geometry import FIRST, ScreenColumn
from criteria.report.workbook.ranking import rank_column, rank_range
from criteria.report.workbook.references import letters
from tests.criteria.report.workbook import cases, cells, edits, group_cases, group_edits
from tests.criteria.report.workbook.edits import Change
from tests.support.programs import LibreOffice

STAMP = Provenance("0.1.0", datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC))
STUDIES = (*cases.STUDIES, *group_cases.STUDIES)
NAMES = [make.__name__ for make in STUDIES] + ["given"]
CHANGES: tuple[Change, ...] = (*edits.CHANGES, *group_edits.CHANGES)

Workbooks = dict[str, bytes]


def results_of(name: str) -> Results:
    """The results of a case by its name."""
    if name == "given":
        return cases.given()
    return rank(next(make for make in STUDIES if make.__name__ == name)())


@pytest.fixture(scope="module")
def stored() -> Workbooks:
    """Each case as it was written."""
    found = {}
    for name in NAMES:
        data = workbook(results_of(name), STAMP)
        assert data is not None
        found[name] = data
    return found


@pytest.fixture(scope="module")
def written(stored: Workbooks) -> dict[str, cells.Sheets]:
    """The cells of each case."""
    return {name: cells.read(data) for name, data in stored.items()}


@pytest.fixture(scope="module")
def computed(
    stored: Workbooks, libreoffice: LibreOffice, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, cells.Sheets]:
    """Each case, and each change a reviewer makes, with all values computed by LibreOffice, in one go."""
    folder = tmp_path_factory.mktemp("workbooks")
    paths = [cells.save(folder / f"{name}.xlsx", cells.without_values(data)) for name, data in stored.items()]
    for place, change in enumerate(CHANGES):
        data = workbook(rank(change.study()), STAMP)
        assert data is not None
        cells_changed = change.edits(cells.read(data))
        paths.append(cells.save(folder / f"change{place}.xlsx", cells.without_values(data, cells_changed)))
    converted = recalculated(libreoffice, paths, folder / "out")
    return {path.stem: cells.read(path.read_bytes()) for path in converted}


def recalculated(office: LibreOffice, paths: Iterable[Path], folder: Path) -> list[Path]:
    """The workbooks as LibreOffice computes and saves them; one start of the program serves all."""
    named = list(paths)
    subprocess.run(
        ["soffice", f"-env:UserInstallation={office.profile.as_uri()}", "--headless", "--norestore",
         "--convert-to", "xlsx", "--outdir", str(folder), *map(str, named)],
        capture_output=True, check=True, timeout=280,
    )  # fmt: skip
    return [folder / path.name for path in named]


def differences(first: cells.Sheets, second: cells.Sheets) -> list[str]:
    """Formula cells of the first whose value the second does not share, within 1e-9 (relative above 1)."""
    found = []
    for sheet, named in first.items():
        for name, cell in named.items():
            if not cell.formula:
                continue
            other = second[sheet].get(name)
            value = None if other is None else other.value
            if isinstance(cell.value, float) and isinstance(value, float):
                if abs(cell.value - value) <= 1e-9 * max(1.0, abs(cell.value)):
                    continue
            elif cell.value == value and isinstance(value, str):
                continue
            found.append(f"{sheet}!{name}: stored {cell.value!r}, computed {value!r}: {cell.formula[:120]}")
    return found


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", NAMES)
def test_that_every_formula_gives_its_stored_value(
    name: str, written: dict[str, cells.Sheets], computed: dict[str, cells.Sheets]
) -> None:
    formulas = sum(bool(cell.formula) for sheet in written[name].values() for cell in sheet.values())
    assert formulas > 2000
    assert differences(written[name], computed[name]) == []


@pytest.mark.libreoffice
@pytest.mark.parametrize("place", range(len(CHANGES)), ids=[change.name for change in CHANGES])
def test_that_a_changed_cell_gives_what_the_program_gives(
    place: int, computed: dict[str, cells.Sheets]
) -> None:
    change: Change = CHANGES[place]
    expected = change.expected(change.study())
    assert_same_results(computed[f"change{place}"], expected)


def assert_same_results(sheets: cells.Sheets, expected: Results) -> None:
    """Scores within 1e-9, ranks and screening results as the program has them."""
    for index, project in enumerate(expected.matrix.projects):
        row = cells.row_of(sheets, "Ranking", project)
        for method in METHODS:
            found, column = expected.methods[method], rank_column(method)
            rank_cell, low, high, shadow = (
                sheets["Ranking"][f"{letters(column + offset)}{row}"].value for offset in range(4)
            )
            wanted = rank_range(int(found.rank_best[index]), int(found.rank_worst[index]))
            assert (project, method, rank_cell) == (project, method, wanted)
            assert low == pytest.approx(found.low[index], abs=1e-9), (project, method)
            assert high == pytest.approx(found.high[index], abs=1e-9), (project, method)
            assert shadow == found.shadow[index], (project, method)


@pytest.mark.libreoffice
def test_that_a_changed_cut_off_changes_the_screening(computed: dict[str, cells.Sheets]) -> None:
    place = next(place for place, change in enumerate(CHANGES) if "cut-off" in change.name)
    sheets, change = computed[f"change{place}"], CHANGES[place]
    expected = change.expected(change.study())
    column = letters(ScreenColumn.RESULT)
    shown = {
        project: sheets["Screening"][f"{column}{cells.row_of(sheets, 'Screening', project)}"].value
        for project in expected.matrix.projects
    }
    assert shown == {result.project: result.screen for result in expected.screening.projects}
    before = {result.project: result.screen for result in rank(change.study()).screening.projects}
    assert shown != before


@pytest.mark.libreoffice
def test_that_the_summary_says_when_a_cell_was_changed(computed: dict[str, cells.Sheets]) -> None:
    untouched = computed["example_study"]["Summary"].values()
    assert any(
        "comparisons of formulas with the program's own numbers agree" in str(c.value) for c in untouched
    )
    changed = computed["change0"]["Summary"].values()
    assert any("comparisons differ" in str(cell.value) for cell in changed)


@pytest.mark.libreoffice
def test_that_weights_by_best_and_worst_ask_to_be_computed_afresh(computed: dict[str, cells.Sheets]) -> None:
    place = next(place for place, change in enumerate(CHANGES) if "who is chosen" in change.name)
    told = [cell.value for cell in computed[f"change{place}"]["Answers ST4"].values()]
    assert told.count("An answer was changed: recompute these weights in the program.") == 1
    assert told.count("Proven: no weights fit these answers better.") == 3


@pytest.mark.parametrize("name", NAMES)
def test_that_no_formula_is_without_value_and_none_shows_an_error(
    name: str, written: dict[str, cells.Sheets]
) -> None:
    for sheet, named in written[name].items():
        for cell in named.values():
            if cell.formula:
                assert cell.value is not None, (sheet, cell)
                assert cell.kind in ("n", "str"), (sheet, cell)
                assert not str(cell.value).startswith("#"), (sheet, cell)


def test_that_equal_studies_give_equal_bytes(stored: Workbooks) -> None:
    assert workbook(results_of("two_tie_for_first"), STAMP) == stored["two_tie_for_first"]


def test_that_formulas_use_only_functions_all_programs_share(written: dict[str, cells.Sheets]) -> None:
    allowed = {
        "ABS",
        "AND",
        "COUNT",
        "COUNTIF",
        "EXACT",
        "EXP",
        "FIND",
        "FIXED",
        "IF",
        "INDEX",
        "ISNUMBER",
        "LN",
        "MATCH",
        "MAX",
        "MIN",
        "MMULT",
        "NOT",
        "OR",
        "ROUND",
        "SQRT",
        "SUBSTITUTE",
        "SUM",
        "SUMIF",
        "SUMPRODUCT",
        "SUMSQ",
        "SUMXMY2",
    }
    used: set[str] = set()
    for name in ("example_study", "compared_projects", "odd_scales_and_waivers", "one_counts", "sealed"):
        for named in written[name].values():
            for cell in named.values():
                bare = re.sub(r'"[^"]*"', "", cell.formula)
                used |= set(re.findall(r"([A-Z][A-Z0-9.]*)\(", bare))
                assert "[" not in bare
    assert used <= allowed


def test_that_a_full_disk_or_missing_folder_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(SaveError, match="does not exist"):
        write_workbook(rank(cases.small()), tmp_path / "nowhere" / "a.xlsx", provenance=STAMP)


def test_that_cancelling_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"old")
    shares: list[float] = []
    done = write_workbook(
        rank(cases.small()), path, provenance=STAMP, progress=shares.append, cancelled=lambda: len(shares) > 3
    )
    assert not done
    assert path.read_bytes() == b"old"
    assert len(shares) == 4


def test_that_progress_runs_from_nothing_to_all(tmp_path: Path) -> None:
    shares: list[float] = []
    assert write_workbook(rank(cases.small()), tmp_path / "a.xlsx", provenance=STAMP, progress=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_that_pandas_reads_a_number_wherever_one_belongs(tmp_path: Path) -> None:
    import pandas as pd

    path = tmp_path / "a.xlsx"
    results = rank(example_study())
    write_workbook(results, path, provenance=STAMP)
    table = pd.read_excel(path, sheet_name="TOPSIS", header=FIRST - 2, engine="openpyxl")
    assert table["closeness"].notna().all()
    assert table[list(results.matrix.criteria)].notna().all(axis=None)
    weights = pd.read_excel(path, sheet_name="Weights", header=3, engine="calamine")
    assert weights["weight used"].iloc[:20].notna().all()
    scores = pd.read_excel(path, sheet_name="Scores", header=3, engine="calamine")
    assert scores[["figure", "figure used", "value", "value low", "value high"]].notna().all(axis=None)
    assert len(scores) == results.matrix.raw.size


def test_that_openpyxl_reads_a_value_for_every_formula(stored: Workbooks) -> None:
    import openpyxl

    with warnings.catch_warnings():
        # openpyxl says that it would not keep data bars when saving; nothing is saved here.
        warnings.simplefilter("ignore", UserWarning)
        book = openpyxl.load_workbook(io.BytesIO(stored["vector_distributive"]), data_only=True)
        formulas = openpyxl.load_workbook(io.BytesIO(stored["vector_distributive"]))
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    assert book[sheet.title][cell.coordinate].value is not None, (
                        sheet.title,
                        cell.coordinate,
                    )


def test_that_text_from_input_never_becomes_a_formula(stored: Workbooks) -> None:
    sheets = cells.read(stored["odd_texts"])
    formulas = [cell.formula for named in sheets.values() for cell in named.values() if cell.formula]
    assert not [formula for formula in formulas if "cmd" in formula or "HYPERLINK" in formula]
    texts = {str(cell.value) for cell in sheets["Projects"].values()}
    assert {"=cmd|'/c calc'!A1", "+1+1", "-2", "@SUM(A1)", "\t=1", "مشروع 🚀 😀", " spaces "} <= texts
    assert "abc" in texts
    assert max(len(text) for text in texts) == 32_767
    remarks = " ".join(str(cell.value) for cell in sheets["Settings"].values())
    assert "2 characters that no workbook can hold removed" in remarks
    assert "characters at the end cut" in remarks


def test_that_every_part_of_the_file_is_well_formed(stored: Workbooks) -> None:
    with zipfile.ZipFile(io.BytesIO(stored["odd_texts"])) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            if name.endswith((".xml", ".rels", ".vml")):
                ElementTree.fromstring(archive.read(name))


def test_that_the_file_carries_its_origin(stored: Workbooks) -> None:
    with zipfile.ZipFile(io.BytesIO(stored["example_study"])) as archive:
        core = archive.read("docProps/core.xml").decode()
    assert "AI cooperation" in core
    assert "Proportio 0.1.0" in core
    assert core.count("2026-11-22T12:00:00Z") == 2
