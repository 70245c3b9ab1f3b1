"""What a reviewer may change in a workbook, and the same change made in the program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from string import ascii_uppercase, digits

from criteria.model.people import Judgement
from criteria.model.projects import Score
from criteria.model.study import Study
from criteria.ranking.results import Results, rank, rank_with
from criteria.report.workbook.geometry import ScoreColumn, ScreenColumn, WeightColumn, field_column
from criteria.report.workbook.references import letters
from criteria.weighting.hierarchy import given_weights
from criteria.weighting.study_weights import study_weights
from tests.criteria.report.workbook import cases, cells

Edits = dict[tuple[str, str], float | str | None]


@dataclass(frozen=True)
class Change:
    """A workbook of `study`, cells to change in it, and the results the program gives for that."""

    name: str
    study: Callable[[], Study]
    edits: Callable[[cells.Sheets], Edits]
    expected: Callable[[Study], Results]


def setting(sheets: cells.Sheets, name: str, value: float | str) -> Edits:
    """A choice or a cut-off on Settings."""
    return {("Settings", f"C{cells.row_of(sheets, 'Settings', name, 'E')}"): value}


def figure(sheets: cells.Sheets, project: str, criterion: str, value: float | None) -> Edits:
    """The most likely figure of a score."""
    row = cells.row_of(sheets, "Scores", project, "A", (letters(ScoreColumn.CRITERION), criterion))
    return {("Scores", f"{letters(ScoreColumn.FIGURE)}{row}"): value}


def own_weight(sheets: cells.Sheets, element: str, value: float) -> Edits:
    """A reviewer's own weight."""
    return {("Weights", f"{letters(WeightColumn.OWN)}{cells.row_of(sheets, 'Weights', element)}"): value}


def judgement(sheets: cells.Sheets, first: str, second: str, value: float | None) -> Edits:
    """A cell of a pairwise matrix, above its diagonal."""
    row = cells.row_of(sheets, "Judgements", first)
    above = [
        (at, name)
        for name, cell in sheets["Judgements"].items()
        if cell.value == second
        and (at := int(name.strip(ascii_uppercase))) < row
        and not name.startswith("A")
    ]
    return {("Judgements", f"{max(above)[1].rstrip(digits)}{row}"): value}


def own_decision(sheets: cells.Sheets, project: str, ranked: int) -> Edits:
    """A reviewer's own decision to rank a project or not."""
    return {("Screening", f"{letters(ScreenColumn.OWN)}{cells.row_of(sheets, 'Screening', project)}"): ranked}


def profile(sheets: cells.Sheets, project: str, attribute: str, value: str) -> Edits:
    """A field of a project's profile."""
    return {
        ("Projects", f"{letters(field_column(attribute))}{cells.row_of(sheets, 'Projects', project)}"): value
    }


def _judged(study: Study, first: str, second: str, value: float) -> Study:
    kept = [
        Judgement(j.node, first, second, value) if (j.first, j.second) == (first, second) else j
        for j in study.stakeholders[0].judgements
    ]
    return cases.with_judgements(study, tuple(kept))


def _weights_of_my_own(sheets: cells.Sheets) -> Edits:
    return own_weight(sheets, "N1", 0.4) | own_weight(sheets, "A2", 0) | own_weight(sheets, "P2", 0.5)


def _with_weights_of_my_own(study: Study) -> Results:
    weights = study_weights(study)
    values = dict(zip(weights.criteria, weights.values.tolist(), strict=True))
    share = {criterion: weights.local[criterion] * 0.5 for criterion in study.children("P2")}
    return rank_with(study, given_weights(study, {**values, **share, "N1": 0.4, "A2": 0.0}))


def _other_judgements(sheets: cells.Sheets) -> Edits:
    judged = judgement(sheets, "P1", "P4", 7.0) | judgement(sheets, "A2", "A3", 1 / 3)
    return judged | setting(sheets, "theta", 0.15) | setting(sheets, "prioritisation", "geometric_mean")


def _with_other_judgements(study: Study) -> Results:
    judged = _judged(_judged(study, "P1", "P4", 7.0), "A2", "A3", 1 / 3)
    return rank(cases.with_settings(judged, theta=0.15, prioritisation="geometric_mean"))


def _without_one_judgement() -> Study:
    return cases.without_judgements(cases.small(), ("N1", "N4"))


def _one_taken_one_given(sheets: cells.Sheets) -> Edits:
    return judgement(sheets, "P1", "P4", None) | judgement(sheets, "N1", "N4", 5.0)


def _with_one_taken_one_given(study: Study) -> Results:
    less = cases.without_judgements(study, ("P1", "P4"))
    given = Judgement("P1", "N1", "N4", 5.0)
    return rank(cases.with_judgements(less, (*less.stakeholders[0].judgements, given)))


def _other_input(sheets: cells.Sheets) -> Edits:
    figures = figure(sheets, "P01", "A2", 9000) | figure(sheets, "P05", "N3", None)
    offered = profile(sheets, "P03", "safeguards", "SG01; SG05; SG08; SG02; SG07; SG13")
    live = profile(sheets, "P11", "biometric_mode", "identification_live")
    return figures | setting(sheets, "cutoff_weak_checks", 0.05) | offered | live


def _with_other_input(study: Study) -> Results:
    reached = cases.changed(study.project("P01").score("A2"), value=9000)
    study = cases.with_score(cases.with_score(study, "P01", "A2", reached), "P05", "N3", Score())
    study = cases.with_project(
        study, "P03", lambda p: cases.changed(p, safeguards=(*p.safeguards, "SG02", "SG07", "SG13"))
    )
    study = cases.with_project(study, "P11", lambda p: cases.changed(p, biometric_mode="identification_live"))
    thresholds = tuple(cases.changed(t, value=0.05) if t.id == "weak_checks" else t for t in study.thresholds)
    return rank(cases.changed(study, thresholds=thresholds))


def _other_methods(sheets: cells.Sheets) -> Edits:
    methods = setting(sheets, "normalisation", "vector") | setting(sheets, "synthesis", "distributive")
    return methods | setting(sheets, "score_set", "proposed")


def _with_other_methods(study: Study) -> Results:
    return rank(
        cases.with_settings(
            study, topsis_normalisation="vector", ahp_synthesis="distributive", score_set="proposed"
        )
    )


def _one_kept_out(sheets: cells.Sheets) -> Edits:
    methods = setting(sheets, "normalisation", "minmax") | setting(sheets, "score_set", "required")
    return methods | own_decision(sheets, "P13", 0)


def _with_one_kept_out(study: Study) -> Results:
    study = cases.with_project(study, "P13", lambda p: cases.changed(p, end_user_known_violation=True))
    return rank(cases.with_settings(study, topsis_normalisation="minmax", score_set="required"))


CHANGES: tuple[Change, ...] = (
    Change("own weights", cases.small, _weights_of_my_own, _with_weights_of_my_own),
    Change("judgements, theta, geometric mean", cases.small, _other_judgements, _with_other_judgements),
    Change(
        "one judgement taken out and one given",
        _without_one_judgement,
        _one_taken_one_given,
        _with_one_taken_one_given,
    ),
    Change("figures, a cut-off, safeguards, a profile", cases.small, _other_input, _with_other_input),
    Change(
        "vector norm, distributive shares, scores as proposed",
        lambda: cases.with_gaps(cases.small()),
        _other_methods,
        _with_other_methods,
    ),
    Change("min-max and a project kept out", cases.vector_distributive, _one_kept_out, _with_one_kept_out),
)
