"""What is on record of a session, as lines in the order of time."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QObject

from criteria.model.session import Amendment, LiftedSeal, Receipt, Seal
from criteria.model.study import Study
from desktop.app.words.numbers import ratio
from desktop.session.session_words import SessionWords
from desktop.session.spread import Pair


class LogLines(QObject):
    """Notes, changed answers, returned ballots, the seal and its amendments as HTML."""

    def __init__(self, words: SessionWords) -> None:
        super().__init__()
        self._words = words

    def all(self, study: Study) -> tuple[str, ...]:
        """Every entry, the oldest first; while answers are hidden, changed ones do not tell their figures."""
        session = study.session
        entries = [(remark.when, self._remark(study, place)) for place, remark in enumerate(session.remarks)]
        entries += [
            (change.when, self._change(study, place)) for place, change in enumerate(session.changed_answers)
        ]
        entries += [(amendment.when, self._amendment(study, amendment)) for amendment in session.amendments]
        entries += [(receipt.when, self._receipt(study, receipt)) for receipt in session.receipts]
        entries += [line for lifted in session.lifted_seals for line in self._lifted(study, lifted)]
        if session.seal is not None:
            entries.append((session.seal.when, self._sealed(session.seal)))
        # The sort is stable: what happened in the same second stays in the order of its kind.
        return tuple(f"{_clock(when)} · {text}" for when, text in sorted(entries, key=lambda entry: entry[0]))

    def of_pair(self, study: Study, pair: Pair, most: int = 4) -> str:
        """The last notes and changes of one question."""
        session = study.session
        sides = {pair[1], pair[2]}
        entries = [
            (remark.when, self.tr("Note: {text}").format(text=escape(remark.text)))
            for remark in session.remarks
            if remark.node == pair[0] and {remark.first, remark.second} == sides
        ]
        entries += [
            (change.when, self._change(study, place, with_question=False))
            for place, change in enumerate(session.changed_answers)
            if change.node == pair[0] and {change.first, change.second} == sides
        ]
        return "<br>".join(text for _, text in sorted(entries, key=lambda entry: entry[0])[-most:])

    def question(self, study: Study, node: str, first: str, second: str) -> str:
        """What an entry is about."""
        if not first:
            return self._words.node(study, node)
        known = {premise.id for premise in study.premises} | {criterion.id for criterion in study.criteria}
        names = [study.name_of(key) if key in known else key for key in (first, second)]
        return self.tr("{first} or {second}").format(first=names[0], second=names[1])

    def _remark(self, study: Study, place: int) -> str:
        remark = study.session.remarks[place]
        about = escape(self.question(study, remark.node, remark.first, remark.second))
        return self.tr("Note on “{about}”: {text}").format(about=about, text=escape(remark.text))

    def _change(self, study: Study, place: int, *, with_question: bool = True) -> str:
        change = study.session.changed_answers[place]
        who = escape(self._name(study, change.stakeholder))
        about = escape(self.question(study, change.node, change.first, change.second))
        if study.session.hidden:
            text = self.tr("<b>{who}</b> changed an answer on “{about}”; hidden until the reveal")
            return text.format(who=who, about=about)
        figures = f"{self._said(change.before)} → {self._said(change.after)}"
        reason = escape(change.reason)
        if not with_question:
            text = self.tr("<b>{who}</b>: {figures}. {reason}")
            return text.format(who=who, figures=figures, reason=reason).strip()
        text = self.tr("<b>{who}</b> on “{about}”: {figures}. {reason}")
        return text.format(who=who, about=about, figures=figures, reason=reason).strip()

    def _receipt(self, study: Study, receipt: Receipt) -> str:
        text = self.tr("Ballot of {who} taken over from {file}")
        who = escape(self._name(study, receipt.stakeholder))
        return f"{text.format(who=who, file=escape(receipt.file))}{_behind(escape(receipt.found))}"

    def _sealed(self, seal: Seal) -> str:
        return self.tr("Weights sealed by <b>{who}</b>").format(who=escape(seal.who))

    def _lifted(self, study: Study, lifted: LiftedSeal) -> list[tuple[str, str]]:
        """A seal that was taken back, with all that happened under it."""
        text = self.tr("Seal of {sealer} taken back by <b>{who}</b>. {reason}")
        text = text.format(
            sealer=escape(lifted.seal.who), who=escape(lifted.who), reason=escape(lifted.reason)
        )
        amended = [(one.when, self._amendment(study, one)) for one in lifted.amendments]
        return [(lifted.seal.when, self._sealed(lifted.seal)), *amended, (lifted.when, text)]

    def _amendment(self, study: Study, found: Amendment) -> str:
        what = found.what
        if study.session.hidden:
            # What was done, without the figures behind it.
            what = self.tr("{step}; hidden until the reveal").format(step=what.partition(": ")[0])
        text = self.tr("Amended by <b>{who}</b>: {what}. {reason}")
        return text.format(who=escape(found.who), what=escape(what), reason=escape(found.reason))

    def _said(self, value: float | None) -> str:
        return self.tr("no answer") if value is None else ratio(value)

    def _name(self, study: Study, key: str) -> str:
        """The name of a person, who may have been removed since."""
        return next((person.name for person in study.stakeholders if person.id == key), key)


def _behind(text: str) -> str:
    """What follows a line behind a colon, nothing where there is nothing."""
    return f": {text}" if text else ""


def _clock(when: str) -> str:
    """Day and minute of an ISO 8601 time."""
    return escape(when[:16].replace("T", " "))
