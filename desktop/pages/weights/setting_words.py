"""Names and sentences of ways to deal with missing answers, to read the scale, and to weigh places."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import JudgementScale, RankWeights
from criteria.model.settings import Incomplete


class SettingWords(QObject):
    """What the choices of method are called, and in one sentence what each does."""

    def incomplete(self, choice: Incomplete) -> str:
        """The name of how weights follow from incomplete answers."""
        names: dict[Incomplete, str] = {
            "least_squares": self.tr("Logarithmic least squares"),
            "harker": self.tr("Harker's eigenvector"),
            "lambda_max": self.tr("Completed at the smallest λmax"),
        }
        return names[choice]

    def incomplete_sentence(self, choice: Incomplete) -> str:
        """How weights follow from incomplete answers."""
        sentences: dict[Incomplete, str] = {
            "least_squares": self.tr(
                "The weights whose ratios come nearest to the answers given; nothing is filled in."
            ),
            "harker": self.tr(
                "The eigenvector of a matrix in which missing answers count as none (Harker 1987)."
            ),
            "lambda_max": self.tr(
                "Missing answers are filled in so that contradictions are least (Bozóki et al. 2010)."
            ),
        }
        return sentences[choice]

    def scale(self, choice: JudgementScale) -> str:
        """The name of a scale of judgement."""
        names: dict[JudgementScale, str] = {
            "linear": self.tr("Saaty's scale"),
            "balanced": self.tr("Balanced scale"),
            "balanced_n": self.tr("Balanced scale for n"),
            "geometric": self.tr("Geometric scale"),
            "power": self.tr("Power scale"),
        }
        return names[choice]

    def scale_sentence(self, choice: JudgementScale) -> str:
        """What the answers 1 to 9 stand for on a scale of judgement."""
        sentences: dict[JudgementScale, str] = {
            "linear": self.tr("An answer of 3 stands for three times as much (Saaty 1977)."),
            "balanced": self.tr(
                "Weights of two move in equal steps from 1 to 9; an answer of 3 stands for 1.5 times as much "
                "(Salo and Hämäläinen 1997)."
            ),
            "balanced_n": self.tr(
                "The balanced scale for the number of items that are compared (Goepel 2018)."
            ),
            "geometric": self.tr(
                "Each step doubles; an answer of 3 stands for four times as much (Lootsma 1989)."
            ),
            "power": self.tr("An answer of 3 stands for nine times as much (Harker and Vargas 1987)."),
        }
        return sentences[choice]

    def rank_weights(self, choice: RankWeights) -> str:
        """The name of how weights follow from places."""
        names: dict[RankWeights, str] = {
            "centroid": self.tr("Centroid"),
            "sum": self.tr("Rank sum"),
            "reciprocal": self.tr("Reciprocal"),
        }
        return names[choice]

    def rank_sentence(self, choice: RankWeights) -> str:
        """How weights follow from places."""
        sentences: dict[RankWeights, str] = {
            "centroid": self.tr(
                "The middle of all weights that agree with the order; the first place weighs most "
                "(Barron and Barrett 1996)."
            ),
            "sum": self.tr("Weights fall in equal steps from place to place (Stillwell et al. 1981)."),
            "reciprocal": self.tr(
                "The second place gets half of the first, the third a third (Stillwell et al. 1981)."
            ),
        }
        return sentences[choice]
