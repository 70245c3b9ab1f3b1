"""What is hidden while scoring is blind, and what must not change by it."""

from __future__ import annotations

from functools import partial
from typing import Any

import msgspec

from criteria.edits.scores import set_scores
from criteria.edits.settings import set_settings
from criteria.model.projects import Score
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.screening.screen import screen
from desktop.app.store import Store
from desktop.app.veil import veiled
from tests.support.studies import example


def blind(study: Study) -> Study:
    return set_settings(study, blind_scoring=True)


def test_that_a_study_is_shown_as_it_is_unless_scoring_is_blind(qapp: Any) -> None:
    study = example()
    assert veiled(study) is study
    assert Store(study).shown is study


def test_that_names_go_and_every_result_stays(qapp: Any) -> None:
    study = blind(example())
    shown = veiled(study)
    names = {
        text for project in study.projects for text in (project.title, project.country, project.note) if text
    }
    assert names.isdisjoint(
        text for project in shown.projects for text in (project.title, project.country, project.note)
    )
    assert len({project.title for project in shown.projects}) == len(study.projects)
    assert screen(shown) == screen(study)
    was, now = rank(study).methods, rank(shown).methods
    assert {method: found.order() for method, found in now.items()} == {
        method: found.order() for method, found in was.items()
    }


def test_that_a_red_line_that_reads_the_country_code_still_finds_it(qapp: Any) -> None:
    study = blind(example())
    code = study.projects[0].iso3
    line = msgspec.structs.replace(study.red_lines[0], condition=f"iso3 = '{code}'")
    study = msgspec.structs.replace(study, red_lines=(line, *study.red_lines[1:]))
    assert screen(veiled(study)) == screen(study)


def test_that_a_score_makes_only_its_own_project_anew(qapp: Any) -> None:
    store = Store(blind(example()))
    before = store.shown.projects
    store.edit("score", partial(set_scores, cells={(before[3].id, "N3"): Score(2.0)}))
    after = store.shown.projects
    same = [old is new for old, new in zip(before, after, strict=True)]
    assert same.count(False) == 1
    assert after[3].score("N3").value == 2.0
