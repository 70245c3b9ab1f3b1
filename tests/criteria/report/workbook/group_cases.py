"""Studies of several stakeholders, who answer by every method, for the sheets of answers and of the group."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from criteria.edits.people import set_way_of_answering
from criteria.edits.sealing import amend, seal_weights
from criteria.edits.session import add_receipt, add_remark, change_answer
from criteria.edits.weights import set_figures
from criteria.files.example import example_session as example_session  # noqa: PLC0414 - named as a case
from criteria.model.people import BestWorst, Judgement, Stakeholder
from criteria.model.session import Receipt, Remark
from criteria.model.study import Study
from tests.criteria.report.workbook import cases

#: 1 to 9 and back, in an order that contradicts itself a little.
_ANSWERS = (2.0, 4.0, 1 / 3, 3.0, 1 / 2, 1 / 5, 5.0, 1.0, 1 / 4, 7.0)


def few() -> Study:
    """Four of the example's projects: what weights do is seen with few."""
    return cases.only(cases.example_study(), "P03", "P05", "P08", "P19")


def session() -> Study:
    """Four projects and the five swings of the example session."""
    return cases.changed(few(), stakeholders=example_session().stakeholders)


def compared(study: Study, identity: str, *, shift: int = 0, every: int = 1, **fields: object) -> Stakeholder:
    """Somebody who compares in pairs; of every `every` judgements all but the first are made."""
    judgements, number = [], shift
    for node in study.nodes:
        children = study.children(node)
        pairs = [(a, b) for k, a in enumerate(children) for b in children[k + 1 :]]
        for place, (first, second) in enumerate(pairs):
            number += 1
            if every == 1 or len(pairs) == 1 or place % every:
                judgements.append(Judgement(node, first, second, _ANSWERS[number % len(_ANSWERS)]))
    person = Stakeholder(id=identity, name=f"Pairs {identity}", judgements=tuple(judgements))
    return cases.changed(person, **fields)


def ordered(study: Study, identity: str, **fields: object) -> Stakeholder:
    """Somebody who orders, with ties, one item not placed yet, and one premise not answered."""
    orders: dict[str, tuple[tuple[str, ...], ...]] = {}
    for node in study.nodes[:-1]:
        children = study.children(node)
        orders[node] = (children[1:3], children[:1])
    person = Stakeholder(id=identity, name="By order", method="rank_order", orders=orders)
    return cases.changed(person, **fields)


def best_worst(study: Study, identity: str, **fields: object) -> Stakeholder:
    """Somebody who names best and worst; under one premise an answer is missing, under another nothing is."""
    answers: dict[str, BestWorst] = {}
    for place, node in enumerate(study.nodes[:-1]):
        children = study.children(node)
        middle = children[1:-1]
        answers[node] = BestWorst(
            best=children[0],
            worst=children[-1],
            from_best={child: 2.0 + k for k, child in enumerate(middle)} | {children[-1]: 6.0},
            to_worst={child: 4.0 - k for k, child in enumerate(middle[place % 2 :])},
        )
    person = Stakeholder(id=identity, name="Best and worst", method="best_worst", best_worst=answers)
    return cases.changed(person, **fields)


def figures(study: Study, **given: float) -> Mapping[str, float]:
    """A figure for every premise and criterion, some replaced."""
    elements = [child for node in study.nodes for child in study.children(node)]
    return {child: 10.0 + 7.0 * (place % 5) for place, child in enumerate(elements)} | given


def without_s3() -> Study:
    """Four projects with one criterion switched off."""
    study = few()
    return cases.changed(study, criteria=tuple(cases.changed(c, active=c.id != "S3") for c in study.criteria))


def mixed() -> Study:
    """Every method in one group: two in pairs, an order, best and worst, ratings, points; two are not heard.

    One has twice the voting power, one has none, one has not answered; a criterion is switched off.
    """
    study = without_s3()
    people = (
        compared(study, "ST1", organisation="=1+1", role="Chair"),
        compared(study, "ST2", shift=3, every=3, voting_power=2.0),
        ordered(study, "ST3", rank_weights="sum", note="@note"),
        best_worst(study, "ST4"),
        Stakeholder(id="ST5", name="By rating", method="rating", ratings=figures(study)),
        Stakeholder(id="ST6", name="Abstains"),
        Stakeholder(id="ST7", name="No vote", method="direct", points=figures(study), voting_power=0.0),
        compared(study, "st1", shift=5, judgement_scale="balanced_n"),
    )
    return cases.changed(study, stakeholders=people)


