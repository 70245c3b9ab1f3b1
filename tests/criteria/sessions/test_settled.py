"""Whether enough has been answered."""

from __future__ import annotations

from itertools import product

import msgspec
import numpy as np
import pytest

from criteria.edits.settings import set_settings
from criteria.edits.weights import judge
from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.sessions.settled import LIKELY, settled
from criteria.weighting.repair import SAATY_VALUES
from tests.support.studies import answered, example, project, study_with


def without_answers(study: Study, *places: int) -> Study:
    """The study whose first stakeholder has not given the answers at these places."""
    person = study.stakeholders[0]
    left = tuple(j for place, j in enumerate(person.judgements) if place not in places)
    return msgspec.structs.replace(study, stakeholders=(msgspec.structs.replace(person, judgements=left),))


def first_of(study: Study, method: Method, k: int) -> set[str]:
    """The projects of rank k or better."""
    found = rank(study).methods[method].rank_best
    return {p.id for p, place in zip(study.projects, found, strict=True) if 0 < place <= k}


def test_that_with_everything_answered_there_is_nothing_to_wait_for() -> None:
    study = example()
    found = settled(study, study.stakeholders[0], 5)
    assert (found.status, found.remaining, found.draws, found.share) == ("settled", 0, 0, 1.0)
    assert set(found.first) == first_of(study, "topsis", 5)
    assert found.first[0] == "P05"


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("prioritisation", ["eigenvector", "geometric_mean"])
def test_that_settled_is_true_of_every_answer_on_the_scale(method: Method, prioritisation: str) -> None:
    """Every open answer takes every value of the scale, by the program's own edits and ranking."""
    shown = 0
    for place, k in product((0, 9, 27), (1, 5)):
        study = set_settings(without_answers(example(), place), prioritisation=prioritisation)
        found = settled(study, study.stakeholders[0], k, method=method)
        missing = example().stakeholders[0].judgements[place]
        outcomes = [
            first_of(judge(study, "ST1", msgspec.structs.replace(missing, value=value)), method, k)
            for value in SAATY_VALUES
        ]
        stays = all(outcome == set(found.first) for outcome in outcomes)
        if found.status == "settled":
            shown += 1
            assert stays, (place, k)
        elif found.share < 1.0:
            assert not stays
    assert shown


def test_that_a_clear_winner_is_settled_before_any_answer() -> None:
    """A project better on every criterion leads under all weights."""
    best = project(
        "A", N1=0.4, N2=10, N3=7, N4=5, S1=0.9, S2=1, S4=1, A1=7, A2=9000, A3=5, A4=5, H1=1, H2=1, H3=1, H4=1
    )
    person = Stakeholder(id="ST1", name="Someone")
    study = study_with(best, project("B"), project("C", N3=2), stakeholders=(person,))
    for method in METHODS:
        found = settled(study, person, 1, method=method)
        assert (found.status, found.first, found.remaining) == ("settled", ("A",), 30), method


def test_that_an_open_question_names_who_threatens() -> None:
    """All weight may go to need or to aims, and each of two projects is best at one of them."""
    person = Stakeholder(id="ST1", name="Someone")
    needy = project("A", N1=0.4, N2=10, N3=7, N4=5, A1=3)
    aiming = project("B", A1=7, A2=9000, A3=5, A4=5, N3=2)
    study = study_with(needy, aiming, project("C", N3=1), stakeholders=(person,))
    found = settled(study, person, 1, method="ahp")
    assert found.status == "open"
    assert found.threat == ({"A", "B"} - set(found.first)).pop()
    assert found.threat_share == pytest.approx(1.0 - found.share, abs=0.02)
    assert found.winner_share == found.share
    assert found.standard_error == pytest.approx(np.sqrt(found.share * (1 - found.share) / found.draws))


