"""The steps to the decision: what is done, what is missing, where to go next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject

from criteria.model.settings import GROUP
from criteria.model.study import Study
from desktop.app.words.cautions import CautionWords
from desktop.app.words.counts import CountWords
from desktop.app.words.numbers import eur_millions, per_cent

if TYPE_CHECKING:
    from criteria.problems import Problem
    from criteria.ranking.results import Results

#: Stands where a number will be.
NOT_KNOWN = "–"


class StepRow(msgspec.Struct, frozen=True):
    """One step: room, name, a sentence, a state word and its severity.

    The severity is "done", "attention", "todo", or "unknown" until it is computed.
    """

    room: str
    name: str
    sentence: str
    state: str
    severity: str


class Steps(QObject):
    """Reads the steps off a study."""

    def __init__(self) -> None:
        super().__init__()
        self._counts, self._cautions = CountWords(), CautionWords()

    def rows(
        self,
        study: Study,
        results: Results | None,
        problems: tuple[Problem, ...],
        firm: tuple[int, int] | None = None,
    ) -> tuple[StepRow, ...]:
        """The steps in the order of the rooms; `firm` comes from `firm_places`, None while it is awaited."""
        return (
            self._projects(study, problems),
            self._criteria(study),
            self._screening(results),
            self._weights(study, results),
            self._ranking(results),
            self._robustness(results, firm),
        )

    def facts(self, study: Study) -> tuple[StepRow, ...]:
        """The same steps with what the study says of itself; a dash stands for all that is computed."""
        projects = self._projects(study, ())
        if study.projects:
            projects = msgspec.structs.replace(projects, state="", severity="unknown")
        later = (
            ("screening", self.tr("Screening")),
            ("weights", self.tr("Weights")),
            ("ranking", self.tr("Ranking")),
            ("robustness", self.tr("Robustness")),
        )
        return (
            projects,
            self._criteria(study),
            *(StepRow(room, name, NOT_KNOWN, "", "unknown") for room, name in later),
        )

    def _projects(self, study: Study, problems: tuple[Problem, ...]) -> StepRow:
        name = self.tr("Projects")
        if not study.projects:
            return StepRow(
                "projects", name, self.tr("None yet: import a table or add one"), self.tr("next"), "todo"
            )
        money = eur_millions(sum(p.budget_eur or 0.0 for p in study.projects))
        count = self._counts.projects(len(study.projects))
        gaps = sum(problem.code == "missing-score" for problem in problems)
        errors = sum(problem.severity == "error" for problem in problems)
        sentence = self.tr("{count}, {money} requested").format(count=count, money=money)
        if gaps or errors:
            state = self._counts.gaps(gaps) if gaps else self._counts.problems(errors)
            return StepRow("projects", name, sentence, state, "attention")
        return StepRow("projects", name, sentence, self.tr("done"), "done")

    def _criteria(self, study: Study) -> StepRow:
        sentence = self.tr("{criteria} criteria in {premises} premises").format(
            criteria=len(study.active_criteria), premises=len(study.active_premises)
        )
        return StepRow("criteria", self.tr("Criteria"), sentence, self.tr("done"), "done")

    def _screening(self, results: Results | None) -> StepRow:
        name = self.tr("Screening")
        if results is None:
            return StepRow("screening", name, self.tr("Begins with the first project"), "", "todo")
        found = results.screening
        phrases = (
            (found.count("exclude"), self.tr("{n} excluded")),
            (found.count("refer"), self.tr("{n} to the licensing authority")),
            (found.count("conditional-open"), self.tr("{n} without a guarantee")),
        )
        parts = [phrase.format(n=count) for count, phrase in phrases if count]
        sentence = ", ".join(parts) if parts else self.tr("No red line is left open")
        return StepRow("screening", name, sentence, self.tr("done"), "done")

    def _weights(self, study: Study, results: Results | None) -> StepRow:
        from criteria.weighting.study_weights import study_weights

        name, weights = self.tr("Weights"), study_weights(study)
        known, asked = self._progress(study)
        worst = weights.worst_ratio
        is_open = not study.session.hidden
        zeros = self._cautions.zeros(study) if weights.source == GROUP and is_open else ()
        if zeros:
            return StepRow("weights", name, zeros[0], self.tr("review"), "attention")
        if weights.contradictory:
            sentence = self.tr("Some answers contradict each other (CR {cr})").format(cr=f"{worst:.2f}")
            return StepRow("weights", name, sentence, self.tr("review"), "attention")
        if weights.is_unanswered:
            return StepRow(
                "weights", name, self.tr("Not answered: equal weights stand in"), self.tr("open"), "todo"
            )
        if weights.missing and known < asked:
            sentence = self.tr("{known} of {all} questions answered").format(known=known, all=asked)
            return StepRow("weights", name, sentence, self.tr("open"), "attention")
        if weights.source == GROUP:
            return StepRow("weights", name, self._agreement(study), self.tr("done"), "done")
        sentence = self.tr("All questions answered; highest CR {cr}").format(cr=f"{worst:.2f}")
        return StepRow("weights", name, sentence, self.tr("done"), "done")

    def _progress(self, study: Study) -> tuple[int, int]:
        """The questions answered and asked of whoever's weights count."""
        from criteria.sessions.progress import progress
        from criteria.weighting.study_weights import answering, counted_stakeholder

        counted = counted_stakeholder(study)
        people = answering(study) if counted is None else (counted,)
        pairs = [progress(study, person) for person in people]
        return sum(known for known, _ in pairs), sum(asked for _, asked in pairs)

    def _agreement(self, study: Study) -> str:
        from criteria.sessions.node_agreement import agreement_of
        from criteria.weighting.study_weights import answering

        count, found = len(answering(study)), agreement_of(study).overall
        # How far they agree is part of what the reveal shows.
        if found is None or study.session.hidden:
            return self.tr("{count} stakeholders combined").format(count=count)
        text = self.tr("{count} stakeholders combined, consensus {share}")
        return text.format(count=count, share=per_cent(found))

    def _ranking(self, results: Results | None) -> StepRow:
        from criteria.ranking.explain import agreement

        name = self.tr("Ranking")
        if results is None or not results.ranked:
            return StepRow("ranking", name, self.tr("Needs a project that is not excluded"), "", "todo")
        if len(results.ranked) == 1:
            return StepRow("ranking", name, self.tr("One project, nothing to compare it with"), "", "todo")
        found = agreement(results)
        shared, top = min(item.shared_top for item in found), found[0].top
        sentence = self.tr("The three methods share {shared} of their best {top}").format(
            shared=shared, top=top
        )
        return StepRow("ranking", name, sentence, self.tr("done"), "done")

    def _robustness(self, results: Results | None, firm: tuple[int, int] | None) -> StepRow:
        name = self.tr("Robustness")
        if results is None or len(results.ranked) < 2 or firm == (0, 0):
            return StepRow("robustness", name, self.tr("Needs two complete projects"), "", "todo")
        if firm is None:
            return StepRow("robustness", name, self.tr("Being computed…"), "", "done")
        sentence = self.tr("First place survives any single weight in {firm} of {all} cases").format(
            firm=firm[0], all=firm[1]
        )
        return StepRow("robustness", name, sentence, self.tr("done"), "done")


def firm_places(results: Results) -> tuple[int, int]:
    """In how many cases, of how many, no weight of a single element changes first place by TOPSIS."""
    # Loaded here: the first window must not wait for it.
    from criteria.robustness.study_sensitivity import study_stability

    intervals = [item.stability.winner for item in study_stability(results) if item.method == "topsis"]
    firm = sum(interval.lower_pair is None and interval.upper_pair is None for interval in intervals)
    return firm, len(intervals)
