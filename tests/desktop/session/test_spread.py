"""The spread of a group's answers to one question."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.edits.sealing import amend, lift_seal, seal_weights
from criteria.edits.session import add_receipt, add_remark, change_answer, hide_answers
from criteria.edits.settings import set_settings
from criteria.edits.weights import judge, set_figures
from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.model.session import Receipt, Remark
from criteria.model.study import Study
from criteria.sessions.members import group_of
from criteria.weighting.study_weights import study_weights
from desktop.charts.person_marks import SHAPES
from desktop.session import spread_view
from desktop.session.discussion_states import DiscussionStates
from desktop.session.log_lines import LogLines
from desktop.session.session_words import SessionWords
from desktop.session.spread import divided_pairs, spread
from desktop.session.spread_view import SpreadView, said_ratio
from tests.support.groups import NEEDY, RIGHTFUL, believer, of
from tests.support.studies import example
from tests.support.windows import look_of_tests

WHEN = "2026-11-20T10:00:00+01:00"


def camps() -> Study:
    study = example()
    points = Stakeholder(
        id="ST3",
        name="Bank",
        method="direct",
        points=dict(zip(study.children(GOAL), (40, 20, 20, 20), strict=True)),
    )
    return of(study, believer(study, "ST1", NEEDY), believer(study, "ST2", RIGHTFUL), points)


def test_that_the_most_divided_question_comes_first_with_everyones_mark() -> None:
    study = camps()
    pairs = divided_pairs(study)
    need, *_, rights = study.children(GOAL)
    assert pairs[0] == (GOAL, need, rights)
    found = spread(study, pairs[0])
    assert found is not None
    assert [mark.value for mark in found.marks] == pytest.approx([8.0, 1 / 8, 2.0])
    factors = [one.factor for pair in pairs if (one := spread(study, pair)) is not None]
    assert factors == sorted(factors, reverse=True)


def test_that_who_has_not_answered_a_question_has_no_mark() -> None:
    study = camps()
    node = study.children(GOAL)[0]
    pair = next(pair for pair in divided_pairs(study) if pair[0] == node)
    found = spread(study, pair)
    assert found is not None
    assert [mark.value is None for mark in found.marks] == [False, False, True]


def with_a_zero(study: Study) -> Study:
    """The bank gives the first premise nothing, and the others equally much."""
    points = dict(zip(study.children(GOAL), (0.0, 30.0, 30.0, 40.0), strict=True))
    return set_figures(study, "ST3", "direct", points)


def test_that_together_is_the_ratio_of_the_weights_in_use() -> None:
    study = camps()
    for pair in divided_pairs(study):
        found = spread(study, pair)
        assert found is not None
        node = study_weights(study).node(pair[0])
        first, second = (node.weights[node.children.index(key)] for key in pair[1:])
        assert found.mean == pytest.approx(first / second)


def test_that_a_zero_is_said_and_leaves_no_ratio_where_it_decides_for_the_group(qtbot: Any) -> None:
    study = with_a_zero(camps())
    need, *_, rights = study.children(GOAL)
    found = spread(study, (GOAL, need, rights))
    assert found is not None
    assert found.marks[2].unweighted == found.unweighted == (need,)
    assert (found.mean, found.marks[2].value) == (None, None)
    state = DiscussionStates(SessionWords(), LogLines(SessionWords())).state(
        study, ((GOAL, need, rights),), 0
    )
    assert state is not None
    assert "no ratio" in state.sentence
    view = SpreadView(look_of_tests())
    qtbot.addWidget(view)
    view.show_spread(found, state.ends)
    assert f"Bank gives “{study.name_of(need)}” no weight" in view.accessibleName()
    view.resize(900, 400)
    assert not view.grab().isNull()


def test_that_eight_people_have_the_marks_of_the_group_result(
    qtbot: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    study = example()
    study = of(study, *(believer(study, f"ST{n}", NEEDY if n % 2 else RIGHTFUL) for n in range(1, 9)))
    found = spread(study, divided_pairs(study)[0])
    assert found is not None
    assert [mark.person for mark in found.marks] == [member.id for member in group_of(study).members]
    painted: list[str] = []
    monkeypatch.setattr(
        spread_view, "paint_person", lambda _p, _at, _size, shape, *_inks: painted.append(shape)
    )
    view = SpreadView(look_of_tests())
    qtbot.addWidget(view)
    view.resize(900, 400)
    view.show_spread(found, ("A", "B"))
    view.grab()
    assert painted[-8:] == list(SHAPES)


def test_that_a_zero_counts_as_the_weights_in_use_do() -> None:
    study = set_settings(with_a_zero(camps()), group_method="priorities_arithmetic")
    need, *_, rights = study.children(GOAL)
    found = spread(study, (GOAL, need, rights))
    assert found is not None
    node = study_weights(study).node(GOAL)
    assert found.unweighted == ()
    assert found.mean == pytest.approx(node.weights[0] / node.weights[3])


def test_that_a_changed_answer_keeps_what_was_said_before_whichever_way_round() -> None:
    study = camps()
    pair = divided_pairs(study)[0]
    turned = Judgement(pair[0], pair[2], pair[1], 1 / 3)
    study = change_answer(study, "ST1", turned, "discussion", "less than I thought", WHEN)
    found = spread(study, pair)
    assert found is not None
    assert found.marks[0].before == pytest.approx(8)
    assert found.marks[0].value == pytest.approx(3)


def test_that_a_single_answer_is_no_spread() -> None:
    study = of(example(), Stakeholder(id="ST1", name="Rosa"))
    first, second, *_ = study.children(GOAL)
    study = judge(study, "ST1", Judgement(GOAL, first, second, 3.0))
    assert divided_pairs(study) == ()
    assert spread(study, (GOAL, first, second)) is None


@pytest.mark.parametrize(
    ("value", "words"),
    [(3.0, "3"), (1 / 3, "1/3"), (1.0, "1"), (1.48, "1.5"), (1 / 4.76, "1/4.8"), (0.98, "1")],
)
def test_that_a_ratio_is_said_in_few_characters(value: float, words: str) -> None:
    assert said_ratio(value) == words


def test_that_the_log_is_in_the_order_of_time_and_tells_no_figure_while_hidden() -> None:
    study = camps()
    pair = divided_pairs(study)[0]
    study = add_remark(study, Remark(*pair, "Oversight <first>", "2026-11-20T11:00:00+01:00"))
    study = change_answer(study, "ST1", Judgement(*pair, 3.0), "discussion", "misread", WHEN)
    lines = LogLines(SessionWords())
    change, note = lines.all(study)
    assert "8 → 3" in change
    assert "misread" in change
    assert "Oversight &lt;first&gt;" in note
    hidden = "\n".join(lines.all(hide_answers(study, hidden=True)))
    assert "8" not in hidden.replace("2026", "")
    assert "misread" not in hidden


def test_that_the_log_tells_of_amendments_and_seals_that_were_taken_back() -> None:
    study = camps()
    pair = divided_pairs(study)[0]
    sealed = seal_weights(study, "Chair", WHEN)
    amended = amend(sealed, judge(sealed, "ST1", Judgement(*pair, 3.0)), "Answer", "Clerk", "misread", WHEN)
    lines = LogLines(SessionWords())
    assert "8 → 3. misread" in "\n".join(lines.all(amended))
    hidden = "\n".join(lines.all(hide_answers(amended, hidden=True)))
    assert "Answer; hidden until the reveal. misread" in hidden
    assert "8 → 3" not in hidden
    told = lines.all(lift_seal(amended, study, "Clerk", "too soon", "2026-11-21T10:00:00+01:00"))
    assert "taken back by <b>Clerk</b>. too soon" in told[-1]
    assert "8 → 3" in "\n".join(told)
    receipt = Receipt(stakeholder="ST1", file="a.xlsx", digest="0", when=WHEN, found="it was late")
    assert "a.xlsx: it was late" in lines.all(add_receipt(study, receipt))[0]


def test_that_somebody_who_was_removed_stays_in_the_log() -> None:
    study = camps()
    pair = divided_pairs(study)[0]
    study = change_answer(study, "ST1", Judgement(*pair, 3.0), "discussion", "misread", WHEN)
    left = msgspec.structs.replace(study, stakeholders=study.stakeholders[1:])
    assert "ST1" in LogLines(SessionWords()).all(left)[0]
