"""The minority report in words."""

from __future__ import annotations

import msgspec

from criteria.model.study import Study
from criteria.report.minority_text import Passage, minority_text
from criteria.sessions.minority import minority_report
from tests.support.groups import NEEDY, RIGHTFUL, believer, of, random_people, without_node
from tests.support.studies import example, project, study_with

BASE = study_with(project("A", N3=7), project("B", H1=0, H2=0), project("C", N3=1, H1=4))


def text(study: Study) -> tuple[Passage, ...]:
    """The words on a study."""
    return minority_text(study, minority_report(study))


def test_that_a_smaller_camp_says_where_it_differs_and_what_it_would_do() -> None:
    needy = [believer(BASE, key, NEEDY) for key in ("X", "Y", "Z")]
    rightful = [believer(BASE, "R", RIGHTFUL), without_node(believer(BASE, "S", RIGHTFUL), "P3")]
    group, view = text(of(BASE, *needy, *rightful))
    assert group.title == "The group"
    assert group.sentences[0] == "By TOPSIS the group puts Project A (A) first."
    assert "Office X, Office Y and Office Z, has 60 % of the voting power." in group.sentences[1]
    assert view.title == "Office R and Office S (40 % of the voting power)"
    assert any(
        sentence.startswith("It gives Conflict with human rights (P4) 53 %") for sentence in view.sentences
    )
    assert "It would put Project B (B) first instead." in view.sentences
    assert view.sentences[-1].startswith("Office S gave no usable answers under")


def test_that_one_mind_says_so() -> None:
    (group,) = text(of(BASE, *(believer(BASE, key, NEEDY) for key in "XYZ")))
    assert "there is no minority view" in group.sentences[-1]
    (group,) = text(of(BASE, believer(BASE, "X", NEEDY)))
    assert group.sentences == (
        "Fewer than two stakeholders with a vote have answered, so there is no minority.",
    )


def test_that_equal_parts_and_those_not_heard_are_told() -> None:
    people = [believer(BASE, key, NEEDY) for key in "XY"] + [believer(BASE, key, RIGHTFUL) for key in "RS"]
    quiet = msgspec.structs.replace(people[0], id="Q", name="Quiet office", judgements=())
    watching = believer(BASE, "W", NEEDY, voting_power=0.0)
    passages = text(of(BASE, *people, quiet, watching))
    assert passages[0].sentences[-1] == "No part of the group has more voting power than each other part."
    assert passages[-1].sentences == (
        "With a vote, but without usable answers: Quiet office.",
        "Without voting power, and not counted: Office W.",
    )


def test_that_every_sentence_ends_and_has_no_gap() -> None:
    base = example()
    for gaps in (0.0, 0.4):
        for passage in text(of(base, *random_people(base, 8, seed=3, gaps=gaps))):
            assert passage.title
            for sentence in passage.sentences:
                assert sentence.endswith(".")
                assert "{" not in sentence
                assert "nan" not in sentence.lower().split()


def test_that_a_study_without_projects_still_has_words() -> None:
    base = study_with()
    for passage in text(of(base, *(believer(base, k, w) for k, w in (("X", NEEDY), ("R", RIGHTFUL))))):
        assert passage.sentences
