"""Edits of the record of a weighting session: hidden answers, remarks, changes of mind, returned ballots."""

from __future__ import annotations

import msgspec

from criteria.edits.weights import judge, ratio, withdraw_judgement
from criteria.errors import StudyError
from criteria.model.people import Judgement
from criteria.model.session import ChangedAnswer, Occasion, Receipt, Remark
from criteria.model.study import Study


def hide_answers(study: Study, hidden: bool) -> Study:
    """The study in which the answers of others are hidden while people answer, or revealed."""
    return _with(study, hidden=hidden)


def set_closing_day(study: Study, day: str) -> Study:
    """The study whose ballots are due on a day (ISO 8601), "" for none."""
    return _with(study, closes=day.strip())


def add_remark(study: Study, remark: Remark) -> Study:
    """The study with one more note of the discussion; StudyError where it says nothing."""
    if not remark.text.strip():
        raise StudyError("A note of the discussion needs words.")
    written = msgspec.structs.replace(remark, text=remark.text.strip())
    return _with(study, remarks=(*study.session.remarks, written))


def change_answer(
    study: Study,
    stakeholder_id: str,
    judgement: Judgement,
    occasion: Occasion,
    reason: str,
    when: str,
) -> Study:
    """The study with another answer to a question, the one before and the one after kept on record.

    A value of None takes the answer back. Answering as before changes nothing and leaves no record.
    """
    before = ratio(study.stakeholder(stakeholder_id), judgement.node, judgement.first, judgement.second)
    if before == judgement.value:
        return study
    if judgement.value is None:
        place = (judgement.node, judgement.first, judgement.second)
        changed = withdraw_judgement(study, stakeholder_id, *place)
    else:
        changed = judge(study, stakeholder_id, judgement)
    entry = ChangedAnswer(
        stakeholder=stakeholder_id,
        node=judgement.node,
        first=judgement.first,
        second=judgement.second,
        before=before,
        after=judgement.value,
        occasion=occasion,
        reason=reason.strip(),
        when=when,
    )
    return _with(changed, changed_answers=(*study.session.changed_answers, entry))


def add_receipt(study: Study, receipt: Receipt) -> Study:
    """The study that knows a ballot was merged."""
    return _with(study, receipts=(*study.session.receipts, receipt))


def _with(study: Study, **fields: object) -> Study:
    return msgspec.structs.replace(study, session=msgspec.structs.replace(study.session, **fields))
