"""The sheet Session log: the seal, amendments, changes of mind, notes and ballots, as they were recorded."""

from __future__ import annotations

from collections.abc import Sequence

from criteria.edits.sealing import is_intact, present_digest, sealed_digest
from criteria.model.people import ALL, GOAL
from criteria.model.session import Amendment, Session
from criteria.model.study import Study
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import line_height, set_up_print, write_title
from criteria.report.workbook.origin_words import seal_sentence
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import HEAD, HEAD_RIGHT, MUTED_WRAPPED, STRONG, WRAPPED, Style

_WIDTHS = (25.0, 28.0, 40.0, 9.0, 9.0, 17.0, 46.0, 36.0, 36.0)
#: Columns of answers before and after: figures or “none”, to the right.
_ANSWERS = (4, 5)
_OCCASIONS = {"discussion": "in the discussion", "repair": "as a repair", "ballot": "on a ballot"}
#: When, who, about what, before, after, occasion or file, reason or text, two digests.
_Row = tuple[Value | None, ...]


def has_log(study: Study) -> bool:
    """Whether a session left anything on record."""
    return study.session != Session()


def write_session_log(builder: SheetBuilder, draft: Draft) -> None:
    """Writes one section for each kind of record that there is."""
    study = draft.study
    write_title(
        builder, draft, "Session log",
        "What was recorded beside the answers, in the order in which it happened. A digest is the SHA-256 of "
        "the criteria, the answers and the way they are combined.",
    )  # fmt: skip
    row = _write_section(builder, 4, "State", ("", "", "", "", "", "", "", "digest", ""), _state(study))
    for title, heads, lines in (
        ("Amendments after sealing",
         ("when", "who", "what was changed", "", "", "", "reason", "digest before", "digest after"),
         _amendments(study)),
        ("Seals lifted",
         ("when", "who", "which seal", "", "", "", "reason", "digest that was sealed", ""),
         _lifted(study)),
        ("Changed answers", ("when", "who", "about", "before", "after", "occasion", "reason", "", ""),
         _changes(study)),
        ("Notes of the discussion", ("when", "", "about", "", "", "", "note", "", ""), _notes(study)),
        ("Ballots merged",
         ("when", "who", "file", "", "", "", "found and accepted", "digest of its answers", ""),
         _ballots(study)),
    ):  # fmt: skip
        if lines:
            row = _write_section(builder, row, title, heads, lines)
    for column, width in zip("ABCDEFGHI", _WIDTHS, strict=True):
        builder.sheet.column_dimensions[column].width = width
    builder.sheet.freeze_panes = "A4"
    set_up_print(builder.sheet, draft)


def _write_section(
    builder: SheetBuilder, row: int, title: str, heads: Sequence[str], lines: Sequence[_Row]
) -> int:
    """A table under its title; the row after it and an empty one."""
    builder.text(row, 1, title, builder.style(STRONG))
    for column, head in enumerate(heads, start=1):
        builder.text(row + 1, column, head, builder.style(HEAD_RIGHT if column in _ANSWERS else HEAD))
    wrapped, quiet = builder.style(WRAPPED), builder.style(MUTED_WRAPPED)
    answer = builder.style(Style(numbers="[>=1]0.##;# ?/?", align="right"))
    for at, line in enumerate(lines, start=row + 2):
        texts = [value if isinstance(value, str) else "" for value in line]
        builder.height(at, max(line_height(*pair) for pair in zip(texts, _WIDTHS, strict=True)))
        for column, value in enumerate(line, start=1):
            style = answer if column in _ANSWERS else quiet if column >= 8 else wrapped
            builder.value(at, column, value, style)
    return row + 3 + len(lines)


def _state(study: Study) -> list[_Row]:
    session, rows = study.session, list[_Row]()
    if session.seal is not None:
        sealed = session.seal
        rows.append((sealed.when, sealed.who, "sealed the weights", None, None, None,
                     seal_sentence(study), sealed.digest, ""))  # fmt: skip
        told = "equal to the digest on record"
        if not is_intact(study):
            told = f"not equal to the digest on record: {present_digest(study)}"
        rows.append(("at export", "", "present digest of the study", None, None, None,
                     told, sealed_digest(study), ""))  # fmt: skip
    else:
        rows.append(("at export", "", "weights are not sealed", None, None, None, "", "", ""))
    if session.closes:
        rows.append((session.closes, "", "closing day of the ballots", None, None, None, "", "", ""))
    if session.hidden:
        text = "Nobody may see the answers of others yet; this workbook holds them all."
        rows.append(("at export", "", "answers are hidden", None, None, None, text, "", ""))
    return rows


def _amendments(study: Study) -> list[_Row]:
    return [_amendment(one) for one in study.session.amendments]


def _amendment(one: Amendment) -> _Row:
    return (one.when, one.who, one.what, None, None, None, one.reason, one.before, one.after)


def _lifted(study: Study) -> list[_Row]:
    """Each seal that was taken back, and what had been amended under it."""
    rows: list[_Row] = []
    for one in study.session.lifted_seals:
        which = f"seal by {one.seal.who} of {one.seal.when}"
        rows.append((one.when, one.who, which, None, None, None, one.reason, one.seal.digest, ""))
        rows.extend(_amendment(amendment) for amendment in one.amendments)
    return rows


def _changes(study: Study) -> list[_Row]:
    return [
        (one.when, _who(study, one.stakeholder), _about(study, one.node, one.first, one.second),
         _answer(one.before), _answer(one.after), _OCCASIONS[one.occasion], one.reason, "", "")
        for one in study.session.changed_answers
    ]  # fmt: skip


def _notes(study: Study) -> list[_Row]:
    return [
        (one.when, "", _about(study, one.node, one.first, one.second), None, None, None, one.text, "", "")
        for one in study.session.remarks
    ]


def _ballots(study: Study) -> list[_Row]:
    return [
        (one.when, _who(study, one.stakeholder), one.file, None, None, None, one.found, one.digest, "")
        for one in study.session.receipts
    ]


def _answer(value: float | None) -> Value:
    return "none" if value is None else float(value)


def _who(study: Study, identity: str) -> str:
    """A stakeholder by id and name; the id alone of one who is gone."""
    name = next((person.name for person in study.stakeholders if person.id == identity), "")
    return f"{identity} {name}".strip()


def _about(study: Study, node: str, first: str, second: str) -> str:
    """The question: a pair by ids and names, with the node; elements that are gone keep their ids."""
    places = {GOAL: "premises", ALL: "all criteria"}
    names = {premise.id: premise.name for premise in study.premises}
    names.update((criterion.id, criterion.name) for criterion in study.criteria)
    shown = [f"{element} {names.get(element, '')}".strip() for element in (node, first, second)]
    under = places.get(node, f"under {shown[0]}")
    return f"{shown[1]} against {shown[2]}, {under}" if first and second else shown[1] or under
