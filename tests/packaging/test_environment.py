"""The virtual environment is made once, completed when needed, and made anew when it is broken."""

from __future__ import annotations

import shutil
import sys
import threading
from pathlib import Path

import pytest

from devtools import environment, lock, stamp
from devtools.failure import DevError
from devtools.places import venv_folder, venv_python, venv_tool

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A working copy with what decides an installation, in a folder with a space."""
    folder = tmp_path / "working copy"
    (folder / "packaging").mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    shutil.copy(ROOT / "packaging" / "constraints.txt", folder / "packaging")
    return folder


@pytest.fixture
def commands(root: Path, monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run; `-m venv` leaves an interpreter behind."""
    asked: list[list[str]] = []

    def record(command: list[str], root: Path, complaint: str) -> None:
        asked.append(command)
        if "venv" in command:
            venv_python(root).parent.mkdir(parents=True)
            venv_python(root).symlink_to(sys.executable)

    monkeypatch.setattr(environment, "_run_quietly", record)
    monkeypatch.setattr(environment, "_works", lambda root: venv_python(root).exists())
    return asked


def targets(commands: list[list[str]]) -> list[str]:
    """What pip was asked to install, one for each time."""
    return [command[-1] for command in commands if "pip" in command]


def made(commands: list[list[str]]) -> int:
    """How often an environment was made."""
    return sum("venv" in command for command in commands)


def test_that_the_first_call_makes_and_fills_it(
    root: Path, commands: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    assert environment.prepare(root, ["test"]) == venv_python(root)
    assert (made(commands), targets(commands)) == (1, [".[test]"])
    assert "first time" in capsys.readouterr().out


def test_that_a_second_call_asks_neither_venv_nor_pip(root: Path, commands: list[list[str]]) -> None:
    environment.prepare(root, ["test"])
    commands.clear()
    environment.prepare(root, ["test"])
    environment.prepare(root)
    assert commands == []


def test_that_a_further_extra_is_added_to_those_there(root: Path, commands: list[list[str]]) -> None:
    environment.prepare(root, ["test"])
    environment.prepare(root, ["bundle"])
    assert (made(commands), targets(commands)) == (1, [".[test]", ".[bundle,test]"])


@pytest.mark.parametrize("file", ["pyproject.toml", "packaging/constraints.txt"])
def test_that_changed_requirements_are_installed(root: Path, commands: list[list[str]], file: str) -> None:
    environment.prepare(root)
    path = root / file
    path.write_text(path.read_text("utf-8").replace("openpyxl", "openpyxl-ng"), "utf-8")
    environment.prepare(root)
    assert (made(commands), targets(commands)) == (1, [".", "."])


def test_that_a_changed_rule_of_style_installs_nothing(root: Path, commands: list[list[str]]) -> None:
    environment.prepare(root)
    path = root / "pyproject.toml"
    path.write_text(path.read_text("utf-8").replace("line-length = 110", "line-length = 99"), "utf-8")
    environment.prepare(root)
    assert targets(commands) == ["."]


def test_that_an_installation_that_was_cut_off_is_made_anew(
    root: Path, commands: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment.prepare(root)

    def cut_off(root: Path, extras: frozenset[str]) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(environment, "_pip_install", cut_off)
        with pytest.raises(KeyboardInterrupt):
            environment.prepare(root, ["test"])
    (venv_folder(root) / "half").write_text("made", "utf-8")
    environment.prepare(root, ["test"])
    assert made(commands) == 2
    assert not (venv_folder(root) / "half").exists()


def test_that_an_environment_whose_python_is_gone_is_made_anew(root: Path, commands: list[list[str]]) -> None:
    environment.prepare(root)
    venv_python(root).unlink()
    environment.prepare(root)
    assert made(commands) == 2


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"key": 1, "extras": null}'])
def test_that_an_unreadable_stamp_counts_as_none(root: Path, content: str) -> None:
    stamp.stamp_path(root).parent.mkdir()
    stamp.stamp_path(root).write_text(content, "utf-8")
    assert stamp.read_stamp(root) is None


def test_that_a_missing_venv_module_is_named_with_its_package(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    with pytest.raises(DevError, match=r"sudo apt install python3\.\d+-venv"):
        environment.prepare(root)


def test_that_the_output_of_a_command_is_shown_only_when_it_fails(
    root: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    environment._run_quietly([sys.executable, "-c", "print('hush')"], root, "It failed.")
    with pytest.raises(DevError, match=r"It failed\.\nwhy"):
        environment._run_quietly(
            [sys.executable, "-c", "print('why'); raise SystemExit(3)"], root, "It failed."
        )
    assert "hush" not in capfd.readouterr().out


def test_that_an_interpreter_that_does_not_start_does_not_count(root: Path) -> None:
    assert not environment._works(root)


def test_that_two_installations_wait_for_each_other(root: Path) -> None:
    second_is_in = threading.Event()

    def second() -> None:
        with lock.only_one(root):
            second_is_in.set()

    thread = threading.Thread(target=second)
    with lock.only_one(root):
        thread.start()
        assert not second_is_in.wait(0.1)
    assert second_is_in.wait(5)
    thread.join()
    lock.lock_path(root).unlink()


def test_that_tools_lie_beside_the_interpreter(root: Path) -> None:
    assert venv_tool(root, "ruff").parent == venv_python(root).parent
