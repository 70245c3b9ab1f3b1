"""A weighting session of thirty: weights and consistency against pymcdm, and all of it against its second."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
import numpy as np

from bench import peers
from bench.timing import Measurement, compare
from criteria.files.example import example_study
from criteria.model.people import Judgement, Stakeholder
from criteria.model.study import Study
from criteria.sessions.group_report import group_report
from criteria.sessions.repairs import node_repairs, repair_effects
from criteria.weighting.elicited import stakeholder_weights
from criteria.weighting.study_weights import member_weights

PEOPLE = 30
_ANSWERS = (1 / 5, 1 / 4, 1 / 3, 1 / 2, 1, 2, 3, 4, 5)


def measure() -> Iterator[Measurement]:
    """Two rows: the 150 matrices alone, and everything a group is told (reference: one second)."""
    study = _session()
    matrices = [node.matrix for own in member_weights(study) for node in own.nodes]
    yield compare(
        f"{PEOPLE} people x 5 matrices, weights and CR, pymcdm",
        lambda: [stakeholder_weights(study, person) for person in study.stakeholders],
        lambda: [peers.ahp(matrix) for matrix in matrices],
        1.0,
    )
    spent = compare(f"{PEOPLE} people, all measures, 1 s", _Whole(study), lambda: None, 1.0)
    yield Measurement(spent.operation, spent.ours, 1000.0, 1.0)


class _Whole:
    """The whole report of a group, each time of a study that nothing is remembered of."""

    def __init__(self, study: Study) -> None:
        self._study = study

    def __call__(self) -> None:
        """Weights, consistency, every repair with its effect, rankings, consensus, clusters, influence."""
        people = tuple(msgspec.structs.replace(person) for person in self._study.stakeholders)
        study = msgspec.structs.replace(self._study, stakeholders=people)
        for person in people:
            for node in study.nodes:
                found = node_repairs(study, person, node)
                if found is not None:
                    repair_effects(study, person, found.best_per_judgement())
        group_report(study)


def _session() -> Study:
    study, generator = example_study(), np.random.default_rng(5)
    people = []
    for number in range(PEOPLE):
        judgements = [
            Judgement(node, first, second, float(generator.choice(_ANSWERS)))
            for node in study.nodes
            for place, first in enumerate(study.children(node))
            for second in study.children(node)[place + 1 :]
        ]
        people.append(Stakeholder(id=f"ST{number}", name=f"Office {number}", judgements=tuple(judgements)))
    return msgspec.structs.replace(study, stakeholders=tuple(people))
