"""Scores that are missing, impossible or idle."""

from __future__ import annotations

import math

import msgspec
import numpy as np
import pytest
from scipy.stats import spearmanr

from criteria.checks.scores import criterion_problems, rank_correlation, score_problems, score_table
from criteria.files.example import example_study
from criteria.model.projects import Score
from criteria.model.study import Study


def with_score(criterion: str, score: Score) -> Study:
    study = example_study()
    first = study.projects[0]
    changed = msgspec.structs.replace(first, scores={**first.scores, criterion: score})
    return msgspec.structs.replace(study, projects=(changed, *study.projects[1:]))


def same_everywhere(criterion: str, value: float | None) -> Study:
    study = example_study()
    projects = tuple(
        msgspec.structs.replace(project, scores={**project.scores, criterion: Score(value)})
        for project in study.projects
    )
    return msgspec.structs.replace(study, projects=projects)


def test_that_the_scores_of_the_example_are_in_order() -> None:
    assert list(score_problems(example_study())) == []


@pytest.mark.parametrize(
    ("criterion", "score", "severity", "code"),
    [
        ("N1", Score(), "warning", "missing-score"),
        ("N1", Score(None, 0.2, 0.4), "warning", "missing-score"),
        ("N1", Score(1.2), "error", "score-off-scale"),
        ("A3", Score(4, 0, 5), "error", "score-off-scale"),
        ("N1", Score(math.nan), "error", "score-off-scale"),
        ("A3", Score(2, 3, 4), "error", "bounds-out-of-order"),
        ("A3", Score(2, None, 1), "error", "bounds-out-of-order"),
        ("A3", Score(2.5), "warning", "level-not-whole"),
    ],
)
def test_that_an_odd_score_is_found(criterion: str, score: Score, severity: str, code: str) -> None:
    problems = list(score_problems(with_score(criterion, score)))
    assert [(p.severity, p.code, p.where) for p in problems] == [
        (severity, code, ("project", "P01", criterion))
    ]


def test_that_criteria_out_of_use_are_not_looked_at() -> None:
    study = with_score("N1", Score(9.0))
    idle = tuple(
        msgspec.structs.replace(criterion, active=criterion.id != "N1") for criterion in study.criteria
    )
    assert list(score_problems(msgspec.structs.replace(study, criteria=idle))) == []


def test_that_a_criterion_with_one_figure_for_all_is_idle() -> None:
    problems = [p for p in criterion_problems(same_everywhere("A4", 3.0)) if p.code == "idle-criterion"]
    assert [(p.where, p.details) for p in problems] == [(("criterion", "A4"), {"figure": 3.0})]


def test_that_projects_that_are_all_alike_are_an_error() -> None:
    study = example_study()
    first = study.projects[0]
    copies = tuple(msgspec.structs.replace(first, id=f"P{n:02d}") for n in range(1, 8))
    (problem,) = criterion_problems(msgspec.structs.replace(study, projects=copies))
    assert (problem.severity, problem.code) == ("error", "all-equal")


def test_that_other_safeguards_tell_equal_projects_apart() -> None:
    study = example_study()
    first = study.projects[0]
    other = msgspec.structs.replace(first, id="P02", safeguards=())
    found = criterion_problems(msgspec.structs.replace(study, projects=(first, other)))
    assert {problem.code for problem in found} == {"idle-criterion"}


def test_that_projects_without_any_score_are_not_called_alike() -> None:
    study = example_study()
    bare = tuple(msgspec.structs.replace(project, scores={}) for project in study.projects)
    assert list(criterion_problems(msgspec.structs.replace(study, projects=bare))) == []


def test_that_a_criterion_without_any_figure_is_not_called_idle() -> None:
    assert [p.code for p in criterion_problems(same_everywhere("A4", None)) if p.where[1] == "A4"] == []


def test_that_criteria_that_say_the_same_are_named_together() -> None:
    pairs = {p.where[1:]: p.details["rho"] for p in criterion_problems(example_study())}
    assert pairs[("N1", "N2")] == pytest.approx(0.95, abs=0.01)


def test_that_pairs_are_named_alike_with_and_without_gaps() -> None:
    whole = {p.where[1:]: p.details["rho"] for p in criterion_problems(example_study())}
    gaps = {p.where[1:]: p.details["rho"] for p in criterion_problems(with_score("A4", Score()))}
    assert whole == {pair: pytest.approx(rho, abs=1e-12) for pair, rho in gaps.items()}


def test_that_a_gap_in_one_column_leaves_the_correlation_of_the_others() -> None:
    study = example_study()
    gap = msgspec.structs.replace(study.projects[0], scores={**study.projects[0].scores, "N1": Score()})
    changed = msgspec.structs.replace(study, projects=(gap, *study.projects[1:]))
    before = {p.where[1:]: p.details["rho"] for p in criterion_problems(study)}
    after = {p.where[1:]: p.details["rho"] for p in criterion_problems(changed)}
    assert after["H1", "H3"] == pytest.approx(before["H1", "H3"])
    assert after["N1", "N2"] != before["N1", "N2"]


def test_that_the_rank_correlation_is_spearmans_with_ties() -> None:
    generator = np.random.default_rng(7)
    for _ in range(20):
        a = generator.integers(0, 5, 12).astype(float)
        b = generator.integers(0, 5, 12).astype(float)
        assert rank_correlation(a, b) == pytest.approx(spearmanr(a, b).statistic, abs=1e-12)


def test_that_the_rank_correlation_is_undefined_for_few_or_equal_figures() -> None:
    few = np.array([1.0, 2.0, 3.0, 4.0, 5.0, math.nan])
    assert rank_correlation(few, few) is None
    assert rank_correlation(np.ones(8), np.arange(8.0)) is None


def test_that_the_table_of_no_projects_has_no_rows() -> None:
    empty = msgspec.structs.replace(example_study(), projects=())
    assert score_table(empty).shape == (0, 16)
