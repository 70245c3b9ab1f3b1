"""Names of methods and of their options, as they stand on screen."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.settings import Method, Normalisation, ScoreSet, Synthesis


class MethodWords(QObject):
    """Words for the choices of method."""

    def name(self, method: Method) -> str:
        """The method's name."""
        return {
            "topsis": self.tr("TOPSIS"),
            "ahp": self.tr("AHP"),
            "benefit_risk": self.tr("Benefit–risk"),
        }[method]

    def short(self, method: Method) -> str:
        """The method as the head of a narrow column."""
        return {"topsis": self.tr("TOPSIS"), "ahp": self.tr("AHP"), "benefit_risk": self.tr("B–R")}[method]

    def score(self, method: Method) -> str:
        """What its score is called."""
        return {
            "topsis": self.tr("Closeness"),
            "ahp": self.tr("Priority"),
            "benefit_risk": self.tr("Value"),
        }[method]

    def meaning(self, method: Method) -> str:
        """What its score says, in a sentence."""
        return {
            "topsis": self.tr(
                "Closeness to the ideal: 0 is as far as possible, 1 is the ideal in everything"
            ),
            "ahp": self.tr("Priority: the sum of weight times value over all criteria, 0 to 1"),
            "benefit_risk": self.tr("Value: weighted benefit plus weighted absence of risk, 0 to 1"),
        }[method]

    def normalisation(self, kind: Normalisation) -> str:
        """How TOPSIS makes figures comparable."""
        return {
            "fixed": self.tr("Fixed scales (adding a project changes no other)"),
            "vector": self.tr("Vector (Hwang and Yoon 1981)"),
            "minmax": self.tr("Min–max of these projects"),
        }[kind]

    def synthesis(self, kind: Synthesis) -> str:
        """How AHP adds up."""
        return {
            "ideal": self.tr("Ideal (a project's score does not depend on the others)"),
            "distributive": self.tr("Distributive (shares of a whole)"),
        }[kind]

    def score_set(self, kind: ScoreSet) -> str:
        """Which safeguards the scores count."""
        return {
            "proposed": self.tr("As proposed"),
            "offered": self.tr("With the safeguards offered"),
            "required": self.tr("With all required safeguards"),
        }[kind]
