"""The minority report in plain English, for the workbook and the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from criteria.model.people import GOAL
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.sessions.like_minded import LikeMinded
from criteria.sessions.member_rankings import Shift
from criteria.sessions.members import WeightGap
from criteria.sessions.minority import Contradiction, MinorityReport, MinorityView

#: A difference of weight is worth a sentence from one of 100 points on; so many of each kind are told.
_POINT, _PREMISES, _CRITERIA = 0.01, 2, 3
_METHODS: Mapping[Method, str] = {"topsis": "TOPSIS", "ahp": "AHP", "benefit_risk": "benefit and risk"}


@dataclass(frozen=True)
class Passage:
    """A heading and the sentences under it."""

    title: str
    sentences: tuple[str, ...]


def minority_text(study: Study, report: MinorityReport) -> tuple[Passage, ...]:
    """The whole report: how the group stands, each view that differs, and who was not heard."""
    passages = [Passage("The group", _of_group(study, report))]
    passages += [_of_view(study, report, view) for view in report.views]
    unheard = _unheard(study, report)
    if unheard:
        passages.append(Passage("Not heard", unheard))
    return tuple(passages)


def _of_group(study: Study, report: MinorityReport) -> tuple[str, ...]:
    if not report.is_group:
        return ("Fewer than two stakeholders with a vote have answered, so there is no minority.",)
    sentences = []
    winners = report.ranking.winners
    if winners:
        sentences.append(f"By {_METHODS[report.method]} the group puts {_projects(study, winners)} first.")
    if not report.views:
        sentences.append(
            f"All {len(report.members)} members would put the same project first and "
            f"the same {report.front} in front: there is no minority view."
        )
    elif report.majority is None:
        sentences.append("No part of the group has more voting power than each other part.")
    elif len(report.majority.members) == len(report.members):
        sentences.append("The members form no camps, but not all would decide alike.")
    else:
        sentences += _of_majority(study, report, report.majority)
    return tuple(sentences)


def _of_majority(study: Study, report: MinorityReport, majority: LikeMinded) -> list[str]:
    who = _people(study, majority.members)
    sentences = [f"The largest part, {who}, has {_percent(majority.share)} of the voting power."]
    if majority.against_group.is_winner_changed or majority.against_group.is_front_changed:
        sentences.append("By itself it would decide otherwise than the whole group.")
        sentences += _decision(study, report, majority.against_group)
    return sentences


def _of_view(study: Study, report: MinorityReport, view: MinorityView) -> Passage:
    title = f"{_people(study, view.members)} ({_percent(view.share)} of the voting power)"
    points = round(100 * view.similarity)
    sentences = [f"This view places {points} of 100 points of weight as the group does."]
    sentences += _weights(study, view.premises, _PREMISES)
    sentences += _weights(study, view.criteria, _CRITERIA)
    sentences += _decision(study, report, view.against_group)
    sentences += [_contradiction(study, one) for one in view.contradictions]
    sentences += [
        f"{_people(study, (one.stakeholder,))} gave no usable answers under {_element(study, one.node)}; "
        "the group's weights stand in there."
        for one in view.silences
    ]
    return Passage(title, tuple(sentences))


def _weights(study: Study, gaps: Sequence[WeightGap], most: int) -> list[str]:
    told = [one for one in gaps[:most] if abs(one.gap) >= _POINT]
    return [
        f"It gives {_element(study, one.element)} {_percent(one.own)} of all weight, "
        f"the group {_percent(one.group)}."
        for one in told
    ]


def _decision(study: Study, report: MinorityReport, against: Shift) -> list[str]:
    if not against.winners:
        return []
    sentences = []
    if against.is_winner_changed:
        sentences.append(f"It would put {_projects(study, against.winners)} first instead.")
    else:
        sentences.append("It would put the same project first.")
    place = "in first place" if report.front == 1 else f"among the first {report.front}"
    if against.entered and against.left:
        sentences.append(
            f"It would have {_projects(study, against.entered)} {place}, "
            f"and not {_projects(study, against.left)}."
        )
    elif against.entered:
        sentences.append(f"It would also have {_projects(study, against.entered)} {place}.")
    elif against.left:
        sentences.append(f"It would not have {_projects(study, against.left)} {place}.")
    else:
        sentences.append(f"It would have the same projects {place}.")
    return sentences


def _contradiction(study: Study, found: Contradiction) -> str:
    name = "consistency ratio" if found.measure == "consistency-ratio" else "input-based consistency ratio"
    limit = "" if found.limit is None else f", more than {found.limit:.2f}"
    return (
        f"The answers of {_people(study, (found.stakeholder,))} under {_element(study, found.node)} "
        f"contradict each other: {name} {found.figure:.2f}{limit}."
    )


def _unheard(study: Study, report: MinorityReport) -> tuple[str, ...]:
    sentences = []
    if report.abstained:
        sentences.append(f"With a vote, but without usable answers: {_people(study, report.abstained)}.")
    if report.without_vote:
        sentences.append(f"Without voting power, and not counted: {_people(study, report.without_vote)}.")
    return tuple(sentences)


def _people(study: Study, people: Sequence[str]) -> str:
    return _joined([study.stakeholder(person).name or person for person in people])


def _projects(study: Study, projects: Sequence[str]) -> str:
    titles = {project: study.project(project).title for project in projects}
    return _joined([f"{titles[one]} ({one})" if titles[one] else one for one in projects])


def _element(study: Study, element: str) -> str:
    return "the goal" if element == GOAL else f"{study.name_of(element)} ({element})"


def _joined(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def _percent(share: float) -> str:
    return f"{round(100 * share)} %"
