"""A whole weighting session in the real program, on a virtual screen, with nothing but the keyboard."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from openpyxl import load_workbook

from criteria.edits.sealing import is_intact
from criteria.files.study_file import load_study, save_study
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.sessions.progress import progress
from tests.support.groups import of
from tests.support.studies import example

ROOT = Path(__file__).parents[3]
NAMES = ("Rosa Diaz", "Kofi Mensah", "Human rights office")
#: How long the program may take for anything it is asked, on a busy machine.
PATIENCE = 25.0


@dataclass
class Screen:
    """The virtual screen with its keyboard."""

    environment: dict[str, str]

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=40,
        )
        return done.stdout.strip()

    def windows(self, title: str) -> list[str]:
        """The windows whose title holds these words."""
        return self.xdotool("search", "--onlyvisible", "--name", title).split()

    def wait_for(self, title: str) -> str:
        """Waits for a window and gives it the keyboard."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.windows(title)
            if found:
                self.xdotool("windowfocus", "--sync", found[-1])
                return found[-1]
            time.sleep(0.1)
        raise AssertionError(f"no window called {title!r} came up")

    def wait_away(self, title: str) -> None:
        """Waits until no window is called so."""
        end = time.monotonic() + PATIENCE
        while self.windows(title):
            assert time.monotonic() < end, f"the window {title!r} stays"
            time.sleep(0.1)

    def keys(self, *keys: str) -> None:
        """Presses keys one after another."""
        self.xdotool("key", "--delay", "12", *keys)

    def write(self, text: str) -> None:
        """Types a text."""
        self.xdotool("type", "--delay", "12", text)


@contextmanager
def program(screen: Screen, path: Path, home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The real program on a study, ended however the test ends."""
    environment = {**screen.environment, "HOME": str(home), "XDG_CONFIG_HOME": str(home / "config")}
    running = subprocess.Popen([sys.executable, "-m", "desktop", str(path)], cwd=ROOT, env=environment)
    try:
        yield running
    finally:
        running.terminate()
        running.wait(timeout=20)


def study_of_three() -> Study:
    people = [Stakeholder(id=f"ST{place}", name=name) for place, name in enumerate(NAMES, 1)]
    return of(example(), *people)


def saved(path: Path, is_ready: Callable[[Study], bool]) -> Study:
    """The study on disk once it is as awaited."""
    end = time.monotonic() + PATIENCE
    while True:
        study = load_study(path).study
        if is_ready(study):
            return study
        assert time.monotonic() < end, f"the study was not saved as awaited: {told(study)}"
        time.sleep(0.2)


def told(study: Study) -> str:
    """What a study saved too early holds."""
    return f"{[progress(study, person) for person in study.stakeholders]}, {study.session}"


def has_all_answers(study: Study) -> bool:
    """Whether everybody has answered everything."""
    return all(progress(study, person) == (30, 30) for person in study.stakeholders)


def test_that_three_people_weigh_reveal_discuss_seal_and_export(
    display: dict[str, str], tmp_path: Path
) -> None:
    path = tmp_path / "session.proportio"
    book = tmp_path / "session.xlsx"
    save_study(study_of_three(), path)
    screen = Screen(display)
    with program(screen, path, tmp_path):
        screen.wait_for("AI cooperation|Proportio")
        screen.keys("F5")
        screen.wait_for("Who answers")
        screen.keys("Return")
        for digit in ("3", "5", "7"):
            screen.wait_for("Pass the laptop")
            screen.keys("Return")
            screen.wait_for("Question")
            screen.keys(*[key for _ in range(30) for key in (digit, "Return")])
            screen.wait_for("End of the turn")
            screen.keys("ctrl+s", "Return")
        assert saved(path, has_all_answers).session.hidden
        screen.wait_for("Who answers")
        screen.keys("r")
        screen.wait_for("Discussion")
        screen.keys("c", "Down", "Left", "Left", "Return")
        screen.write("I had read it the other way round")
        screen.keys("Return", "n")
        screen.write("Rights divide us")
        screen.keys("Return", "s")
        screen.wait_for("Seal the weights")
        screen.write("Rosa Diaz")
        screen.keys("Return")
        screen.wait_away("Seal the weights")
        screen.wait_for("Discussion")
        screen.keys("ctrl+s", "g")
        screen.wait_away("Weighting session")
        study = saved(path, lambda known: known.session.seal is not None)
        screen.wait_for("AI cooperation|Proportio")
        screen.keys("ctrl+e")
        screen.wait_for("Export workbook")
        screen.keys("ctrl+a")
        screen.write(str(book))
        screen.keys("Return")
        end = time.monotonic() + PATIENCE
        while not book.exists() and time.monotonic() < end:
            time.sleep(0.2)
    check(study)
    assert len(load_workbook(book, read_only=True).sheetnames) > 10


def check(study: Study) -> None:
    """What the keys have left in the study."""
    session = study.session
    assert not session.hidden
    assert session.seal is not None
    assert session.seal.who == "Rosa Diaz"
    assert is_intact(study)
    (change,) = session.changed_answers
    assert change.stakeholder == "ST2"
    assert change.reason == "I had read it the other way round"
    assert change.before == 5.0
    assert change.after == 7.0
    assert [remark.text for remark in session.remarks] == ["Rights divide us"]
    values = {judgement.value for judgement in study.stakeholder("ST1").judgements}
    assert values == {3.0}
