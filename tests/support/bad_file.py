"""One bad file and what is expected of whoever reads it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class BadFile:
    """A file made for a test; exit code 1 for problems in its data, 3 where it cannot or must not be read.

    `fragment` stands in one of the sentences on it.
    """

    name: str
    path: Path
    exit_code: int
    fragment: str


@dataclass(frozen=True)
class Recipe:
    """How a bad file is made; `make` writes to the path it is given."""

    name: str
    file: str
    exit_code: int
    fragment: str
    make: Callable[[Path], object]

    def made(self, folder: Path) -> BadFile:
        """The file in a folder of its own."""
        place = folder / self.name
        place.mkdir(parents=True, exist_ok=True)
        path = place / self.file
        self.make(path)
        return BadFile(self.name, path, self.exit_code, self.fragment)


def holding(content: Callable[[], bytes]) -> Callable[[Path], object]:
    """Makes a file of this content, put together only when it is wanted."""
    return lambda path: path.write_bytes(content())
