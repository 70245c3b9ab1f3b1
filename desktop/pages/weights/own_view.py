"""The study as one stakeholder alone would weigh it, by the answers to one method."""

from __future__ import annotations

import msgspec

from criteria.edits.people import choose_weights_of, replace_stakeholder
from criteria.memo import remember
from criteria.model.people import Stakeholder, WeightMethod
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.weighting.study_weights import counted_stakeholder

#: The method whose ranking is told beside the weights: the first of the list.
HEADLINE: Method = "topsis"


def _view_parts(study: Study, stakeholder: Stakeholder, method: WeightMethod) -> tuple[object, ...]:
    return (study, stakeholder, method)


@remember(_view_parts, 16)
def own_view(study: Study, stakeholder: Stakeholder, method: WeightMethod) -> Study:
    """The study in which this stakeholder's answers by this method are all that counts."""
    counted = counted_stakeholder(study)
    if counted is not None and counted.id == stakeholder.id and stakeholder.method == method:
        return study
    alone = choose_weights_of(study, stakeholder.id)
    if stakeholder.method == method:
        return alone
    return replace_stakeholder(alone, msgspec.structs.replace(stakeholder, method=method))


def answered_by(study: Study, stakeholder: Stakeholder, method: WeightMethod) -> Stakeholder:
    """The stakeholder as answering by a method, whichever counts; the same value each time."""
    return own_view(study, stakeholder, method).stakeholder(stakeholder.id)


def top_projects(study: Study, count: int = 5) -> tuple[tuple[int, str], ...]:
    """Rank and id of the first projects by the headline method; ties may make it fewer distinct ranks."""
    if not study.projects:
        return ()
    found = rank(study).methods[HEADLINE]
    return tuple((int(found.rank_best[i]), study.projects[i].id) for i in found.order()[:count])
