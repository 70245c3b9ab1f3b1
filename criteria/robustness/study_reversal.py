"""The rank-reversal certificates of a study: every method, under every normalisation it knows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.memo import remember
from criteria.model.settings import Method
from criteria.ranking.results import Results
from criteria.ranking.scoring import local_weights
from criteria.robustness.reversal import Certificate, certificate
from criteria.robustness.score_stacks import AdditiveStack, BenefitRiskStack, StackMethod, TopsisStack
from criteria.robustness.study_sensitivity import steady_rows

#: Method and variant (a normalisation of TOPSIS, a synthesis of AHP) in the order they are told.
VARIANTS: tuple[tuple[Method, str], ...] = (
    ("topsis", "fixed"),
    ("topsis", "vector"),
    ("topsis", "minmax"),
    ("ahp", "ideal"),
    ("ahp", "distributive"),
    ("benefit_risk", ""),
)


@dataclass(frozen=True)
class StudyCertificate:
    """The certificate of one method in one variant; alternatives are numbered as in `projects`."""

    method: Method
    variant: str
    is_used: bool
    projects: tuple[str, ...]
    found: Certificate


@remember(lambda results: (results,), 4)
def study_certificates(results: Results) -> tuple[StudyCertificate, ...]:
    """A certificate for each variant, `is_used` for those the study ranks by; none for a single project.

    Projects that lack figures take no part. AHP is tested on ratings, as comparisons of projects under a
    criterion say nothing about one that is copied or comes in.
    """
    rows = list(steady_rows(results))
    if len(rows) < 2:
        return ()
    return tuple(_certificate(results, rows, method, variant) for method, variant in VARIANTS)


def _certificate(results: Results, rows: list[int], method: Method, variant: str) -> StudyCertificate:
    matrix, settings = results.matrix, results.study.settings
    table = matrix.unit[rows]
    floor: Floats = np.zeros(table.shape[1])
    stack: StackMethod = BenefitRiskStack(
        matrix.groups, settings.theta, local_weights(matrix, results.weights)
    )
    is_used = True
    if method == "topsis":
        stack, is_used = TopsisStack(variant, matrix.directions), settings.topsis_normalisation == variant
        if variant != "fixed":
            table, floor = matrix.raw[rows], _worst_ends(results)
    elif method == "ahp":
        stack, is_used = AdditiveStack(variant), settings.ahp_synthesis == variant
    found = certificate(stack, table, results.weights.values, floor)
    return StudyCertificate(method, variant, is_used, tuple(matrix.projects[row] for row in rows), found)


def _worst_ends(results: Results) -> Floats:
    """The end of each scale that its direction calls worse."""
    criteria = results.study.active_criteria
    return np.array([c.minimum if c.direction == "benefit" else c.maximum for c in criteria], dtype=float)
