"""Edits of the what-ifs: kept, renamed, removed, and saved with the study."""

from __future__ import annotations

import pytest

from criteria.edits.sealing import breaks_seal, seal_weights
from criteria.edits.what_ifs import add_what_if, remove_what_if, rename_what_if
from criteria.errors import StudyError
from criteria.files.study_file import decode_study, encode_study
from criteria.model.session import WhatIf
from criteria.ranking.results import rank
from tests.support.studies import example

NEED = WhatIf(name=" Need first ", weights={"N1": 3.0, "N2": 1.0}, note=" asked by the board ")


def test_that_a_what_if_is_kept_with_shares() -> None:
    study = add_what_if(example(), NEED)
    (kept,) = study.session.what_ifs
    assert kept == WhatIf(name="Need first", weights={"N1": 0.75, "N2": 0.25}, note="asked by the board")
    assert rank(study).weights.values.tolist() == rank(example()).weights.values.tolist()


@pytest.mark.parametrize(
    ("what_if", "words"),
    [
        (WhatIf(name="  ", weights={"N1": 1.0}), "needs a name"),
        (WhatIf(name="Need first", weights={"N1": 1.0}), "already"),
        (WhatIf(name="Other", weights={"X1": 1.0}), "X1"),
        (WhatIf(name="Other", weights={}), "not all zero"),
        (WhatIf(name="Other", weights={"N1": 0.0}), "not all zero"),
        (WhatIf(name="Other", weights={"N1": -1.0, "N2": 2.0}), "zero or more"),
        (WhatIf(name="Other", weights={"N1": float("nan")}), "zero or more"),
    ],
)
def test_that_a_what_if_that_says_nothing_is_refused(what_if: WhatIf, words: str) -> None:
    with pytest.raises(StudyError, match=words):
        add_what_if(add_what_if(example(), NEED), what_if)


def test_that_it_is_renamed_and_removed_by_its_place() -> None:
    study = add_what_if(add_what_if(example(), NEED), WhatIf(name="Rights", weights={"H1": 1.0}))
    renamed = rename_what_if(study, 1, " Rights first ", "why")
    assert [(kept.name, kept.note) for kept in renamed.session.what_ifs] == [
        ("Need first", "asked by the board"),
        ("Rights first", "why"),
    ]
    assert rename_what_if(study, 1, "Rights") == study
    with pytest.raises(StudyError, match="already"):
        rename_what_if(study, 1, "Need first")
    assert [kept.name for kept in remove_what_if(renamed, 0).session.what_ifs] == ["Rights first"]
    with pytest.raises(StudyError, match="no such"):
        remove_what_if(study, 2)
    with pytest.raises(StudyError, match="no such"):
        rename_what_if(study, -1, "x")


def test_that_it_breaks_no_seal() -> None:
    sealed = seal_weights(example(), "Chair", "2026-11-23T10:00:00")
    assert not breaks_seal(sealed, add_what_if(sealed, NEED))


def test_that_it_is_saved_with_the_study() -> None:
    study = add_what_if(example(), NEED)
    assert decode_study(encode_study(study), "a.proportio").session.what_ifs == study.session.what_ifs
