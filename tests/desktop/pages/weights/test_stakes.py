"""What is at stake in a question."""

from __future__ import annotations

import msgspec
import pytest

from criteria.files.example import example_study
from criteria.template import new_study
from criteria.weighting.stakes import Anchor
from desktop.pages.weights.stakes import item, realised, span_words
from tests.desktop.pages.weights.answering import comparing_projects


def test_that_levels_are_named_from_worst_to_best() -> None:
    found = item(example_study(), "P4", "H1").range
    assert found is not None
    assert (found.worst.label, found.best.label) == ("Generally deemed incompatible", "No persons")
    assert found.worst.text.startswith("Social scoring")
    assert (found.scale, found.spanned, found.steps) == (("1", "7"), ("1", "5"), 7)


@pytest.mark.parametrize(
    ("criterion", "words"),
    [
        ("N1", "HDI\u00a00.35 rather than 1.00"),
        ("N2", "0\u00a0% of people online rather than 100"),
        ("S1", "index\u00a00.9 rather than 0.0"),
        ("S3", "0\u00a0deaths per 100,000 rather than 60"),
        ("A2", "10,000\u00a0thousand a year rather than 0"),
        ("N4", "Local ownership rather than Black-box use"),
    ],
)
def test_that_a_unit_stands_once(criterion: str, words: str) -> None:
    assert span_words(example_study().criterion(criterion)) == words


def test_that_the_spanned_part_is_measured_in_value() -> None:
    found = item(example_study(), "P2", "S3").range
    assert found is not None
    assert found.shares is not None
    # No deaths at all is the best end, whatever direction the figures run.
    assert found.shares[1] == 1.0
    assert 0.0 < found.shares[0] < 0.5


def test_that_excluded_projects_do_not_widen_the_span() -> None:
    study = example_study()
    figures = [project.score("H1").value or 0.0 for project in study.projects]
    assert max(figures) == 7
    assert realised(study, study.criterion("H1")) == (1.0, 5.0)


def test_that_a_study_without_projects_spans_nothing() -> None:
    found = item(new_study(), "P4", "H1").range
    assert found is not None
    assert found.spanned is None
    assert found.shares is None


def test_that_a_premise_lists_what_its_criteria_span() -> None:
    found = item(example_study(), "goal", "P1")
    assert found.range is None
    assert found.lines[0] == ("N1 Human development", "HDI\u00a00.35 rather than 1.00")
    assert len(found.lines) == 4


def test_that_a_project_shows_its_figure_or_nothing() -> None:
    study = comparing_projects()
    found = item(study, "projects/N3", "P01")
    assert found.name == study.project("P01").title
    assert found.lines[0][0] == "7 Critical"
    blind = msgspec.structs.replace(study.project("P01"), scores={})
    others = tuple(blind if p.id == "P01" else p for p in study.projects)
    assert item(msgspec.structs.replace(study, projects=others), "projects/N3", "P01").lines == ()


def test_that_a_figure_between_levels_is_no_level() -> None:
    study = example_study()
    criterion = study.criterion("N3")
    function = msgspec.structs.replace(criterion.value_function, worst=1.5)
    changed = msgspec.structs.replace(criterion, value_function=function)
    criteria = tuple(changed if c.id == "N3" else c for c in study.criteria)
    found = item(msgspec.structs.replace(study, criteria=criteria), "P1", "N3").range
    assert found is not None
    assert found.worst == Anchor("1.5")


def test_that_both_ends_of_a_question_have_equally_many_decimals() -> None:
    found = item(example_study(), "P1", "N1").range
    assert found is not None
    assert (found.best.label, found.worst.label) == ("HDI\u00a00.35", "HDI\u00a01.00")
