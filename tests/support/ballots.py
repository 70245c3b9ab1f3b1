"""Ballots for tests: people who answer by each method, and a hand that fills a ballot in."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
from openpyxl import load_workbook
from openpyxl.workbook import Workbook

from criteria.files.ballot_responses import present_responses
from criteria.files.ballot_sheet import BallotData, is_data_sheet, read_data
from criteria.files.ballot_words import WORKINGS
from criteria.model.people import ALL, BestWorst, Judgement, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.report.ballot import ballot_bytes

WHEN = "2026-11-20T09:00:00+00:00"


def answered(
    study: Study, stakeholder: Stakeholder, method: WeightMethod, seed: int = 3, gaps: float = 0.0
) -> Stakeholder:
    """The stakeholder with answers by a method, drawn at random; a part of the pairs is left out."""
    rng = np.random.default_rng(seed)
    is_flat = stakeholder.layout == "flat" and method not in ("pairwise", "best_worst")
    nodes = (ALL,) if is_flat else study.nodes
    fields: dict[str, Any] = {"method": method}
    for node in nodes:
        children = study.children(node)
        if method == "pairwise":
            fields["judgements"] = (*fields.get("judgements", ()), *_pairs(rng, node, children, gaps))
        elif method == "rank_order":
            places = rng.integers(1, len(children) + 1, len(children))
            groups = [
                tuple(c for c, p in zip(children, places, strict=True) if p == k) for k in sorted(set(places))
            ]
            fields.setdefault("orders", {})[node] = tuple(groups)
        elif method == "best_worst":
            fields.setdefault("best_worst", {})[node] = _best_worst(rng, children)
        else:
            name = {"swing": "swings", "direct": "points", "rating": "ratings"}[method]
            figures = {c: float(rng.integers(10, 100)) / 2 for c in children}
            fields.setdefault(name, {}).update(figures)
    return msgspec.structs.replace(stakeholder, **fields)


def _pairs(rng: np.random.Generator, node: str, children: tuple[str, ...], gaps: float) -> list[Judgement]:
    found = []
    for i, first in enumerate(children):
        for j in range(i + 1, len(children)):
            step = int(rng.integers(1, 10))
            value = float(step) if rng.random() < 0.6 else 1.0 / step
            # The chain of neighbours is always answered, so that all items are linked.
            if j == i + 1 or rng.random() >= gaps:
                found.append(Judgement(node, first, children[j], value))
    return found


def _best_worst(rng: np.random.Generator, children: tuple[str, ...]) -> BestWorst:
    best, worst = (children[int(place)] for place in rng.permutation(len(children))[:2])
    others = [child for child in children if child not in (best, worst)]
    from_best = {child: float(rng.integers(1, 9)) for child in others} | {worst: 9.0}
    return BestWorst(
        best=best, worst=worst, from_best=from_best, to_worst={c: float(rng.integers(1, 9)) for c in others}
    )


class Paper:
    """A ballot opened in another program: cells can be changed, and it can be saved again."""

    def __init__(self, data: bytes) -> None:
        self.book: Workbook = load_workbook(io.BytesIO(data))
        hidden = next(s for s in self.book.worksheets if is_data_sheet(list(s.iter_rows(values_only=True))))  # type: ignore[arg-type]
        self.data: BallotData = read_data(list(hidden.iter_rows(values_only=True)))  # type: ignore[arg-type]
        self.hidden = hidden

    @property
    def questions(self) -> Any:
        """The sheet of questions."""
        return self.book[self.data.asked[0].sheet]

    def answer(self, number: int, *values: object) -> Paper:
        """Fills the cells of a question; None leaves one as it is, "" empties it."""
        asked = next(one for one in self.data.asked if one.question.number == number)
        for (row, column), value in zip(asked.cells, values, strict=False):
            if value is not None:
                self.questions.cell(row + 1, column + 1).value = None if value == "" else value
        return self

    def fill(self, responses: Mapping[int, tuple[object, ...]]) -> Paper:
        """Fills many questions."""
        for number, values in responses.items():
            self.answer(number, *values)
        return self

    def save(self, path: Path) -> Path:
        """Writes the workbook as it is now."""
        self.book.save(path)
        return path


def paper(study: Study, stakeholder: Stakeholder, method: WeightMethod | None = None) -> Paper:
    """The empty ballot of a stakeholder, opened."""
    return Paper(ballot_bytes(study, stakeholder, method, WHEN))


def returned(
    study: Study,
    answers: Stakeholder,
    path: Path,
    change: Callable[[Paper], object] = lambda _paper: None,
) -> Path:
    """A ballot that was filled in with somebody's answers, changed by a hand, and saved.

    Its sheet of workings is left out, which nobody reads and which takes long to load.
    """
    sheet = Paper(_filled(msgspec.json.encode((study, answers))))
    change(sheet)
    return sheet.save(path)


@cache
def _filled(study_and_answers: bytes) -> bytes:
    study, answers = msgspec.json.decode(study_and_answers, type=tuple[Study, Stakeholder])
    blank = msgspec.structs.replace(
        answers, judgements=(), points={}, swings={}, ratings={}, orders={}, best_worst={}
    )
    sheet = paper(study, blank)
    sheet.fill(present_responses(sheet.data.plan, answers))
    if WORKINGS in sheet.book.sheetnames:
        del sheet.book[WORKINGS]
    stream = io.BytesIO()
    sheet.book.save(stream)
    return stream.getvalue()
