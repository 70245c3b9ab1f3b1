"""Flips by the rules: cut-offs of red lines, and a red line that is not in force."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from criteria.arrays import Floats
from criteria.edits.screening import set_red_line_active, set_threshold
from criteria.model.projects import Project
from criteria.model.rules import Threshold
from criteria.model.study import Study
from criteria.robustness.flips.flip import Flip, figure_share, found
from criteria.robustness.flips.other_figures import Field, proposed, shifted, shifts
from criteria.robustness.flips.score_pieces import comparisons_in_force, lines_in_force
from criteria.robustness.flips.standing import Question, Standing, standing, taking_part
from criteria.screening.facts import facts_about
from criteria.screening.screen import ProjectScreen, screen, screen_project

# How far beyond a figure a cut-off is tried, as a share of the scale.
_BEYOND = 1e-9


def threshold_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """For each cut-off the nearest value below and above at which screening changes who is in front.

    Screening changes only where a cut-off meets or passes a project's figure, so these values are tried in
    turn and nothing nearer exists; on a scale of levels the levels are.
    """
    field = Field.of(question)
    thresholds = question.study.thresholds
    for done, threshold in enumerate(thresholds, 1):
        flips = [
            _nearest(field, threshold, candidates) for candidates in _candidates(question.study, threshold)
        ]
        yield done / len(thresholds), [flip for flip in flips if flip is not None]


def red_line_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """Each red line in force without which others are in front."""
    field = Field.of(question)
    study = question.study
    lines = lines_in_force(study)
    known = screen(study)
    for done, line in enumerate(lines, 1):
        flips = []
        hitting = [
            study.project(one.project)
            for one in known.projects
            if any(hit.red_line == line.id for hit in one.hits)
        ]
        changed = set_red_line_active(study, line.id, False)
        screened = {project.id: screen_project(changed, project) for project in hitting}
        after = _after(field, changed, screened)
        if after is not None and question.is_flipped(after):
            size = 1.0 / len(lines)
            flips.append(found(question, "red_line", (line.id,), (True, False), size, after))
        yield done / len(lines), flips


def _candidates(study: Study, threshold: Threshold) -> list[list[float]]:
    """The cut-offs to try below and above the present one, nearest first."""
    criterion = study.criterion(threshold.field)
    low, high = criterion.minimum, criterion.maximum
    if criterion.levels:
        tried = [float(level.value) for level in criterion.levels]
    else:
        step = _BEYOND * (high - low)
        figures = _figures(study, threshold)
        tried = [figure + side for figure in figures for side in (-step, 0.0, step)]
    tried = sorted({value for value in tried if low <= value <= high})
    below = [value for value in reversed(tried) if value < threshold.value]
    return [below, [value for value in tried if value > threshold.value]]


def _fields(study: Study, threshold: Threshold) -> set[str]:
    """What the red lines in force compare with a cut-off."""
    return {leaf.field for leaf in comparisons_in_force(study) if leaf.threshold == threshold.id}


def _figures(study: Study, threshold: Threshold) -> set[float]:
    """Every figure of a project that is compared with a cut-off."""
    return {value for project in study.projects for value in _figures_of(study, threshold, project)}


def _figures_of(study: Study, threshold: Threshold, project: Project) -> list[float]:
    fact = facts_about(study, project)
    values = [fact(field).value for field in _fields(study, threshold)]
    return [
        float(value) for value in values if isinstance(value, int | float) and not isinstance(value, bool)
    ]


def _nearest(field: Field, threshold: Threshold, candidates: Sequence[float]) -> Flip | None:
    question = field.question
    study = question.study
    criterion = study.criterion(threshold.field)
    figures = {project.id: _figures_of(study, threshold, project) for project in study.projects}
    screened: dict[str, ProjectScreen] = {}
    last = threshold.value
    for value in candidates:
        changed = set_threshold(study, threshold.id, value)
        low, high = sorted((last, value))
        last = value
        # What a cut-off has passed for good it cannot change again on its way.
        passed = [p for p in study.projects if any(low <= figure <= high for figure in figures[p.id])]
        screened.update((project.id, screen_project(changed, project)) for project in passed)
        after = _after(field, changed, screened) if passed else None
        if after is not None and question.is_flipped(after):
            size = figure_share(criterion, threshold.value, value)
            return found(question, "threshold", (threshold.id,), (threshold.value, value), size, after)
    return None


def _after(field: Field, changed: Study, screened: Mapping[str, ProjectScreen]) -> Standing | None:
    """Where all stand under changed rules that screen only these otherwise; None where nothing changes."""
    study = field.question.study
    known = {one.project: one for one in screen(study).projects}
    counts = study.settings.score_set == "required"
    asked = {key for key, one in screened.items() if counts and one.required != known[key].required}
    if not asked and all(one.excluded == known[key].excluded for key, one in screened.items()):
        return None
    if field.is_compared:
        return standing(changed, field.question.method)
    kept = taking_part(study).copy()
    raw: dict[int, Floats] = {}
    for row, project in enumerate(study.projects):
        if project.id in screened and row in field.complete:
            kept[row] = not screened[project.id].excluded
        if project.id in asked:
            levels = shifts(study, project, screened[project.id].required)
            raw[row] = shifted(study, proposed(study, project), levels)
    return field.standing(kept, raw)
