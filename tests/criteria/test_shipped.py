"""Shipped data are found."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from criteria.shipped import resource


def test_that_the_template_is_found_in_a_checkout() -> None:
    assert resource("template", "four_premises.json").is_file()


def test_that_a_frozen_program_looks_in_its_bundle(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("help") == tmp_path / "resources" / "help"
