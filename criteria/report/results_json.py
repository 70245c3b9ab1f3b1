"""Results as one plain object with stable field names, for people who script the program."""

from __future__ import annotations

from typing import Any

import numpy as np

from criteria.model.study import FORMAT_VERSION
from criteria.portfolio.selection import Selection
from criteria.problem_words import message
from criteria.problems import Problem
from criteria.ranking.results import MethodResult, Results
from criteria.report.session_json import comparison_rows, group_object, session_object, stakeholder_rows
from criteria.robustness.acceptability import Acceptability
from criteria.robustness.study_sensitivity import study_stability
from criteria.weighting.study_weights import answering, own_weights

Json = dict[str, Any]


def results_object(
    results: Results,
    as_proposed: Results,
    problems: tuple[Problem, ...],
    selection: Selection | None = None,
    acceptability: Acceptability | None = None,
) -> Json:
    """The object that `proportio run --json` prints; what is absent is None, and NaN never appears.

    `rank_acceptability` runs over the ranks of the projects that take part, for TOPSIS under all weightings.
    """
    study = results.study
    return {
        "study": {
            "title": study.title,
            "format_version": FORMAT_VERSION,
            "fictional": study.fictional,
            "projects": len(study.projects),
            "criteria": len(study.active_criteria),
            "seed": study.settings.seed,
            "weights": results.weights.source,
            "score_set": results.matrix.score_set,
        },
        "criteria": _criteria(results),
        "comparisons": _comparisons(results),
        "stakeholders": stakeholder_rows(study),
        "group": group_object(study),
        "session": session_object(study),
        "projects": _projects(results, as_proposed, selection, acceptability),
        "stability": _stability(results),
        "problems": [_problem(problem, results) for problem in problems],
        "portfolio": None if selection is None else _portfolio(selection),
    }


def _criteria(results: Results) -> list[Json]:
    weights = results.weights
    return [
        {
            "id": criterion.id,
            "premise": criterion.premise,
            "name": criterion.name,
            "local_weight": weights.local[criterion.id],
            "global_weight": weights.of(criterion.id),
        }
        for criterion in results.study.active_criteria
    ]


def _comparisons(results: Results) -> list[Json]:
    """Of the weights in use, and of every stakeholder who answered besides."""
    study, source = results.study, results.weights.source
    rows = comparison_rows(source, results.weights)
    for person in answering(study):
        if person.id != source:
            rows += comparison_rows(person.id, own_weights(study, person))
    return rows


def _projects(
    results: Results, as_proposed: Results, selection: Selection | None, acceptability: Acceptability | None
) -> list[Json]:
    from criteria.robustness.study_sensitivity import steady_rows

    steady = {row: place for place, row in enumerate(steady_rows(results))}
    places = {row: place for place, row in enumerate(results.ranked)}
    rows = []
    for row, project in enumerate(results.study.projects):
        screened = results.screening.projects[row]
        offered = _risk(results, row, places)
        proposed = _risk(as_proposed, row, places)
        rows.append(
            {
                "id": project.id,
                "title": project.title,
                "screen": screened.screen,
                "flags": list(screened.flags),
                "open_conditions": list(screened.open_conditions),
                "borderline": screened.borderline,
                "premise_values": offered["premise_values"],
                "premise_values_as_proposed": proposed["premise_values"],
                "rankings": {name: _ranking(found, row) for name, found in results.methods.items()},
                "rankings_as_proposed": {
                    name: _ranking(found, row) for name, found in as_proposed.methods.items()
                },
                "benefit": offered["benefit"],
                "risk": offered["risk"],
                "benefit_as_proposed": proposed["benefit"],
                "risk_as_proposed": proposed["risk"],
                "rank_acceptability": _shares(acceptability, steady.get(row)),
                "selected": None if selection is None else project.id in selection.chosen,
            }
        )
    return rows


def _ranking(found: MethodResult, row: int) -> Json:
    best, worst = int(found.rank_best[row]), int(found.rank_worst[row])
    return {
        "score": _number(found.scores[row]),
        "score_low": _number(found.low[row]),
        "score_high": _number(found.high[row]),
        "rank": best if best and best == worst else None,
        "rank_best": best or None,
        "rank_worst": worst or None,
        "shadow_rank": None if best else int(found.shadow[row]),
    }


def _risk(results: Results, row: int, places: dict[int, int]) -> Json:
    """Benefit and risk of a project; excluded ones are computed too, since they are shown in grey."""
    from criteria.ranking.benefit_risk import benefit_risk
    from criteria.ranking.scoring import local_weights

    if results.matrix.incomplete[row]:
        return {"premise_values": None, "benefit": None, "risk": None}
    found = results.methods["benefit_risk"].detail.benefit_risk
    place = places.get(row)
    if found is None or place is None:
        local = local_weights(results.matrix, results.weights)
        theta = results.study.settings.theta
        unit = results.matrix.unit[row : row + 1]
        found, place = (
            benefit_risk(unit, results.weights.values, results.matrix.groups, theta, local=local),
            0,
        )
    premises = {p.role: p.id for p in results.study.premises}
    values = zip(("need", "structures", "aims", "rights"), found.premise_values[place], strict=True)
    return {
        "premise_values": {premises[role]: float(value) for role, value in values if role in premises},
        "benefit": float(found.benefit[place]),
        "risk": float(found.risk[place]),
    }


def _shares(acceptability: Acceptability | None, place: int | None) -> list[float] | None:
    if acceptability is None or place is None:
        return None
    return [float(share) for share in acceptability.ranks[place]]


def _stability(results: Results) -> list[Json]:
    rows = []
    for item in study_stability(results):
        winner, order = item.stability.winner, item.stability.order
        rows.append(
            {
                "criterion": item.element,
                "method": item.method,
                "lower": winner.lower,
                "weight": item.stability.weight,
                "upper": winner.upper,
                "lower_overtaken_by": _overtaking(winner.lower_pair, item.projects),
                "upper_overtaken_by": _overtaking(winner.upper_pair, item.projects),
                "order_lower": order.lower,
                "order_upper": order.upper,
            }
        )
    return rows


def _overtaking(pair: tuple[int, int] | None, projects: tuple[str, ...]) -> str | None:
    return None if pair is None else projects[pair[1]]


def _problem(problem: Problem, results: Results) -> Json:
    return {
        "severity": problem.severity,
        "code": problem.code,
        "where": "/".join(problem.where),
        "message": message(problem, results.study),
    }


def _portfolio(selection: Selection) -> Json:
    return {
        "budget_eur": selection.budget,
        "chosen": list(selection.chosen),
        "cost_eur": selection.cost,
        "net_benefit": selection.net_benefit,
    }


def _number(value: float) -> float | None:
    return float(value) if np.isfinite(value) else None
