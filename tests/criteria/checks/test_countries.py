"""Countries in a study: names, codes and figures that belong to the country."""

from __future__ import annotations

from typing import Any

import pytest

from criteria.checks.countries import country_of_project, country_problems
from criteria.model.projects import Project, Score
from criteria.template import new_study


@pytest.mark.parametrize(
    ("country", "iso3", "codes"),
    [
        ("Ghana", "GHA", []),
        ("Ghana", "", []),
        ("", "", []),
        ("", "GHA", []),
        ("Elfenbein-Land", "CIV", []),
        ("Ghana", "GHX", ["unknown-country-code"]),
        ("DR Congo", "ZAR", ["old-country-code"]),
        ("Ghana", "GIN", ["country-code-mismatch"]),
        ("Congo", "COD", []),
        ("Congo", "", ["unknown-country"]),
        ("Atlantis", "", ["unknown-country"]),
    ],
)
def test_that_names_and_codes_are_compared(country: str, iso3: str, codes: list[str]) -> None:
    assert [problem.code for problem in country_of_project("P01", country, iso3)] == codes


def project(number: int, hdi: float | None, **values: Any) -> Project:
    return Project(id=f"P{number:02d}", title="A", scores={"N1": Score(hdi), "N3": Score(number)}, **values)


def test_that_country_figures_are_one_per_country() -> None:
    study = new_study(
        projects=(
            project(1, 0.5, country="Ghana", iso3="GHA"),
            project(2, 0.6, country="Republic of Ghana", iso3="GHA"),
            project(3, 0.7, country="Togo", iso3="TGO"),
        )
    )
    (problem,) = [p for p in country_problems(study) if p.code == "country-figures-differ"]
    assert problem.where == ("criterion", "N1")
    assert problem.details == {"country": "Ghana", "figures": "0.5 (P01), 0.6 (P02)"}


def test_that_projects_without_code_meet_by_the_name_of_their_country() -> None:
    study = new_study(projects=(project(1, 0.5, country="Ghana"), project(2, 0.6, country="GHANA")))
    assert "country-figures-differ" in [p.code for p in country_problems(study)]


def test_that_a_missing_figure_differs_from_none() -> None:
    study = new_study(projects=(project(1, 0.5, iso3="GHA"), project(2, None, iso3="GHA")))
    assert list(country_problems(study)) == []
