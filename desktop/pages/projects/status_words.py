"""The sentence under the title of the Projects room."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.study import Study
from desktop.app.words.numbers import eur_millions


def missing_values(study: Study) -> int:
    """How many scores of criteria in use are missing."""
    ids = [criterion.id for criterion in study.active_criteria]
    return sum(project.score(key).value is None for project in study.projects for key in ids)


class StatusWords(QObject):
    """What is the case with the projects, in one sentence."""

    def sentence(self, study: Study) -> str:
        """How many projects ask for how much, and how many values are missing."""
        if not study.projects:
            return self.tr("No project yet")
        requested = eur_millions(sum(project.budget_eur or 0.0 for project in study.projects))
        one, many = self.tr("1 project"), self.tr("{count} projects").format(count=len(study.projects))
        parts = [
            self.tr("{projects}, {amount} requested").format(
                projects=one if len(study.projects) == 1 else many, amount=requested
            ),
            self._missing(missing_values(study)),
        ]
        unpriced = sum(project.budget_eur is None for project in study.projects)
        if unpriced:
            parts.append(self.tr("{count} without a budget").format(count=unpriced))
        if study.fictional:
            parts.append(self.tr("all projects are fictional"))
        return "; ".join(parts)

    def _missing(self, count: int) -> str:
        if count == 0:
            return self.tr("no value missing")
        return (
            self.tr("1 value missing")
            if count == 1
            else self.tr("{count} values missing").format(count=count)
        )