def joined() -> Study:
    """The same people, their judgements joined (AIJ), harder scales, weights of places by reciprocals."""
    people = list(mixed().stakeholders)
    people[2] = cases.changed(people[2], rank_weights="reciprocal", layout="flat", orders={
        "all": (("A1", "N1"), ("H1",), ("S1", "S2", "A2")),
    })  # fmt: skip
    # One answer that leaves two items unlinked: an answer, but no voice.
    people[5] = cases.changed(people[5], judgements=(Judgement("P1", "N1", "N2", 3.0),))
    people[7] = cases.changed(people[7], judgement_scale="geometric")
    study = cases.changed(without_s3(), stakeholders=tuple(people))
    return cases.with_settings(study, group_method="judgements", prioritisation="geometric_mean")


def arithmetic() -> Study:
    """The arithmetic mean of weights of which some are zero, and one person whose answers are impossible.

    One has not answered all comparisons, which are completed at the smallest λmax.
    """
    study = without_s3()
    wrong = BestWorst(best="P1", worst="P4", from_best={"P2": 12.0})
    people = (
        Stakeholder(id="A/B: *?", name="Zeros", method="direct", layout="flat",
                    points={"N1": 60.0, "A1": 40.0}),
        Stakeholder(id="A B", name="Points", method="direct", points=figures(study, P1=0.0, N1=0.0)),
        Stakeholder(id="ST3", name="Not possible", method="best_worst", best_worst={"goal": wrong}),
        compared(study, "ST4", judgement_scale="power"),
        compared(study, "ST5", shift=2, every=4),
    )  # fmt: skip
    return cases.with_settings(cases.changed(study, stakeholders=people), incomplete="lambda_max",
                               group_method="priorities_arithmetic")  # fmt: skip


def one_counts() -> Study:
    """Several answered, and the weights of one of them count; joined judgements by Harker's matrix."""
    return cases.with_settings(mixed(), weights_of="ST2", incomplete="harker")


def one_swings() -> Study:
    """One stakeholder alone, by swings of all criteria at once."""
    study = session()
    return cases.changed(study, stakeholders=study.stakeholders[:1])


def nobody_answered() -> Study:
    """Two stakeholders who have said nothing: equal weights."""
    people = (Stakeholder(id="ST1", name="One"), Stakeholder(id="ST2", name="Two", method="swing"))
    return cases.changed(few(), stakeholders=people)


def sealed() -> Study:
    """A session on record: a change of mind, a note, a ballot, a seal and two amendments after it."""
    study = mixed()
    when = "2026-11-20T09:00:00+01:00"
    study = change_answer(study, "ST1", Judgement("goal", "P1", "P2", 7.0), "discussion", "=1+1", when)
    study = change_answer(study, "ST1", Judgement("goal", "P1", "P3", None), "repair", "", when)
    study = add_remark(study, Remark("goal", "P1", "P2", "@who said so", when))
    study = add_remark(study, Remark("P1", "", "", "Need comes first.", when))
    study = add_receipt(study, Receipt(stakeholder="ST5", file="+ballot.xlsx", digest="ab" * 32, when=when))
    study = seal_weights(study, "=Chair", "2026-11-21T10:00:00+01:00")
    after = set_figures(study, "ST5", "rating", {"P1": 50.0})
    study = amend(study, after, "Set ratings", "Chair", "-typing error", "2026-11-22T10:00:00+01:00")
    after = set_way_of_answering(study, "ST3", rank_weights="centroid")
    return amend(study, after, "Weights of places", "Chair", "as agreed", "2026-11-22T11:00:00+01:00")


def thirty() -> Study:
    """Thirty stakeholders: each third in pairs, by swings, by order."""
    study = cases.example_study()
    people = []
    for number in range(30):
        identity = f"ST{number + 1}"
        if number % 3 == 0:
            people.append(compared(study, identity, shift=number))
        elif number % 3 == 1:
            swings = {c.id: 10.0 + (7 * number + 13 * k) % 91 for k, c in enumerate(study.criteria)}
            people.append(
                Stakeholder(
                    id=identity, name=f"Swings {identity}", method="swing", layout="flat", swings=swings
                )
            )
        else:
            people.append(ordered(study, identity))
    return cases.changed(study, stakeholders=tuple(people))


STUDIES: tuple[Callable[[], Study], ...] = (
    example_session,
    joined,
    arithmetic,
    one_counts,
    one_swings,
    nobody_answered,
    sealed,
)
