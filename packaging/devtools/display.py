"""Whether a window can be shown here, and which of Qt's system libraries are missing."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Mapping

#: Library -> Debian package, for every use of Qt.
NEEDED_ALWAYS = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
}
#: Library -> Debian package, for windows on X11.
NEEDED_ON_X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}


def has_display(platform: str, environment: Mapping[str, str]) -> bool:
    """Whether a window would be seen: always on Windows and macOS, elsewhere with X11 or Wayland."""
    if environment.get("QT_QPA_PLATFORM", "").split(":")[0] in {"offscreen", "minimal"}:
        return False
    if platform in {"win32", "darwin"}:
        return True
    return bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def missing_library_advice(platform: str, environment: Mapping[str, str]) -> str | None:
    """A sentence naming the system libraries that Qt lacks, with the remedy; None if it lacks none."""
    if not platform.startswith("linux"):
        return None
    needed = dict(NEEDED_ALWAYS)
    if has_display(platform, environment) and not environment.get("WAYLAND_DISPLAY"):
        needed |= NEEDED_ON_X11
    absent = [library for library in needed if not _loads(library)]
    return advice(absent, needed) if absent else None


def advice(absent: Iterable[str], packages: Mapping[str, str]) -> str:
    """The sentence for these absent libraries."""
    names = list(absent)
    return (
        f"Qt needs system libraries that are not installed here: {', '.join(names)}.\n"
        f"On Debian or Ubuntu: sudo apt install {' '.join(packages[name] for name in names)}"
    )


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
