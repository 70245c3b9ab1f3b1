"""Names in the Qt shell: snake_case and a docstring, but for what overrides Qt."""

from __future__ import annotations

import ast
import inspect
import re
from functools import cache

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from tests.support.sources import Source, assert_none, functions, product, source

CAMEL_CASE = re.compile(r"[a-z0-9][A-Z]")


@cache
def qt_names() -> frozenset[str]:
    """Every name that a Qt class could have overridden."""
    classes = [
        value
        for module in (QtCore, QtGui, QtWidgets)
        for _, value in inspect.getmembers(module, inspect.isclass)
    ]
    return frozenset(name for owner in classes for name in dir(owner))


def wrong_case(item: Source) -> list[str]:
    """The functions in camelCase that override nothing of Qt's."""
    return [
        f"{item.at(function)} {function.name}"
        for function in functions(item.tree)
        if CAMEL_CASE.search(function.name) and function.name not in qt_names()
    ]


def without_docstring(item: Source) -> list[str]:
    """The public methods that say nothing of what they give and override nothing of Qt's."""
    classes = [node for node in ast.walk(item.tree) if isinstance(node, ast.ClassDef)]
    return [
        f"{item.at(method)} {owner.name}.{method.name}"
        for owner in classes
        if not owner.name.startswith("_")
        for method in owner.body
        if isinstance(method, ast.FunctionDef)
        and not method.name.startswith("_")
        and method.name not in qt_names()
        and ast.get_docstring(method) is None
    ]


def test_that_camel_case_only_overrides_qt() -> None:
    assert_none(place for item in product() for place in wrong_case(item))


def test_that_public_methods_of_the_shell_say_what_they_give() -> None:
    assert_none(place for item in product("desktop") for place in without_docstring(item))


@pytest.mark.parametrize(("name", "count"), [("paintEvent", 0), ("showStudy", 1), ("show_study", 0)])
def test_that_a_name_is_judged_by_what_it_overrides(name: str, count: int) -> None:
    text = f"class Page:\n    def {name}(self) -> None:\n        pass\n"
    assert len(wrong_case(source(text))) == count


@pytest.mark.parametrize(("name", "count"), [("paintEvent", 0), ("show_study", 1), ("_build", 0)])
def test_that_a_missing_docstring_is_found(name: str, count: int) -> None:
    text = f"class Page:\n    def {name}(self) -> None:\n        pass\n"
    assert len(without_docstring(source(text))) == count