def test_that_the_share_says_whether_it_is_likely_or_open() -> None:
    seen = set()
    for places in ((1,), (4, 9), (0, 10, 20), tuple(range(0, 30, 3))):
        study = without_answers(example(), *places)
        for k in (1, 5, 10):
            found = settled(study, study.stakeholders[0], k)
            seen.add(found.status)
            assert found.remaining == len(places)
            if found.status == "open":
                assert found.share < LIKELY
                assert found.threat is not None
                assert found.threat not in found.first
            else:
                assert found.share >= LIKELY
    assert seen >= {"likely", "open"}


def test_that_draws_are_repeated_exactly_and_uniform_ones_ask_on_longer() -> None:
    study = without_answers(example(), 1, 8, 14, 20)
    person = study.stakeholders[0]
    again = msgspec.structs.replace(study, title="The same")
    assert settled(study, person, 5) == settled(again, person, 5)
    wide = settled(study, person, 5, drawn="uniform", draws=2000)
    assert wide.share < settled(study, person, 5, draws=2000).share
    other = set_settings(study, seed=7)
    assert settled(other, person, 5).share == pytest.approx(settled(study, person, 5).share, abs=0.12)


def test_that_more_answers_of_the_same_kind_settle_more() -> None:
    shares = []
    for count in (20, 10, 3):
        drawn = []
        for seed in range(4):
            places = np.random.default_rng(seed).permutation(30)[:count].tolist()
            study = without_answers(example(), *places)
            drawn.append(settled(study, study.stakeholders[0], 3).share)
        shares.append(float(np.mean(drawn)))
    assert shares == sorted(shares)


def test_that_cannot_say_closes_a_question() -> None:
    study = without_answers(example(), 0)
    missing = example().stakeholders[0].judgements[0]
    declined = judge(study, "ST1", msgspec.structs.replace(missing, value=None))
    assert settled(study, study.stakeholders[0], 5).remaining == 1
    found = settled(declined, declined.stakeholders[0], 5)
    assert (found.status, found.remaining) == ("settled", 0)


def test_that_other_methods_of_weighting_have_no_open_comparisons() -> None:
    study = without_answers(example(), *range(20))
    person = msgspec.structs.replace(study.stakeholders[0], method="direct")
    study = msgspec.structs.replace(study, stakeholders=(person,))
    assert settled(study, person, 5).status == "settled"


def test_that_a_tie_across_the_line_is_never_proven() -> None:
    """Two projects alike in everything tie whatever is answered, and so may what comes after them."""
    study = answered(study_with(project("A", N3=5), project("B"), project("C"), project("D", N3=1)))
    study = without_answers(study, 9)
    found = settled(study, study.stakeholders[0], 2)
    assert found.first == ("A", "B", "C")
    assert found.status == "likely"
    assert found.share == 1.0


def test_that_projects_without_all_figures_are_counted_as_left_out() -> None:
    study = answered(study_with(project("A", N3=5), project("B"), project("C", N1=None), project("D", N3=1)))
    found = settled(without_answers(study, 3), study.stakeholders[0], 1)
    assert found.left_out == 1
    assert "C" not in found.first
    alone = study_with(project("A"), stakeholders=study.stakeholders)
    assert settled(alone, alone.stakeholders[0], 1).first == ("A",)
    nobody = study_with(stakeholders=study.stakeholders)
    assert settled(nobody, nobody.stakeholders[0], 3).first == ()


def test_that_more_places_than_projects_are_always_settled() -> None:
    study = without_answers(example(), *range(30))
    found = settled(study, study.stakeholders[0], 24)
    assert (found.status, len(found.first)) == ("settled", 19)


@pytest.mark.parametrize("incomplete", ["harker", "lambda_max"])
def test_that_other_fits_of_gaps_are_drawn_alike(incomplete: str) -> None:
    study = set_settings(without_answers(example(), 1, 8, 14), incomplete=incomplete)
    found = settled(study, study.stakeholders[0], 1, method="benefit_risk")
    assert found.share > 0.9
    answer = Judgement(GOAL, "P1", "P3", None)
    with_gap = judge(study, "ST1", answer)
    assert settled(with_gap, with_gap.stakeholders[0], 1, method="benefit_risk").remaining == 2
