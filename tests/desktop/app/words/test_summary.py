"""The summary for a terminal."""

from __future__ import annotations

from criteria.ranking.results import rank
from desktop.app.words.summary import summary_lines
from tests.support.studies import example, project, study_with


def test_that_every_project_has_a_line_and_the_excluded_come_last_without_a_rank() -> None:
    lines = list(summary_lines(rank(example())))
    assert len(lines) == 24 + 3
    assert lines[0].endswith("(fictional)")
    assert lines[3].split()[0] == "P05"
    assert all(line.split()[-3:] == ["-", "-", "-"] for line in lines[-5:])


def test_that_a_title_without_room_ends_in_an_ellipsis() -> None:
    lines = list(summary_lines(rank(study_with(project("P1", {"title": "word " * 30}), project("P2")))))
    assert any("word…" in line for line in lines)


def test_that_an_empty_study_says_so() -> None:
    assert "no projects" in list(summary_lines(rank(study_with())))[1]
