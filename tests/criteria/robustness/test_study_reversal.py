"""Rank-reversal certificates of a study."""

from __future__ import annotations

import msgspec

from criteria.edits.scores import set_scores
from criteria.edits.settings import set_settings
from criteria.files.example import example_study
from criteria.model.projects import Score
from criteria.ranking.results import rank
from criteria.robustness.study_reversal import VARIANTS, study_certificates
from criteria.robustness.study_sensitivity import steady_rows


def test_that_every_variant_is_tested_and_those_in_use_are_marked() -> None:
    results = rank(set_settings(example_study(), topsis_normalisation="vector"))
    found = study_certificates(results)
    assert tuple((one.method, one.variant) for one in found) == VARIANTS
    used = [(one.method, one.variant) for one in found if one.is_used]
    assert used == [("topsis", "vector"), ("ahp", "ideal"), ("benefit_risk", "")]
    stable = {(one.method, one.variant) for one in found if one.found.is_stable}
    assert stable == {("topsis", "fixed"), ("ahp", "ideal"), ("benefit_risk", "")}


def test_that_a_counterexample_holds_in_the_study() -> None:
    """The project whose removal reverses two others is taken out of the study, and it is ranked anew."""
    study = set_settings(example_study(), topsis_normalisation="vector", score_set="proposed")
    results = rank(study)
    found = next(one for one in study_certificates(results) if one.variant == "vector")
    example = found.found.of("delete_each").example
    assert example is not None
    assert example.changed is not None
    gone, ahead, behind = (
        found.projects[place] for place in (example.changed, example.overtaken, example.overtaking)
    )
    projects = tuple(project for project in study.projects if project.id != gone)
    after = rank(msgspec.structs.replace(study, projects=projects))
    for ranking, first, second in ((results, ahead, behind), (after, behind, ahead)):
        scores = ranking.methods["topsis"].scores
        assert scores[ranking.index(first)] > scores[ranking.index(second)]


def test_that_projects_with_gaps_take_no_part() -> None:
    study = example_study()
    gap = set_scores(study, {(study.projects[0].id, study.active_criteria[0].id): Score()})
    found = study_certificates(rank(gap))
    assert study.projects[0].id not in found[0].projects
    assert len(found[0].projects) == len(steady_rows(rank(gap)))
    assert study_certificates(rank(msgspec.structs.replace(study, projects=study.projects[:1]))) == ()
