"""How far a stakeholder is with the questions of the method that counts, the same wherever it is told."""

from __future__ import annotations

from criteria.model.people import ALL, BestWorst, Stakeholder
from criteria.model.study import Study
from criteria.weighting.elicited import figures


def asked_nodes(study: Study, person: Stakeholder) -> tuple[str, ...]:
    """The nodes under which a person is asked: each that has several children, or all criteria at once."""
    if person.is_flat:
        return (ALL,) if len(study.children(ALL)) > 1 else ()
    return tuple(node for node in study.nodes if len(study.children(node)) > 1)


def progress(study: Study, person: Stakeholder) -> tuple[int, int]:
    """How many of all a person's questions are answered, and how many there are."""
    found = [node_progress(study, person, node) for node in asked_nodes(study, person)]
    return sum(done for done, _ in found), sum(count for _, count in found)


def node_progress(study: Study, person: Stakeholder, node: str) -> tuple[int, int]:
    """How many questions under a node are answered, and how many there are; "cannot say" is an answer.

    An order asks for all places but the last; the best-worst method asks for the best, the worst and
    2 n - 3 comparisons with them.
    """
    children = study.children(node)
    count = len(children)
    match person.method:
        case "pairwise":
            return _pairs(person, node, children), count * (count - 1) // 2
        case "rank_order":
            placed = {child for group in person.orders.get(node, ()) for child in group}
            return min(len(placed.intersection(children)), count - 1), count - 1
        case "best_worst":
            return _best_worst(person.best_worst.get(node, BestWorst()), children), 2 * count - 1
        case _:
            return len(set(figures(person)).intersection(children)), count


def _pairs(person: Stakeholder, node: str, children: tuple[str, ...]) -> int:
    known = {frozenset((j.first, j.second)) for j in person.judgements if j.node == node}
    return sum(pair <= set(children) for pair in known)


def _best_worst(answer: BestWorst, children: tuple[str, ...]) -> int:
    chosen = [element for element in (answer.best, answer.worst) if element in children]
    if len(chosen) < 2:
        return len(chosen)
    others = set(children).difference(chosen)
    # How the worst compares with the best is one question, whichever way it was answered.
    between = answer.worst in answer.from_best or answer.best in answer.to_worst
    return 2 + between + len(others & set(answer.from_best)) + len(others & set(answer.to_worst))
