"""Settings that no method accepts, and those under which ranges of ranks are estimates."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.checks.settings import setting_problems
from criteria.model.settings import Method, Settings
from criteria.model.study import Study
from criteria.problem_words import message
from criteria.problems import find_problems
from criteria.ranking.results import rank
from criteria.template import new_study
from tests.support.studies import project, study_with


def test_that_the_defaults_are_in_order() -> None:
    assert list(setting_problems(new_study())) == []


@pytest.mark.parametrize(
    ("attribute", "value"),
    [("theta", 1.5), ("theta", -0.1), ("risk_aversion", -1), ("draws", 0), ("budget_eur", -5)],
)
def test_that_a_setting_outside_its_range_is_an_error(attribute: str, value: Any) -> None:
    study = msgspec.structs.replace(new_study(), settings=Settings(**{attribute: value}))
    (problem,) = setting_problems(study)
    assert (problem.severity, problem.where) == ("error", ("study", "settings", attribute))


def with_gap(**settings: Any) -> Study:
    return study_with(project("P1"), project("P2", N3=None), project("P3"), settings=Settings(**settings))


def estimates(study: Study) -> list[tuple[str, str]]:
    found = [problem for problem in find_problems(study) if problem.code == "ranges-estimated"]
    assert {problem.severity for problem in found} <= {"note"}
    return [(problem.where[-1], message(problem, study)) for problem in found]


@pytest.mark.parametrize(
    ("settings", "place", "words"),
    [
        ({"topsis_normalisation": "vector"}, "topsis_normalisation", "use fixed scales."),
        ({"topsis_normalisation": "minmax"}, "topsis_normalisation", "use fixed scales."),
        ({"ahp_synthesis": "distributive"}, "ahp_synthesis", "use ideal mode."),
    ],
)
def test_that_ranges_of_ranks_are_called_estimates_where_gaps_move_all_scores(
    settings: dict[str, str], place: str, words: str
) -> None:
    ((where, sentence),) = estimates(with_gap(**settings))
    assert where == place
    assert sentence.endswith(words)


def test_that_ranges_are_exact_where_scores_do_not_depend_on_each_other() -> None:
    assert estimates(with_gap()) == []


def test_that_no_estimate_is_told_where_nobody_who_is_ranked_lacks_figures() -> None:
    relative = Settings(topsis_normalisation="vector", ahp_synthesis="distributive")
    banned = project("P3", {"technology_tags": ("social_scoring",)}, N3=None)
    assert estimates(study_with(project("P1"), project("P2"), settings=relative)) == []
    study = study_with(project("P1"), project("P2"), banned, settings=relative)
    assert study.projects[2].id in [study.projects[row].id for row in rank(study).excluded]
    assert estimates(study) == []


@pytest.mark.parametrize("method", ["topsis", "ahp"])
def test_that_check_and_results_agree_on_what_is_estimated(method: Method) -> None:
    settings = {"topsis_normalisation": "vector"} if method == "topsis" else {"ahp_synthesis": "distributive"}
    results = rank(with_gap(**settings))
    assert results.has_estimated_ranks(method)
    assert not results.has_estimated_ranks("benefit_risk")
    assert not rank(with_gap()).has_estimated_ranks(method)
