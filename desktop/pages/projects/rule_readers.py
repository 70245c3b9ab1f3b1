"""Which red lines read a word of a profile field, or ask for a safeguard, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from criteria.errors import StudyError
from criteria.screening.conditions import Comparison, Junction, Node, Not, parse

if TYPE_CHECKING:
    from criteria.model.rules import RedLine
    from criteria.model.study import Study

#: Profile fields that the language of conditions calls otherwise.
_NAMES = {"technology_tags": "tags"}


def readers(study: Study, attribute: str, word: str) -> tuple[RedLine, ...]:
    """Active red lines with a condition that names this word of a profile field."""
    field = _NAMES.get(attribute, attribute)
    return tuple(
        line
        for line in study.red_lines
        if line.active and any((field, word) in _named(text) for text in (line.condition, line.exclude_if))
    )


def _named(condition: str) -> frozenset[tuple[str, object]]:
    if not condition:
        return frozenset()
    try:
        return frozenset(_words(parse(condition)))
    except StudyError:
        return frozenset()  # an unreadable condition is a problem of its own, told elsewhere


def _words(node: Node) -> list[tuple[str, object]]:
    if isinstance(node, Comparison):
        return [(node.field, word) for word in node.operand]
    parts = (node.inner,) if isinstance(node, Not) else node.parts if isinstance(node, Junction) else ()
    return [word for part in parts for word in _words(part)]


class ReaderWords(QObject):
    """One line each on what a choice means for the screening."""

    def of_word(self, study: Study, attribute: str, word: str) -> str:
        """Which red lines read a tag or another word of a vocabulary."""
        found = [f"{line.id} {line.short}" for line in readers(study, attribute, word)]
        if not found:
            return self.tr("no red line reads it")
        return self.tr("read by {lines}").format(lines=", ".join(found))

    def of_safeguard(self, study: Study, safeguard: str) -> str:
        """Which red lines ask for a safeguard."""
        found = [f"{line.id} {line.short}" for line in study.red_lines if safeguard in line.cured_by]
        if not found:
            return self.tr("no red line asks for it")
        return self.tr("asked for by {lines}").format(lines=", ".join(found))
