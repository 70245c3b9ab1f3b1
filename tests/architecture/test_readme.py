"""What the README promises a programmer is there under the names it gives."""

from __future__ import annotations

import importlib
import re

import pytest

from tests.support.sources import ROOT

TEXT = (ROOT / "README.md").read_text(encoding="utf-8")
TABLE = TEXT[TEXT.index("## As a library") : TEXT.index("## Where things are")]
ROWS = [line for line in TABLE.splitlines() if re.match(r"\| .*`criteria\.", line)]


@pytest.mark.parametrize("row", ROWS)
def test_that_each_function_of_the_library_is_in_its_module(row: str) -> None:
    _, functions, named = (cell.strip() for cell in row.strip("|").split(" | "))
    first, *others = re.findall(r"`([a-z_.]+)`", named)
    modules = [first, *(f"{first.rpartition('.')[0]}{name}" for name in others)]
    found = {name for module in modules for name in vars(importlib.import_module(module))}
    names = re.findall(r"`([a-z_]+)", functions)
    assert names
    assert set(names) <= found


def test_that_the_table_is_read_whole() -> None:
    assert len(ROWS) > 20
