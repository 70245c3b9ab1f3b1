"""Countries by the names that publishers and people give them; a name of two countries is never resolved."""

from __future__ import annotations

import csv
import functools
import unicodedata
from collections.abc import Iterator

from criteria.shipped import resource

#: Codes that older publications use, among them the World Bank's of before 2012.
LEGACY_CODES = {
    "ZAR": "COD", "ROM": "ROU", "TMP": "TLS", "ADO": "AND", "WBG": "PSE", "KSV": "XKX", "OWID_KOS": "XKX",
}  # fmt: skip
#: Names that mean more than one country, however often one of them is meant.
AMBIGUOUS = frozenset({
    "congo", "kongo", "korea", "corea", "coree", "coreia", "virgin islands", "saint martin", "guiana",
    "america",
})  # fmt: skip
#: Languages whose country names are known as well; they are loaded only for a name the table does not have.
LANGUAGES = ("de", "fr", "es", "it", "nl", "pt", "pl")


def find_country(name: str) -> str | None:
    """The ISO 3166-1 alpha-3 code of a country name where it is certain, None where it is not.

    "Congo" and "Korea" stay open; "Congo, Dem. Rep." and "Elfenbeinküste" are certain.
    """
    key = country_key(name)
    if not key or key in AMBIGUOUS:
        return None
    return _known_names().get(key) or _other_names().get(key)


def find_code(code: str) -> str | None:
    """The present alpha-3 code that a code means: itself, that of a legacy or two-letter code, else None."""
    wanted = code.strip().upper()
    wanted = LEGACY_CODES.get(wanted, wanted)
    if wanted in _table():
        return wanted
    return _iso_codes().get(wanted) if len(wanted) in (2, 3) else None


def country_name(iso3: str) -> str:
    """The short English name of a country by its alpha-3 code, the code itself where it is not known."""
    known = _table().get(iso3)
    return known[0] if known else iso3


def known_countries() -> tuple[tuple[str, str], ...]:
    """Alpha-3 code and short English name of every country, by name."""
    return tuple(sorted(((iso3, names[0]) for iso3, names in _table().items()), key=lambda pair: pair[1]))


def country_key(name: str) -> str:
    """A name without case, accents, punctuation and "the", so that spellings of one country meet."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("&", " and "))
    letters = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    words = "".join(letters).split()
    return " ".join("saint" if word == "st" else word for word in words if word != "the")


@functools.lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    text = resource("countries", "names.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {
        row["iso3"]: (row["name"], *(other for other in row["other_names"].split(";") if other))
        for row in rows
    }


@functools.lru_cache(maxsize=1)
def _known_names() -> dict[str, str]:
    return {country_key(name): iso3 for iso3, names in _table().items() for name in names}


@functools.lru_cache(maxsize=1)
def _iso_codes() -> dict[str, str]:
    import pycountry

    long = {country.alpha_3: country.alpha_3 for country in pycountry.countries}
    return long | {country.alpha_2: country.alpha_3 for country in pycountry.countries}


@functools.lru_cache(maxsize=1)
def _other_names() -> dict[str, str]:
    """Official names and names in other languages; a name that two countries share is left out."""
    found: dict[str, set[str]] = {}
    for name, iso3 in _iso_names():
        found.setdefault(country_key(name), set()).add(iso3)
    return {key: codes.pop() for key, codes in found.items() if len(codes) == 1 and key not in AMBIGUOUS}


def _iso_names() -> Iterator[tuple[str, str]]:
    import gettext

    import pycountry

    translations = [
        gettext.translation("iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True)
        for language in LANGUAGES
    ]
    for country in pycountry.countries:
        kinds = ("name", "common_name", "official_name")
        for name in {getattr(country, kind) for kind in kinds if hasattr(country, kind)}:
            yield name, country.alpha_3
            for translation in translations:
                yield translation.gettext(name), country.alpha_3
