"""Words into lines of a given width."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.look.metrics import Metrics


def wrap_text(text: str, width: float, kind: str, metrics: Metrics, most: int = 2) -> list[str]:
    """The lines of `text` in type `kind` within `width` pixels; what is left over ends in an ellipsis."""
    if metrics.width(text, kind) <= width:
        return [text]
    lines: list[str] = []
    words = text.split(" ")
    while words and len(lines) < most - 1:
        line, words = _first_line(words, width, kind, metrics)
        lines.append(line)
    if words:
        lines.append(elide(" ".join(words), width, kind, metrics))
    return lines


def elide(text: str, width: float, kind: str, metrics: Metrics) -> str:
    """`text`, or its beginning and an ellipsis where it is wider than `width`."""
    if metrics.width(text, kind) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if metrics.width(text[:middle].rstrip() + "…", kind) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def _first_line(words: list[str], width: float, kind: str, metrics: Metrics) -> tuple[str, list[str]]:
    """As many words as fit, at least one; a single word that is too long is parted at its hyphen."""
    count, line = 1, words[0]
    if metrics.width(line, kind) > width and "-" in line:
        head, tail = line.rsplit("-", 1)
        if tail and metrics.width(head + "-", kind) <= width:
            return head + "-", [tail, *words[1:]]
    while count < len(words) and metrics.width(f"{line} {words[count]}", kind) <= width:
        line = f"{line} {words[count]}"
        count += 1
    return elide(line, width, kind, metrics), words[count:]
