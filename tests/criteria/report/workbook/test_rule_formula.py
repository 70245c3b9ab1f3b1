"""Conditions of red lines as formulas give what the program's three-valued logic gives."""

from __future__ import annotations

import pytest

from criteria.report.workbook.projects import listed
from criteria.report.workbook.rule_formula import Facts, cutoff_name, holds_word, rule_formula
from criteria.screening.conditions import Fact, evaluate
from tests.criteria.report.workbook.evaluate import evaluate as computed

CELLS = {"S1": "$A$1", "H4": "$B$1", "tags": "$C$1", "mode": "$D$1", "oda_recipient": "$E$1",
         "end_user_known_violation": "$F$1"}  # fmt: skip
FACTS = Facts(CELLS.__getitem__, lambda threshold: f"cutoff_{threshold}", frozenset({"S1", "H4"}))
CONDITIONS = (
    "S1 < weak or H4 >= 4",
    "S1 < weak and H4 >= 4",
    "not (S1 < weak) and tags has 'speech'",
    "tags has any ('military', 'speech')",
    "mode = 'aid' and (oda_recipient = no or tags has 'military')",
    "mode <> 'aid'",
    "mode in ('aid', 'trade')",
    "end_user_known_violation = yes",
    "S1 in (0.3, 0.5)",
    "S1 <> 0.3",
)
WORLDS = tuple(
    (s1, h4, tags, mode, oda)
    for s1 in (0.3, 0.5, None)
    for h4 in (4, 2, None)
    for tags in ((), ("speech",), ("ai_speech", "military"))
    for mode in ("aid", "Aid", "")
    for oda in (True, False, None)
)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_that_the_formula_is_true_false_or_unknown_as_the_rule_is(condition: str) -> None:
    formula = rule_formula(condition, FACTS)
    for s1, h4, tags, mode, oda in WORLDS:
        facts = {"S1": s1, "H4": h4, "tags": tags, "mode": mode, "oda_recipient": oda,
                 "end_user_known_violation": bool(oda)}  # fmt: skip
        holds = evaluate(condition, lambda field, known=facts: Fact(known[field]), {"weak": 0.4}).holds  # type: ignore[misc]
        words = {True: "yes", False: "no", None: None}
        cells: dict[str, float | str | bool | None] = {
            "$A$1": s1, "$B$1": h4, "$C$1": listed(tags), "$D$1": mode, "$E$1": words[oda],
            "$F$1": words[oda], "cutoff_weak": 0.4,
        }  # fmt: skip
        assert computed(formula, cells) == {None: 0.5, True: 1, False: 0}[holds], (condition, facts)


def test_that_a_word_is_found_whole_or_not_at_all() -> None:
    assert computed(holds_word("$C$1", "SG1"), {"$C$1": "SG11; SG1"}) is True
    assert computed(holds_word("$C$1", "SG1"), {"$C$1": "SG11; SG10"}) is False
    assert computed(holds_word("$C$1", "SG1"), {"$C$1": None}) is False


def test_that_only_plain_ids_become_names() -> None:
    assert cutoff_name("weak_checks") == "cutoff_weak_checks"
    assert cutoff_name("größe") is None
