"""What is said to be open before a reveal or a seal."""

from __future__ import annotations

from typing import Any

import msgspec

from criteria.edits.weights import set_figures
from criteria.model.people import GOAL, Stakeholder
from criteria.model.study import Study
from desktop.session.open_matters import OpenMatters
from tests.support.groups import NEEDY, believer, of
from tests.support.studies import example


def with_matters() -> Study:
    """One person who is finished, one in a circle, one without a word, one who gives a zero."""
    study = example()
    firm = believer(study, "ST1", NEEDY)
    first, second, third, _ = study.children(GOAL)
    circle = {
        frozenset((first, second)): 9.0,
        frozenset((second, third)): 9.0,
        frozenset((first, third)): 1 / 9,
    }
    turned = tuple(
        msgspec.structs.replace(one, value=circle.get(frozenset((one.first, one.second)), one.value))
        for one in firm.judgements
    )
    loud = msgspec.structs.replace(firm, id="ST2", name="Circle", judgements=turned)
    silent = Stakeholder(id="ST3", name="Silent")
    zero = Stakeholder(id="ST4", name="Zero", method="direct")
    points = {key: 0.0 if key == first else 30.0 for key in study.children(GOAL)}
    points |= {key: 1.0 for node in study.children(GOAL) for key in study.children(node)}
    return set_figures(of(study, firm, loud, silent, zero), "ST4", "direct", points)


def test_that_each_open_matter_names_whom_it_concerns(qapp: Any) -> None:
    words = OpenMatters()
    said = words.before_seal(with_matters())
    assert said == "Not finished: Silent. Consistency ratio above 0.10: Circle. Zero as a weight: Zero."
    assert words.unfinished(with_matters()) == "1 person is not finished"


def test_that_nothing_is_said_where_nothing_is_open_and_many_are_counted(qapp: Any) -> None:
    study, words = example(), OpenMatters()
    done = of(study, believer(study, "ST1", NEEDY))
    assert (words.before_seal(done), words.unfinished(done)) == ("", "")
    crowd = of(study, *(Stakeholder(id=f"ST{n}", name=f"N{n}") for n in range(6)))
    assert words.before_seal(crowd) == "Not finished: N0, N1, N2, N3 and 2 more."
    assert words.unfinished(crowd) == "6 people are not finished"
