"""Standings and tries with other figures."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.projects import remove_projects
from criteria.edits.screening import offer_safeguards
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.decision_matrix import decision_matrix
from criteria.robustness.flips.other_figures import Field, proposed, shifted, shifts
from criteria.robustness.flips.standing import Question, standing, taking_part
from criteria.screening.screen import screen
from tests.support.flips import studies


@pytest.mark.parametrize("study", studies())
@pytest.mark.parametrize("method", METHODS)
def test_that_present_figures_stand_where_they_stand(study: Study, method: Method) -> None:
    field = Field.of(Question.of(study, method))
    found = field.standing(taking_part(study), {})
    now = standing(study, method)
    assert found.projects == now.projects
    assert found.scores == pytest.approx(now.scores, abs=1e-13)
    row = int(field.rows[3])
    names, scores = field.tries(row, field.results.matrix.raw[[row, row]])
    assert names == now.projects
    assert scores == pytest.approx(np.stack([now.scores] * 2), abs=1e-13)
    without = field.without(row)
    left = standing(remove_projects(study, [study.projects[row].id]), method)
    assert without.projects == left.projects
    assert without.scores == pytest.approx(left.scores, abs=1e-13)


@pytest.mark.parametrize("study", studies())
@pytest.mark.parametrize("method", METHODS)
def test_that_a_project_with_other_figures_stands_where_the_ranking_puts_it(
    study: Study, method: Method
) -> None:
    field = Field.of(Question.of(study, method))
    row = int(field.rows[5])
    key = study.projects[row].id
    changed = offer_safeguards(study, key, [safeguard.id for safeguard in study.safeguards])
    raw = decision_matrix(changed, study.settings.score_set).raw[row]
    expected = standing(changed, method)
    assert field.standing(taking_part(study), {row: raw}).scores == pytest.approx(expected.scores, abs=1e-13)
    assert field.tries(row, raw[None])[1][0] == pytest.approx(expected.scores, abs=1e-13)


@pytest.mark.parametrize("study", studies())
def test_that_shifted_proposals_are_the_figures_of_the_matrix(study: Study) -> None:
    matrix = decision_matrix(study, study.settings.score_set)
    for row, project in enumerate(study.projects):
        levels = shifts(study, project, screen(study).of(project.id).required)
        found = shifted(study, proposed(study, project)[None], levels)[0]
        assert found == pytest.approx(matrix.raw[row], abs=1e-12)


def test_that_tables_pass_in_blocks_without_a_seam(monkeypatch: pytest.MonkeyPatch) -> None:
    field = Field.of(Question.of(studies()[3], "topsis"))
    row = int(field.rows[0])
    raw = np.repeat(field.results.matrix.raw[row][None], 7, axis=0)
    raw[:, 2] = [1, 2, 3, 4, 5, 6, 7]
    whole = field.tries(row, raw)[1]
    monkeypatch.setattr("criteria.robustness.flips.other_figures._BLOCK_CELLS", 1)
    assert np.array_equal(field.tries(row, raw)[1], whole)
