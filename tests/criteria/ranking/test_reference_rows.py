"""The example with equal weights gives the premise values, scores and ranks computed independently for it.

Equal premises, equal criteria in each, theta 0.5, fixed value functions; ranks run over the 19 projects that
are not excluded. Four of the 24 rows were published with the example, to three digits.
"""

from __future__ import annotations

import csv
import functools
import io

import pytest

from criteria.files.example import example_study
from criteria.model.settings import Method, ScoreSet
from criteria.ranking.results import MethodResult, Results, rank_with
from criteria.ranking.scoring import premise_totals
from criteria.weighting.hierarchy import equal_weights

TABLE = """\
project,need,structures,aims,rights,additive,benefit,risk,interaction,risk_sg,interaction_sg,rank_additive,\
rank_interaction,rank_interaction_sg
P01,0.781,0.490,0.722,0.667,0.665,0.751,0.252,0.750,0.174,0.804,8,6,5
P03,0.766,0.232,0.713,0.833,0.636,0.740,0.147,0.796,0.089,0.841,11,4,3
P13,0.158,0.953,0.642,0.938,0.673,0.400,0.033,0.683,0.033,0.699,7,12,13
P17,0.425,0.632,0.624,0.333,0.504,0.525,0.456,0.534,0.129,0.698,15,15,14
"""
ROWS = list(csv.DictReader(io.StringIO(TABLE)))


@functools.cache
def results(score_set: ScoreSet) -> Results:
    study = example_study()
    return rank_with(study, equal_weights(study), score_set)


def score_and_rank(score_set: ScoreSet, method: Method, project: str) -> tuple[float, int]:
    found = results(score_set)
    result: MethodResult = found.methods[method]
    row = found.index(project)
    return float(result.scores[row]), int(result.rank_best[row])


def printed(value: float) -> object:
    """A reference prints three digits."""
    return pytest.approx(value, abs=5.0001e-4)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["project"])
def test_that_the_weighted_sum_has_the_reference_score_and_rank(row: dict[str, str]) -> None:
    score, rank = score_and_rank("proposed", "ahp", row["project"])
    assert score == printed(float(row["additive"]))
    assert rank == int(row["rank_additive"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["project"])
def test_that_likelihood_times_severity_has_the_reference_score_and_rank(row: dict[str, str]) -> None:
    score, rank = score_and_rank("proposed", "benefit_risk", row["project"])
    assert score == printed(float(row["interaction"]))
    assert rank == int(row["rank_interaction"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["project"])
def test_that_safeguards_move_score_and_rank_as_in_the_reference(row: dict[str, str]) -> None:
    score, rank = score_and_rank("offered", "benefit_risk", row["project"])
    assert score == printed(float(row["interaction_sg"]))
    assert rank == int(row["rank_interaction_sg"])


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["project"])
def test_that_premises_benefit_and_risk_have_the_reference_values(row: dict[str, str]) -> None:
    proposed, offered = results("proposed"), results("offered")
    place = proposed.ranked.index(proposed.index(row["project"]))
    detail = proposed.methods["benefit_risk"].detail.benefit_risk
    with_safeguards = offered.methods["benefit_risk"].detail.benefit_risk
    assert detail is not None
    assert with_safeguards is not None
    premises = [float(row[name]) for name in ("need", "structures", "aims", "rights")]
    assert detail.premise_values[place].tolist() == [printed(value) for value in premises]
    assert float(detail.benefit[place]) == printed(float(row["benefit"]))
    assert float(detail.risk[place]) == printed(float(row["risk"]))
    assert float(with_safeguards.risk[place]) == printed(float(row["risk_sg"]))


def test_that_contributions_of_the_premises_add_up_to_the_weighted_sum() -> None:
    found = results("proposed")
    totals = premise_totals(found.methods["ahp"].contributions, found.matrix).sum(axis=1)
    assert totals == pytest.approx(found.methods["ahp"].scores)


def test_that_nineteen_projects_are_ranked() -> None:
    assert len(results("offered").ranked) == 19
