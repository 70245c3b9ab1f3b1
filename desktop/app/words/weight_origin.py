"""Whose weights a ranking rests on and whether they are sealed, in sentences for whoever decides."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.ranking.results import Results
from criteria.sessions.weight_origin import WeightOrigin, weight_origin
from criteria.weighting.consensus import Band, consensus_band
from desktop.app.words.lists import ListWords
from desktop.app.words.seal import SealWords

#: A name or two and how many others: all of them stand in the workbook.
_NAMES = 3


class WeightOriginWords(QObject):
    """Words for where weights come from; the workbook has its own, which follow its cells."""

    def sentences(self, results: Results) -> tuple[str, ...]:
        """Who is heard and how they are combined; then the seal, where there is one."""
        seal = SealWords().badge(results.study).rstrip(".")
        found = self._origin(weight_origin(results))
        return (found, self.tr("{seal}.").format(seal=seal)) if seal else (found,)

    def _origin(self, origin: WeightOrigin) -> str:
        names = ListWords().joined([person.name for person in origin.people], _NAMES)
        match origin.kind:
            case "group":
                text = self.tr("Weights of a group ({names}), combined by {method}{agreement}.")
                agreement = self._agreement(origin.consensus)
                return text.format(names=names, method=self._method(origin), agreement=agreement)
            case "person":
                return self.tr("Weights of one person: {name}.").format(name=names)
            case "equal":
                return self.tr("Nobody has answered: all weights are equal.")
            case _:
                return self.tr("Weights were given, not answered.")

    def _method(self, origin: WeightOrigin) -> str:
        words = {
            "priorities_geometric": self.tr("the geometric mean of weights"),
            "priorities_arithmetic": self.tr("the arithmetic mean of weights"),
            "judgements": self.tr("joined judgements"),
        }
        return words[origin.method]

    def _agreement(self, consensus: float | None) -> str:
        if consensus is None:
            return ""
        words: dict[Band, str] = {
            "very-low": self.tr("very low"),
            "low": self.tr("low"),
            "moderate": self.tr("moderate"),
            "high": self.tr("high"),
            "very-high": self.tr("very high"),
        }
        return self.tr("; consensus {word}").format(word=words[consensus_band(consensus)])
