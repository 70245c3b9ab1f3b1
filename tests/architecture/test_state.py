"""No state outside the store: modules hold constants only, and questions are asked in one place."""

from __future__ import annotations

import ast
import re

import pytest

from tests.support.sources import Source, assert_none, product, source

MUTABLE_LITERALS = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_CALLS = {"list", "dict", "set", "bytearray", "defaultdict", "deque", "Counter", "OrderedDict"}
QUESTIONS = "desktop/app/questions.py"
ASKING = {"QMessageBox", "QFileDialog", "QInputDialog", "QColorDialog", "QFontDialog", "QErrorMessage"}
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3,4})\b")


def mutable_globals(item: Source) -> list[str]:
    """The places where a module keeps a list, dict or set under a name that is not a constant's."""
    found = []
    for node in item.tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign) and _is_mutable(node.value):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [target.id for target in targets if isinstance(target, ast.Name)]
            found += [item.at(node) for name in names if not name.isupper() and name != "__all__"]
    return found + [item.at(node) for node in ast.walk(item.tree) if isinstance(node, ast.Global)]


def _is_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func).rsplit(".", 1)[-1] in MUTABLE_CALLS
    return isinstance(value, MUTABLE_LITERALS)


def uses(item: Source, names: set[str]) -> list[str]:
    """The places where a file speaks of one of these names."""
    return [
        item.at(node)
        for node in ast.walk(item.tree)
        if (isinstance(node, ast.Name) and node.id in names)
        or (isinstance(node, ast.Attribute) and node.attr in names)
        or (isinstance(node, ast.ImportFrom) and names & {alias.name for alias in node.names})
    ]


def literal_colours(item: Source) -> list[str]:
    """The places where a colour is spelt out: as a string of hex digits, or as numbers given to QColor."""
    return [item.at(node) for node in ast.walk(item.tree) if _is_colour(node)]


def _is_colour(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return isinstance(node.value, str) and COLOUR.search(node.value) is not None
    if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[0] == "QColor":
        return len(node.args) >= 3 and all(isinstance(argument, ast.Constant) for argument in node.args)
    return False


def test_that_modules_hold_no_state() -> None:
    assert_none(place for item in product("criteria", "desktop") for place in mutable_globals(item))


@pytest.mark.parametrize(
    "text",
    ["cache = {}", "seen: set[str] = set()", "_items = [1]", "def f() -> None:\n    global x\n    x = 1"],
)
def test_that_state_in_a_module_is_found(text: str) -> None:
    assert len(mutable_globals(source(text))) == 1


@pytest.mark.parametrize("text", ["NAMES = {'a': 1}", "_ORDER = ['a']", "__all__ = ['f']", "limit = 3"])
def test_that_constants_are_allowed(text: str) -> None:
    assert mutable_globals(source(text)) == []


def test_that_only_one_file_asks_questions() -> None:
    others = [item for item in product("desktop") if item.path != QUESTIONS]
    assert_none(place for item in others for place in uses(item, ASKING))


def test_that_nobody_processes_events() -> None:
    assert_none(place for item in product("desktop") for place in uses(item, {"processEvents"}))


@pytest.mark.parametrize(
    "text", ["from PySide6.QtWidgets import QMessageBox", "QtWidgets.QMessageBox.question()", "QMessageBox()"]
)
def test_that_a_use_is_found(text: str) -> None:
    assert uses(source(text), ASKING)


def test_that_colours_are_spelt_out_only_in_the_look() -> None:
    others = [item for item in product("desktop") if not item.path.startswith("desktop/look/")]
    assert_none(place for item in others for place in literal_colours(item))


@pytest.mark.parametrize("text", ["'color: #fff'", "'#1F3A5F'", "QColor(1, 2, 3)", "f'a #1f3a5f {b}'"])
def test_that_a_colour_is_found(text: str) -> None:
    assert len(literal_colours(source(text))) == 1


@pytest.mark.parametrize("text", ["'row #12'", "QColor(colour)", "QColor(r, g, b)", "'see #issue'"])
def test_that_other_texts_are_no_colours(text: str) -> None:
    assert literal_colours(source(text)) == []
