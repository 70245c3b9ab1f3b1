"""The other programs some tests need: LibreOffice, and an X server with xdotool."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

#: Marker -> the programs it stands for.
NEEDS = {"libreoffice": ("soffice",), "display": ("Xvfb", "xdotool")}


def absent(marker: str) -> str | None:
    """A sentence naming the programs this marker needs and the machine lacks; None if all are there."""
    lacking = [name for name in NEEDS[marker] if shutil.which(name) is None]
    return f"not installed here: {', '.join(lacking)}" if lacking else None


def must_not_skip() -> bool:
    """Whether an absent program is a failure: in CI, where a skipped test would go unseen."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


@dataclass(frozen=True)
class LibreOffice:
    """LibreOffice without a window, on a profile of its own."""

    profile: Path

    def convert(self, source: Path, kind: str, folder: Path) -> Path:
        """The file converted (and recalculated) to this kind, such as "xlsx" or "pdf", inside the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{source.stem}.{kind.split(':', 1)[0]}"
        done = subprocess.run(
            ["soffice", f"-env:UserInstallation={self.profile.as_uri()}", "--headless", "--norestore",
             "--convert-to", kind, "--outdir", str(folder), str(source)],
            capture_output=True, text=True, check=False, timeout=180,
        )  # fmt: skip
        if not target.exists():
            raise AssertionError(f"LibreOffice made no {target.name}: {done.stdout}{done.stderr}")
        return target


@contextmanager
def x_server(size: str = "1280x720") -> Iterator[dict[str, str]]:
    """The environment of a program that shall draw on a fresh X server of this size."""
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    try:
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        environment = {name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"}
        yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        server.terminate()
        server.wait(timeout=20)
