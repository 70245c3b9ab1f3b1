"""What a change touched."""

from __future__ import annotations

import msgspec

from criteria.change import compare
from criteria.edits.settings import set_settings
from tests.support.studies import example


def test_that_only_the_parts_that_differ_are_named() -> None:
    study = example()
    change = compare(study, set_settings(study, theta=0.25))
    assert change.parts == {"settings"}
    assert change.concerns("settings", "projects")
    assert not change.concerns("projects", "criteria")


def test_that_equal_branches_do_not_count_even_as_other_objects() -> None:
    study = example()
    copied = msgspec.structs.replace(study, projects=tuple(iter(study.projects)))
    assert compare(study, copied).parts == frozenset()
