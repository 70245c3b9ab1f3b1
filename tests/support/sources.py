"""The product's own source files, parsed, for the tests that read them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

#: The folders that hold the product and the tools around it.
PRODUCT = ("criteria", "desktop", "resources", "packaging")


@dataclass(frozen=True)
class Source:
    """One Python file: its path from the root, its text and its syntax tree."""

    path: str
    text: str
    tree: ast.Module

    def at(self, node: ast.AST) -> str:
        """The place of a node, as an editor can open it."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


def source(text: str, path: str = "desktop/pages/example.py") -> Source:
    """A file that exists only in a test."""
    return Source(path, text, ast.parse(text))


@cache
def product(*folders: str) -> tuple[Source, ...]:
    """All Python files below these folders, or of the whole product."""
    paths = sorted(path for folder in folders or PRODUCT for path in (ROOT / folder).rglob("*.py"))
    return tuple(source(path.read_text("utf-8"), path.relative_to(ROOT).as_posix()) for path in paths)


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method, nested ones too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def own_files() -> list[Path]:
    """Every file that belongs to the project: tracked, or new and not ignored."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


def assert_none(places: Iterable[str]) -> None:
    """Fail with every place on a line of its own; pytest would shorten the comparison of a long list."""
    found = list(places)
    if found:
        pytest.fail("\n".join(["These break the rule:", *found]), pytrace=False)
