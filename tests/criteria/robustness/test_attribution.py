"""Why scores and ranks moved."""

from __future__ import annotations

from itertools import permutations

import numpy as np
import pytest

from criteria.edits.projects import set_profile
from criteria.edits.scores import set_scores
from criteria.edits.settings import set_settings
from criteria.files.example import example_session
from criteria.model.projects import Score
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness import attribution
from criteria.robustness.attribution import Attribution, attribute
from criteria.robustness.change_groups import Split
from tests.support.studies import answered, project, study_with
from tests.support.two_versions import CHANGES, changed


def found(
    before: Study,
    after: Study,
    method: Method = "topsis",
    split: Split = "kind",
    orders: int = 64,
    seed: int = 0,
) -> Attribution:
    result = attribute(before, after, method, split, orders=orders, seed=seed)
    assert result is not None
    return result


def assert_adds_up(result: Attribution, before: Study, after: Study) -> None:
    """Parts add up to the changes that the two rankings show."""
    ends = [rank(study) for study in (before, after)]
    for move in result.projects:
        rows = [end.index(move.project) for end in ends]
        scores = [end.methods[result.method].scores[row] for end, row in zip(ends, rows, strict=True)]
        ranks = [int(end.methods[result.method].rank_best[row]) for end, row in zip(ends, rows, strict=True)]
        assert [move.score_before, move.score_after] == pytest.approx(scores)
        assert [move.rank_before or 0, move.rank_after or 0] == ranks
        assert move.score_parts is not None
        assert sum(move.score_parts) == pytest.approx(scores[1] - scores[0], abs=1e-12)
        assert sum(move.place_parts) == pytest.approx(move.place_after - move.place_before, abs=1e-9)
        for end, place, own in zip(ends, (move.place_before, move.place_after), ranks, strict=True):
            assert place == (own or len(end.ranked) + 1)


@pytest.mark.parametrize("method", METHODS)
def test_that_parts_add_up_exactly(method: Method) -> None:
    before, after = changed(*CHANGES)
    result = found(before, after, method)
    assert result.is_exact
    assert len(result.groups) == 6
    assert len(result.projects) == 23
    assert_adds_up(result, before, after)
    assert any(abs(part) > 1e-6 for move in result.projects for part in move.score_parts or ())


@pytest.mark.parametrize("method", METHODS)
def test_that_a_part_is_the_mean_over_all_orders(method: Method) -> None:
    """All 24 orders of four changes, each made by the edits themselves."""
    names = ("weights", "scores", "removed", "settings")
    before, after = changed(*names)
    result = found(before, after, method)
    places = [result_group.group.codes[0] for result_group in result.groups]
    totals = {name: np.zeros(len(result.projects)) for name in names}
    known: dict[tuple[str, ...], np.ndarray] = {}

    def scores(made: tuple[str, ...]) -> np.ndarray:
        key = tuple(sorted(made))
        if key not in known:
            results = rank(changed(*key)[1])
            rows = [results.index(move.project) for move in result.projects]
            known[key] = results.methods[method].scores[rows]
        return known[key]

    for order in permutations(names):
        for size, name in enumerate(order):
            totals[name] += (scores(order[: size + 1]) - scores(order[:size])) / 24
    for name in names:
        place = places.index(name)  # type: ignore[arg-type]
        parts = [move.score_parts[place] for move in result.projects if move.score_parts is not None]
        assert parts == pytest.approx(totals[name], abs=1e-12)


@pytest.mark.parametrize("name", list(CHANGES))
def test_that_every_kind_of_change_can_move_something(name: str) -> None:
    result = found(*changed(name), "topsis")
    assert any(part for move in result.projects for part in (*(move.score_parts or ()), *move.place_parts))


def test_that_one_change_has_the_whole_effect() -> None:
    before, after = changed("settings")
    result = found(before, after)
    (effect,) = result.groups
    for move in result.projects:
        assert move.score_parts is not None
        assert move.score_before is not None
        assert move.score_parts[0] == pytest.approx((move.score_after or 0.0) - move.score_before, abs=1e-14)
    assert effect.alone == result.winners_after
    assert effect.without == result.winners_before


def test_that_the_way_back_is_the_reverse() -> None:
    before, after = changed("weights", "scores", "rules", "settings")
    there = found(before, after)
    back = {move.project: move for move in found(after, before).projects}
    for one in there.projects:
        other = back[one.project]
        assert one.score_parts is not None
        assert other.score_parts is not None
        assert one.score_parts == pytest.approx([-part for part in other.score_parts], abs=1e-12)
        assert one.place_parts == pytest.approx([-part for part in other.place_parts], abs=1e-9)


