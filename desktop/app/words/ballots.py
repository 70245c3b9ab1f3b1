"""Words for ballots: methods of answering, states of returned files, what merging would change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from criteria.model.people import WeightMethod
from desktop.app.words.numbers import ratio

if TYPE_CHECKING:
    from criteria.files.ballot_collection import Change, Collection, Entry, State
    from criteria.files.ballot_findings import Finding

_DASH = "\u2013"


class BallotWords(QObject):
    """Everything the dialogs of ballots say in words."""

    def method(self, method: WeightMethod) -> str:
        """The name of a way to answer."""
        return {
            "pairwise": self.tr("Pairwise comparison"),
            "swing": self.tr("Swing weighting"),
            "direct": self.tr("Sharing out 100 points"),
            "rating": self.tr("Rating above the least important"),
            "rank_order": self.tr("Putting in order"),
            "best_worst": self.tr("Best–worst comparison"),
        }[method]

    def state(self, state: State) -> str:
        """Whether a returned file can be merged."""
        return {
            "ready": self.tr("Ready"),
            "decision": self.tr("Needs a decision"),
            "refused": self.tr("Refused"),
        }[state]

    def gravity(self, finding: Finding) -> str:
        """How grave a finding is."""
        return {"refusal": self.tr("Refusal"), "decision": self.tr("Decision"), "note": self.tr("Note")}[
            finding.gravity
        ]

    def place(self, finding: Finding) -> str:
        """The place of a finding without the name of the file, which stands above."""
        return finding.where.partition(", ")[2] or self.tr("whole file")

    def ballots(self, count: int) -> str:
        """A number of ballots."""
        return self.tr("1 ballot") if count == 1 else self.tr("{count} ballots").format(count=count)

    def statement(self, collection: Collection) -> str:
        """How many files there are in each state."""
        counts = dict.fromkeys(("ready", "decision", "refused"), 0)
        for entry in collection.entries:
            counts[entry.state] += 1
        files = len(collection.entries)
        total = self.tr("1 file") if files == 1 else self.tr("{count} files").format(count=files)
        parts = (
            self.tr("{count} ready").format(count=counts["ready"]),
            self.tr("{count} to decide").format(count=counts["decision"]),
            self.tr("{count} refused").format(count=counts["refused"]),
        )
        return f"{total}: {', '.join(parts)}"

    def answered(self, entry: Entry) -> str:
        """How many questions of a ballot are answered."""
        if entry.ballot is None:
            return _DASH
        return self.tr("{known} of {all}").format(known=entry.answered, all=entry.asked)

    def changed(self, entry: Entry) -> str:
        """How many answers are new and how many replace others."""
        if entry.answers is None:
            return _DASH
        replaced = sum(change.was_answered for change in entry.changes)
        new = len(entry.changes) - replaced
        if not entry.changes:
            return self.tr("none")
        if not replaced:
            return self.tr("{count} new").format(count=new)
        if not new:
            return self.tr("{count} replaced").format(count=replaced)
        return self.tr("{new} new, {replaced} replaced").format(new=new, replaced=replaced)

    def before(self, change: Change, method: WeightMethod) -> str:
        """What the study holds now."""
        return self._value(change.before, method, is_answered=change.was_answered)

    def after(self, change: Change, method: WeightMethod) -> str:
        """What it would hold."""
        return self._value(change.after, method, is_answered=True)

    def about(self, first: str, second: str) -> str:
        """What a question is about, by the names of its sides."""
        if not second:
            return first
        return self.tr("{first} over {second}").format(first=first, second=second)

    def done(self, names: list[str]) -> str:
        """What was merged."""
        if len(names) == 1:
            return self.tr("Answers of {name} merged.").format(name=names[0])
        return self.tr("Answers of {count} stakeholders merged.").format(count=len(names))

    def _value(self, value: float | None, method: WeightMethod, *, is_answered: bool) -> str:
        if not is_answered:
            return _DASH
        if value is None:
            return self.tr("cannot say")
        if method == "rank_order":
            return self.tr("place {place}").format(place=round(value))
        return ratio(value) if method == "pairwise" else f"{value:g}"
