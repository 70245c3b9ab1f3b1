"""Words for the results of the screening and for what a red line does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from criteria.model.rules import Effect
    from criteria.screening.screen import Screen


class StateWords(QObject):
    """The word beside every screening mark, as long as its place allows."""

    def in_cell(self, screen: Screen) -> str:
        """One word: Pass, Met, Open, Refer, Exclude."""
        return {
            "pass": self.tr("Pass"),
            "conditional-met": self.tr("Met"),
            "conditional-open": self.tr("Open"),
            "refer": self.tr("Refer"),
            "exclude": self.tr("Exclude"),
        }[screen]

    def in_sentence(self, screen: Screen) -> str:
        """The words that follow "the project is" or stand alone after its name."""
        return {
            "pass": self.tr("passes"),
            "conditional-met": self.tr("conditional, met"),
            "conditional-open": self.tr("conditional, guarantee missing"),
            "refer": self.tr("referred to the licensing authority"),
            "exclude": self.tr("excluded"),
        }[screen]

    def as_head(self, screen: Screen) -> str:
        """The head of a group of projects with this result."""
        return {
            "pass": self.tr("Pass"),
            "conditional-met": self.tr("Conditional, met by the guarantees offered"),
            "conditional-open": self.tr("Conditional, a guarantee is missing"),
            "refer": self.tr("Referred to the licensing authority"),
            "exclude": self.tr("Excluded: never ranked, never funded"),
        }[screen]

    def of_effect(self, effect: Effect) -> str:
        """What a red line does to a project it hits, as a sentence part."""
        return {
            "exclude": self.tr("excludes the project"),
            "refer": self.tr("refers the project to the licensing authority"),
            "conditional": self.tr("lets the project pass only with guarantees"),
            "block_mode": self.tr("closes this mode of cooperation to the project"),
            "review": self.tr("asks for a written reason if the project is left out"),
        }[effect]