def test_that_a_change_that_does_not_matter_gets_nothing() -> None:
    """Theta is not read by TOPSIS, nor a normalisation by AHP."""
    before = example_session()
    after = set_settings(set_scores(before, {("P16", "N3"): Score(3.0)}), theta=0.9)
    result = found(before, after, "topsis")
    idle = next(place for place, one in enumerate(result.groups) if one.group.codes == ("settings",))
    assert all(move.score_parts is not None and move.score_parts[idle] == 0.0 for move in result.projects)
    assert all(move.place_parts[idle] == 0.0 for move in result.projects)


@pytest.mark.parametrize("method", METHODS)
def test_that_the_changes_that_move_the_winner_are_named(method: Method) -> None:
    names = tuple(CHANGES)
    result = found(*changed(*names), method)
    for effect in result.groups:
        own = [name for name in names if name in effect.group.codes]
        others = [name for name in names if name not in effect.group.codes]
        assert effect.alone == winners(changed(*own)[1], method)
        assert effect.without == winners(changed(*others)[1], method)
        assert effect.moves_winner == (effect.alone != result.winners_before)
        assert effect.is_needed == (result.is_winner_changed and effect.without == result.winners_before)


def winners(study: Study, method: Method) -> tuple[str, ...]:
    results = rank(study)
    first = results.methods[method].rank_best == 1
    return tuple(sorted(results.matrix.projects[row] for row in np.flatnonzero(first)))


def test_that_a_normalisation_alone_may_move_the_winner() -> None:
    result = found(*changed("settings", "removed"))
    moving = [effect.group.codes for effect in result.groups if effect.moves_winner]
    assert result.is_winner_changed
    assert moving == [("settings",)]


def test_that_an_excluded_project_stands_behind_all() -> None:
    before = answered(study_with(project("A", N3=7), project("B"), project("C", N3=1)))
    after = set_profile(before, {("A", "technology_tags"): ("military",)})
    result = found(before, after)
    move = next(one for one in result.projects if one.project == "A")
    assert (move.rank_before, move.rank_after) == (1, None)
    assert (move.place_before, move.place_after) == (1, 3)
    assert move.place_parts == (2.0,)
    assert_adds_up(result, before, after)


def test_that_gaps_have_no_score_to_share_out() -> None:
    before = answered(study_with(project("A", N3=7), project("B")))
    after = set_settings(set_scores(before, {("B", "N3"): Score()}), topsis_normalisation="vector")
    result = found(before, after)
    move = {one.project: one for one in result.projects}["B"]
    assert move.score_before is not None
    assert move.score_after is None
    assert move.score_parts is None
    assert sum(move.place_parts) == pytest.approx(move.place_after - move.place_before)


def test_that_equal_studies_have_nothing_to_share_out() -> None:
    result = found(example_session(), example_session())
    assert result.groups == ()
    assert all(move.place_parts == () and move.score_parts == () for move in result.projects)
    assert not result.is_winner_changed


def test_that_random_orders_add_up_and_come_near(monkeypatch: pytest.MonkeyPatch) -> None:
    before, after = changed(*CHANGES)
    exact = found(before, after)
    monkeypatch.setattr(attribution, "_is_exact", lambda count, orders: False)
    drawn = found(before, after, orders=40, seed=5)
    assert drawn.orders == 40
    assert not drawn.is_exact
    assert_adds_up(drawn, before, after)
    assert drawn == found(before, after, orders=40, seed=5)
    assert drawn != found(before, after, orders=40, seed=6)
    off = []
    for one, other in zip(exact.projects, drawn.projects, strict=True):
        assert other.score_errors is not None
        for known, guess, error in zip(
            one.score_parts or (), other.score_parts or (), other.score_errors, strict=True
        ):
            if error > 1e-9:
                off.append(abs(guess - known) / error)
    # Of errors told truly two in three lie within one, and hardly any beyond four.
    assert len(off) > 40
    assert np.mean(np.array(off) < 2.0) > 0.8
    assert max(off) < 8.0


def test_that_many_projects_are_shared_out_one_by_one() -> None:
    before = example_session()
    cells = {(one.id, "N3"): Score(float(1 + place % 7)) for place, one in enumerate(before.projects[:14])}
    after = set_scores(before, cells)
    result = found(before, after, "topsis", "project", orders=6)
    assert result.orders == 6
    assert_adds_up(result, before, after)
    # Fixed scales: a project's score follows from its own figures, so each has the whole of its change.
    for move in result.projects:
        for place, effect in enumerate(result.groups):
            if move.score_parts is not None and effect.group.what != (move.project,):
                assert move.score_parts[place] == 0.0


def test_that_it_tells_its_progress_and_can_be_stopped() -> None:
    before, after = changed("weights", "scores", "settings")
    heard: list[float] = []
    assert attribute(before, after, progress=heard.append) is not None
    assert heard == [pytest.approx(step / 8) for step in range(1, 9)]
    assert attribute(before, after, cancelled=lambda: True) is None
