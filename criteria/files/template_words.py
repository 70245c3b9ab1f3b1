"""The words of the data-entry workbook, as shipped in resources/template."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping

import msgspec

from criteria.shipped import resource


class Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One step of filling in the workbook."""

    head: str
    text: str


class Meaning(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a profile field means and where its value is found."""

    meaning: str
    source: str


class TemplateWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All words: the steps in order, and the meanings by attribute of the profile field."""

    steps: tuple[Step, ...]
    fields: Mapping[str, Meaning]


@functools.lru_cache(maxsize=1)
def template_words() -> TemplateWords:
    """The shipped words of the data-entry workbook."""
    text = resource("template", "data_entry.toml").read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), type=TemplateWords)
