"""Every package that can get installed has its version pinned, and nothing else stands in the pins."""

from __future__ import annotations

import tomllib
from importlib.metadata import PackageNotFoundError, requires
from itertools import chain
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import packaging

ROOT = Path(__file__).resolve().parents[2]
LINES = (ROOT / "packaging" / "constraints.txt").read_text("utf-8").splitlines()
PINS = [Requirement(line) for line in LINES if line and not line.startswith("#")]

#: System -> what markers see there.
SYSTEMS = {
    "linux": {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    "win32": {"sys_platform": "win32", "platform_system": "Windows", "os_name": "nt"},
    "darwin": {"sys_platform": "darwin", "platform_system": "Darwin", "os_name": "posix"},
}


def applies(requirement: Requirement, environment: dict[str, str], extras: frozenset[str]) -> bool:
    """Whether a requirement holds in an environment with any of these extras."""
    marker = requirement.marker
    return marker is None or any(marker.evaluate({**environment, "extra": extra}) for extra in extras | {""})


def closure(environment: dict[str, str]) -> set[str]:
    """The names of all packages that the project leads to, as far as they are installed here."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        project = tomllib.load(file)["project"]
    named = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    waiting, seen = [Requirement(line) for line in named], set[tuple[str, frozenset[str]]]()
    while waiting:
        requirement = waiting.pop()
        extras = frozenset(requirement.extras)
        key = (canonicalize_name(requirement.name), extras)
        if key in seen or not applies(requirement, environment, frozenset()):
            continue
        seen.add(key)
        try:
            further = [Requirement(line) for line in requires(requirement.name) or []]
        except PackageNotFoundError:
            continue
        waiting += [item for item in further if applies(item, environment, extras)]
    return {name for name, _ in seen}


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.13"])
def test_that_every_package_has_one_pin(system: str, python: str) -> None:
    versions = {"python_version": python, "python_full_version": f"{python}.4"}
    environment = {**{key: str(value) for key, value in default_environment().items()}, **versions}
    environment |= SYSTEMS[system]
    pinned = [canonicalize_name(pin.name) for pin in PINS if applies(pin, environment, frozenset())]
    assert sorted(closure(environment) - set(pinned)) == []
    assert len(pinned) == len(set(pinned))


def test_that_each_pin_is_one_exact_version_and_no_address() -> None:
    inexact = [str(pin) for pin in PINS if pin.url or [part.operator for part in pin.specifier] != ["=="]]
    assert inexact == []


def test_that_qt_stays_below_the_release_that_breaks_python_3_11() -> None:
    qt = [pin for pin in PINS if canonicalize_name(pin.name) == "pyside6-essentials"]
    (old,) = [pin for pin in qt if pin.marker and pin.marker.evaluate({"python_version": "3.11"})]
    assert not old.specifier.contains("6.12.0")


def test_that_the_library_named_packaging_is_the_installed_one() -> None:
    assert "site-packages" in (packaging.__file__ or "")
