"""Rank acceptability in sentences: how often, how sure, under which weights."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject

from criteria.robustness.study_acceptability import Figures, StudyAcceptability
from criteria.robustness.weight_sources import WeightSource
from desktop.app.words.numbers import per_cent

#: Of 20 repetitions 19 lie within as many standard errors.
_SURE = 1.96


class AcceptabilityWords(QObject):
    """Names of what is drawn, and sentences about what came of it."""

    def source(self, source: WeightSource) -> str:
        """Where weights come from, for a choice."""
        return {
            "uniform": self.tr("Any weights"),
            "premises": self.tr("Any weights, premises first"),
            "around": self.tr("Around the stated weights"),
            "ranges": self.tr("Stated weights within a range"),
            "ordered": self.tr("Any weights in the stated order"),
            "stakeholders": self.tr("The stakeholders' weights"),
        }[source]

    def source_meaning(self, source: WeightSource) -> str:
        """What a source says about weights, in a sentence."""
        return {
            "uniform": self.tr("Every weighting of the criteria is as likely as any other."),
            "premises": self.tr(
                "Every weighting of the premises is as likely as any other, and of the criteria inside each."
            ),
            "around": self.tr(
                "Weights vary around the stated ones, an average one by the share chosen beside it."
            ),
            "ranges": self.tr("No weight loses or gains more than the share of itself chosen beside it."),
            "ordered": self.tr(
                "Only the order of the stated weights counts: every weighting that keeps it is as likely."
            ),
            "stakeholders": self.tr(
                "Each draw takes the weights of one stakeholder, picked by voting power."
            ),
        }[source]

    def weightings(self, source: WeightSource, spread: float) -> str:
        """The weightings drawn, at the end of a sentence that says a share of them."""
        return {
            "uniform": self.tr("of all weightings"),
            "premises": self.tr("of all weightings, drawn premise by premise"),
            "around": self.tr("of weightings around the stated one"),
            "ranges": self.tr("of weightings within {spread} of the stated one"),
            "ordered": self.tr("of weightings in the stated order"),
            "stakeholders": self.tr("of draws among the stakeholders"),
        }[source].format(spread=per_cent(spread))

    def figures(self, figures: Figures) -> str:
        """Which figures vary, for a choice."""
        return {
            "likely": self.tr("Figures as most likely"),
            "bounds": self.tr("Figures within their bounds"),
            "gaps": self.tr("Figures within bounds, gaps open"),
        }[figures]

    def figures_meaning(self, figures: Figures) -> str:
        """What varies beside weights, in a sentence."""
        return {
            "likely": self.tr("Only weights vary; projects with a missing figure take no part."),
            "bounds": self.tr(
                "Figures with a low and a high estimate are drawn between them; projects with a missing "
                "figure take no part."
            ),
            "gaps": self.tr(
                "As before, and each missing figure is drawn from its whole scale, so every project that no "
                "red line excludes takes part."
            ),
        }[figures]

    def first(self, found: StudyAcceptability, source: WeightSource, spread: float) -> str:
        """Who is first most often: P16 is first in 62 % of all weightings (±1 %)."""
        shares = found.found.ranks[:, 0]
        top = float(shares.max())
        leaders = [key for key, share in zip(found.projects, shares.tolist(), strict=True) if share == top]
        text = self.tr("{project} is first in {share} {weightings}{error}")
        return text.format(
            project=leaders[0],
            share=per_cent(top),
            weightings=self.weightings(source, spread),
            error=self.error(found, top),
        )

    def error(self, found: StudyAcceptability, share: float) -> str:
        """How sure a share is, in brackets; empty where every draw agreed."""
        if share in (0.0, 1.0):
            return ""
        half = margin(share, found.found.draws)
        return self.tr(" (±{margin})").format(margin=per_cent(half, 0 if half >= 0.0095 else 1))

    def draws(self, found: StudyAcceptability, seed: int) -> str:
        """How many draws stand behind the map, and with which seed they come again."""
        made = found.found
        if made.is_complete:
            return self.tr("{draws} draws, seed {seed}").format(draws=f"{made.draws:,}", seed=seed)
        return self.tr("Stopped after {draws} of {asked} draws, seed {seed}").format(
            draws=f"{made.draws:,}", asked=f"{made.asked:,}", seed=seed
        )

    def meaning_of_error(self) -> str:
        """What ± says."""
        return self.tr(
            "± is twice the standard error: of 20 repetitions with other seeds 19 lie that close. Four times "
            "as many draws halve it."
        )


def margin(share: float, draws: int) -> float:
    """Twice the standard error of a share of draws, at least 0.1 %."""
    return max(0.001, _SURE * math.sqrt(share * (1.0 - share) / draws))
