"""The tests mirror the source: whoever looks for the tests of a module of criteria finds them by its path."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from tests.support.sources import ROOT, Source, assert_none, functions, product, source

#: Folder -> why its tests are not one for each module. They lie in the mirrored folder all the same.
TESTED_AS_A_WHOLE = {
    "criteria/report/ballot": "a ballot's formulas only mean something in the whole, recalculated workbook",
    "criteria/report/workbook": "a sheet's formulas only mean something in the whole, recalculated workbook",
}


def paths_of_tests(item: Source) -> list[str]:
    """Where the tests of a module may lie."""
    path = PurePosixPath(item.path)
    if path.name == "__init__.py":
        package = path.parent
        return [f"tests/{package}/test_{package.name}.py", f"tests/{package.parent}/test_{package.name}.py"]
    return [f"tests/{path.with_name('test_' + path.name)}"]


def needs_tests(item: Source) -> bool:
    """Whether a module computes anything; one of plain records needs no tests."""
    return next(functions(item.tree), None) is not None


def test_that_each_module_that_computes_has_its_tests() -> None:
    untested = [
        item.path
        for item in product("criteria")
        if needs_tests(item)
        and str(PurePosixPath(item.path).parent) not in TESTED_AS_A_WHOLE
        and not any((ROOT / path).exists() for path in paths_of_tests(item))
    ]
    assert_none(untested)


def test_that_what_is_tested_as_a_whole_is_tested() -> None:
    empty = [folder for folder in TESTED_AS_A_WHOLE if not list((ROOT / "tests" / folder).glob("test_*.py"))]
    assert_none(empty)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("criteria/ranking/topsis.py", "tests/criteria/ranking/test_topsis.py"),
        ("criteria/template/__init__.py", "tests/criteria/template/test_template.py"),
    ],
)
def test_that_the_path_of_a_module_gives_that_of_its_tests(path: str, expected: str) -> None:
    assert expected in paths_of_tests(source("x = 1", path))
