"""What differs between two studies."""

from __future__ import annotations

import msgspec
import pytest

from criteria.edits.criteria_tree import set_criterion_active
from criteria.edits.people import set_stakeholder
from criteria.edits.projects import set_profile
from criteria.edits.scores import set_evidence, set_scores
from criteria.edits.settings import set_settings, set_title_page
from criteria.files.example import example_session
from criteria.model.projects import Evidence, Score
from criteria.model.rules import RedLine
from criteria.robustness.change_groups import change_groups, common_criteria, common_projects, score_changes
from tests.support.two_versions import CHANGES, changed


@pytest.mark.parametrize("name", list(CHANGES))
def test_that_each_kind_of_change_is_told_apart(name: str) -> None:
    (group,) = change_groups(*changed(name))
    assert group.codes == (name,)
    assert group.what


def test_that_what_says_whom_it_concerns() -> None:
    groups = {group.codes[0]: group.what for group in change_groups(*changed(*CHANGES), most=9)}
    assert groups["weights"] == (example_session().stakeholders[1].id,)
    assert groups["scales"] == ("A2",)
    assert set(groups["scores"]) == {"P16", "P02", "P12"}
    assert groups["added"] == ("P25",)
    assert groups["removed"] == ("P03",)
    assert groups["rules"] == ("weak_checks", "RL01", "RL03")
    assert groups["safeguards"] == ("P01",)
    assert set(groups["settings"]) == {"topsis_normalisation", "theta"}


def test_that_equal_studies_have_no_groups() -> None:
    assert change_groups(example_session(), example_session()) == ()


def test_that_words_do_not_count() -> None:
    before = example_session()
    after = set_title_page(before, title="Another")
    after = set_stakeholder(after, after.stakeholders[0].id, name="Renamed", note="x", colour="#000000")
    after = set_profile(after, {("P01", "title"): "Another", ("P01", "note"): "x"})
    after = set_evidence(after, "P01", "N3", Evidence("Somewhere", 2026))
    after = set_settings(after, draws=500, seed=3, risk_aversion=2.0)
    assert change_groups(before, after) == ()


def test_that_there_are_at_most_six_kinds() -> None:
    groups = change_groups(*changed(*CHANGES))
    assert len(groups) == 6
    assert {group.codes for group in groups} == {
        ("weights",),
        ("scores", "profile", "scales"),
        ("added",),
        ("removed",),
        ("rules", "safeguards"),
        ("settings",),
    }
    assert len(change_groups(*changed(*CHANGES), most=9)) == 9
    assert len(change_groups(*changed("weights", "scales", "scores"))) == 3


def test_that_scores_split_by_project_or_criterion() -> None:
    before, after = changed("scores", "settings")
    by_project = change_groups(before, after, "project")
    assert [group.what for group in by_project] == [("P02",), ("P12",), ("P16",), by_project[-1].what]
    by_criterion = change_groups(before, after, "criterion")
    assert {group.what for group in by_criterion[:-1]} == {("N3",), ("A1",), ("H1",)}
    assert by_project[-1] == by_criterion[-1]
    assert by_project[-1].codes == ("settings",)
    assert set(score_changes(before, after)) == {("P16", "N3"), ("P02", "A1"), ("P12", "H1")}


def test_that_scores_of_a_criterion_switched_off_go_with_the_weights() -> None:
    before = example_session()
    after = set_scores(set_criterion_active(before, "N3", False), {("P01", "N3"): Score(1.0)})
    (group,) = change_groups(before, after)
    assert group.codes == ("weights",)
    assert group.what == ("N3",)
    assert "N3" not in common_criteria(before, after)


def test_that_red_lines_about_a_new_criterion_go_with_the_weights() -> None:
    before = example_session()
    extra = msgspec.structs.replace(before.criterion("N3"), id="N9")
    line = RedLine(id="RL99", name="New", short="New", effect="exclude", condition="N9 <= 1")
    after = msgspec.structs.replace(
        before, criteria=(*before.criteria, extra), red_lines=(*before.red_lines, line)
    )
    (group,) = change_groups(before, after)
    assert set(group.codes) == {"weights", "rules"}
    assert set(group.what) == {"N9", "RL99"}
    (back,) = change_groups(after, before)
    assert set(back.codes) == {"weights", "rules"}


def test_that_common_projects_are_those_of_both() -> None:
    before, after = changed("added", "removed")
    common = common_projects(before, after)
    assert len(common) == 23
    assert not {"P03", "P25"} & set(common)
