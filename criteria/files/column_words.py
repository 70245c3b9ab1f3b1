"""What the head of a column says: the words by which people name profile fields, criteria and their parts."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from criteria.memo import remember
from criteria.model.fields import FIELDS
from criteria.model.study import Study

#: What a column holds; "derived" is known but computed by the program, "none" is not taken over.
ColumnKind = Literal["profile", "value", "low", "high", "source", "year", "note", "derived", "none"]
#: The parts of a score, in the order in which a table shows them.
SCORE_PARTS: tuple[ColumnKind, ...] = ("value", "low", "high", "source", "year", "note")

#: Results that some tables carry along; the program computes them itself.
DERIVED = frozenset({"red line flags", "expected screen", "open conditions", "screen", "screening result"})

_PARTS: Mapping[str, ColumnKind] = {
    "low": "low", "lower": "low", "lower bound": "low", "min": "low", "minimum": "low", "codelow": "low",
    "high": "high", "upper": "high", "upper bound": "high", "max": "high", "maximum": "high",
    "codehigh": "high",
    "value": "value", "mode": "value", "most likely": "value", "likely": "value", "score": "value",
    "level": "value", "best estimate": "value",
    "source": "source", "quelle": "source", "evidence source": "source",
    "year": "year", "jahr": "year", "reference year": "year", "vintage": "year",
    "note": "note", "comment": "note", "remark": "note", "evidence note": "note",
}  # fmt: skip
#: Words of other languages and habits, beside the synonyms that the fields bring themselves.
_MORE_WORDS: Mapping[str, str] = {
    "projekt": "title", "projet": "title", "proyecto": "title", "titel": "title", "titre": "title",
    "projektnummer": "id", "project number": "id", "number": "id",
    "land": "country", "pays": "country", "country name": "country", "partnerland": "country",
    "country iso": "iso3", "iso 3": "iso3", "iso alpha 3": "iso3", "landercode": "iso3",
    "budget": "budget_eur", "montant": "budget_eur", "betrag": "budget_eur", "funding": "budget_eur",
    "laufzeit": "duration_months", "duree": "duration_months",
    "sektor": "sector", "secteur": "sector", "begrundung": "rationale",
}  # fmt: skip
_THOUSAND = re.compile(r"\b(?:k|thousand|tsd|teur|keur)\b")
_MILLION = re.compile(r"\b(?:m|mn|mio|mill|million|millions|millionen|meur)\b")


@dataclass(frozen=True, slots=True)
class HeadMatch:
    """What a head means; `strong` where it is the id or full name of its target and not just a synonym."""

    kind: ColumnKind
    target: str
    strong: bool


@functools.lru_cache(maxsize=4096)
def head_key(text: str) -> str:
    """A head without case, accents, underscores, hyphens and punctuation, as words parted by one space."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    letters = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join("".join(letters).split())


def match_head(text: str, study: Study) -> HeadMatch | None:
    """What a head such as "A2 (low)", "HDI" or "Budget (EUR)" means, None where it is not known."""
    for candidate in dict.fromkeys((text, re.sub(r"[(\[][^)\]]*[)\]]", " ", text))):
        found = _match(head_key(candidate), study)
        if found is not None:
            return found
    return None


def money_factor(head: str) -> float:
    """What an amount under this head is multiplied by to be in EUR: 1, a thousand or a million."""
    key = head_key(head)
    if _MILLION.search(key):
        return 1e6
    return 1e3 if _THOUSAND.search(key) else 1.0


def _match(key: str, study: Study) -> HeadMatch | None:
    if not key:
        return None
    if key in DERIVED:
        return HeadMatch("derived", key, strong=True)
    names = _names(study)
    if key in names:
        return names[key]
    words = key.split()
    for count in (2, 1):
        for part, rest in ((words[-count:], words[:-count]), (words[:count], words[count:])):
            kind = _PARTS.get(" ".join(part))
            whole = names.get(" ".join(rest))
            if kind is not None and whole is not None and whole.kind == "value":
                return HeadMatch(kind, whole.target, whole.strong)
    return None


@remember(lambda study: (study.criteria,))
def _names(study: Study) -> dict[str, HeadMatch]:
    found: dict[str, HeadMatch] = {}
    for word, attribute in _MORE_WORDS.items():
        found[head_key(word)] = HeadMatch("profile", attribute, strong=False)
    for criterion in study.criteria:
        for synonym in criterion.synonyms:
            found[head_key(synonym)] = HeadMatch("value", criterion.id, strong=False)
    for field in FIELDS:
        for synonym in field.synonyms:
            found[head_key(synonym)] = HeadMatch("profile", field.attribute, strong=False)
    for criterion in study.criteria:
        names = (criterion.id, criterion.name, criterion.short)
        joined = (f"{criterion.id} {criterion.name}", f"{criterion.id} {criterion.short}")
        for name in (*names, *joined):
            found[head_key(name)] = HeadMatch("value", criterion.id, strong=True)
    for field in FIELDS:
        for name in (field.attribute, field.name, f"project {field.name}"):
            found[head_key(name)] = HeadMatch("profile", field.attribute, strong=True)
    return found
