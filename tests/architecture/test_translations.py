"""Sentences can be translated: tr() gets one literal, inside a class, and never within an f-string."""

from __future__ import annotations

import ast
from collections.abc import Iterator

import pytest

from tests.support.sources import Source, assert_none, product, source


def untranslatable(item: Source) -> list[str]:
    """The places where a translation would silently not happen, each with the reason."""
    return [
        f"{item.at(call)} {reason}" for call, reason in _faults(item.tree, in_class=False, in_fstring=False)
    ]


def _faults(node: ast.AST, *, in_class: bool, in_fstring: bool) -> Iterator[tuple[ast.Call, str]]:
    if isinstance(node, ast.Call) and (reason := _fault(node, in_class, in_fstring)):
        yield node, reason
    in_class = in_class or isinstance(node, ast.ClassDef)
    in_fstring = in_fstring or isinstance(node, ast.JoinedStr)
    for child in ast.iter_child_nodes(node):
        yield from _faults(child, in_class=in_class, in_fstring=in_fstring)


def _fault(call: ast.Call, in_class: bool, in_fstring: bool) -> str | None:
    name = ast.unparse(call.func).rsplit(".", 1)[-1]
    if name not in {"tr", "translate"} or (name == "translate" and not _is_qt_translate(call)):
        return None
    literals = call.args[: 1 if name == "tr" else 2]
    if not literals or not all(
        isinstance(text, ast.Constant) and isinstance(text.value, str) for text in literals
    ):
        return "is not given one literal"
    if in_fstring:
        return "stands inside an f-string"
    if name == "tr" and not in_class:
        return "stands outside a class, so its context is unknown"
    return None


def _is_qt_translate(call: ast.Call) -> bool:
    return "QCoreApplication" in ast.unparse(call.func) or "QApplication" in ast.unparse(call.func)


def test_that_every_sentence_can_be_translated() -> None:
    assert_none(fault for item in product("desktop") for fault in untranslatable(item))


@pytest.mark.parametrize(
    "line",
    [
        "self.tr(f'{n} projects')",
        "self.tr(text)",
        "self.tr('a' + 'b')",
        "self.tr('{n} projects'.format(n=3))",
        "f'<b>{self.tr(\"Weights\")}</b>'",
        "QCoreApplication.translate(context, 'Weights')",
        "self.tr()",
    ],
)
def test_that_a_trap_is_found(line: str) -> None:
    assert len(untranslatable(source(f"class Page:\n    def text(self):\n        return {line}\n"))) == 1


def test_that_tr_outside_a_class_is_found() -> None:
    assert untranslatable(source("def text(page):\n    return page.tr('Weights')\n", "x.py")) == [
        "x.py:2 stands outside a class, so its context is unknown"
    ]


@pytest.mark.parametrize(
    "line",
    [
        "self.tr('{n} projects').format(n=3)",
        "self.tr('%n project(s)', '', count)",
        "str.maketrans(a, b), text.translate(table)",
        "QCoreApplication.translate('Words', 'Weights')",
    ],
)
def test_that_the_right_way_passes(line: str) -> None:
    assert untranslatable(source(f"class Page:\n    def text(self):\n        return {line}\n")) == []
