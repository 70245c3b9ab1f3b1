"""What the text of the project may not hold, and what each module must open with."""

from __future__ import annotations

import ast
import re

import pytest

from tests.support.sources import PRODUCT, ROOT, Source, assert_none, own_files, product, source

# Written in parts, or this file would find itself.
FORBIDDEN = {
    "a path of one developer's machine": re.compile("/work" + "/|/root" + "/"),
    "the host of a package registry": re.compile(
        "pypi" + r"\.org|python" + r"hosted\.org|npm" + r"js\.(org|com)"
    ),
    "a mark of unfinished work": re.compile(r"\b(TO" + "DO|FIX" + "ME|XX" + r"X)\b"),
}
TEXT_FILES = {".py", ".toml", ".md", ".txt", ".cfg", ".ini", ".json", ".yml", ".yaml", ".sh", ".spec", ".ts"}
NETWORK = {"socket", "ssl", "http", "urllib.request", "requests", "ftplib", "smtplib", "PySide6.QtNetwork"}


def without_one_line_docstring(sources: tuple[Source, ...]) -> list[str]:
    """The modules that do not open with one line that says what they are for."""
    return [
        item.path
        for item in sources
        if not (text := ast.get_docstring(item.tree) or "") or "\n" in text or not text.endswith(".")
    ]


def imported(tree: ast.Module) -> set[str]:
    """Every module and every `module.name` that a file imports, anywhere in it."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def test_that_each_module_opens_with_one_line() -> None:
    assert_none(without_one_line_docstring(product()))


@pytest.mark.parametrize("text", ["x = 1\n", '"""Two\n\nlines."""\n', '"""No full stop"""\n'])
def test_that_other_openings_are_found(text: str) -> None:
    assert without_one_line_docstring((source(text, "x.py"),)) == ["x.py"]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_that_no_file_holds(what: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in own_files()
        if path.suffix in TEXT_FILES or path.name in {"run", ".gitignore"}
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), 1)
        if FORBIDDEN[what].search(line)
    ]
    assert_none(found)


@pytest.mark.parametrize(
    ("what", "line"),
    list(
        zip(
            FORBIDDEN,
            ["open('/work" + "/x')", "index = https://pypi" + ".org/simple", "# TO" + "DO later"],
            strict=True,
        )
    ),
)
def test_that_a_line_with_it_would_be_found(what: str, line: str) -> None:
    assert FORBIDDEN[what].search(line)


def test_that_the_program_never_reaches_for_the_network() -> None:
    assert {
        item.path: hit for item in product("criteria", "desktop") if (hit := imported(item.tree) & NETWORK)
    } == {}


def test_that_an_import_is_seen_wherever_it_stands() -> None:
    text = "def f() -> None:\n    from PySide6 import QtNetwork\n    import socket\n"
    assert imported(ast.parse(text)) & NETWORK == {"socket", "PySide6.QtNetwork"}


def test_that_the_folders_of_the_product_exist() -> None:
    assert [folder for folder in PRODUCT if not (ROOT / folder).is_dir()] == []


def test_that_each_folder_with_modules_is_a_package_and_so_is_installed() -> None:
    folders = {(ROOT / item.path).parent for item in product("criteria", "desktop", "resources")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []


def test_that_packaging_does_not_hide_the_library_of_that_name() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()
