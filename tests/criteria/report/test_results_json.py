"""Results as one JSON object."""

from __future__ import annotations

import json
from typing import Any

from criteria.model.study import Study
from criteria.portfolio.selection import select
from criteria.problems import find_problems
from criteria.ranking.results import rank, rank_with
from criteria.report.results_json import results_object
from criteria.robustness.acceptability import acceptability
from criteria.robustness.study_sensitivity import scorer
from criteria.weighting.study_weights import study_weights
from tests.support.studies import example, project, study_with


def printed(study: Study, budget: float | None = None, draws: int = 0) -> dict[str, Any]:
    results = rank(study)
    proposed = rank_with(study, study_weights(study), "proposed")
    asked = scorer(results, "topsis")
    found = acceptability(asked, draws=draws, seed=1) if asked is not None and draws else None
    chosen = None if budget is None else select(results, budget)
    value = results_object(results, proposed, find_problems(study), chosen, found)
    loaded = json.loads(json.dumps(value, allow_nan=False))
    assert isinstance(loaded, dict)
    return loaded


def test_that_the_promised_fields_are_there() -> None:
    found = printed(example(), 60e6, 500)
    assert set(found) >= {"study", "criteria", "comparisons", "projects", "stability", "problems"}
    first = found["projects"][0]
    assert set(first) >= {
        "id",
        "title",
        "screen",
        "flags",
        "open_conditions",
        "premise_values",
        "rankings",
        "benefit",
        "risk",
        "benefit_as_proposed",
        "risk_as_proposed",
        "rank_acceptability",
        "selected",
    }
    assert set(first["rankings"]) == {"topsis", "ahp", "benefit_risk"}
    assert abs(sum(first["rank_acceptability"]) - 1) < 1e-9


def test_that_what_is_absent_is_null_and_never_nan() -> None:
    found = printed(
        study_with(project("P1", N3=None), project("P2"), project("P3", {"technology_tags": ("military",)}))
    )
    one, _, banned = found["projects"]
    assert one["rankings"]["ahp"]["score"] is None
    assert one["rank_acceptability"] is None
    assert one["selected"] is None
    assert banned["rankings"]["topsis"]["rank"] is None
    assert banned["rankings"]["topsis"]["shadow_rank"] >= 1
    assert banned["risk"] is not None


def test_that_an_empty_study_prints_too() -> None:
    found = printed(study_with())
    assert found["projects"] == []
    assert found["stability"] == []
