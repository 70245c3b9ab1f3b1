"""The commands of the menu Session: the window over the program, the seal, the reveal."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from criteria.edits.people import add_stakeholder
from criteria.edits.sealing import is_intact
from criteria.edits.session import hide_answers
from criteria.edits.settings import set_settings
from criteria.model.study import Study
from desktop.app.questions import Signature
from desktop.session.log_scene import LogScene
from desktop.start import Program
from desktop.window.session_acts import SessionActs
from tests.support.main_windows import open_program
from tests.support.windows import FakeQuestions


@pytest.fixture
def program(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    program = open_program(qtbot, tmp_path, monkeypatch)
    program.window.commands.run("example")
    return program


@pytest.fixture
def questions(program: Program) -> FakeQuestions:
    assert isinstance(program.context.questions, FakeQuestions)
    return program.context.questions


def acts(program: Program) -> SessionActs:
    return program.window._acts.sitting


def study(program: Program) -> Study:
    return program.context.store.study


def otherwise(known: Study) -> Study:
    return set_settings(known, prioritisation="geometric_mean")


def test_that_the_session_fills_the_screen_and_gives_the_program_back(program: Program) -> None:
    program.window.commands.run("session")
    window = acts(program).window
    assert window is not None
    assert window.isFullScreen()
    program.window.commands.run("session")
    assert acts(program).window is window
    window.leave("ranking")
    assert acts(program).window is None
    assert program.window.current_room() == "ranking"


def test_that_the_log_opens_in_the_session(program: Program) -> None:
    program.window.commands.run("session_log")
    window = acts(program).window
    assert window is not None
    assert isinstance(window.scene, LogScene)
    window.close()


def test_that_the_reveal_is_offered_only_while_answers_are_hidden(program: Program) -> None:
    reveal = program.window.commands["reveal"]
    assert not reveal.enabled()
    program.context.store.edit("hide", partial(hide_answers, hidden=True))
    assert reveal.enabled()
    program.window.commands.run("reveal")
    assert not study(program).session.hidden


def test_that_sealing_takes_a_name_and_can_be_taken_back(program: Program, questions: FakeQuestions) -> None:
    program.window.commands.run("seal")
    assert study(program).session.seal is None
    questions.signature = Signature("Rosa Diaz")
    program.window.commands.run("seal")
    seal = study(program).session.seal
    assert seal is not None
    assert seal.who == "Rosa Diaz"
    assert not program.window.commands["seal"].enabled()
    questions.signature = Signature("Rosa Diaz", "sealed too soon")
    program.context.store.undo()
    assert study(program).session.seal is None
    assert [one.reason for one in study(program).session.lifted_seals] == ["sealed too soon"]
    assert program.window.commands["seal"].enabled()


def test_that_a_sealed_study_asks_and_keeps_the_amendment(program: Program, questions: FakeQuestions) -> None:
    questions.signature = Signature("Rosa Diaz")
    program.window.commands.run("seal")
    questions.signature = None
    assert not program.context.store.edit("Another way to draw weights", otherwise)
    assert study(program).settings.prioritisation == "eigenvector"
    questions.signature = Signature("Kofi Mensah", "the committee asked")
    assert program.context.store.edit("Another way to draw weights", otherwise)
    assert [amendment.who for amendment in study(program).session.amendments] == ["Kofi Mensah"]
    assert is_intact(study(program))


def test_that_a_broken_seal_leads_to_the_weights(program: Program, questions: FakeQuestions) -> None:
    questions.signature = Signature("Rosa Diaz")
    program.window.commands.run("seal")
    broken = otherwise(study(program))
    program.context.store.open_study(broken)
    overviewer = program.window._overviewer
    key = next(key for key, sentence, _ in overviewer.problem_rows() if "outside the program" in sentence)
    assert overviewer.place_of(key)[0] == "weights"


def test_that_a_refused_change_is_shown_as_it_was(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    program.window.show_room("ranking")
    shown: list[Study] = []
    monkeypatch.setattr(program.window.page("ranking"), "show_study", shown.append)
    program.context.store.refused.emit("No.")
    assert shown == [study(program)]


def test_that_the_seal_and_the_reveal_say_what_is_open(
    program: Program, questions: FakeQuestions, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.context.store.edit("Late", partial(add_stakeholder, name="Late Comer"))
    program.context.store.edit("hide", partial(hide_answers, hidden=True))
    questions.agrees = False
    program.window.commands.run("reveal")
    assert study(program).session.hidden
    texts: list[str] = []

    def sign(_title: str, text: str, _accept: str, **_more: object) -> None:
        texts.append(text)

    monkeypatch.setattr(questions, "sign", sign)
    program.window.commands.run("seal")
    assert "Not finished: " in texts[0]
    assert "Late Comer" in texts[0]
