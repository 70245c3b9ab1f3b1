"""The words of a ballot: its sheets, the answers of its drop-downs, and how each method is explained."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from criteria.model.people import WeightMethod

INSTRUCTIONS, QUESTIONS, WEIGHTS, WORKINGS, DATA = (
    "How to answer",
    "Questions",
    "Your weights",
    "Workings",
    "Ballot data",
)
MOST_IMPORTANT, LEAST_IMPORTANT = "The most important", "The least important"
#: How much more, for 1 to 9; as the window words it.
STRENGTHS = (
    "1 equally",
    "2 slightly more",
    "3 moderately more",
    "4 moderately to strongly more",
    "5 strongly more",
    "6 strongly to very strongly more",
    "7 very strongly more",
    "8 very to extremely strongly more",
    "9 extremely more",
)
METHOD_NAMES: Mapping[WeightMethod, str] = MappingProxyType(
    {
        "pairwise": "pairwise comparison",
        "swing": "swing weighting",
        "direct": "sharing out 100 points",
        "rating": "rating above the least important",
        "rank_order": "putting in order",
        "best_worst": "best–worst comparison",
    }
)
#: The heads of the table of questions: number, what it is about, the answers, what became of them.
HEADS: Mapping[WeightMethod, tuple[str, ...]] = MappingProxyType(
    {
        "pairwise": ("No.", "One side", "Other side", "Which matters more?", "How much more?", "State"),
        "swing": ("No.", "Item", "Best rather than worst", "Points, 0 to 100", "Share", "State"),
        "direct": ("No.", "Item", "Best rather than worst", "Points of 100", "Share", "State"),
        "rating": ("No.", "Item", "Best rather than worst", "Points, 10 or more", "Share", "State"),
        "rank_order": (
            "No.",
            "Item",
            "Best rather than worst",
            "Place, 1 = most important",
            "Weight",
            "State",
        ),
        "best_worst": (
            "No.",
            "Item",
            "Best rather than worst",
            "Most important over this",
            "This over least important",
            "State",
        ),
    }
)
_RANGE = (
    "What counts is the difference at stake, printed with each item: how much it matters to you to get the "
    "best rather than the worst that is named there. It is not the subject as such that you weigh."
)
STEPS: Mapping[WeightMethod, tuple[str, ...]] = MappingProxyType(
    {
        "pairwise": (
            "Go to the sheet “Questions”. Each line sets two items side by side.",
            _RANGE,
            "In the first yellow cell choose which of the two matters more, or “equal”, or “cannot say”.",
            "In the second yellow cell choose how much more, from 1 (equally) to 9 (extremely more).",
            (
                "You need not answer everything: weights follow as soon as your answers link all items of a "
                "group. More answers make them firmer."
            ),
            (
                "The sheet “Your weights” follows your answers and tells where they contradict each other. "
                "Contradictions are human; look again only where you agree that an answer is off."
            ),
        ),
        "swing": (
            "Go to the sheet “Questions”.",
            _RANGE,
            (
                "In each group, imagine that everything is at its worst and you may raise one item to its "
                "best. Give the one you would raise first 100 points."
            ),
            "Give every other item 0 to 100 points by how much its step is worth compared with the first.",
            "The shares beside your points and the sheet “Your weights” follow at once.",
        ),
        "direct": (
            "Go to the sheet “Questions”.",
            _RANGE,
            "In each group, share out 100 points: the more an item matters, the more points it gets.",
            "The sum of each group is checked below it. The sheet “Your weights” follows at once.",
        ),
        "rating": (
            "Go to the sheet “Questions”.",
            _RANGE,
            "In each group, give the least important item 10 points.",
            "Give every other item as many points as it is more important: twice as important is 20.",
            "The shares beside your points and the sheet “Your weights” follow at once.",
        ),
        "rank_order": (
            "Go to the sheet “Questions”.",
            _RANGE,
            "In each group, give every item a place: 1 to what matters most, 2 to the next, and so on.",
            "Items that matter equally get the same place.",
            "The weights that follow from your order stand beside it and on the sheet “Your weights”.",
        ),
        "best_worst": (
            "Go to the sheet “Questions”.",
            _RANGE,
            "In each group, choose the most and the least important item from the drop-downs.",
            (
                "For every other item choose from 1 to 9 how much more the most important one matters than "
                "it, and how much more it matters than the least important one."
            ),
            (
                "The sheet “Your weights” tells how well your answers fit together. The weights themselves "
                "come from an optimisation that no worksheet holds; you will see them in the session."
            ),
        ),
    }
)
RETURN = (
    "Answer in the yellow cells only; everything else is locked so that your file can be read back.",
    "Save the file in this format (.xlsx); .ods and .xls can be read as well. Do not rename its sheets.",
    "Return the file to the person who sent it to you. Nothing is sent by itself, and nobody else sees it.",
)
