"""What the side panel of the screening room says."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import msgspec
import pytest
from PySide6.QtWidgets import QWidget

from criteria.edits.screening import waive
from criteria.files.example import example_study
from criteria.model.projects import Project
from criteria.model.rules import Waiver
from criteria.model.study import Study
from criteria.screening.conditions import Trigger
from criteria.screening.screen import screen
from criteria.template import new_study
from desktop.app.words.red_lines import find_hit
from desktop.pages.screening.cell_panel import CellPanel
from desktop.pages.screening.cutoff_strip import cutoff_strip
from desktop.pages.screening.line_panel import LinePanel
from desktop.pages.screening.project_panel import ProjectPanel
from desktop.widgets.panel_parts import Callout, Caption, PanelContent, Rows, Sentence, Widget


def no_strip(study: Study, trigger: Trigger) -> Any:
    return QWidget


def words_of(content: PanelContent) -> str:
    """Everything a content says, as plain text."""
    found = [content.kicker, content.title]
    for section in content.sections:
        found.append(section.heading)
        for part in section.parts:
            found += _words(part)
    return unescape(re.sub("<br>", " ", " | ".join(found)))


def _words(part: object) -> list[str]:
    if isinstance(part, Callout):
        return [part.title, part.html]
    if isinstance(part, Sentence):
        return [re.sub("<[^>]+>", "", part.html)]
    if isinstance(part, Caption):
        return [part.text]
    if isinstance(part, Rows):
        return [re.sub("<[^>]+>", " ", " ".join(row)) for row in part.rows]
    return []


def cell(study: Study, project: str, line: str) -> str:
    return words_of(CellPanel(no_strip).content(study, project, line))


def test_that_an_open_line_says_what_triggered_it_why_it_is_not_worse_and_what_cures_it() -> None:
    text = cell(example_study(), "P18", "RL15")
    for said in ("Conditional, open", "3 safeguards are missing", "S4  End-user oversight"):
        assert said in text
    for said in (
        "Why not excluded",
        "0.239",
        "SG11 Independent oversight board",
        "not offered",
        "UNGP 13(b)",
    ):
        assert said in text


def test_that_an_escalated_line_says_why_it_excludes() -> None:
    text = cell(example_study(), "P20", "RL15")
    assert "Why excluded" in text
    assert "Never ranked, never funded" in text


def test_that_a_line_without_cure_says_so() -> None:
    assert "no score and no safeguard buys this line back" in cell(example_study(), "P21", "RL01")


def test_that_a_line_that_does_not_concern_a_project_shows_what_was_looked_at() -> None:
    text = cell(example_study(), "P05", "RL14")
    assert "Not crossed" in text
    assert "What was looked at" in text
    assert "H3" in text


def test_that_a_near_line_is_borderline_not_crossed() -> None:
    text = cell(example_study(), "P17", "RL11")
    assert "Not crossed, borderline" in text
    assert "is crossed or not" in text


def test_that_an_undecided_line_names_the_missing_value() -> None:
    study = new_study(projects=(Project(id="P01", title="A <b>bold</b> plan"),))
    text = cell(study, "P01", "RL14")
    assert "Cannot be decided" in text
    assert "Enter Data intensity to decide" in text


def test_that_a_waiver_is_told_with_reason_name_and_day() -> None:
    waiver = Waiver("P18", "RL10", "Licence <not> needed", "A. Person", "2026-11-22")
    text = cell(waive(example_study(), waiver), "P18", "RL10")
    assert "Waived" in text
    assert "“Licence <not> needed” A. Person, 2026-11-22" in text


def test_that_paper_and_law_are_kept_apart() -> None:
    text = cell(example_study(), "P18", "RL15")
    assert "Paper Powerful actors" in text
    assert "Law UNGP" in text


def test_that_a_closed_mode_is_cured_by_another_mode() -> None:
    project = Project(id="P01", mode="aid", oda_recipient=False)
    text = cell(new_study(projects=(project,)), "P01", "RL16")
    assert "Another mode of cooperation" in text


def test_that_every_project_and_every_line_can_be_explained() -> None:
    study, cells, projects, lines = example_study(), CellPanel(no_strip), ProjectPanel(), LinePanel()
    for project in study.projects:
        assert project.title in words_of(projects.content(study, project.id))
        for line in study.red_lines:
            assert cells.content(study, project.id, line.id).title == line.name
    for line in study.red_lines:
        assert lines.content(study, line.id).sections


def test_that_the_project_panel_shows_three_sets_and_the_believed_share() -> None:
    text = words_of(ProjectPanel().content(example_study(), "P17"))
    for said in ("Conditional, met", "Three sets of scores", "H1  Invasiveness", "→", "rule of law"):
        assert said in text


def test_that_an_unknown_rule_of_law_is_said() -> None:
    study = example_study()
    blind = msgspec.structs.replace(study.project("P17"), rule_of_law=None)
    others = tuple(blind if p.id == "P17" else p for p in study.projects)
    text = words_of(ProjectPanel().content(msgspec.structs.replace(study, projects=others), "P17"))
    assert "is not known" in text


def test_that_the_line_panel_lists_cut_offs_and_projects() -> None:
    text = words_of(LinePanel().content(example_study(), "RL15"))
    for said in ("Widespread state violence", "P18", "Open", "P19", "Excluded"):
        assert said in text


@pytest.mark.parametrize(("place", "side"), [(0, "below"), (1, "above")])
def test_that_the_strip_shows_the_side_on_which_the_line_bites(place: int, side: str) -> None:
    study = example_study()
    hit = find_hit(screen(study).of("P18"), "RL15")
    assert hit is not None
    strip = cutoff_strip(study, hit.escalation[place])
    assert strip.bad_side == side
    assert strip.lowest <= strip.threshold <= strip.highest
    assert strip.value is not None
    assert strip.lowest <= strip.value <= strip.highest


def test_that_only_figures_with_bounds_get_a_strip() -> None:
    content = CellPanel(no_strip).content(example_study(), "P18", "RL15")
    strips = [part for section in content.sections for part in section.parts if isinstance(part, Widget)]
    assert len(strips) == 2
