"""Everything in a study that a user should look at, the gravest first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from criteria.checks.countries import country_problems
from criteria.checks.problem import SEVERITIES, Problem, Severity
from criteria.checks.projects import project_problems
from criteria.checks.rules import red_line_problems, screening_problems
from criteria.checks.scores import criterion_problems, score_problems
from criteria.checks.seal import seal_problems
from criteria.checks.settings import range_problems, setting_problems
from criteria.checks.tree import tree_problems
from criteria.checks.weights import weight_problems
from criteria.errors import ProportioError
from criteria.memo import remember
from criteria.model.study import Study
from criteria.ranking.results import Results
from criteria.screening.screen import screen

__all__ = ["GROUP_ZEROS", "SEVERITIES", "Problem", "Severity", "find_problems", "group_zeros", "has_errors"]

#: What one member's zero does to the weights of all.
GROUP_ZEROS = ("zero-rules-group", "no-geometric-mean")

Check = Callable[[Study], Iterator[Problem]]
#: What does not read answers or settings, and so is found once while people weigh.
_OF_PROJECTS: tuple[Check, ...] = (
    project_problems, score_problems, country_problems, criterion_problems, tree_problems, red_line_problems,
)  # fmt: skip
_OF_ANSWERS: tuple[Check, ...] = (weight_problems, setting_problems, seal_problems)


def problem_parts(study: Study, results: Results | None = None) -> tuple[object, ...]:  # noqa: ARG001 - decorator
    """What the problems of a study depend on."""
    return (
        study.projects, study.premises, study.criteria, study.thresholds, study.red_lines, study.safeguards,
        study.stakeholders, study.waivers, study.settings,
        study.session.seal, study.session.amendments,
    )  # fmt: skip


@remember(problem_parts)
def find_problems(study: Study, results: Results | None = None) -> tuple[Problem, ...]:
    """All problems of a study, errors first; `results`, where they are at hand, save a screening."""
    found = [*_project_problems(study), *(problem for check in _OF_ANSWERS for problem in check(study))]
    found.extend(_screening(study, results, found))
    return tuple(sorted(found, key=lambda problem: SEVERITIES.index(problem.severity)))


@remember(lambda study: (study.projects, study.premises, study.criteria, study.red_lines, *_rules(study)))
def _project_problems(study: Study) -> tuple[Problem, ...]:
    return tuple(problem for check in _OF_PROJECTS for problem in check(study))


def _rules(study: Study) -> tuple[object, ...]:
    return (study.thresholds, study.safeguards, study.waivers)


def has_errors(problems: tuple[Problem, ...]) -> bool:
    """Whether any of the problems makes results wrong or unusable."""
    return any(problem.severity == "error" for problem in problems)


def group_zeros(study: Study) -> tuple[Problem, ...]:
    """Where a single member's zero decides for the whole group; none unless weights are a group's."""
    return tuple(problem for problem in find_problems(study) if problem.code in GROUP_ZEROS)


def _screening(study: Study, results: Results | None, found: list[Problem]) -> Iterator[Problem]:
    if any(problem.where[0] == "red_line" for problem in found):
        return
    try:
        screening = screen(study) if results is None else results.screening
    except ProportioError as error:
        yield Problem("error", "screening-failed", ("study", "red_lines"), {"reason": str(error)})
        return
    yield from screening_problems(study, screening)
    yield from range_problems(study, screening)
