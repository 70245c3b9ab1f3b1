"""Commands as rows."""

from __future__ import annotations

import pytest

from desktop.app.commands import Command, Commands


def test_that_a_command_runs_only_when_it_is_available() -> None:
    done: list[str] = []
    commands = Commands()
    commands.add(Command("yes", "Yes", lambda: done.append("yes")))
    commands.add(Command("no", "No", lambda: done.append("no"), enabled=lambda: False))
    commands.run("yes")
    commands.run("no")
    assert done == ["yes"]


def test_that_an_id_is_used_once() -> None:
    commands = Commands()
    commands.add(Command("a", "A", lambda: None))
    with pytest.raises(ValueError, match="two commands"):
        commands.add(Command("a", "B", lambda: None))


def test_that_a_live_text_wins() -> None:
    assert Command("undo", "Undo", lambda: None, live_text=lambda: "Undo: paste").shown_text == "Undo: paste"
