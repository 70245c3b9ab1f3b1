"""Holds for every test: no real display or settings, nothing left running, no silent skip in CI."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import leftovers, programs

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test that asks for another program by fixture, so that it can be left out by marker."""
    for item in items:
        for marker in programs.NEEDS:
            if marker in getattr(item, "fixturenames", ()):
                item.add_marker(marker)


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a test whose programs are absent, saying which; fail it in CI."""
    for marker in programs.NEEDS:
        reason = programs.absent(marker) if item.get_closest_marker(marker) else None
        if reason is None:
            continue
        if programs.must_not_skip():
            pytest.fail(f"{reason} (this is CI, so the test may not be skipped)", pytrace=False)
        pytest.skip(reason)


@pytest.fixture(scope="session")
def record_of_qt() -> leftovers.StartedObjects | None:
    """What is started in Qt from now on."""
    return leftovers.watch_qt()


@pytest.fixture(autouse=True)
def nothing_left_behind(record_of_qt: leftovers.StartedObjects | None) -> Iterator[None]:
    """Fail a test after which a thread, timer, job or window lives on."""
    before = threading.enumerate()
    yield
    left = leftovers.left_threads(before)
    if record_of_qt is not None:
        left += leftovers.left_in_qt(record_of_qt)
        record_of_qt.forget()
    if left:
        pytest.fail(" ".join(left), pytrace=False)


@pytest.fixture(scope="session", autouse=True)
def home_of_its_own(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A home folder for the whole run; shared, since font caches are slow to make."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(home))
        patch.setenv("USERPROFILE", str(home))
        patch.setenv("XDG_CACHE_HOME", str(home / "cache"))
        patch.setenv("XDG_RUNTIME_DIR", str(home))
        yield


@pytest.fixture(autouse=True)
def settings_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders for settings, data and state that each test has for itself."""
    base = tmp_path / ".user"
    for name in ("CONFIG", "DATA", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(base / name.lower()))
    monkeypatch.setenv("APPDATA", str(base / "appdata"))
    monkeypatch.setenv("LOCALAPPDATA", str(base / "localappdata"))
    if "PySide6.QtCore" in sys.modules:
        from PySide6.QtCore import QSettings

        # QSettings looks its folder up once in a process and does not see later changes of the environment.
        for kind in (QSettings.Format.NativeFormat, QSettings.Format.IniFormat):
            QSettings.setPath(kind, QSettings.Scope.UserScope, str(base / "config"))


@pytest.fixture(scope="session")
def libreoffice(tmp_path_factory: pytest.TempPathFactory) -> programs.LibreOffice:
    """LibreOffice, to recalculate or render what we wrote."""
    return programs.LibreOffice(tmp_path_factory.mktemp("libreoffice"))


@pytest.fixture(scope="session")
def display() -> Iterator[dict[str, str]]:
    """The environment of a program that shall draw on a virtual screen of 1280 x 720."""
    with programs.x_server() as environment:
        yield environment
