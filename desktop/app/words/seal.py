"""What is said of sealed weights where they are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.edits.sealing import is_intact
from criteria.model.study import Study


class SealWords(QObject):
    """The words of the badge; `criteria` has the sentences that are read without a window too."""

    def badge(self, study: Study) -> str:
        """By whom and when the weights were sealed, and how often amended; "" where they are not."""
        session = study.session
        if session.seal is None:
            return ""
        if not is_intact(study):
            text = self.tr("The seal of {who}, {day}, is broken: the weights were changed without a reason.")
            return text.format(who=session.seal.who, day=session.seal.when[:10])
        count = len(session.amendments)
        text = self.tr("Sealed by {who} on {day}, {amendments}")
        amendments = (
            self.tr("not amended")
            if not count
            else self.tr("1 amendment")
            if count == 1
            else self.tr("{count} amendments").format(count=count)
        )
        return text.format(who=session.seal.who, day=session.seal.when[:10], amendments=amendments)
