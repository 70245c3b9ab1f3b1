"""Random ways in which somebody might answer what is still open."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from criteria.arrays import Floats
from criteria.sessions.questions import NodeQuestions
from criteria.weighting.consistency import gci_threshold
from criteria.weighting.judgements import components, missing_count
from criteria.weighting.stacks import least_squares_stack, solver


def answer_variance(nodes: Sequence[NodeQuestions]) -> float:
    """The variance of logarithms of one person's answers around what fits them, over all nodes.

    Squared residuals of the least-squares fits over their degrees of freedom, which is the GCI, taken
    together with one degree of freedom at the GCI of an acceptable matrix: without any answers that could
    contradict each other, a person is expected to be about as consistent as is just acceptable.
    """
    squares = gci_threshold(max((3, *(len(node.children) for node in nodes))))
    freedom = 1
    for node in nodes:
        fit = least_squares_stack(node.ratios[None])[0]
        errors = np.log(node.ratios) - (fit[:, None] - fit)
        squares += 0.5 * float(np.nansum(np.square(errors)))
        count = len(node.children)
        known = count * (count - 1) // 2 - missing_count(node.ratios)
        freedom += known - (count - len(components(node.ratios)))
    return squares / freedom


def likely_answers(
    node: NodeQuestions, draws: int, variance: float, generator: np.random.Generator
) -> Floats:
    """Draws of the ratios of the open pairs (k x m), on the scale, in the vein of the answers so far.

    Log-priorities are drawn around the least-squares fit with its covariance, answers around them with the
    variance of answers, both normal; the nearest step of the scale is answered. How groups that nothing
    links stand to each other is drawn over the width of the scale.
    """
    fit = least_squares_stack(node.ratios[None])[0]
    covariance = solver(~np.isnan(node.ratios))
    sizes, axes = np.linalg.eigh(covariance)
    spread = axes * np.sqrt(variance * np.maximum(sizes, 0.0))
    priorities = fit + generator.standard_normal((draws, len(fit))) @ spread.T
    groups = components(node.ratios)
    if len(groups) > 1:
        half = 0.5 * float(node.levels[-1])
        for group in groups:
            priorities[:, list(group)] += generator.uniform(-half, half, (draws, 1))
    rows, columns = node.open_pairs.T
    said = priorities[:, rows] - priorities[:, columns]
    said += np.sqrt(variance) * generator.standard_normal(said.shape)
    edges = 0.5 * (node.levels[1:] + node.levels[:-1])
    return np.asarray(np.exp(node.levels[np.searchsorted(edges, said)]))


def any_answers(node: NodeQuestions, draws: int, generator: np.random.Generator) -> Floats:
    """Draws of the ratios of the open pairs (k x m) that take every step of the scale alike."""
    return np.asarray(np.exp(generator.choice(node.levels, (draws, len(node.open_pairs)))))


def end_answers(node: NodeQuestions, draws: int, generator: np.random.Generator) -> Floats:
    """Draws of the ratios of the open pairs (k x m) from the two ends of the scale."""
    return np.asarray(np.exp(generator.choice([-node.limit, node.limit], (draws, len(node.open_pairs)))))


def answered(node: NodeQuestions, answers: Floats) -> Floats:
    """The node's matrix (k x n x n) with each draw of answers at its open pairs."""
    stack = np.repeat(node.ratios[None], len(answers), axis=0)
    rows, columns = node.open_pairs.T
    stack[:, rows, columns] = answers
    stack[:, columns, rows] = 1.0 / answers
    return stack
