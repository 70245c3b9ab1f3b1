"""The most useful repair, its effect on the ranking, and the sentences about it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from criteria.edits.weights import judge
from criteria.files.example import example_study
from criteria.ranking.results import rank
from criteria.sessions.repairs import Move
from criteria.template import new_study
from desktop.pages.weights.answers import Question, node_answers
from desktop.pages.weights.own_view import top_projects
from desktop.pages.weights.repair_words import RepairWords
from desktop.pages.weights.repairs import Detour, Repair, best_repair
from tests.desktop.pages.weights.answering import contradictory, person, unanswered


def repair_with(*moves: Move) -> Repair:
    question = Question("P4", "H1", "H3")
    return Repair(question, 7.0, 3.0, 0.14, 0.06, {}, Detour("H2", 3.0), moves)


def test_that_the_repair_lowers_the_ratio_as_told() -> None:
    study = contradictory()
    repair = best_repair(study, person(study), "P4")
    assert repair is not None
    assert repair.value >= 1.0
    changed = judge(study, person(study).id, repair.judgement)
    found = node_answers(changed, person(changed), "P4").consistency
    assert found is not None
    assert found.cr == pytest.approx(repair.cr_after, abs=1e-9)
    assert repair.cr_after < repair.cr_now
    assert sum(repair.weights_after.values()) == pytest.approx(1.0)


def test_that_the_moves_are_those_of_the_ranking_after_the_repair() -> None:
    study = contradictory()
    repair = best_repair(study, person(study), "P4")
    assert repair is not None
    changed = judge(study, person(study).id, repair.judgement)
    old, new = rank(study).methods["topsis"].rank_best, rank(changed).methods["topsis"].rank_best
    assert repair.moves is not None
    assert {move.project: (move.before, move.after) for move in repair.moves} == {
        project.id: (int(old[row]), int(new[row]))
        for row, project in enumerate(study.projects)
        if old[row] != new[row]
    }


def test_that_nothing_is_repaired_where_nothing_is_answered() -> None:
    study = unanswered()
    assert best_repair(study, person(study), "P4") is None


def test_that_the_first_five_are_those_of_the_ranking() -> None:
    study = example_study()
    assert [rank for rank, _ in top_projects(study)] == [1, 2, 3, 4, 5]
    assert top_projects(new_study()) == ()


@pytest.mark.parametrize(
    ("moves", "sentence"),
    [
        ((), "No project would change place."),
        ((Move("P07", 4, 6),), "P07 would move from 4th to 6th."),
        (
            (Move("P04", 10, 11), Move("P13", 11, 10)),
            "P04 and P13 would change places (10th and 11th).",
        ),
        (
            (Move("P04", 10, 11), Move("P13", 12, 10)),
            "P04 would move from 10th to 11th, and one more changes place.",
        ),
        (
            (Move("P01", 1, 2), Move("P02", 2, 3), Move("P03", 3, 1)),
            "P01 would move from 1st to 2nd, and 2 more change place.",
        ),
    ],
)
def test_that_moves_are_told_in_one_sentence(moves: tuple[Move, ...], sentence: str) -> None:
    assert RepairWords().moves(moves) == sentence


def test_that_the_effect_names_both_answers_and_both_ratios() -> None:
    html = RepairWords().effect_html(example_study(), repair_with())
    assert html == (
        "If “H1 over H3” were <b>3</b> instead of <b>7</b>, CR falls from 0.14 to <b>0.06</b>. "
        "No project would change place."
    )
    unranked = replace(repair_with(), moves=None)
    assert "change place" not in RepairWords().effect_html(example_study(), unranked)


def test_that_the_contradiction_is_shown_as_a_detour() -> None:
    text = RepairWords().contradiction(example_study(), repair_with())
    assert text == "Here H1 over H3 is 7, yet 3 through H2."
