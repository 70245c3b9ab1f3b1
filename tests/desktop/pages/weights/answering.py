"""Studies with answers and hands that answer, for the tests of the weights room."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Qt

from criteria.edits.people import add_stakeholder, set_way_of_answering
from criteria.edits.projects import remove_projects
from criteria.edits.settings import set_settings
from criteria.edits.weights import judge, ratio
from criteria.files.example import example_study
from criteria.model.people import Judgement, Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.answers import Question
from desktop.pages.weights.people_list import PersonEntry
from desktop.pages.weights.weights_page import WeightsPage

#: Answers on the four criteria of human rights that contradict each other: CR 0.14.
CONTRADICTION = (
    ("H1", "H2", 3.0),
    ("H1", "H3", 7.0),
    ("H1", "H4", 2.0),
    ("H2", "H3", 1.0),
    ("H2", "H4", 2.0),
    ("H3", "H4", 2.0),
)


def person(study: Study) -> Stakeholder:
    """The stakeholder whose weights count."""
    return study.stakeholders[0]


def contradictory() -> Study:
    """The example with one contradictory set of answers."""
    study = example_study()
    for first, second, value in CONTRADICTION:
        study = judge(study, person(study).id, Judgement("P4", first, second, value))
    return study


def unanswered() -> Study:
    """The example before anybody answered."""
    study = example_study()
    silent = msgspec.structs.replace(person(study), judgements=())
    return msgspec.structs.replace(study, stakeholders=(silent,))


def comparing_projects(count: int = 4) -> Study:
    """The example with so few projects that they are compared with each other."""
    study = example_study()
    few = remove_projects(study, [project.id for project in study.projects[count:]])
    return set_settings(few, ahp_intensities="projects")


def long_names() -> Study:
    """The example with names as long as German ones."""
    study = example_study()
    premises = tuple(
        msgspec.structs.replace(p, name=f"{p.name} und Verwaltungszusammenarbeit") for p in study.premises
    )
    criteria = tuple(
        msgspec.structs.replace(c, name=f"{c.name}: Datenschutzgrundverordnungskonformität")
        for c in study.criteria
    )
    return msgspec.structs.replace(study, premises=premises, criteria=criteria)


def steps(context: Context) -> int:
    """How many undo steps there are."""
    return len(context.store.history.past)


def answered(context: Context, question: Question) -> float | None:
    """The answer to a question."""
    study = context.store.study
    return ratio(person(study), question.node, question.first, question.second)


def press(qtbot: Any, page: WeightsPage, *keys: Qt.Key) -> None:
    """Presses keys on the scale, and waits for what follows the weights."""
    for key in keys:
        qtbot.keyClick(page.pairwise.question_view.scale, key)
    catch_up(qtbot, page)


def catch_up(qtbot: Any, page: WeightsPage) -> None:
    """Waits until all that a key has moved is shown."""
    qtbot.waitUntil(lambda: not page.is_catching_up)


def members(*methods: WeightMethod) -> Study:
    """The example with further stakeholders who have not answered, each by a method."""
    study = example_study()
    for number, method in enumerate(methods, 2):
        study = add_stakeholder(study, f"Office {number}", organisation="Ministry of Finance")
        study = set_way_of_answering(study, study.stakeholders[-1].id, method=method)
    return study


def asked(page: WeightsPage) -> Question | None:
    """The question in view."""
    return page.pairwise.question


LONG = "Bundesbeauftragte für Datenschutz und Künstliche Intelligenz"


def three() -> Study:
    """Three stakeholders of whom the first two have answered."""
    study = members("pairwise", "swing")
    first, second, _ = study.stakeholders
    for known in first.judgements:
        study = judge(study, second.id, known)
    return study


def entries(page: WeightsPage) -> list[PersonEntry]:
    """The rows of the list of stakeholders."""
    return [entry for entry in page.left.people.entries.entries if isinstance(entry, PersonEntry)]
