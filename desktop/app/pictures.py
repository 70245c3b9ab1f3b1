"""Chart values made from results, shared by rooms and documents."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QCoreApplication

from criteria.ranking.benefit_risk import BenefitRisk
from criteria.ranking.decision_matrix import decision_matrix
from criteria.ranking.results import Results
from criteria.ranking.scoring import score
from desktop.app.words.numbers import figure
from desktop.charts.project_map import MapPoint, ProjectMap, benefit_risk_map


def benefit_risk_picture(results: Results, selected: str = "") -> ProjectMap:
    """Benefit over risk of the ranked projects, with arrows from the proposal to the safeguards in force."""
    text = QCoreApplication.translate
    study = results.study
    now = results.methods["benefit_risk"].detail.benefit_risk
    rows = [row for row in results.ranked if not results.matrix.incomplete[row]]
    before = _as_proposed(results)
    points = []
    for row in rows:
        place = results.ranked.index(row)
        project = study.projects[row]
        if now is None or before is None:
            continue
        risk, benefit = float(now.risk[place]), float(now.benefit[place])
        risk0, benefit0 = float(before.risk[place]), float(before.benefit[place])
        tip = text("Pictures", "{id} {title}\nBenefit {b}, risk {r}; as proposed {b0} and {r0}").format(
            id=project.id,
            title=project.title,
            b=figure(benefit),
            r=figure(risk),
            b0=figure(benefit0),
            r0=figure(risk0),
        )
        points.append(
            MapPoint(
                key=project.id,
                label=project.id,
                x=risk,
                y=benefit,
                state=results.screening.projects[row].screen,
                before=(risk0, benefit0),
                tip=tip,
            )
        )
    return benefit_risk_map(
        tuple(points),
        text("Pictures", "Risk (line: from “as proposed” to “with safeguards”)"),
        text("Pictures", "Benefit"),
        text("Pictures", "benefit = risk"),
        selected=selected,
        summary=_finding(results),
    )


def _as_proposed(results: Results) -> BenefitRisk | None:
    matrix = decision_matrix(results.study, "proposed")
    kept = np.array([not item.excluded for item in results.screening.projects], dtype=bool)
    return score(results.study, matrix, results.weights, "benefit_risk", kept).benefit_risk


def _finding(results: Results) -> str:
    """The project whose risk the safeguards lower most, in a sentence."""
    text = QCoreApplication.translate
    now, before = results.methods["benefit_risk"].detail.benefit_risk, _as_proposed(results)
    if now is None or before is None or not len(now.risk):
        return text("Pictures", "Benefit and risk")
    drops = before.risk - now.risk
    place = int(drops.argmax())
    if drops[place] < 0.005:
        return text("Pictures", "No safeguard changes the risk of any ranked project")
    project = results.study.projects[results.ranked[place]]
    return text("Pictures", "Guarantees lower risk most for {id}: from {before} to {now}").format(
        id=project.id, before=figure(float(before.risk[place])), now=figure(float(now.risk[place]))
    )
