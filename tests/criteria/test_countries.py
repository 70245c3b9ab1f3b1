"""Country names as publishers write them, and names that must not be resolved."""

from __future__ import annotations

import sys

import pytest

from criteria.countries import (
    AMBIGUOUS,
    country_key,
    country_name,
    find_code,
    find_country,
    known_countries,
)


@pytest.mark.parametrize(
    ("name", "iso3"),
    [
        ("Côte d'Ivoire", "CIV"),
        ("Cote d’Ivoire", "CIV"),
        ("CÔTE D'IVOIRE", "CIV"),
        ("Congo, Dem. Rep.", "COD"),
        ("Congo (Kinshasa)", "COD"),
        ("Congo (Brazzaville)", "COG"),
        ("Korea, Rep.", "KOR"),
        ("Republic of Korea", "KOR"),
        ("North Korea", "PRK"),
        ("Niger", "NER"),
        ("Nigeria", "NGA"),
        ("Guinea", "GIN"),
        ("Guinea-Bissau", "GNB"),
        ("Dominica", "DMA"),
        ("Dominican Republic", "DOM"),
        ("Sudan", "SDN"),
        ("South Sudan", "SSD"),
        ("The Gambia", "GMB"),
        ("Gambia, The", "GMB"),
        ("St. Lucia", "LCA"),
        ("Turkiye", "TUR"),
        ("Turkey", "TUR"),
        ("Micronesia, Fed. Sts.", "FSM"),
        ("Kosovo", "XKX"),
        ("Südkorea", "KOR"),
        ("Corée du Sud", "KOR"),
        ("Deutschland", "DEU"),
        ("Bolivarian Republic of Venezuela", "VEN"),
    ],
)
def test_that_a_name_of_a_publisher_is_certain(name: str, iso3: str) -> None:
    assert find_country(name) == iso3


@pytest.mark.parametrize("name", ["Congo", "Kongo", "Korea", "Corée", "Atlantis", "", " ", "Africa", "World"])
def test_that_a_name_of_two_countries_or_none_stays_open(name: str) -> None:
    assert find_country(name) is None


@pytest.mark.parametrize(
    ("code", "present"),
    [
        ("GHA", "GHA"), (" gha ", "GHA"), ("ZAR", "COD"), ("ROM", "ROU"), ("TMP", "TLS"), ("WBG", "PSE"),
        ("KSV", "XKX"), ("OWID_KOS", "XKX"), ("GGY", "GGY"), ("NA", "NAM"),
        ("gh", "GHA"), ("WLD", None), ("", None),
    ],
)  # fmt: skip
def test_that_codes_are_brought_up_to_date(code: str, present: str | None) -> None:
    assert find_code(code) == present


def test_that_every_known_country_is_found_by_its_name_and_its_code() -> None:
    known = known_countries()
    assert ("KEN", "Kenya") in known
    assert [name for _, name in known] == sorted(name for _, name in known)
    assert all(find_code(code) == code and country_name(code) == name for code, name in known)


def test_that_a_code_gives_the_short_name() -> None:
    assert (country_name("VNM"), country_name("QQQ")) == ("Viet Nam", "QQQ")


def test_that_ambiguous_names_are_written_as_keys() -> None:
    assert {country_key(name) for name in AMBIGUOUS} == AMBIGUOUS


def test_that_known_names_need_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycountry", None)
    assert find_country("Sierra Leone") == "SLE"
