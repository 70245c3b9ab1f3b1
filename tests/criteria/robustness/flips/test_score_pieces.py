"""The pieces of a scale between the points at which red lines begin to hit."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.scores import set_scores
from criteria.model.study import Study
from criteria.robustness.flips.flip import moved_score
from criteria.robustness.flips.score_pieces import CutPoints, comparisons, pieces
from criteria.screening.conditions import parse
from criteria.screening.screen import screen
from tests.support.studies import answered, example, project, study_with

#: Live identification is excluded below a democracy index of 0.4, and only conditional from there on.
LIVE = {"biometric_mode": "identification_live"}


def study() -> Study:
    return answered(study_with(project("A", LIVE, S1=0.6), project("B")))


def test_that_every_comparison_of_a_condition_is_found() -> None:
    found = comparisons(parse("not (S1 < weak or H4 >= 3) and tags has 'x'"))
    assert [leaf.field for leaf in found] == ["S1", "H4", "tags"]


def test_that_cut_points_are_the_cut_offs_in_force() -> None:
    cuts = CutPoints.in_study(study())
    assert cuts.of["S1"] == (0.2, 0.4)
    assert cuts.of["H4"] == (4.0,)
    # Only the review of what is left out reads need, and it excludes nobody.
    assert "N3" not in cuts.of


def test_that_a_red_line_cuts_the_scale() -> None:
    asked = study()
    below, above = pieces(asked, asked.project("A"), asked.criterion("S1"), CutPoints.in_study(asked))
    assert [(round(one.near, 6), round(one.far, 6), one.is_excluded) for one in below] == [
        (0.6, 0.4, False),
        (0.4, 0.4, False),
        (0.4, 0.2, True),
        (0.2, 0.2, True),
        (0.2, 0.0, True),
    ]
    assert [(one.near, one.far, one.is_excluded) for one in above] == [(0.6, 1.0, False)]


def test_that_levels_are_pieces_of_their_own() -> None:
    asked = study()
    below, above = pieces(asked, asked.project("A"), asked.criterion("H4"), CutPoints.in_study(asked))
    assert [(one.near, one.far) for one in below] == [(1.0, 1.0)]
    assert [one.near for one in above] == [3.0, 4.0, 5.0]


def test_that_parts_cut_a_piece_further() -> None:
    asked = study()
    cuts = CutPoints.in_study(asked)
    _, above = pieces(asked, asked.project("A"), asked.criterion("S1"), cuts, parts=4)
    assert [one.near for one in above] == pytest.approx([0.6, 0.7, 0.8, 0.9])
    assert [one.far for one in above] == pytest.approx([0.7, 0.8, 0.9, 1.0])


def test_that_a_gap_has_no_pieces() -> None:
    asked = answered(study_with(project("A", S1=None)))
    assert pieces(asked, asked.project("A"), asked.criterion("S1"), CutPoints.in_study(asked)) == ([], [])


@pytest.mark.parametrize("criterion", ["S1", "S2", "S3", "H4", "H2"])
def test_that_within_a_piece_screening_stays_what_it_says(criterion: str) -> None:
    asked = example()
    cuts = CutPoints.in_study(asked)
    rng = np.random.default_rng(1)
    for one in asked.projects:
        for side in pieces(asked, one, asked.criterion(criterion), cuts):
            for piece in side:
                value = piece.near + float(rng.random()) * (piece.far - piece.near)
                score = moved_score(one.score(criterion), value)
                found = screen(set_scores(asked, {(one.id, criterion): score})).of(one.id)
                assert (found.excluded, found.required) == (piece.is_excluded, piece.required), (
                    one.id,
                    piece,
                )
