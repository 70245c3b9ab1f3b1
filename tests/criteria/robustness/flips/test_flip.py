"""A flip as an edit."""

from __future__ import annotations

from dataclasses import replace

import pytest

from criteria.errors import StudyError
from criteria.files.example import example_session
from criteria.model.projects import Score
from criteria.robustness.flips.flip import Flip, Move, figure_share, moved_score, with_share
from criteria.weighting.study_weights import answering, study_weights
from tests.support.studies import example

FLIP = Flip(
    kind="weight",
    what=("N1",),
    before=0.1,
    after=0.25,
    size=0.15,
    method="topsis",
    under="topsis",
    k=1,
    winners=("P02",),
    entered=("P02",),
    left=("P05",),
    is_exact=True,
)


def test_that_one_weight_takes_its_value_and_the_others_keep_their_proportions() -> None:
    study = example()
    before, after = study_weights(study), study_weights(FLIP.apply(study))
    assert after.of("N1") == pytest.approx(0.25)
    assert after.of("N2") / after.of("H3") == pytest.approx(before.of("N2") / before.of("H3"))
    premise = study_weights(replace(FLIP, what=("P2",)).apply(study))
    assert premise.premise_values["P2"] == pytest.approx(0.25)
    assert premise.local == pytest.approx(dict(before.local))


def test_that_joint_weights_take_their_values() -> None:
    study = example()
    before = study_weights(study)
    moves = (Move("N1", before.of("N1"), 0.0), Move("H3", before.of("H3"), before.of("H3") + before.of("N1")))
    after = study_weights(replace(FLIP, kind="weights", moves=moves).apply(study))
    assert after.of("N1") == 0.0
    assert after.of("H3") == pytest.approx(before.of("H3") + before.of("N1"))
    assert after.of("A2") == pytest.approx(before.of("A2"))


def test_that_switches_and_figures_go_through_the_edits() -> None:
    study = example_session()
    assert replace(FLIP, kind="threshold", what=("weak_checks",), after=0.3).apply(study).threshold(
        "weak_checks"
    ).value == pytest.approx(0.3)
    assert (
        not replace(FLIP, kind="red_line", what=("RL01",), after=False).apply(study).red_line("RL01").active
    )
    assert "P05" not in [p.id for p in replace(FLIP, kind="project", what=("P05",)).apply(study).projects]
    offered = replace(FLIP, kind="safeguard", what=("P05", "SG02"), after=True).apply(study).project("P05")
    assert "SG02" in offered.safeguards
    setting = replace(FLIP, kind="setting", what=("topsis_normalisation",), after="vector").apply(study)
    assert setting.settings.topsis_normalisation == "vector"
    person = study.stakeholders[1].id
    assert len(replace(FLIP, kind="stakeholder", what=(person,)).apply(study).stakeholders) == 4
    assert (
        replace(FLIP, kind="weights_of", what=("",), after=person).apply(study).settings.weights_of == person
    )
    assert replace(FLIP, kind="method", what=("",), after="ahp").apply(study) is study


def test_that_a_share_of_voting_power_is_one_among_those_who_answered() -> None:
    study = example_session()
    person = study.stakeholders[1].id
    changed = with_share(study, person, 0.4)
    total = sum(one.voting_power for one in answering(changed))
    assert changed.stakeholder(person).voting_power / total == pytest.approx(0.4)
    with pytest.raises(StudyError, match="below 1"):
        with_share(study, person, 1.0)


def test_that_a_moved_score_takes_its_bounds_along() -> None:
    assert moved_score(Score(3.0, 2.0, 4.0), 5.0) == Score(5.0, 2.0, 5.0)
    assert moved_score(Score(3.0), 1.0) == Score(1.0)


def test_that_a_figure_counts_by_its_scale_or_its_value() -> None:
    study = example()
    assert figure_share(study.criterion("N3"), 1.0, 4.0) == pytest.approx(0.5)
    # A2 runs to eight millions, but its value is complete at ten thousand.
    assert figure_share(study.criterion("A2"), 0.0, 10_000.0) == pytest.approx(1.0)
    assert figure_share(study.criterion("A2"), 1_000_000.0, 5_000_000.0) == pytest.approx(0.5)


def test_that_only_numbers_change_by_a_share_of_themselves() -> None:
    assert FLIP.relative == pytest.approx(1.5)
    assert replace(FLIP, before=0.0).relative is None
    assert replace(FLIP, before=True, after=False).relative is None
    assert replace(FLIP, before="fixed", after="vector").relative is None
    with pytest.raises(StudyError, match="figure"):
        replace(FLIP, after=None).apply(example())
