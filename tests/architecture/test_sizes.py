"""Files and functions stay small enough to be read at one sitting."""

from __future__ import annotations

from statistics import quantiles

from tests.support.sources import Source, functions, product, source

LONGEST_FILE, USUAL_FILE = 450, 350
LONGEST_FUNCTION, USUAL_FUNCTION = 60, 35


def file_lengths(sources: tuple[Source, ...]) -> dict[str, int]:
    """Lines of each file."""
    return {item.path: len(item.text.splitlines()) for item in sources}


def function_lengths(sources: tuple[Source, ...]) -> dict[str, int]:
    """Lines of each function, from its def to its last line."""
    return {
        f"{item.at(function)} {function.name}": (function.end_lineno or function.lineno) - function.lineno + 1
        for item in sources
        for function in functions(item.tree)
    }


def longer_than(limit: int, lengths: dict[str, int]) -> dict[str, int]:
    """Those over the limit."""
    return {place: length for place, length in lengths.items() if length > limit}


def percentile_95(lengths: dict[str, int]) -> float:
    """The length that 95 of 100 do not exceed."""
    return quantiles(lengths.values(), n=20, method="inclusive")[-1]


def test_that_no_file_is_over_the_hard_limit() -> None:
    assert longer_than(LONGEST_FILE, file_lengths(product())) == {}


def test_that_nearly_all_files_are_short() -> None:
    assert percentile_95(file_lengths(product())) <= USUAL_FILE


def test_that_no_function_is_over_the_hard_limit() -> None:
    assert longer_than(LONGEST_FUNCTION, function_lengths(product())) == {}


def test_that_nearly_all_functions_are_short() -> None:
    assert percentile_95(function_lengths(product())) <= USUAL_FUNCTION


def test_that_no_test_file_is_over_the_hard_limit() -> None:
    assert longer_than(LONGEST_FILE, file_lengths(product("tests"))) == {}


def test_that_the_measure_counts_from_def_to_the_last_line() -> None:
    text = "def f() -> int:\n    a = 1\n\n    return a\n"
    assert function_lengths((source(text, "x.py"),)) == {"x.py:1 f": 4}
