"""The state beside each room's name: a count, a tick or what needs attention."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from criteria.model.study import Study

if TYPE_CHECKING:
    from criteria.problems import Problem
    from criteria.ranking.results import Results
    from criteria.weighting.hierarchy import Weights

State = tuple[str, str]


class RoomStates(QObject):
    """Words and severities for the sidebar."""

    def facts(self, study: Study) -> Mapping[str, State]:
        """What can be said without computing anything, of the rooms of which there is something to say."""
        return {
            "projects": (str(len(study.projects)), ""),
            "criteria": (str(len(study.active_criteria)), ""),
        }

    def of(self, study: Study, results: Results | None, problems: tuple[Problem, ...]) -> Mapping[str, State]:
        """State text and severity ("", done or attention) by room key."""
        from criteria.weighting.study_weights import study_weights

        return {
            "overview": ("", ""),
            "projects": self._projects(study, problems),
            "criteria": (str(len(study.active_criteria)), ""),
            "screening": self._screening(study),
            "weights": self._weights(study_weights(study)),
            "ranking": ("", "done" if results is not None and results.ranked else ""),
            "robustness": ("", "done" if results is not None and len(results.ranked) > 1 else ""),
            "report": ("", ""),
        }

    def _projects(self, study: Study, problems: tuple[Problem, ...]) -> State:
        gaps = any(p.severity == "error" or p.code == "missing-score" for p in problems)
        return str(len(study.projects)), "attention" if gaps else ""

    def _screening(self, study: Study) -> State:
        if not study.projects:
            return "", ""
        from criteria.screening.screen import screen

        out = screen(study).count("exclude")
        return (self.tr("{count} out").format(count=out), "") if out else ("", "done")

    def _weights(self, weights: Weights) -> State:
        if weights.contradictory:
            return self.tr("CR"), "attention"
        if weights.missing:
            # Nobody has begun: that is a step to take, not a thing to look at.
            words = self.tr("{count} open").format(count=weights.missing)
            return words, "" if weights.is_unanswered else "attention"
        return "", "done"
