"""The sheet Problems: what the program found at export that a reader should look at, the gravest first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from criteria.model.people import ALL, GOAL
from criteria.model.study import Study
from criteria.problem_words import message
from criteria.problems import GROUP_ZEROS, SEVERITIES, Severity
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import line_height, set_up, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD, MUTED_WRAPPED, WRAPPED

_HEADS = ("severity", "what", "where", "what it means and what to do")
_WIDTHS = (13, 28, 46, 96)
_SEVERITIES: Mapping[Severity, str] = {"error": "error", "warning": "warning", "note": "note"}
#: So many zeros that decide for a group are said on the cover.
_MOST_ZEROS = 5


def write_problems(builder: SheetBuilder, draft: Draft) -> None:
    """Writes a row of text for each problem; nothing here is computed anew."""
    write_title(
        builder, draft, "Problems found at export",
        "An error makes results wrong or unusable, a warning may, a note is worth knowing. "
        "The list is as it was at export and does not follow changed cells.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, _HEADS, builder.style(HEAD))
    plain, quiet = builder.style(WRAPPED), builder.style(MUTED_WRAPPED)
    for row, problem in enumerate(draft.problems, start=TABLE_FIRST):
        texts = (
            _SEVERITIES[problem.severity],
            problem.code.replace("-", " "),
            _where(problem.where, draft.study),
            message(problem, draft.study),
        )
        builder.texts(row, 1, texts[:1], plain)
        builder.texts(row, 2, texts[1:3], quiet)
        builder.text(row, 4, texts[3], plain)
        builder.height(row, max(line_height(*pair) for pair in zip(texts, _WIDTHS, strict=True)))
    set_up(
        builder, draft, widths=dict(enumerate(_WIDTHS, start=1)), head=TABLE_HEAD,
        last=TABLE_HEAD + len(draft.problems), columns=len(_HEADS), frozen_columns=0,
    )  # fmt: skip


def problem_sentences(draft: Draft) -> tuple[str, ...]:
    """What the cover says: how many problems there are, and every zero that decides for a group."""
    if not draft.problems:
        return ()
    counts = Counter(problem.severity for problem in draft.problems)
    parts = [_count(counts[name], _SEVERITIES[name]) for name in SEVERITIES if counts[name]]
    zeros = [message(problem, draft.study) for problem in draft.problems if problem.code in GROUP_ZEROS]
    more = len(zeros) - _MOST_ZEROS
    told = [*zeros[:_MOST_ZEROS], *([f"{_count(more, 'further zero')} of this kind."] if more > 0 else [])]
    return (f"Found at export: {', '.join(parts)}; see the sheet Problems.", *told)


def _count(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"


def _where(where: tuple[str, ...], study: Study) -> str:
    """The place by ids and names."""
    kind, *place = where
    if kind == "study" or not place:
        return ", ".join(where)
    if kind == "stakeholder":
        person = f"stakeholder {place[0]} {study.stakeholder(place[0]).name}"
        return f"{person}, under {_node(study, place[1])}" if len(place) > 1 else person
    if kind == "node":
        return _node(study, place[0])
    if kind == "criterion":
        return f"criterion {place[0]} {study.criterion(place[0]).name}"
    return f"{kind.replace('_', ' ')} {', '.join(place)}"


def _node(study: Study, node: str) -> str:
    words = {GOAL: "the goal", ALL: "all criteria"}
    return words.get(node) or f"{node} {study.name_of(node)}"
