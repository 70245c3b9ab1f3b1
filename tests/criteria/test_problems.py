"""All problems of a study together."""

from __future__ import annotations

import msgspec

from criteria import problems as module
from criteria.files.example import example_study
from criteria.model.projects import Project, Score
from criteria.problems import find_problems, has_errors
from criteria.ranking.results import rank
from criteria.template import new_study


def test_that_the_example_has_nothing_but_notes() -> None:
    assert {problem.severity for problem in find_problems(example_study())} == {"note"}


def test_that_errors_come_before_warnings_and_notes() -> None:
    project = Project(id="P01", title="A", scores={"N1": Score(7.0)})
    order = [module.SEVERITIES.index(p.severity) for p in find_problems(new_study(projects=(project,)))]
    assert order == sorted(order)
    assert set(order) >= {0, 1}


def test_that_has_errors_tells_errors_from_warnings() -> None:
    assert has_errors(find_problems(new_study()))
    assert not has_errors(find_problems(example_study()))


def test_that_results_at_hand_change_nothing() -> None:
    study = msgspec.structs.replace(example_study(), title="Other")
    with_results = find_problems(study, rank(study))
    again = msgspec.structs.replace(study, projects=(*study.projects[:1], *study.projects[1:]))
    assert find_problems(again) == with_results


def test_that_the_same_parts_are_looked_over_only_once() -> None:
    study = example_study()
    renamed = msgspec.structs.replace(study, title="Renamed")
    assert find_problems(renamed) is find_problems(study)


def test_that_an_unreadable_red_line_stops_the_screening_but_not_the_rest() -> None:
    study = example_study()
    broken = msgspec.structs.replace(study.red_lines[0], condition="tags has")
    found = find_problems(msgspec.structs.replace(study, red_lines=(broken, *study.red_lines[1:])))
    assert found[0].code == "red-line-unreadable"
    assert "correlated-criteria" in {problem.code for problem in found}


def test_that_a_rule_that_compares_words_by_size_is_an_error() -> None:
    study = example_study()
    odd = msgspec.structs.replace(study.red_lines[0], condition="mode < 3")
    found = find_problems(msgspec.structs.replace(study, red_lines=(odd, *study.red_lines[1:])))
    assert (found[0].severity, found[0].code) == ("error", "screening-failed")
