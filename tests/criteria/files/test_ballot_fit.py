"""A ballot beside a study that went on: what fits is kept, what does not is told."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from criteria.edits.criteria_tree import set_criterion_active, set_value_function
from criteria.files.ballot_fit import fit, is_foreign, node_of
from criteria.files.ballot_reader import Ballot, read_ballot
from criteria.model.people import WeightMethod
from criteria.model.study import Study
from criteria.template import new_study
from tests.support.ballots import answered, returned

STUDY = new_study()


def ballot(tmp_path: Path, study: Study = STUDY, method: WeightMethod = "pairwise") -> Ballot:
    return read_ballot(returned(study, answered(study, study.stakeholders[0], method), tmp_path / "b.xlsx"))


def codes(study: Study, given: Ballot) -> list[str]:
    return [found.code for found in fit(study, study.stakeholders[0], given).findings]


def test_that_the_same_study_has_nothing_to_tell(tmp_path: Path) -> None:
    given = ballot(tmp_path)
    found = fit(STUDY, STUDY.stakeholders[0], given)
    assert found.findings == ()
    assert found.answers == given.answers


def test_that_answers_about_what_was_switched_off_rest(tmp_path: Path) -> None:
    given = ballot(tmp_path)
    later = set_criterion_active(STUDY, "N4", active=False)
    found = fit(later, later.stakeholders[0], given)
    assert found.findings[0].code == "older-structure"
    assert len(found.answers.judgements) == 30


def test_that_what_was_switched_on_since_was_not_asked(tmp_path: Path) -> None:
    given = ballot(tmp_path, set_criterion_active(STUDY, "N4", active=False))
    assert "not-asked" in codes(STUDY, given)
    (told,) = [f for f in fit(STUDY, STUDY.stakeholders[0], given).findings if f.code == "not-asked"]
    assert "3 questions of today were not asked then (new: “Depth of technology transfer”)" in told.clause


@pytest.mark.parametrize("method", ["pairwise", "swing", "rank_order", "best_worst"])
def test_that_answers_about_what_is_gone_are_left_out(method: WeightMethod, tmp_path: Path) -> None:
    given = ballot(tmp_path, method=method)
    criteria = tuple(c for c in STUDY.criteria if c.id not in ("N3", "N4"))
    later = msgspec.structs.replace(STUDY, criteria=criteria)
    found = fit(later, later.stakeholders[0], given)
    assert "set-aside" in [one.code for one in found.findings]
    assert "N4" not in str(msgspec.to_builtins(found.answers))


def test_that_a_changed_range_is_asked_back(tmp_path: Path) -> None:
    given = ballot(tmp_path)
    function = msgspec.structs.replace(STUDY.criterion("N1").value_function, worst=0.9, best=0.4)
    later = set_value_function(STUDY, "N1", function)
    found = fit(later, later.stakeholders[0], given).findings
    assert "stake-changed" in [one.code for one in found]
    assert any("HDI" in one.clause and "0.4" in one.clause for one in found)


def test_that_a_renamed_study_is_told_and_another_one_is_foreign(tmp_path: Path) -> None:
    given = ballot(tmp_path)
    renamed = msgspec.structs.replace(STUDY, title="A better title")
    assert not is_foreign(renamed, given.plan)
    assert "other-title" in codes(renamed, given)
    criteria = tuple(msgspec.structs.replace(c, name=f"Other {c.id}") for c in STUDY.criteria)
    other = msgspec.structs.replace(renamed, criteria=criteria)
    assert is_foreign(other, given.plan)


def test_that_figures_belong_to_their_node() -> None:
    assert node_of(STUDY, is_flat=False)["N1"] == "P1"
    assert node_of(STUDY, is_flat=True)["N1"] == "all"
    assert node_of(STUDY, is_flat=False)["P1"] == "goal"
