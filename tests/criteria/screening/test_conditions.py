"""The condition language: precedence, three-valued logic, refusals in words."""

from __future__ import annotations

import pytest

from criteria.errors import StudyError
from criteria.screening.conditions import Fact, evaluate, fields_of, parse, thresholds_of

THRESHOLDS = {"weak": 0.4}


def truth(text: str, **facts: Fact) -> bool | None:
    return evaluate(text, lambda name: facts.get(name, Fact(None)), THRESHOLDS).holds


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a < 2", True),
        ("a <= 1", True),
        ("a > 1", False),
        ("a >= 1", True),
        ("a = 1", True),
        ("a <> 1", False),
        ("b = 'yes it is'", True),
        ("b in ('no', 'yes it is')", True),
        ("t has 'x'", True),
        ("t has any ('q', 'y')", True),
        ("t has any ('q')", False),
        ("f = yes", True),
        ("f = no", False),
        ("not a > 1", True),
        ("s < weak", True),
    ],
)
def test_that_each_comparison_gives_its_truth(text: str, expected: bool) -> None:
    facts = {"a": Fact(1.0), "b": Fact("yes it is"), "t": Fact(("x", "y")), "f": Fact(True), "s": Fact(0.39)}
    assert truth(text, **facts) is expected


def test_that_and_binds_closer_than_or_and_brackets_closest() -> None:
    facts = {"a": Fact(1.0)}
    assert truth("a = 1 or a = 2 and a = 3", **facts) is True
    assert truth("(a = 1 or a = 2) and a = 3", **facts) is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("unknown = 1", None),
        ("unknown = 1 and a = 2", False),
        ("unknown = 1 or a = 1", True),
        ("unknown = 1 or a = 2", None),
        ("unknown = 1 and a = 1", None),
        ("not unknown = 1", None),
    ],
)
def test_that_what_is_not_known_stays_not_known_unless_it_cannot_matter(
    text: str, expected: bool | None
) -> None:
    assert truth(text, a=Fact(1.0)) is expected


def test_that_an_interval_across_the_cut_off_is_borderline() -> None:
    outcome = evaluate("s < weak", lambda _: Fact(0.42, 0.38, 0.48), THRESHOLDS)
    assert outcome.holds is False
    assert outcome.triggers[0].borderline
    inside = evaluate("s < weak", lambda _: Fact(0.46, 0.41, 0.48), THRESHOLDS)
    assert not inside.triggers[0].borderline


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a",
        "a <",
        "a < 1 and",
        "(a < 1",
        "a < 1)",
        "a in 1",
        "a in (1",
        "1 < a",
        "a < 1 b = 2",
        "a ! 1",
        "a has any 'x'",
    ],
)
def test_that_nonsense_is_refused_with_the_text(text: str) -> None:
    with pytest.raises(StudyError, match="The condition"):
        parse(text)


def test_that_code_is_not_executed() -> None:
    with pytest.raises(StudyError):
        parse("__import__('os').system('true') = 1")


def test_that_an_unknown_threshold_is_refused_by_name() -> None:
    with pytest.raises(StudyError, match="'strong'"):
        truth("s < strong", s=Fact(1.0))


def test_that_words_cannot_be_ordered() -> None:
    with pytest.raises(StudyError, match="not a number"):
        truth("b < 3", b=Fact("text"))


def test_that_fields_and_thresholds_are_listed() -> None:
    node = parse("not (s < weak and t has 'x') or a in (1, 2)")
    assert fields_of(node) == {"s", "t", "a"}
    assert thresholds_of(node) == {"weak"}
